package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.onednn.OneDnn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Networks on DL4J 1.0.0-M2.1 and ND4J: on its CPU natives, with oneDNN where {@link NativePath} found it, and networks
 * as a whole by oneDNN itself where {@link FastComputation} can; or on a GPU where the program was built for that and
 * {@link GpuChoice} finds one.
 */
public final class Dl4jBackend implements Backend {

  private static final String LIBRARY = "ND4J 1.0.0-M2.1";

  /** Parameters of a network that is worth a collection. */
  private static final long MUCH = 1 << 22;

  private final Description description;
  private final Optional<OneDnn> library;

  private Dl4jBackend(Description description, Optional<OneDnn> library) {
    this.description = description;
    this.library = library;
  }

  /**
   * Loads the natives: 1 to 3 seconds at the first call, so not on the JavaFX thread.
   * {@link NativePath#choose} comes before.
   *
   * @param threads threads a computation uses; 0 lets the library decide
   * @param computeOn on what; once ND4J has started, the process stays with that
   * @throws NativesMissing if ND4J's natives can't be loaded
   * @throws GpuUnusable if nothing but a GPU will do and there is none that is usable
   */
  public static Dl4jBackend start(int threads, ComputeOn computeOn) throws NativesMissing, GpuUnusable {
    GpuChoice choice;
    try {
      // Always first: JavaCPP's Loader and Pointer initialise each other, and OpenCV starts on another thread.
      Loader.getPlatform();
      choice = chosen(computeOn, new CudaRuntime());
    } catch (LinkageError e) {
      throw new NativesMissing(e, NativePath.chosen());
    }
    try {
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
      Optional<OneDnn> oneDnn = choice.gpu().isPresent() ? Optional.empty() : OneDnn.load();
      String libraries = oneDnn.map(each -> LIBRARY + ", oneDNN " + each.version()).orElse(LIBRARY);
      Description description = new Description(libraries, natives(choice), BaseMKLDNNHelper.mklDnnEnabled(),
          Nd4j.getEnvironment().maxThreads(), choice.gpu(), choice.unusable().map(UserFailure.class::cast));
      return new Dl4jBackend(description, oneDnn);
    } catch (LinkageError | RuntimeException e) {
      throw choice.gpu().isPresent() ? new NativesMissing(e, choice.gpu().get())
          : new NativesMissing(e, NativePath.chosen());
    }
  }

  /** As {@link #start(int, ComputeOn)}, on a GPU if there is a usable one. */
  public static Dl4jBackend start(int threads) throws NativesMissing {
    try {
      return start(threads, ComputeOn.GPU_IF_THERE);
    } catch (GpuUnusable e) {
      throw new IllegalStateException(e); // thrown only where nothing else will do
    }
  }

  /** Whether the program was built with ND4J's CUDA backend, so that a GPU can be asked for. Loads nothing. */
  public static boolean offersGpu() {
    return new CudaRuntime().isBuiltIn();
  }

  /** Decides and lets ND4J find no other backend than the one decided on. */
  private static GpuChoice chosen(ComputeOn computeOn, Cuda cuda) throws GpuUnusable {
    GpuChoice choice = GpuChoice.of(computeOn, cuda);
    if (cuda.isBuiltIn()) {
      ClassLoader all = Dl4jBackend.class.getClassLoader();
      ND4JClassLoading.setNd4jClassloader(
          new OneBackend(all, choice.gpu().isPresent() ? OneBackend.CPU : OneBackend.CUDA));
    }
    if (choice.gpu().isPresent()) {
      NativePath.leaveHelpersOff();
    }
    return choice;
  }

  private static String natives(GpuChoice choice) {
    return choice.gpu().isPresent() ? NativePath.ofCuda() : NativePath.chosen();
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
      Network opened = network(content.net(), content.spec(), content.info());
      if (opened.parameterCount() > MUCH) {
        // Reading leaves several times the file's size behind; Java would keep it until it needs the room.
        System.gc();
      }
      return opened;
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
    return network(net, spec, new ModelInfo(spec.name(), Tasks.of(spec), List.of(), Map.of()));
  }

  private Dl4jNetwork network(MultiLayerNetwork net, NetworkSpec spec, ModelInfo info) {
    return new Dl4jNetwork(net, spec, info, each -> library.filter(any -> NativePath.areHelpersOn())
        .flatMap(oneDnn -> FastComputation.of(oneDnn, each, spec, description.threads())));
  }
}
