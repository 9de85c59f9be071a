package cnnworkshop.core.inspect;

import cnnworkshop.core.net.Shape;
import java.util.Arrays;

/**
 * A picture with a patch laid over it, in one place after the other: what a network says to each tells what it looks at
 * (Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014). Immutable.
 */
public final class Occlusion {

  /** What the patch shows. */
  public enum Fill {
    /** The grey halfway between black and white. */
    GREY,
    /** The picture's mean, each channel its own. */
    MEAN,
    /** The picture itself, so blurred that what is smaller than the patch is gone. */
    BLURRED
  }

  /** The Gaussian's standard deviation, as a share of the patch. */
  private static final double BLUR_SHARE = 1 / 3.0;
  private static final double REACH = 3;
  private static final float MIDDLE_GREY = 0.5f;

  private final Shape shape;
  private final float[] picture;
  private final PatchGrid grid;
  private final float[] cover;

  /**
   * @param shape of the picture
   * @param picture values 0..1, [channel, row, column]
   * @param patch pixels a side of the patch, at least 1
   * @param step pixels from one place to the next, at least 1
   */
  public Occlusion(Shape shape, float[] picture, int patch, int step, Fill fill) {
    this.shape = shape;
    this.picture = picture.clone();
    this.grid = new PatchGrid(shape.height(), shape.width(), patch, step);
    this.cover = cover(fill);
  }

  private float[] cover(Fill fill) {
    float[] all = new float[picture.length];
    int plane = shape.height() * shape.width();
    switch (fill) {
      case GREY -> Arrays.fill(all, MIDDLE_GREY);
      case MEAN -> {
        for (int from = 0; from < all.length; from += plane) {
          double sum = 0;
          for (int i = from; i < from + plane; i++) {
            sum += picture[i];
          }
          Arrays.fill(all, from, from + plane, (float) (sum / plane));
        }
      }
      case BLURRED -> {
        float[] rows = blurred(picture, shape.width(), 1);
        all = blurred(rows, shape.height(), shape.width());
      }
    }
    return all;
  }

  /** Along one axis; outside the picture its edge repeats. */
  private float[] blurred(float[] values, int length, int stride) {
    double sigma = BLUR_SHARE * grid.patch();
    int reach = (int) Math.ceil(REACH * sigma);
    double[] bell = new double[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      bell[i] = Math.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? bell[i] : 2 * bell[i];
    }
    float[] out = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int at = i / stride % length;
      double value = 0;
      for (int d = -reach; d <= reach; d++) {
        int other = Math.max(0, Math.min(length - 1, at + d));
        value += bell[Math.abs(d)] * values[i + (other - at) * stride];
      }
      out[i] = (float) (value / sum);
    }
    return out;
  }

  /** The places of the patch. */
  public PatchGrid grid() {
    return grid;
  }

  /** The picture's shape. */
  public Shape shape() {
    return shape;
  }

  /** The picture without a patch, [channel, row, column]. */
  public float[] picture() {
    return picture.clone();
  }

  /** The picture with the patch in some places, [place, channel, row, column]. */
  public float[] occluded(int firstPlace, int count) {
    float[] batch = new float[count * picture.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(picture, 0, batch, i * picture.length, picture.length);
      lay(firstPlace + i, batch, i * picture.length);
    }
    return batch;
  }

  private void lay(int place, float[] batch, int from) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = grid.top(place); row < grid.top(place) + grid.patch(); row++) {
        int at = (channel * shape.height() + row) * shape.width() + grid.left(place);
        System.arraycopy(cover, at, batch, from + at, grid.patch());
      }
    }
  }
}
