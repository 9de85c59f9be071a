package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.Backend.Gpu;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.dl4j.Cuda.CudaError;
import cnnworkshop.core.net.dl4j.GpuUnusable.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether networks compute on the graphics processor, decided before ND4J starts.
 *
 * @param gpu the one that computes; empty if the processor does
 * @param unusable why the processor computes although a GPU was asked for in a program built for one
 */
record GpuChoice(Optional<Gpu> gpu, Optional<GpuUnusable> unusable) {

  /**
   * CUDA's context and the kernels of cuBLAS, cuDNN and ND4J take up to 1 GB; training the keypoint network takes about
   * as much again: 16.6 million weights, their gradients and Adam's two means, and the values of 128 pictures.
   */
  static final long NEEDED_BYTES = 2L << 30;

  private static final double BYTES_PER_GIGABYTE = 1L << 30;

  /** How the linker names what it lacks, on Linux. */
  private static final Pattern MISSING = Pattern.compile("(lib[\\w.+-]+\\.so[.\\d]*): cannot open shared object file");

  /**
   * Decides.
   *
   * @throws GpuUnusable if nothing but a GPU will do and there is none that is usable
   */
  static GpuChoice of(ComputeOn wanted, Cuda cuda) throws GpuUnusable {
    if (wanted == ComputeOn.CPU || !cuda.isBuiltIn() && wanted == ComputeOn.GPU_IF_THERE) {
      return new GpuChoice(Optional.empty(), Optional.empty());
    }
    try {
      return new GpuChoice(Optional.of(usable(wanted, cuda)), Optional.empty());
    } catch (GpuUnusable e) {
      if (wanted == ComputeOn.GPU) {
        throw e;
      }
      return new GpuChoice(Optional.empty(), Optional.of(e));
    }
  }

  private static Gpu usable(ComputeOn wanted, Cuda cuda) throws GpuUnusable {
    if (!cuda.isBuiltIn()) {
      throw new GpuUnusable(Reason.BUILD, null, wanted);
    }
    try {
      cuda.loadDriver();
    } catch (LinkageError e) {
      throw new GpuUnusable(Reason.DRIVER, e, wanted, missing(e));
    }
    try {
      if (cuda.deviceCount() == 0) {
        throw new GpuUnusable(Reason.DEVICE, null, wanted);
      }
      Cuda.Device device = cuda.firstDevice();
      Gpu gpu = new Gpu(device.name(), device.memoryBytes(), device.driver() / 1000 + "." + device.driver() % 1000 / 10,
          device.major() + "." + device.minor());
      if (!hasCodeFor(device.major(), device.minor())) {
        throw new GpuUnusable(Reason.CAPABILITY, null, wanted, gpu.name(), gpu.capability());
      }
      long free = cuda.freeBytes();
      if (free < NEEDED_BYTES) {
        throw new GpuUnusable(Reason.MEMORY, null, wanted, gpu.name(), free / BYTES_PER_GIGABYTE,
            NEEDED_BYTES / BYTES_PER_GIGABYTE);
      }
      cuda.loadLibraries();
      return gpu;
    } catch (CudaError e) {
      throw switch (e.code()) {
        case CudaError.NO_DEVICE -> new GpuUnusable(Reason.DEVICE, e, wanted);
        case CudaError.INSUFFICIENT_DRIVER -> new GpuUnusable(Reason.OLD_DRIVER, e, wanted);
        default -> new GpuUnusable(Reason.CUDA, e, wanted, e.getMessage());
      };
    } catch (LinkageError e) {
      throw new GpuUnusable(Reason.LIBRARY, e, wanted, missing(e));
    }
  }

  /**
   * Whether ND4J's natives hold machine code for a compute capability: they have that of 3.7, 5.0, 5.2, 6.0, 6.1, 7.0,
   * 7.5, 8.0 and 8.6, which runs on the same major number with the same or a higher minor one, and nothing a driver
   * could translate for others (docs/decisions/0010-gpu.md).
   */
  static boolean hasCodeFor(int major, int minor) {
    return major == 3 ? minor >= 7 : major >= 5 && major <= 8;
  }

  /** The name of the library that is missing, or what the linker says first. */
  private static String missing(Throwable thrown) {
    String first = "";
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      Matcher name = MISSING.matcher(message);
      if (name.find()) {
        return name.group(1);
      }
      first = message.lines().findFirst().orElse(first);
    }
    return first;
  }
}
