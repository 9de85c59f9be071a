package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"predict", "maps", "evaluate", "train", "submission", "info", "bench"})
  void everyCommandExplainsItselfInWordsFromTheBundle(String command) {
    CommandRun run = CommandRun.of(folder, command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: cnn-workshop " + command, "Show this help.").doesNotContain("cli.");
  }

  @Test
  void helpNamesAllCommandsAndTheWindowsOptions() {
    CommandRun run = CommandRun.of(folder, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("predict", "maps", "evaluate", "train", "submission", "info", "bench", "--open",
        "--tab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "predict", "predict --threads 0 a.png", "predict --face 1,2,3 a.png",
      "predict --face 1,2,0,5 a.png", "maps a.png", "predict --bogus a.png", "maps --scale wide --out x a.png"})
  void aCommandLineThatCantBeUnderstoodIsAnsweredWithWhereHelpIs(String line) {
    CommandRun run = CommandRun.of(folder, (Object[]) line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(1)).contains("--help");
  }

  @Test
  void anUnexpectedFailureCostsALineThatNamesTheLog() {
    CommandRun run = CommandRun.of(folder, Locale.ENGLISH, (threads, computeOn) -> {
      throw new IllegalStateException("boom");
    }, "info");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("boom", folder.resolve("log").toString());
  }

  @Test
  void aLibraryThatCantBeLoadedCostsALine() {
    CommandRun run = CommandRun.of(folder, Locale.ENGLISH, (threads, computeOn) -> {
      throw new UnsatisfiedLinkError("no jnisomething");
    }, "info");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains("no jnisomething");
  }
}
