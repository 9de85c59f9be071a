package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.DoubtScale;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.ParameterArray;
import cnnworkshop.core.net.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeypointPredictorTest {

  /** A network that gives its answers one after the other, whatever it sees, and keeps what it saw. */
  private static class Scripted implements Network {

    private final Shape input;
    private final int outputs;
    private final List<float[]> answers;
    private final List<float[]> seen = new ArrayList<>();

    Scripted(Shape input, int outputs, float[]... answers) {
      this.input = input;
      this.outputs = outputs;
      this.answers = List.of(answers);
    }

    @Override
    public NetworkSpec spec() {
      return new NetworkSpec("scripted", input, List.of(), NetworkSpec.Loss.MEAN_SQUARED_ERROR);
    }

    @Override
    public ModelInfo info() {
      return new ModelInfo("scripted", ModelInfo.Task.KEYPOINTS, List.of(), Map.of());
    }

    @Override
    public List<Shape> outputShapes() {
      return List.of(Shape.flat(outputs));
    }

    @Override
    public long parameterCount() {
      return 0;
    }

    @Override
    public float[] predict(float[] inputs, int count) {
      seen.add(inputs);
      float[] one = answers.get(Math.min(seen.size(), answers.size()) - 1);
      float[] all = new float[count * one.length];
      for (int i = 0; i < count; i++) {
        System.arraycopy(one, 0, all, i * one.length, one.length);
      }
      return all;
    }

    @Override
    public FeatureMaps featureMaps(int layer, float[] input) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<float[]> activations(int[] layers, float[] inputs, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] scoreGradient(float[] inputs, int count, float[] outputWeights) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ParameterArray> parameterArrays(int layer) {
      return List.of();
    }

    @Override
    public void setWeights(int layer, float[] weights, float[] biases) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Network copy() {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] parameters(int from, int to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] weights(int layer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] biases(int layer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(Path file, ModelInfo info) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  /**
   * Outputs −1, 0, +1 are pixels 0, 48, 96 of the view: the centre of its first pixel, half a pixel right of its
   * middle (47.5), half a pixel outside its last edge (95.5). The square is 200 photo pixels, so a pixel of the view
   * is 200/96 = 2.0833 of them.
   */
  @ParameterizedTest
  @CsvSource({"400, 200, 199.5, 99.5", "200, 400, 99.5, 199.5"})
  void outputsLandOnTheCornersAndTheMiddleOfTheDrawnSquare(int width, int height, double x, double y) {
    float[] outputs = new float[Keypoints.NUMBERS];
    outputs[0] = -1;
    outputs[1] = -1;
    outputs[2] = 1;
    outputs[3] = -1;
    outputs[4] = -1;
    outputs[5] = 1;
    outputs[6] = 1;
    outputs[7] = 1;
    Photo photo = SamplePhotos.flat(width, height);
    FaceSquare square = FaceSquare.middleOf(photo);

    Face face = predictor(outputs).given(photo, square, Face.Source.GIVEN);

    double[] xy = face.keypoints().toArray();
    double pixel = 200 / 96.0;
    double first = -47.5 * pixel;
    double last = 48.5 * pixel;
    double[] expected = {x + first, y + first, x + last, y + first, x + first, y + last, x + last, y + last,
        x + 0.5 * pixel, y + 0.5 * pixel};
    for (int i = 0; i < expected.length; i++) {
      assertThat(xy[i]).isCloseTo(expected[i], within(1e-6));
    }
    // On screen: within a pixel of the view of the square's corners.
    assertThat(xy[0]).isCloseTo(x - 100, within(pixel));
    assertThat(xy[6]).isCloseTo(x + 100, within(pixel));
    assertThat(face.square()).isEqualTo(square);
    assertThat(face.source()).isEqualTo(Face.Source.GIVEN);
  }

  @Test
  void outputsTurnWithTheSquare() {
    float[] outputs = new float[Keypoints.NUMBERS];
    outputs[0] = 1;
    outputs[1] = 0;
    // 96 pixels turned a quarter clockwise: what lies right of the middle comes to lie below it.
    Face face = predictor(outputs).given(
        SamplePhotos.flat(300, 300), new FaceSquare(150, 150, 96, 90), Face.Source.GIVEN);

    assertThat(face.keypoints().x(Keypoint.LEFT_EYE_CENTER)).isCloseTo(150 - 0.5, within(1e-6));
    assertThat(face.keypoints().y(Keypoint.LEFT_EYE_CENTER)).isCloseTo(150 + 48.5, within(1e-6));
  }

  @Test
  void showsTheNetworkTheGreysOfTheSquare() {
    Photo photo = SamplePhotos.noise(96, 96, 1);
    Scripted network = new Scripted(KeypointPredictor.INPUT, 30, new float[30]);

    new KeypointPredictor(network).given(photo, FaceSquare.middleOf(photo), Face.Source.WHOLE);

    assertThat(network.seen).hasSize(1);
    assertThat(network.seen.get(0)).startsWith(photo.planes(1, 0, 0, 96, 96));
  }

  @Test
  void laysADetectorsSquareAnewFromTheFirstAnswerAndTakesTheSecond() {
    Photo photo = SamplePhotos.flat(400, 400);
    FaceSquare detectors = new FaceSquare(200, 200, 120, 0);
    FaceSquare real = new FaceSquare(207, 190, 133, 14);
    // In the detector's view the face shows where it really is; in the real one it is the mean face.
    Keypoints first = FaceLayout.MEAN_FACE.toPhoto(new FaceView(real)).toView(new FaceView(detectors));
    Scripted network = new Scripted(
        KeypointPredictor.INPUT, 30, first.toTargets(), FaceLayout.MEAN_FACE.toTargets());

    Face face = new KeypointPredictor(network).detected(photo, detectors);

    assertThat(network.seen).hasSize(2);
    assertThat(face.source()).isEqualTo(Face.Source.DETECTOR);
    assertThat(face.square().centerX()).isCloseTo(207, within(1e-3));
    assertThat(face.square().centerY()).isCloseTo(190, within(1e-3));
    assertThat(face.square().side()).isCloseTo(133, within(1e-3));
    assertThat(face.square().turnDegrees()).isCloseTo(14, within(1e-3));
    // The points are the mean over the view, its mirror and views around it; this network says the same of all, so
    // what is left is that the mean face is not quite its own mirror.
    double[] expected = FaceLayout.MEAN_FACE.toPhoto(new FaceView(real)).toArray();
    double[] got = face.keypoints().toArray();
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).isCloseTo(expected[i], within(2.0));
    }
  }

  /** Its answer is where the brightest pixel of the view is, for all points: it follows what it sees. */
  @Test
  void aNetworkThatFollowsWhatItSeesIsBelieved() {
    int[] rgb = new int[144 * 144];
    for (int y = 68; y < 77; y++) {
      for (int x = 66; x < 75; x++) {
        rgb[y * 144 + x] = 0x010101 * (255 - 20 * Math.max(Math.abs(x - 70), Math.abs(y - 72)));
      }
    }
    Network follows = new Following();

    Doubt doubt = new KeypointPredictor(follows)
        .given(Photo.ofRgb(144, 144, rgb), new FaceSquare(71.5, 71.5, 96, 0), Face.Source.GIVEN).doubt();

    assertThat(doubt.spread()).as("pixels; each answer is a whole pixel").isLessThan(0.6);
    assertThat(doubt.isGuess()).isFalse();
  }

  @Test
  void aNetworkThatSaysTheSameOfEveryViewIsNotBelieved() {
    Doubt doubt = predictor(FaceLayout.MEAN_FACE.toTargets())
        .given(SamplePhotos.noise(200, 200, 3), new FaceSquare(100, 100, 96, 0), Face.Source.GIVEN).doubt();

    // Four shifts by 4, two sizes and two turns of a face that stays where it is in the view.
    assertThat(doubt.spread()).isBetween(2.0, 4.0);
    assertThat(doubt.isGuess()).isTrue();
  }

  @Test
  void aModelsOwnMeasureOfItsSpreadIsUsed() {
    Scripted carefree = new Scripted(KeypointPredictor.INPUT, 30, FaceLayout.MEAN_FACE.toTargets()) {
      @Override
      public ModelInfo info() {
        return super.info().with(new DoubtScale(-9, 1));
      }
    };
    Photo photo = SamplePhotos.flat(100, 100);
    assertThat(new KeypointPredictor(carefree).given(photo, FaceSquare.middleOf(photo), Face.Source.WHOLE).doubt()
        .probability()).isLessThan(0.01);
  }

  @Test
  void refusesNetworksThatDoNotTurn96By96GreysInto30Numbers() {
    Network colours = new Scripted(new Shape(3, 32, 32), 30);
    Network classes = new Scripted(KeypointPredictor.INPUT, 10);

    assertThatIllegalArgumentException().isThrownBy(() -> new KeypointPredictor(colours));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeypointPredictor(classes));
  }

  private static final class Following extends Scripted {

    Following() {
      super(KeypointPredictor.INPUT, Keypoints.NUMBERS);
    }

    @Override
    public float[] predict(float[] inputs, int count) {
      float[] outputs = new float[count * Keypoints.NUMBERS];
      for (int i = 0; i < count; i++) {
        int brightest = 0;
        for (int p = 0; p < 96 * 96; p++) {
          brightest = inputs[i * 96 * 96 + p] > inputs[i * 96 * 96 + brightest] ? p : brightest;
        }
        for (int k = 0; k < Keypoints.NUMBERS; k += 2) {
          outputs[i * Keypoints.NUMBERS + k] = (brightest % 96 - 48) / 48f;
          outputs[i * Keypoints.NUMBERS + k + 1] = (brightest / 96 - 48) / 48f;
        }
      }
      return outputs;
    }
  }

  private static KeypointPredictor predictor(float[] outputs) {
    return new KeypointPredictor(new Scripted(KeypointPredictor.INPUT, Keypoints.NUMBERS, outputs));
  }
}
