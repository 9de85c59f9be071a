package cnnworkshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program in a process of its own on machines that lack something it can do without. */
class StartOnOddMachinesTest {

  @TempDir
  Path folder;

  private record Run(int code, String out, List<String> err) {}

  // D35
  @Test
  void aHomeThatCanNotBeWrittenToIsNoReasonNotToStart() throws Exception {
    assumeThat(System.getProperty("os.name")).as("permissions as on POSIX").doesNotStartWith("Windows");
    Path home = Files.createDirectory(folder.resolve("home"));
    if ("root".equals(System.getProperty("user.name"))) {
      // Root may write everywhere, but makes no folder in a file either.
      home = Files.createFile(home.resolve("file"));
    } else {
      assertThat(home.toFile().setWritable(false)).isTrue();
    }
    Path temporary = Files.createDirectory(folder.resolve("temporary"));

    Run run = run(classPath(), "-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode info = new ObjectMapper().readTree(run.out());
    assertThat(Path.of(info.get("cache").asText())).startsWith(temporary);
    assertThat(Path.of(info.get("cache").asText()).resolve("natives")).isNotEmptyDirectory();
  }

  /** ND4J's CUDA backend is on the class path, and nothing of what it needs is. */
  @Test
  void builtForAGpuThatIsNotUsableItSaysSoInALineAndTheProcessorComputes() throws Exception {
    String classPath = backendForCuda() + File.pathSeparator + classPath();

    Run run = run(classPath, "-Duser.home=" + folder);

    assertThat(run.code()).isZero();
    assertThat(run.err()).singleElement().asString().startsWith("The CPU computes");
    JsonNode info = new ObjectMapper().readTree(run.out());
    assertThat(info.get("gpu").isNull()).isTrue();
    assertThat(info.get("natives").asText()).doesNotContain("cudnn");
  }

  @Test
  void whoAsksForAGpuAndNothingElseIsToldThatThereIsNone() throws Exception {
    Run run = run(classPath(), "-Duser.home=" + folder, "--device", "gpu");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().contains("mvn -Pcuda");
  }

  /** A place with a backend that ND4J would prefer, and that must never be asked. */
  private Path backendForCuda() throws Exception {
    Path place = Files.createDirectory(folder.resolve("cuda"));
    Path source = Files.writeString(folder.resolve("JCublasBackend.java"), """
        package org.nd4j.linalg.jcublas;
        public class JCublasBackend extends org.nd4j.linalg.factory.Nd4jBackend {
          public boolean isAvailable() { throw new NoClassDefFoundError("org/bytedeco/cuda/global/cudart"); }
          public boolean canRun() { return isAvailable(); }
          public boolean allowsOrder() { return false; }
          public int getPriority() { return BACKEND_PRIORITY_GPU; }
          public org.nd4j.common.io.Resource getConfigurationResource() { return null; }
          public Class getNDArrayClass() { return null; }
          public org.nd4j.linalg.factory.Environment getEnvironment() { return null; }
          public String buildInfo() { return ""; }
          public void logBackendInit() {}
        }
        """);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-nowarn", "-cp", classPath(),
        "-d", place.toString(), source.toString())).isZero();
    Path services = Files.createDirectories(place.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve("org.nd4j.linalg.factory.Nd4jBackend"),
        "org.nd4j.linalg.jcublas.JCublasBackend\n");
    return place;
  }

  /** Runs {@code info --json}; arguments that begin with -D are the JVM's. */
  private Run run(String classPath, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = Stream.of(
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp", classPath),
        Arrays.stream(arguments).filter(each -> each.startsWith("-D")),
        Stream.of("cnnworkshop.Launcher", "info", "--json"),
        Arrays.stream(arguments).filter(each -> !each.startsWith("-D"))).flatMap(each -> each).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("BACKEND_PRIORITY"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end");
    }
    return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
        Files.readAllLines(err, StandardCharsets.UTF_8));
  }

  /** The tests' own log would go to the console. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
  }
}
