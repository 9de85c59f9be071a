package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

  @TempDir
  Path folder;

  @BeforeEach
  void makeFaces() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("faces"));
    String header = "file,subject," + Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y").collect(Collectors.joining(","));
    String points = Arrays.stream(FaceLayout.MEAN_FACE.toArray()).mapToObj(v -> String.valueOf(v + 24))
        .collect(Collectors.joining(","));
    StringBuilder rows = new StringBuilder(header).append("\n");
    for (int i = 0; i < 4; i++) {
      TestPictures.pattern(pictures.resolve(i + ".png"), 144, 144);
      rows.append(i).append(".png,person").append(i).append(",").append(points).append("\n");
    }
    Files.writeString(folder.resolve("faces.csv"), rows);
  }

  @Test
  void aTrainedNetworkIsWrittenCanBeGoneOnFromAndEvaluates() {
    Path out = folder.resolve("net.zip");
    CommandRun first = train("--epochs", 1, "--out", out);
    assertThat(first.err()).contains("3 pictures to learn from, 1 of other people");
    assertThat(first.code()).isZero();
    assertThat(out).exists();

    Path further = folder.resolve("further.zip");
    CommandRun second =
        train("--epochs", 2, "--resume", folder.resolve("net.zip.checkpoint"), "--out", further);
    assertThat(second.code()).isZero();
    assertThat(second.err()).contains("Epoch 2").doesNotContain("Epoch 1:");

    CommandRun evaluated = CommandRun.of(folder, "evaluate", "--model", further, "--data", folder.resolve("faces"));
    assertThat(evaluated.code()).isZero();
    assertThat(evaluated.out()).contains("rmse_px");
  }

  @Test
  void whatCannotWorkIsSaidBeforeAnythingIsComputed() {
    CommandRun nowhere = train("--epochs", 1, "--out", folder.resolve("no/such/folder/net.zip"));
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.errLines()).singleElement().asString().contains("no folder");

    CommandRun noCheckpoint = train("--epochs", 1, "--quiet", "--resume", folder.resolve("faces.csv"), "--out",
        folder.resolve("net.zip"));
    assertThat(noCheckpoint.code()).isEqualTo(1);
    assertThat(noCheckpoint.errLines()).singleElement().asString().contains("faces.csv");
    assertThat(folder.resolve("net.zip")).doesNotExist();
  }

  private CommandRun train(Object... more) {
    Object[] start = {"train", "--task", "faces", "--data", folder.resolve("faces"), "--batch", 8};
    Object[] all = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return CommandRun.of(folder, all);
  }
}
