package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cnnworkshop.core.net.Backend.Gpu;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.dl4j.Cuda.CudaError;
import cnnworkshop.core.net.dl4j.Cuda.Device;
import cnnworkshop.core.net.dl4j.GpuUnusable.Reason;
import cnnworkshop.core.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each thing that can be missing, told by a CUDA that is not there. */
class GpuChoiceTest {

  private static final Device RTX_3060 = new Device("NVIDIA GeForce RTX 3060", 12L << 30, 12_020, 8, 6);

  /** A machine on which everything is there; tests take something away. */
  private static class Machine implements Cuda {
    @Override
    public boolean isBuiltIn() {
      return true;
    }

    @Override
    public void loadDriver() {}

    @Override
    public int deviceCount() throws CudaError {
      return 1;
    }

    @Override
    public Device firstDevice() {
      return RTX_3060;
    }

    @Override
    public long freeBytes() {
      return 11L << 30;
    }

    @Override
    public void loadLibraries() {}
  }

  @Test
  void aUsableGpuComputes() throws Exception {
    Gpu expected = new Gpu("NVIDIA GeForce RTX 3060", 12L << 30, "12.2", "8.6");

    assertThat(GpuChoice.of(ComputeOn.GPU_IF_THERE, new Machine()).gpu()).contains(expected);
    assertThat(GpuChoice.of(ComputeOn.GPU, new Machine()).gpu()).contains(expected);
    assertThat(GpuChoice.of(ComputeOn.GPU, new Machine()).unusable()).isEmpty();
  }

  @Test
  void whoAsksForTheProcessorGetsItWithoutAWordAndWithoutTouchingCuda() throws Exception {
    GpuChoice choice = GpuChoice.of(ComputeOn.CPU, new Machine() {
      @Override
      public void loadDriver() {
        throw new AssertionError("touched");
      }
    });

    assertThat(choice.gpu()).isEmpty();
    assertThat(choice.unusable()).isEmpty();
  }

  @Test
  void aBuildWithoutCudaSaysNothingUnlessAGpuIsAskedFor() throws Exception {
    Machine plain = new Machine() {
      @Override
      public boolean isBuiltIn() {
        return false;
      }
    };

    assertThat(GpuChoice.of(ComputeOn.GPU_IF_THERE, plain).unusable()).isEmpty();
    assertThat(catchThrowableOfType(GpuUnusable.class, () -> GpuChoice.of(ComputeOn.GPU, plain)).reason())
        .isEqualTo(Reason.BUILD);
  }

  @Test
  void withoutADriverTheProcessorComputes() throws Exception {
    assertFallsBack(Reason.DRIVER, "libcuda.so.1", new Machine() {
      @Override
      public void loadDriver() {
        throw new UnsatisfiedLinkError("libcuda.so.1: cannot open shared object file: No such file or directory");
      }
    });
  }

  @Test
  void withAnOldDriverTheProcessorComputes() throws Exception {
    assertFallsBack(Reason.OLD_DRIVER, "CUDA 11.6", failing(35, "CUDA driver version is insufficient"));
  }

  @Test
  void withoutADeviceTheProcessorComputes() throws Exception {
    assertFallsBack(Reason.DEVICE, "nvidia-smi", failing(100, "no CUDA-capable device is detected"));
    assertFallsBack(Reason.DEVICE, "nvidia-smi", new Machine() {
      @Override
      public int deviceCount() {
        return 0;
      }
    });
  }

  @Test
  void anotherFaultOfCudaIsToldInItsWords() throws Exception {
    assertFallsBack(Reason.CUDA, "unspecified launch failure (719)", failing(719, "unspecified launch failure (719)"));
  }

  @Test
  void onADeviceTheNativesHoldNoCodeForTheProcessorComputes() throws Exception {
    assertFallsBack(Reason.CAPABILITY, "9.0", new Machine() {
      @Override
      public Device firstDevice() {
        return new Device("NVIDIA H100", 80L << 30, 12_020, 9, 0);
      }
    });
  }

  @Test
  void codeRunsOnTheSameMajorAndAHigherMinorNumber() {
    assertThat(GpuChoice.hasCodeFor(3, 5)).isFalse();
    assertThat(GpuChoice.hasCodeFor(3, 7)).isTrue();
    assertThat(GpuChoice.hasCodeFor(5, 0)).isTrue();
    assertThat(GpuChoice.hasCodeFor(7, 2)).isTrue();
    assertThat(GpuChoice.hasCodeFor(8, 9)).isTrue();
    assertThat(GpuChoice.hasCodeFor(9, 0)).isFalse();
    assertThat(GpuChoice.hasCodeFor(12, 0)).isFalse();
  }

  @Test
  void withTooLittleMemoryTheProcessorComputes() throws Exception {
    assertFallsBack(Reason.MEMORY, "1.5 GB are free and 2.0 GB", new Machine() {
      @Override
      public long freeBytes() {
        return 3L << 29;
      }
    });
  }

  @Test
  void withoutALibraryTheProcessorComputes() throws Exception {
    assertFallsBack(Reason.LIBRARY, "libcudnn.so.8", new Machine() {
      @Override
      public void loadLibraries() {
        // As JavaCPP has it: what the linker said is underneath.
        UnsatisfiedLinkError outer = new UnsatisfiedLinkError("no jnicudnn in java.library.path: /usr/lib");
        outer.initCause(new UnsatisfiedLinkError("/cache/libjnicudnn.so: "
            + "libcudnn.so.8: cannot open shared object file: No such file or directory"));
        throw outer;
      }
    });
  }

  private static Machine failing(int code, String message) {
    return new Machine() {
      @Override
      public int deviceCount() throws CudaError {
        throw new CudaError(code, message);
      }
    };
  }

  /** One line that names the matter and says that the CPU computes; no such promise where only a GPU will do. */
  private static void assertFallsBack(Reason reason, String named, Cuda cuda) throws Exception {
    Texts texts = Texts.load(Locale.ENGLISH);
    GpuChoice choice = GpuChoice.of(ComputeOn.GPU_IF_THERE, cuda);
    assertThat(choice.gpu()).isEmpty();
    GpuUnusable why = choice.unusable().orElseThrow();
    assertThat(why.reason()).isEqualTo(reason);
    assertThat(texts.sentence(why)).startsWith("The CPU computes, ").contains(named).hasLineCount(1)
        .doesNotContain("{", "null");

    GpuUnusable strict = catchThrowableOfType(GpuUnusable.class, () -> GpuChoice.of(ComputeOn.GPU, cuda));
    assertThat(strict.reason()).isEqualTo(reason);
    assertThat(texts.sentence(strict)).doesNotContain("The CPU computes").contains("usable", named);
  }
}
