package cnnworkshop.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FamiliarityTest {

  private static final int VALUES = 12;

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void picturesLikeTheLearnedOnesAreFamiliarAndOthersAreNot() {
    try (TrainableNetwork network = untouchedValues()) {
      Familiarity familiarity = Familiarity.of(network, pictures(40, 1, 0));
      assertThat(share(familiarity.distances(network, pictures(200, 2, 0)))).isBetween(0.0, 0.25);
      assertThat(share(familiarity.distances(network, pictures(200, 3, 6)))).isGreaterThan(0.95);
    }
  }

  @Test
  void theDistanceIsTheMeanAngleToTheFiveMostSimilarInUnitsOfTheReachOfMostLearnedOnes() {
    LabelledPictures learned = pictures(20, 4, 0);
    float[][] all = new float[20][VALUES];
    for (int i = 0; i < 20; i++) {
      learned.read(i, all[i], 0);
    }
    double[] reaches = new double[20];
    for (int i = 0; i < 20; i++) {
      float[][] others = new float[19][];
      System.arraycopy(all, 0, others, 0, i);
      System.arraycopy(all, i + 1, others, i, 19 - i);
      reaches[i] = angle(all[i], others);
    }
    Arrays.sort(reaches);
    float[] asked = {0.9f, 0.2f, 0.1f, 0.4f, 0.5f, 0.1f, 0.3f, 0.2f, 0.8f, 0.9f, 0.1f, 0.2f};
    try (TrainableNetwork network = untouchedValues()) {
      assertThat(Familiarity.of(network, learned).distance(network, asked))
          .isCloseTo(angle(asked, all) / reaches[18], within(1e-4));
    }
  }

  private static double angle(float[] from, float[][] others) {
    double[] angles = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      double dot = 0;
      double a = 0;
      double b = 0;
      for (int v = 0; v < VALUES; v++) {
        dot += (double) from[v] * others[i][v];
        a += (double) from[v] * from[v];
        b += (double) others[i][v] * others[i][v];
      }
      angles[i] = Math.acos(Math.min(1, dot / Math.sqrt(a * b)));
    }
    Arrays.sort(angles);
    return (angles[0] + angles[1] + angles[2] + angles[3] + angles[4]) / 5;
  }

  private static double share(double[] distances) {
    return Arrays.stream(distances).filter(distance -> distance > 1).count() / (double) distances.length;
  }

  /** What its last layer gets is the picture itself. */
  private static TrainableNetwork untouchedValues() {
    TrainableNetwork network = backend.create(new NetworkSpec("plain", new Shape(3, 2, 2), List.of(
        new LayerSpec.Convolution("conv1", 3, LayerSpec.Size.of(1), LayerSpec.Size.of(1), LayerSpec.Size.of(1),
            LayerSpec.Padding.VALID, false, LayerSpec.Activation.LINEAR),
        new LayerSpec.Dropout("dropout1", 0.5),
        new LayerSpec.Dense("output", 2, LayerSpec.Activation.SOFTMAX)), Loss.CROSS_ENTROPY),
        new Backend.Updater.Adam(), 1);
    network.setWeights(0, new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new float[3]);
    return network;
  }

  /** Two classes, each with another value bright; {@code first} moves both on. */
  private static LabelledPictures pictures(int count, long seed, int first) {
    Random random = new Random(seed);
    byte[] values = new byte[count * VALUES];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      for (int v = 0; v < VALUES; v++) {
        values[i * VALUES + v] = (byte) (random.nextInt(40) + (v == first + 2 * labels[i] ? 200 : 0));
      }
    }
    return new LabelledPictures(List.of("a", "b"), 3, 2, 2, values, labels);
  }
}
