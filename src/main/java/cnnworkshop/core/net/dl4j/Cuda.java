package cnnworkshop.core.net.dl4j;

/**
 * What CUDA says of this machine. To be asked in the order in which the methods stand here, all before ND4J starts:
 * ND4J itself ends in an {@code Error} that stays when anything is missing.
 */
interface Cuda {

  /** Whether the program was built with ND4J's CUDA backend. */
  boolean isBuiltIn();

  /**
   * Loads the driver's library.
   *
   * @throws LinkageError if there is none
   */
  void loadDriver();

  /**
   * How many devices there are.
   *
   * @throws CudaError if CUDA says so
   * @throws LinkageError if CUDA's runtime is missing
   */
  int deviceCount() throws CudaError;

  /** The first device. */
  Device firstDevice() throws CudaError;

  /** How much of the first device's memory nobody uses, in bytes. */
  long freeBytes() throws CudaError;

  /**
   * Loads cuBLAS, cuSOLVER, cuDNN and ND4J's natives.
   *
   * @throws LinkageError if one is missing
   */
  void loadLibraries();

  /**
   * A device.
   *
   * @param memoryBytes the memory it has
   * @param driver the newest CUDA version the driver serves, 1000 times the major and 10 times the minor number
   * @param major its compute capability before the point
   * @param minor its compute capability after the point
   */
  record Device(String name, long memoryBytes, int driver, int major, int minor) {}

  /** A call of CUDA's runtime failed. */
  final class CudaError extends Exception {

    static final int INSUFFICIENT_DRIVER = 35;
    static final int NO_DEVICE = 100;

    private static final long serialVersionUID = 1L;

    private final int code;

    CudaError(int code, String message) {
      super(message);
      this.code = code;
    }

    /** As in {@code cudaError_t}. */
    int code() {
      return code;
    }
  }
}
