package cnnworkshop.core.net;

import java.util.Locale;
import java.util.Optional;

/** What networks are asked to compute on. */
public enum ComputeOn {
  /** The graphics processor if there is a usable one, the processor otherwise. */
  GPU_IF_THERE,
  /** The graphics processor and nothing else. */
  GPU,
  /** The processor. */
  CPU;

  /** The one meant by {@code cpu} or {@code gpu} on a command line, in any case. */
  public static Optional<ComputeOn> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "cpu" -> Optional.of(CPU);
      case "gpu" -> Optional.of(GPU);
      default -> Optional.empty();
    };
  }
}
