package cnnworkshop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine the program runs on, in the words of its system. */
record Machine(String processor, int cores, String system, String java) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This one. */
  static Machine here() {
    return new Machine(processorName(), Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
  }

  private static String processorName() {
    if (Files.isReadable(PROCESSORS)) {
      try (var lines = Files.lines(PROCESSORS)) {
        var name = lines.filter(line -> line.startsWith("model name")).findFirst();
        if (name.isPresent()) {
          return name.get().replaceFirst("^[^:]*:\\s*", "");
        }
      } catch (IOException e) {
        return System.getProperty("os.arch"); // the name is a courtesy; the architecture is at hand
      }
    }
    String windows = System.getenv("PROCESSOR_IDENTIFIER");
    return windows == null ? System.getProperty("os.arch") : windows;
  }
}
