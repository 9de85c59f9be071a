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
  void theWorkshopsOwnRecipeCanBeTakenAndChangedAndIsRecorded() {
    Path out = folder.resolve("workshop.zip");
    CommandRun run = train("--recipe", "workshop", "--epochs", 1, "--change", "turn=5", "--change", "flip=0", "--out", out);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("mean face is");

    CommandRun info = CommandRun.of(folder, "info", out);
    assertThat(info.out()).contains("workshop").contains("Nesterov").contains("0.999").contains("turn 5")
        .doesNotContain("flip").doesNotContain("bend").contains("0.1, 0.2, 0.3, 0.5");
  }

  @Test
  void aClassifierIsTrainedOnDrawnShapesAndItsFileSaysHowWell() throws Exception {
    Path out = folder.resolve("shapes.zip");
    CommandRun run = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "cnn", "--pictures", 200,
        "--epochs", 2, "--change", "flip=0.5", "--name", "my shapes", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("180 pictures of 10 classes", "20 held out", "Epoch 2", "accuracy");

    CommandRun info = CommandRun.of(folder, "info", out);
    assertThat(info.out()).contains("test accuracy").contains("flip=0.5").contains("Adam");
  }

  @Test
  void aTimeBudgetMeasuresThisMachineAndSetsTheEpochs() {
    CommandRun run = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "cnn", "--pictures", 200,
        "--time", 1000, "--epochs", 1, "--out", folder.resolve("in-time.zip"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("pictures a second here: 1 epochs of 180 pictures").contains("Epoch 1:")
        .doesNotContain("Epoch 2:");
  }

  @Test
  void aTimeTooShortForAllPicturesIsFilledWithFewer() {
    CommandRun run = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "cnn", "--pictures", 4000,
        "--time", 1, "--out", folder.resolve("short.zip"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("5 epochs of 100 pictures").contains("Epoch 5:").doesNotContain("Epoch 6:");
  }

  @Test
  void ownPicturesInAFolderAClassTrainEvaluateAndRefuseAnotherNetwork() throws Exception {
    Path pictures = folder.resolve("things");
    for (String name : new String[] {"cups", "keys"}) {
      Path ofClass = Files.createDirectories(pictures.resolve(name));
      for (int i = 0; i < 10; i++) {
        TestPictures.pattern(ofClass.resolve(i + ".png"), 40 + i, 50);
      }
    }
    Path out = folder.resolve("things.zip");
    CommandRun run = CommandRun.of(folder, "train", "--task", "pictures", "--data", pictures, "--network",
        "sixty_seconds", "--epochs", 1, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();

    CommandRun evaluated = CommandRun.of(folder, "evaluate", "--model", out, "--data", pictures);
    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    assertThat(evaluated.out()).contains("\"accuracy\"").contains("cups").contains("confusion");
    assertThat(CommandRun.of(folder, "evaluate", "--model", out, "--data", pictures).out()).isEqualTo(evaluated.out());

    CommandRun other = CommandRun.of(folder, "evaluate", "--model", TestModels.random(folder.resolve("k.zip")), "--data",
        pictures);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.errLines()).singleElement().asString().contains("another kind of network");
  }

  @Test
  void aTrainingCanBeginWithTheWeightsOfATrainedNetworkOfTheSameLayers() throws Exception {
    Path first = folder.resolve("first.zip");
    assertThat(CommandRun.of(folder, "train", "--task", "shapes10", "--network", "cnn", "--pictures", 100, "--epochs", 3,
        "--out", first).code()).isZero();
    Path second = folder.resolve("second.zip");
    // A rate so small that nothing changes: what comes out is what went in.
    CommandRun run = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "cnn", "--pictures", 100,
        "--epochs", 1, "--learning-rate", "1e-12", "--start", first, "--out", second);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(CommandRun.of(folder, "info", second).out()).contains("first.zip");
    String before = CommandRun.of(folder, "evaluate", "--model", first, "--data", testPictures()).out();
    assertThat(CommandRun.of(folder, "evaluate", "--model", second, "--data", testPictures()).out()).isEqualTo(before);

    CommandRun other = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "suggested_cnn", "--quiet",
        "--start", first, "--out", folder.resolve("no.zip"));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.errLines()).singleElement().asString().contains("first.zip has other layers than suggested_cnn");
  }

  /** Ten classes with a picture each. */
  private Path testPictures() throws Exception {
    Path pictures = folder.resolve("ten");
    for (int c = 0; c < 10; c++) {
      TestPictures.pattern(Files.createDirectories(pictures.resolve("class" + c)).resolve("a.png"), 40 + c, 50);
    }
    return pictures;
  }

  @Test
  void whatATaskLacksIsSaidInALine() {
    CommandRun noData = CommandRun.of(folder, "train", "--task", "cifar10", "--out", folder.resolve("x.zip"));
    assertThat(noData.code()).isEqualTo(1);
    assertThat(noData.errLines()).singleElement().asString().contains("cifar10 needs --data");

    CommandRun noNetwork = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "no_such", "--quiet", "--out",
        folder.resolve("x.zip"));
    assertThat(noNetwork.errLines()).singleElement().asString().contains("no network no_such").contains("suggested_cnn");

    CommandRun unfit = CommandRun.of(folder, "train", "--task", "shapes10", "--network", "keypoints", "--quiet", "--out",
        folder.resolve("x.zip"));
    assertThat(unfit.code()).isEqualTo(1);
    assertThat(unfit.errLines()).singleElement().asString().contains("learns numbers, not classes");
  }

  @Test
  void aChangeThatIsNoneIsRefusedInALine() {
    CommandRun negative = train("--change", "turn=-5", "--out", folder.resolve("net.zip"));
    assertThat(negative.code()).isNotZero();
    assertThat(negative.err()).contains("TURN -5");
    CommandRun unknown = train("--change", "wobble=1", "--out", folder.resolve("net.zip"));
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("wobble").contains("turn");
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
