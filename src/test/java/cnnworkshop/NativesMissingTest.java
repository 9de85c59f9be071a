package cnnworkshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program in a process of its own from which a jar with native libraries has been taken away. */
class NativesMissingTest {

  @TempDir
  Path folder;

  // D34
  @Test
  void withoutNd4jsNativesItSaysSoInALineAndEnds() throws Exception {
    assertFailsInALine("nd4j-native-1\\.0\\.0-M2\\.1-.+\\.jar", "jnind4jcpu");
  }

  @Test
  void withoutOpenBlasItSaysSoInALineAndEnds() throws Exception {
    assertFailsInALine("openblas-.+-(linux|macosx|windows)-.+\\.jar", "openblas");
  }

  private void assertFailsInALine(String jar, String named) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", classPathWithout(jar), "-Duser.home=" + folder, "cnnworkshop.Launcher", "info")
        .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(out).isEmptyFile();
    assertThat(Files.readAllLines(err, StandardCharsets.UTF_8)).singleElement().asString().contains(named);
  }

  private static String classPathWithout(String jar) {
    Pattern taken = Pattern.compile(jar);
    String[] entries = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator));
    List<String> left = Arrays.stream(entries)
        .filter(entry -> !taken.matcher(Path.of(entry).getFileName().toString()).matches())
        // The tests' own log would go to the console.
        .filter(entry -> !entry.endsWith("test-classes"))
        .toList();
    assertThat(left).hasSizeLessThan(entries.length - 1);
    return left.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
