package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.ComputeOn;
import java.util.Arrays;
import java.util.stream.Stream;

/** The graphics processor can't be computed on; a reason a person can act on. */
public final class GpuUnusable extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Reason {
    /** The program was built without CUDA. */
    BUILD("backend.failure.gpu.build"),
    /** There is no driver; argument: the library it would bring. */
    DRIVER("backend.failure.gpu.driver"),
    /** The driver is too old for this CUDA. */
    OLD_DRIVER("backend.failure.gpu.old-driver"),
    /** No graphics processor is there, or none is visible. */
    DEVICE("backend.failure.gpu.device"),
    /** The natives hold no code for this one; arguments: its name, its compute capability. */
    CAPABILITY("backend.failure.gpu.capability"),
    /** A library of CUDA or cuDNN is missing; argument: which. */
    LIBRARY("backend.failure.gpu.library"),
    /** Too little of its memory is free; arguments: its name, the free and the needed memory in gigabytes. */
    MEMORY("backend.failure.gpu.memory"),
    /** CUDA reports another error; argument: what it says. */
    CUDA("backend.failure.gpu.cuda");

    private final String key;

    Reason(String key) {
      this.key = key;
    }
  }

  private final Reason reason;

  /** @param wanted what was asked for: with {@link ComputeOn#GPU} nothing stands in for the GPU */
  GpuUnusable(Reason reason, Throwable cause, ComputeOn wanted, Object... arguments) {
    super(reason.key, cause,
        Stream.concat(Stream.of(wanted == ComputeOn.GPU ? 0 : 1), Arrays.stream(arguments)).toArray());
    this.reason = reason;
  }

  /** What stands in the way. */
  public Reason reason() {
    return reason;
  }
}
