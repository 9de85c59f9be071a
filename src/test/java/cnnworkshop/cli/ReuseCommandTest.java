package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReuseCommandTest {

  private static final String[] OTHERS = {"--classes", "square,pentagon,star", "--difficulty", "0.2"};

  @TempDir
  static Path folder;

  private static Path base;

  @BeforeAll
  static void trainABase() {
    base = folder.resolve("base.zip");
    CommandRun run = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "sixty_seconds", "--classes",
        "circle,ring", "--difficulty", 0.2, "--pictures", 200, "--epochs", 1, "--out", base);
    assertThat(run.err()).contains("of 2 classes");
    assertThat(run.code()).isZero();
  }

  @Test
  void aNetworkForOtherClassesIsWrittenAndSaysWhereItComesFrom() {
    Path out = folder.resolve("other.zip");
    CommandRun run = reuse("--per-class", 10, "--steps", 30, "--out", out);
    assertThat(run.err()).contains("15 layers stay, up to activation4, 15 of them frozen").contains("was written");
    assertThat(run.code()).isZero();
    CommandRun info = CommandRun.of(folder, "info", out);
    assertThat(info.out()).contains("15 layers of sixty_seconds, 15 of them frozen").contains("head_pool")
        .contains("test accuracy: ");
  }

  @Test
  void aRacePrintsWhatEachReachesAndATableOfAllTrainings() throws Exception {
    Path csv = folder.resolve("race.csv");
    CommandRun run = reuse("--per-class", 4, "--seed", "1,2", "--steps", 12, "--race", "scratch,frozen", "--csv",
        csv);
    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(1)).startsWith("scratch").contains(" 4 ").contains("±");
    assertThat(Files.readAllLines(csv)).hasSize(5);
  }

  @Test
  void whatCannotBeDoneIsSaidBeforeAnythingIsTrained() {
    assertThat(reuse("--per-class", 4).err()).contains("Give either --out");
    assertThat(reuse("--keep", "conv9", "--out", folder.resolve("x.zip")).err()).contains("can't be cut after conv9");
    assertThat(reuse("--out", folder.resolve("no/x.zip")).err()).contains("There is no folder");
    CommandRun wrong = CommandRun.of(folder, "reuse", "--model", base, "--task", "shapes10", "--classes", "square,dog",
        "--out", folder.resolve("x.zip"));
    assertThat(wrong.err()).contains("There is no class dog");
    assertThat(wrong.code()).isEqualTo(Main.FAILED);
    assertThat(folder.resolve("x.zip")).doesNotExist();
  }

  private static CommandRun reuse(Object... more) {
    List<Object> args = new ArrayList<>(List.of("reuse", "--model", base, "--task", "shapes10"));
    args.addAll(List.of(OTHERS));
    args.addAll(List.of(more));
    return CommandRun.of(folder, args.toArray());
  }
}
