package cnnworkshop.core.net;

import cnnworkshop.core.net.Backend.Updater;

/**
 * What a training keeps in memory, in bytes of numbers of 4 bytes each.
 *
 * <p>For every parameter: its value, its gradient, and what the updater remembers of it (Adam: the means of the
 * gradient and of its square, Kingma and Ba 2015; Nesterov: the velocity; RMSProp: the mean square; SGD: nothing).
 * For every picture of a batch: the picture, every layer's outputs, and the error at each of them on the way back. What
 * the library needs for single computations comes on top.
 */
public final class TrainingMemory {

  private static final int BYTES_A_NUMBER = 4;

  private TrainingMemory() {}

  /**
   * @param check of a network, as far as its shapes are known
   * @param input one picture
   * @param batch pictures a step, at least 1
   * @return bytes
   */
  public static long bytes(ShapeCheck check, Shape input, Updater updater, int batch) {
    double parameters = (double) check.parameters() * (2 + remembered(updater)) * BYTES_A_NUMBER;
    double onePicture = (double) input.size() * BYTES_A_NUMBER + 2.0 * check.activationBytes();
    return (long) (parameters + batch * onePicture);
  }

  /** Numbers kept for each parameter from step to step. */
  private static int remembered(Updater updater) {
    if (updater instanceof Updater.Adam) {
      return 2;
    }
    return updater instanceof Updater.Sgd ? 0 : 1;
  }
}
