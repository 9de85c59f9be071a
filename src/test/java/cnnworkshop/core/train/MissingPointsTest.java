package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.FaceTrainingData;
import cnnworkshop.core.data.KaggleCsv;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D12: most rows of Kaggle's training.csv lack points. */
class MissingPointsTest {

  private static final NetworkSpec SPEC = new NetworkSpec("small", new Shape(1, 96, 96), List.of(
      LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID),
      LayerSpec.Pooling.max("pool1", 8),
      new LayerSpec.Dense("output", 30, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void theLossStaysFiniteAndOnlyPointsThatAreThereAreLearned() throws Exception {
    // Six rows with all points; then four with the first four only.
    List<FaceSample> faces = KaggleCsv.read(table()).rows().stream().map(KaggleCsv.Row::toSample).toList();
    try (TrainableNetwork network = backend.create(SPEC, new Backend.Updater.Adam(), 1)) {
      assertThat(losses(network, faces)).isNotEmpty().allMatch(Double::isFinite);
    }
    try (TrainableNetwork network = backend.create(SPEC, new Backend.Updater.Adam(), 1)) {
      assertThat(losses(network, faces.subList(6, 10))).isNotEmpty().allMatch(Double::isFinite);
      float[] biases = network.biases(SPEC.layers().size() - 1);
      for (int i = 0; i < 30; i++) {
        // Taken for (0, 0), a missing point would pull its output towards −1.
        assertThat(biases[i] == 0).as("output %d was not touched", i).isEqualTo(i >= 8);
      }
    }
  }

  private static List<Double> losses(TrainableNetwork network, List<FaceSample> faces) {
    FaceTrainingData data = new FaceTrainingData(faces, FaceAugmentation.NONE);
    var batch = data.batch(IntStream.range(0, faces.size()).toArray(), new Random(1));
    return IntStream.range(0, 5)
        .mapToObj(step -> network.fit(batch.inputs(), batch.targets(), batch.mask(), batch.count())).toList();
  }

  private Path table() throws Exception {
    StringBuilder table = new StringBuilder(Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y,").collect(Collectors.joining())).append("Image\n");
    Random random = new Random(3);
    for (int row = 0; row < 10; row++) {
      int given = row < 6 ? 30 : 8;
      table.append(IntStream.range(0, 30).mapToObj(i -> i < given ? 2 * i + 3 + "," : ",")
          .collect(Collectors.joining()));
      table.append(random.ints(96 * 96, 0, 256).mapToObj(String::valueOf).collect(Collectors.joining(" ")))
          .append('\n');
    }
    return Files.writeString(folder.resolve("training.csv"), table);
  }
}
