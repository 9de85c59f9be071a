package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.OcclusionSweep;
import cnnworkshop.core.inspect.PatchGrid;
import cnnworkshop.core.inspect.Saliency;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.net.Shape;
import java.util.List;

/** What explains an answer, as far as it is known. */
sealed interface WhyResult {

  /** What there is a value for: places of a patch, or pixels. */
  PatchGrid grid();

  /** One value a place of the grid; NaN where it is not known yet. */
  float[] values(Explained explained);

  /** The values over the picture. */
  Heat heat(Explained explained);

  /** The places with the largest values, the largest first. */
  List<Integer> strongest(Explained explained, int most);

  /**
   * What a patch does.
   *
   * @param sweep as far as it has come
   * @param done places of it that are known here
   */
  record Swept(OcclusionSweep sweep, int done) implements WhyResult {

    @Override
    public PatchGrid grid() {
      return sweep.occlusion().grid();
    }

    @Override
    public float[] values(Explained explained) {
      return sweep.effects(explained);
    }

    @Override
    public Heat heat(Explained explained) {
      Shape shape = sweep.occlusion().shape();
      return Heat.of(shape.width(), shape.height(), grid().spread(values(explained)), explained.isSigned());
    }

    @Override
    public List<Integer> strongest(Explained explained, int most) {
      return sweep.strongest(explained, most);
    }
  }

  /**
   * How the answer follows the pixels.
   *
   * @param shape of the picture
   * @param saliency the mean gradient so far
   * @param look what is shown of it
   */
  record Felt(Shape shape, Saliency saliency, Look look) implements WhyResult {

    /** Pixels that far from one another tell of different things. */
    private static final int APART = 4;

    @Override
    public PatchGrid grid() {
      return new PatchGrid(shape.height(), shape.width(), 1, 1);
    }

    @Override
    public float[] values(Explained explained) {
      return saliency.map(look);
    }

    @Override
    public Heat heat(Explained explained) {
      return Heat.clipped(shape.width(), shape.height(), values(explained), look != Look.STRENGTH);
    }

    @Override
    public List<Integer> strongest(Explained explained, int most) {
      return grid().strongest(values(explained), most, APART);
    }
  }
}
