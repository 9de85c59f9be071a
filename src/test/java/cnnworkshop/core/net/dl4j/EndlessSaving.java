package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that saves two networks over the same file in turn until it is killed; a dot for each save. */
final class EndlessSaving {

  private EndlessSaving() {}

  /** Starts it; {@code first} and {@code second} hold the networks it saves as {@code file}. */
  static Process start(Path file, Path first, Path second) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), EndlessSaving.class.getName(),
        file.toString(), first.toString(), second.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(1);
    try (Network first = backend.open(Path.of(arguments[1])); Network second = backend.open(Path.of(arguments[2]))) {
      for (int i = 0; true; i++) {
        Network network = i % 2 == 0 ? second : first;
        network.save(file, network.info());
        System.out.print('.');
        System.out.flush();
      }
    }
  }
}
