package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.inspect.Explained.OfClass;
import cnnworkshop.core.inspect.Explained.OfPoint;
import cnnworkshop.core.inspect.Occlusion.Fill;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OcclusionTest {

  private static final NetworkSpec POINTS = new NetworkSpec("points", new Shape(1, 24, 24), List.of(
      LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dropout("dropout1", 0.5),
      new LayerSpec.Dense("output", 30, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @ParameterizedTest
  @EnumSource(Fill.class)
  void answersArePredictionsOnPicturesOccludedByHand(Fill fill) {
    for (NetworkSpec spec : List.of(POINTS, Presets.sixtySeconds())) {
      try (Network network = backend.create(spec, new Backend.Updater.Adam(), 3)) {
        float[] picture = picture(spec.input());

        OcclusionSweep sweep =
            OcclusionSweep.of(network, new Occlusion(spec.input(), picture, 7, 5, fill), 6, done -> true);

        assertThat(sweep.isComplete()).isTrue();
        int places = 0;
        int last = spec.input().width() - 7;
        for (int top = 0; ; top = Math.min(top + 5, last)) {
          for (int left = 0; ; left = Math.min(left + 5, last)) {
            float[] byHand = network.predict(covered(spec.input(), picture, top, left, 7, fill), 1);
            assertThat(sweep.outputs(places)).as("patch at %d, %d", top, left).containsExactly(byHand, within(1e-5f));
            places++;
            if (left == last) {
              break;
            }
          }
          if (top == last) {
            break;
          }
        }
        assertThat(places).isEqualTo(sweep.done());
        assertThat(sweep.plain()).containsExactly(network.predict(picture, 1));
      }
    }
  }

  private static float[] covered(Shape shape, float[] picture, int top, int left, int patch, Fill fill) {
    float[] covered = picture.clone();
    for (int c = 0; c < shape.channels(); c++) {
      double mean = 0;
      for (int i = 0; i < shape.height() * shape.width(); i++) {
        mean += picture[c * shape.height() * shape.width() + i] / (double) (shape.height() * shape.width());
      }
      for (int y = top; y < top + patch; y++) {
        for (int x = left; x < left + patch; x++) {
          covered[(c * shape.height() + y) * shape.width() + x] = switch (fill) {
            case GREY -> 0.5f;
            case MEAN -> (float) mean;
            case BLURRED -> (float) blurred(shape, picture, c, y, x, patch / 3.0);
          };
        }
      }
    }
    return covered;
  }

  /** A Gaussian in two dimensions at once, the edge repeated. */
  private static double blurred(Shape shape, float[] picture, int c, int y, int x, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double sum = 0;
    double weights = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double weight = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
        int row = Math.max(0, Math.min(shape.height() - 1, y + dy));
        int column = Math.max(0, Math.min(shape.width() - 1, x + dx));
        sum += weight * picture[(c * shape.height() + row) * shape.width() + column];
        weights += weight;
      }
    }
    return sum / weights;
  }

  @Test
  void aPointIsPushedByHalfAViewForEveryOneItsOutputChanges() {
    float[] plain = new float[30];
    float[] other = new float[30];
    int nose = Keypoint.NOSE_TIP.ordinal();
    plain[2 * nose] = 0.1f;
    other[2 * nose] = 0.1f + 3 / 48f;
    other[2 * nose + 1] = -4 / 48f;

    assertThat(new OfPoint(Keypoint.NOSE_TIP, Direction.ACROSS).effect(plain, other)).isEqualTo(3, within(1e-5f));
    assertThat(new OfPoint(Keypoint.NOSE_TIP, Direction.DOWN).effect(plain, other)).isEqualTo(-4, within(1e-5f));
    assertThat(new OfPoint(Keypoint.NOSE_TIP, Direction.ANY).effect(plain, other)).isEqualTo(5, within(1e-5f));
    assertThat(new OfPoint(Keypoint.MOUTH_LEFT_CORNER, Direction.ANY).effect(plain, other)).isZero();
  }

  @Test
  void aClassThatLosesProbabilityHasAPositiveEffect() {
    assertThat(new OfClass(1).effect(new float[] {0.2f, 0.8f}, new float[] {0.7f, 0.3f}))
        .isEqualTo(0.5f, within(1e-6f));
  }

  @Test
  void answersComeInAFewAtATimeAndWhatIsMissingIsNotKnown() {
    OcclusionSweep sweep = new OcclusionSweep(
        new Occlusion(new Shape(1, 4, 6), new float[24], 2, 2, Fill.GREY), new float[] {0.5f, 0.5f});

    sweep.add(new float[] {0.4f, 0.6f, 0.9f, 0.1f});
    sweep.add(new float[] {0.5f, 0.5f});

    assertThat(sweep.done()).isEqualTo(3);
    assertThat(sweep.missing()).isEqualTo(3);
    assertThat(sweep.effects(new OfClass(0))).containsExactly(
        new float[] {0.1f, -0.4f, 0, Float.NaN, Float.NaN, Float.NaN}, within(1e-6f));
    assertThatIllegalArgumentException().isThrownBy(() -> sweep.add(new float[8]));
  }

  @Test
  void theStrongestPlacesAreNoNeighbours() {
    OcclusionSweep sweep = new OcclusionSweep(
        new Occlusion(new Shape(1, 4, 10), new float[40], 4, 2, Fill.GREY), new float[] {0});

    sweep.add(new float[] {-0.1f, -5, 4, 3});

    assertThat(sweep.strongest(new OfClass(0), 5)).containsExactly(1, 3);
    assertThat(sweep.strongest(new OfClass(0), 1)).containsExactly(1);
  }

  @Test
  void aSweepCanBeEndedEarly() {
    try (Network network = backend.create(POINTS, new Backend.Updater.Adam(), 3)) {
      OcclusionSweep sweep = OcclusionSweep.of(network,
          new Occlusion(POINTS.input(), picture(POINTS.input()), 4, 4, Fill.GREY), 5, done -> done < 10);

      assertThat(sweep.done()).isEqualTo(10);
      assertThat(sweep.isComplete()).isFalse();
    }
  }

  @Test
  void effectsAreWrittenWithPlacesInPixelsAndADecimalPoint() throws Exception {
    OcclusionSweep sweep = new OcclusionSweep(
        new Occlusion(new Shape(1, 2, 5), new float[10], 2, 2, Fill.GREY), new float[] {0.5f, 0.5f});
    sweep.add(new float[] {0.25f, 0.75f, 0.5f, 0.5f, 1, 0});
    Path file = folder.resolve("effects.csv");

    ExplanationTable.write(file, sweep, ExplanationTable.ofClasses(List.of("cat, small", "cat, small")));

    assertThat(Files.readAllLines(file)).containsExactly("row,column,\"cat, small\",\"cat, small 1\"",
        "0,0,0.25,-0.25", "0,2,0.0,0.0", "0,3,-0.5,0.5");
    Maps maps = ExplanationTable.maps(sweep, ExplanationTable.ofClasses(List.of("a", "b")).values());
    assertThat(maps.count()).isEqualTo(2);
    assertThat(maps.region(1, 0, 0, 3, 1)).containsExactly(-0.25f, 0, 0.5f);
  }

  @Test
  void columnsOfPointsAreCalledAsInTheKaggleFiles() {
    assertThat(ExplanationTable.ofPoints()).hasSize(30)
        .containsEntry("nose_tip_y", new OfPoint(Keypoint.NOSE_TIP, Direction.DOWN));
    assertThat(ExplanationTable.ofPoints().keySet()).startsWith("left_eye_center_x", "left_eye_center_y");
  }

  private static float[] picture(Shape shape) {
    Random random = new Random(4);
    float[] picture = new float[shape.size()];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextFloat();
    }
    return Arrays.copyOf(picture, picture.length);
  }
}
