package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribedNetworkTest {

  private static final NetworkSpec SPEC = new NetworkSpec("small", new Shape(1, 8, 8), List.of(
      LayerSpec.Convolution.relu("conv1", 3, 3, LayerSpec.Padding.VALID), new LayerSpec.BatchNormalization("norm1"),
      new LayerSpec.Dense("output", 2, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);
  private static final ModelInfo INFO = new ModelInfo("edited", Task.OTHER, List.of(), Map.of("edited", "yes"));

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  /** Trained a little, so that what batches were normalised by is not as at first. */
  private static TrainableNetwork trained() {
    TrainableNetwork network = backend.create(SPEC, new Backend.Updater.Adam(), 3);
    network.setLearningRate(0.01);
    for (int step = 0; step < 5; step++) {
      network.fit(pictures(), new float[] {0, 1, 1, 0}, null, 2);
    }
    return network;
  }

  private static float[] pictures() {
    float[] pictures = new float[128];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = (i * 37 % 101) / 101f;
    }
    return pictures;
  }

  @Test
  void itAnswersAsTheNetworkItselfDoes() {
    TrainableNetwork network = trained();
    float[] outputs = network.predict(pictures(), 2);
    float[] one = new float[64];
    float[] maps = network.featureMaps(0, one).values();
    float[] gradient = network.scoreGradient(one, 1, new float[] {1, 0});
    float[] activations = network.activations(new int[] {1}, one, 1).get(0);
    try (Network described = new DescribedNetwork(network, INFO)) {
      assertThat(described.predict(pictures(), 2)).isEqualTo(outputs);
      assertThat(described.featureMaps(0, one).values()).isEqualTo(maps);
      assertThat(described.scoreGradient(one, 1, new float[] {1, 0})).isEqualTo(gradient);
      assertThat(described.activations(new int[] {1}, one, 1).get(0)).isEqualTo(activations);
      assertThat(described.spec()).isSameAs(network.spec());
      assertThat(described.outputShapes()).isEqualTo(network.outputShapes());
      assertThat(described.parameterCount()).isEqualTo(network.parameterCount());
      assertThat(described.info()).isSameAs(INFO);
    }
  }

  @Test
  void itsCopyHasTheDescriptionAndGoesItsOwnWay() {
    try (Network described = new DescribedNetwork(trained(), INFO); Network copy = described.copy()) {
      float[] outputs = described.predict(pictures(), 2);
      assertThat(copy.info()).isSameAs(INFO);
      assertThat(copy.predict(pictures(), 2)).isEqualTo(outputs);

      copy.setWeights(0, new float[27], new float[] {1, 2, 3});
      assertThat(copy.biases(0)).containsExactly(1, 2, 3);
      assertThat(copy.predict(pictures(), 2)).isNotEqualTo(outputs);
      assertThat(described.predict(pictures(), 2)).isEqualTo(outputs);
      assertThat(described.weights(0)).isNotEqualTo(copy.weights(0));
    }
  }

  @Test
  void aFileSaysWhatItIsTold() throws Exception {
    Path file = folder.resolve("described.zip");
    try (Network described = new DescribedNetwork(trained(), INFO)) {
      described.save(file, described.info());
      try (Network opened = backend.open(file)) {
        assertThat(opened.info()).isEqualTo(INFO);
        assertThat(opened.predict(pictures(), 2)).isEqualTo(described.predict(pictures(), 2));
      }
    }
  }
}
