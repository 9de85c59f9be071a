package cnnworkshop.cli;

import cnnworkshop.core.net.ComputeOn;
import picocli.CommandLine.Option;

/** The options every command takes. */
final class CommonOptions {

  /** The name of the option that says on what networks compute. */
  static final String DEVICE = "--device";

  /** The library decides how many threads it uses. */
  static final int ITS_OWN_CHOICE = 0;

  @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "cli.help")
  private boolean help;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "cli.threads", converter = PositiveNumber.class)
  private int threads = ITS_OWN_CHOICE;

  /** Read for all commands in one place, {@link Main}: what computes is decided when the library starts. */
  @Option(names = DEVICE, paramLabel = "cpu|gpu", descriptionKey = "cli.device", converter = DeviceName.class)
  private ComputeOn device;

  @Option(names = {"-q", "--quiet"}, descriptionKey = "cli.quiet")
  private boolean quiet;

  /** Threads a computation may use, or {@link #ITS_OWN_CHOICE}. */
  int threads() {
    return threads;
  }

  /** Threads for our own loops. */
  int workers() {
    return threads == ITS_OWN_CHOICE ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** Whether nothing but results and failures is wanted. */
  boolean quiet() {
    return quiet;
  }
}
