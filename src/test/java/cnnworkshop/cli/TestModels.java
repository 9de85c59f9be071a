package cnnworkshop.cli;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small networks of which one knows what they answer. */
final class TestModels {

  private static final NetworkSpec KEYPOINTS = new NetworkSpec("stub", new Shape(1, 96, 96), List.of(
      Convolution.relu("conv1", 32, 3, Padding.VALID),
      Pooling.max("pool1", 2),
      Convolution.relu("conv2", 4, 2, Padding.VALID),
      Pooling.max("pool2", 8),
      new Dense("output", 30, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);

  private static final NetworkSpec CLASSES = new NetworkSpec("classes", new Shape(3, 32, 32), List.of(
      Convolution.relu("conv1", 8, 3, Padding.SAME),
      Pooling.max("pool1", 2),
      new Dense("output", 10, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);

  private TestModels() {}

  /** A keypoint network that answers {@code x, y, x, y, …} (targets, usually −1..1) to every picture. */
  static Path answering(Path file, float x, float y) throws Exception {
    NativePath.choose(null);
    TrainableNetwork network = Dl4jBackend.start(0).create(KEYPOINTS, new Backend.Updater.Adam(), 1);
    try (network) {
      float[] parameters = new float[(int) network.parameterCount()];
      for (int i = parameters.length - 30; i < parameters.length; i += 2) {
        parameters[i] = x;
        parameters[i + 1] = y;
      }
      network.setParameters(parameters);
      network.save(file, new ModelInfo("stub", ModelInfo.Task.KEYPOINTS, List.of(), Map.of("trained on", "nothing")));
    }
    return file;
  }

  /** A keypoint network with random weights. */
  static Path random(Path file) throws Exception {
    return saved(file, KEYPOINTS, ModelInfo.Task.KEYPOINTS);
  }

  /** A keypoint network with random weights so small that its answers lie within the picture. */
  static Path gentle(Path file) throws Exception {
    NativePath.choose(null);
    try (TrainableNetwork network = Dl4jBackend.start(0).create(KEYPOINTS, new Backend.Updater.Adam(), 5)) {
      float[] parameters = network.parameters();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] *= 0.7f;
      }
      network.setParameters(parameters);
      network.save(file, new ModelInfo("stub", ModelInfo.Task.KEYPOINTS, List.of(), Map.of()));
    }
    return file;
  }

  /** A classifier of 32×32 colour pictures with random weights. */
  static Path classifier(Path file) throws Exception {
    return saved(file, CLASSES, ModelInfo.Task.CLASSES);
  }

  private static Path saved(Path file, NetworkSpec spec, ModelInfo.Task task) throws Exception {
    NativePath.choose(null);
    try (TrainableNetwork network = Dl4jBackend.start(0).create(spec, new Backend.Updater.Adam(), 5)) {
      float[] parameters = network.parameters();
      // Biases start at 0; others show whether they are added.
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] += i % 7 * 0.01f;
      }
      network.setParameters(Arrays.copyOf(parameters, parameters.length));
      network.save(file, new ModelInfo(spec.name(), task, List.of(), Map.of()));
    }
    return file;
  }
}
