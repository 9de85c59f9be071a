package cnnworkshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/cnn-workshop} in a folder laid out like the packaged one, with a program that tells what it got. */
class BinScriptTest {

  private static final Path SCRIPT = Path.of("src", "main", "dist", "bin", "cnn-workshop");

  /** Tells its arguments and whether it can open a file by a name that is not ASCII. */
  private static final String PROGRAM = """
      package cnnworkshop;
      public class Launcher {
        public static void main(String[] args) throws Exception {
          var out = new java.io.PrintStream(System.out, true, "UTF-8");
          for (String arg : args) {
            out.println("<" + arg + ">");
          }
          out.println("helper " + cnnworkshop.Library.NAME);
          out.println("exists " + (args.length > 0 && java.nio.file.Files.exists(java.nio.file.Path.of(args[0]))));
          out.println("java " + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
          out.println("heap " + Runtime.getRuntime().maxMemory() / 1000000);
          System.exit(7);
        }
      }
      """;
  private static final String LIBRARY = """
      package cnnworkshop;
      public class Library {
        public static final String NAME = String.valueOf("found");
      }
      """;

  @TempDir
  Path folder;

  private Path program;

  /** What a run gave. */
  private record Run(int code, String out, String err) {}

  @BeforeEach
  void layOut() throws Exception {
    assumeThat(System.getProperty("os.name")).as("a POSIX shell is needed").doesNotStartWith("Windows");
    program = Files.createDirectories(folder.resolve("the programs").resolve("cnn workshop é 图"));
    Files.createDirectories(program.resolve("bin"));
    Files.copy(SCRIPT, program.resolve("bin").resolve("cnn-workshop"));
    Files.createDirectories(program.resolve("lib"));
    jar(program.resolve("lib").resolve("cnn-workshop.jar"), "Launcher");
    jar(program.resolve("lib").resolve("library-1.0.jar"), "Library");
  }

  private void jar(Path jar, String name) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources").resolve("cnnworkshop"));
    Path library = Files.writeString(sources.resolve("Library.java"), LIBRARY);
    Path launcher = Files.writeString(sources.resolve("Launcher.java"), PROGRAM);
    Path classes = folder.resolve("classes");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-d", classes.toString(),
        library.toString(), launcher.toString())).isZero();
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("cnnworkshop/" + name + ".class"));
      Files.copy(classes.resolve("cnnworkshop").resolve(name + ".class"), out);
    }
  }

  @Test
  void argumentsAndExitCodePassThroughFromAnyFolder() throws Exception {
    Run run = run(folder, script(), "predict", "a b.png", "--face", "1,2,3,4", "$HOME * 'x'", "");

    assertThat(run.code()).isEqualTo(7);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("<predict>\n<a b.png>\n<--face>\n<1,2,3,4>\n<$HOME * 'x'>\n<>\nhelper found\n");
  }

  @Test
  void aRelativePathAndSymbolicLinksLeadToTheSameProgram() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(links.resolve("two"), links.relativize(script()));

    assertThat(run(folder, links.resolve("one")).out()).contains("helper found");
    assertThat(run(program.resolve("lib"), Path.of("..", "bin", "cnn-workshop")).out()).contains("helper found");
    assertThat(run(program.resolve("bin"), Path.of(".", "cnn-workshop")).out()).contains("helper found");
  }

  @Test
  void filesWithAnyNameCanBeOpenedWithoutAUtf8Locale() throws Exception {
    Path file = Files.createFile(folder.resolve("图片 é ñ.jpg"));

    ProcessBuilder c = builder(folder, script(), file.toString());
    c.environment().put("LC_ALL", "C");
    assertThat(run(c).out()).contains("<" + file + ">", "exists true");

    ProcessBuilder unset = builder(folder, script(), file.toString());
    unset.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    assertThat(run(unset).out()).contains("<" + file + ">", "exists true");
  }

  @Test
  void theSecondStartOfTheWindowFindsItsClassesInAnArchive() throws Exception {
    Run first = run(folder, script());
    assertThat(first.out()).contains("helper found").contains("ArchiveClassesAtExit");
    Run second = run(folder, script(), "--tab", "photo");
    assertThat(second.out()).contains("helper found").contains("SharedArchiveFile");
    assertThat(second.err()).isEmpty();
    assertThat(run(folder, script(), "predict").out()).contains("SharedArchiveFile");
  }

  @Test
  void aCommandWritesNoArchiveAndADamagedOneIsNoTrouble() throws Exception {
    assertThat(run(folder, script(), "predict").out()).doesNotContain("ArchiveClassesAtExit");
    run(folder, script());
    run(folder, script());
    Path archive;
    try (Stream<Path> files = Files.list(folder.resolve("the caches").resolve("cnn-workshop"))) {
      archive = files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
    Files.delete(archive);
    Files.writeString(archive, "half an archive");
    Run run = run(folder, script());
    assertThat(run.out()).startsWith("helper found");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(7);
  }

  @Test
  void withoutAPlaceForCachesItStarts() throws Exception {
    ProcessBuilder builder = builder(folder, script());
    builder.environment().put("XDG_CACHE_HOME", Files.createFile(folder.resolve("no folder")).toString());
    Run run = run(builder);
    assertThat(run.out()).startsWith("helper found").doesNotContain("ArchiveClassesAtExit");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aMissingJavaIsSaidInALine() throws Exception {
    ProcessBuilder home = builder(folder, script());
    home.environment().put("JAVA_HOME", folder.resolve("nowhere").toString());
    Run run = run(home);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("nowhere", "JAVA_HOME");

    // A PATH with the few programs the script uses, and no Java.
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed", "locale", "head")) {
      Path wrapper = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
      assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    }
    ProcessBuilder path = builder(folder, script());
    path.environment().remove("JAVA_HOME");
    path.environment().put("PATH", tools.toString());
    run = run(path);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("Java 17");
  }

  @Test
  void aJavaThatIsTooOldIsSaidInALine() throws Exception {
    Path home = Files.createDirectories(folder.resolve("old java"));
    Files.createDirectories(home.resolve("bin"));
    Path java = home.resolve("bin").resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = builder(folder, script());
    builder.environment().put("JAVA_HOME", home.toString());

    assertTooOld(run(builder), "11.0.2");

    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_292\"\n");
    assertTooOld(run(builder), "1.8.0_292");
  }

  private static void assertTooOld(Run run, String version) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("Java 17", version);
  }

  private Path script() {
    return program.resolve("bin").resolve("cnn-workshop");
  }

  private static Run run(Path directory, Path script, String... args) throws Exception {
    return run(builder(directory, script, args));
  }

  /** As a person with the Java these tests run on. */
  private static ProcessBuilder builder(Path directory, Path script, String... args) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", directory.resolve("the caches").toString());
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }

  private static Run run(ProcessBuilder builder) throws Exception {
    Path out = Files.createTempFile("out", null);
    Path err = Files.createTempFile("err", null);
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it did not end");
      }
      return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
