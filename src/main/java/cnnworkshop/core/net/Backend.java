package cnnworkshop.core.net;

import cnnworkshop.core.UserFailure;
import java.nio.file.Path;
import java.util.Optional;

/** The numerical library networks run on, started once: it opens and builds networks. */
public interface Backend {

  /**
   * What runs underneath.
   *
   * @param library names and versions, such as {@code ND4J 1.0.0-M2.1, oneDNN 2.5.2}
   * @param natives which natives were chosen, such as {@code linux-x86_64-onednn-avx2}
   * @param fastPath whether oneDNN computes convolutions and pooling
   * @param threads threads a computation on the processor uses
   * @param gpu what it computes on if that is not the processor
   * @param gpuUnused why the processor computes although the program was built for a GPU and one was asked for
   */
  record Description(String library, String natives, boolean fastPath, int threads, Optional<Gpu> gpu,
      Optional<UserFailure> gpuUnused) {

    /** On the processor, in a build that knows no other. */
    public Description(String library, String natives, boolean fastPath, int threads) {
      this(library, natives, fastPath, threads, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A graphics processor.
   *
   * @param name in its maker's words
   * @param memoryBytes the memory it has
   * @param driver the newest CUDA version its driver serves, such as {@code 12.2}
   * @param capability its compute capability, such as {@code 8.6}
   */
  record Gpu(String name, long memoryBytes, String driver, String capability) {}

  /** What runs underneath. */
  Description description();

  /**
   * Opens one of our model files, a plain DL4J {@code MultiLayerNetwork} zip or a Keras {@code .h5} file of a sequential
   * convolutional network. What a file is shows its content, not its name.
   *
   * @throws ModelFailure if the file can't be used; it says why
   */
  Network open(Path file) throws ModelFailure;

  /**
   * A new network with seeded random weights.
   *
   * @param spec its layers
   * @param updater how it learns
   * @param seed the same seed gives the same weights and the same dropout
   */
  TrainableNetwork create(NetworkSpec spec, Updater updater, long seed);

  /** How weights follow their gradients. Learning rates come from {@link TrainableNetwork#setLearningRate}. */
  sealed interface Updater {
    /** Adam with its usual decay rates 0.9 and 0.999. */
    record Adam() implements Updater {}

    /** Nesterov momentum. */
    record Nesterov(double momentum) implements Updater {}

    /** Plain gradient descent: each step is the rate times the gradient. */
    record Sgd() implements Updater {}

    /** Each weight's step is divided by the running root mean square of its gradients; decay 0.95. */
    record RmsProp() implements Updater {}
  }
}
