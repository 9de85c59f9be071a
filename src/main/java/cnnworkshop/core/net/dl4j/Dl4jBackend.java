package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Networks on DL4J 1.0.0-M2.1 and ND4J's CPU natives, with oneDNN where {@link NativePath} found it. */
public final class Dl4jBackend implements Backend {

  private final Description description;

  private Dl4jBackend(Description description) {
    this.description = description;
  }

  /**
   * Loads the natives: 1 to 3 seconds at the first call, so not on the JavaFX thread.
   * {@link NativePath#choose} comes before.
   *
   * @param threads threads a computation uses; 0 lets the library decide
   * @throws NativesMissing if ND4J's natives can't be loaded
   */
  public static Dl4jBackend start(int threads) throws NativesMissing {
    try {
      // Always first: JavaCPP's Loader and Pointer initialise each other, and OpenCV starts on another thread.
      Loader.getPlatform();
      if (threads > 0) {
        // OpenMP reads its own variable when it starts; ND4J and OpenBLAS are told here.
        System.setProperty("org.nd4j.blas.threads", String.valueOf(threads));
      }
      Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
      Nd4j.getMemoryManager().togglePeriodicGc(false);
      if (threads > 0) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
      }
      Description description = new Description("ND4J 1.0.0-M2.1", NativePath.chosen(),
          BaseMKLDNNHelper.mklDnnEnabled(), Nd4j.getEnvironment().maxThreads());
      return new Dl4jBackend(description);
    } catch (LinkageError | RuntimeException e) {
      throw new NativesMissing(e, NativePath.chosen());
    }
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Network open(Path file) throws ModelFailure {
    ForeignFile.refuse(file);
    ModelZip.Content content = ForeignFile.isHdf5(file) ? KerasModel.read(file) : ModelZip.read(file);
    try {
      return new Dl4jNetwork(content.net(), content.spec(), content.info());
    } catch (RuntimeException e) {
      // The first picture sent through met layers and weights that do not fit each other.
      content.net().close();
      throw new ModelFailure(Kind.WRONG_SHAPE, String.valueOf(file.getFileName()), e,
          content.spec().input().toString(), String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  @Override
  public TrainableNetwork create(NetworkSpec spec, Updater updater, long seed) {
    MultiLayerNetwork net = new MultiLayerNetwork(SpecToDl4j.configuration(spec, updater, seed));
    net.init();
    TrainingHelpers.into(net, description.threads());
    return new Dl4jNetwork(net, spec, new ModelInfo(spec.name(), Tasks.of(spec), List.of(), Map.of()));
  }
}
