package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.Cifar10Download;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataModelTest {

  @TempDir
  private Path folder;
  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final Work work = new Work(Runnable::run);
  private final List<Throwable> failures = new ArrayList<>();
  private final List<TrainingTask> taken = new ArrayList<>();
  private DataFiles files;
  private Path archive;

  @BeforeEach
  void place() {
    files = new DataFiles(folder);
    archive = folder.resolve("cache").resolve("cifar-10-binary.tar.gz");
  }

  private DataModel model(Executor background, Executor afterRest) throws Exception {
    Cifar10Download.Source source =
        new Cifar10Download.Source(URI.create("http://localhost/"), DataFiles.cifarArchive().length, "0".repeat(64));
    DownloadModel download = new DownloadModel(texts, source, archive, work, thread -> {}, Runnable::run,
        System::nanoTime, failures::add);
    DataModel model = new DataModel(texts, download, work, background, afterRest, Runnable::run, failures::add);
    model.taskProperty().addListener((p, before, now) -> taken.add(now));
    return model;
  }

  private DataModel model() throws Exception {
    return model(Runnable::run, Runnable::run);
  }

  private static String name(DataModel model) {
    return model.taskProperty().get() == null ? null : model.taskProperty().get().name();
  }

  @Test
  void shapesAreThereWithoutAnyFileAndDrawnAnewOnlyIfTheyAreOthers() throws Exception {
    DataModel model = model();
    model.choose(DataSource.SHAPES10);
    assertThat(name(model)).isEqualTo("Shapes-10");
    assertThat(model.lineProperty().get())
        .isEqualTo("Shapes-10: 10,000 pictures of 10 classes to learn from, 4,000 for test.");
    model.choose(DataSource.CIFAR10);
    model.choose(DataSource.SHAPES10);
    assertThat(taken).as("they were still there").hasSize(1);
    assertThat(model.loadingProperty().get()).isFalse();
    assertThat(work.running()).isEmpty();
  }

  @Test
  void ofADifficultyThatIsMovedOnlyTheLastOneIsDrawnAndTheNameSaysIt() throws Exception {
    Queue<Runnable> resting = new ArrayDeque<>();
    DataModel model = model(Runnable::run, resting::add);
    for (double difficulty : new double[] {0.1, 0.2, 0.3, 0.4}) {
      model.difficultyProperty().set(difficulty);
    }
    assertThat(model.loadingProperty().get()).isTrue();
    resting.forEach(Runnable::run);
    assertThat(taken).extracting(TrainingTask::name).containsExactly("Shapes-10, difficulty 0.4");
    assertThat(model.loadingProperty().get()).isFalse();
  }

  @Test
  void aDifficultyMovedBackToWhatIsThereDrawsNothing() throws Exception {
    Queue<Runnable> resting = new ArrayDeque<>();
    DataModel model = model(Runnable::run, resting::add);
    model.choose(DataSource.SHAPES10);
    model.difficultyProperty().set(0.9);
    model.difficultyProperty().set(Shapes10.DIFFICULTY);
    assertThat(model.loadingProperty().get()).isFalse();
    resting.forEach(Runnable::run);
    assertThat(taken).extracting(TrainingTask::name).containsExactly("Shapes-10");
  }

  // D24
  @Test
  void aFolderOfThePythonVersionIsRecognisedAndTheRightFileNamed() throws Exception {
    DataModel model = model();
    model.take(DataSource.PICTURES, files.pictures(10));
    String before = model.lineProperty().get();

    model.take(DataSource.CIFAR10, files.pickles());

    assertThat(model.failureProperty().get()).contains("Python").contains("cifar-10-binary.tar.gz");
    assertThat(failures).singleElement().isInstanceOf(UserFailure.class);
    assertThat(name(model)).isEqualTo("own");
    assertThat(model.lineProperty().get()).isEqualTo(before);
    assertThat(model.sourceProperty().get()).isEqualTo(DataSource.PICTURES);
    assertThat(model.chosenProperty().get()).as("another place can be tried").isEqualTo(DataSource.CIFAR10);

    model.take(DataSource.CIFAR10, files.cifarFolder("right"));
    assertThat(model.failureProperty().get()).isEmpty();
    assertThat(name(model)).isEqualTo("CIFAR-10, right");
    assertThat(model.taskProperty().get().available()).isEqualTo(10);
  }

  @Test
  void ownPicturesAreReadAndDamagedOnesNamed() throws Exception {
    DataModel model = model();
    List<Double> progress = new ArrayList<>();
    model.progressProperty().addListener((p, before, now) -> progress.add(now.doubleValue()));
    model.take(DataSource.PICTURES, files.pictures(10));
    assertThat(model.lineProperty().get()).startsWith("own: 16 pictures of 2 classes to learn from, 4 for test.")
        .contains("One file or picture was left out").contains("light/broken.png");
    assertThat(progress).contains(10.0 / 21, 1.0);
    assertThat(model.progressProperty().get()).isEqualTo(Work.UNKNOWN);
  }

  @Test
  void aTableOfFacesSaysWhatItLacks() throws Exception {
    DataModel model = model();
    model.take(DataSource.FACES, files.kaggle(19));
    assertThat(model.taskProperty().get()).isInstanceOf(FaceTask.class);
    assertThat(model.lineProperty().get()).startsWith("training.csv: 18 faces to learn from, 2 for test.")
        .contains("One picture without any point was passed over.")
        .contains("One file or picture was left out; the first: Line 23 was left out");
  }

  @Test
  void anAnnotatedFolderIsReadAndADamagedPictureNamed() throws Exception {
    DataModel model = model();
    model.take(DataSource.FACES, files.annotated(11));
    assertThat(model.lineProperty().get()).startsWith("train: 9 faces to learn from, 1 for test.").contains("10.png");
  }

  @Test
  void drawnFacesToTestWithAreOtherPeoplesThanThoseToLearnFrom() throws Exception {
    DataModel model = model();
    model.choose(DataSource.DRAWN_FACES);
    FaceTask task = (FaceTask) model.taskProperty().get();
    assertThat(List.of(task.available(), task.tested())).containsExactly(3000, 200);
    Set<List<Float>> learned = new HashSet<>();
    task.training().forEach(face -> learned.add(points(face)));
    assertThat(learned).hasSize(3000);
    assertThat(task.test()).noneMatch(face -> learned.contains(points(face)));
    assertThat(points(task.training().get(5))).as("as the command line draws them")
        .isEqualTo(points(DrawnFaces.of(6, 1).get(5)));
  }

  private static List<Float> points(FaceSample face) {
    List<Float> points = new ArrayList<>();
    for (float coordinate : face.points()) {
      points.add(coordinate);
    }
    return points;
  }

  @Test
  void whatIsDroppedIsRecognisedByItsKind() throws Exception {
    DataModel model = model();
    Path packed = Files.write(folder.resolve("some.tgz"), DataFiles.cifarArchive());
    for (Path place : List.of(packed, files.cifarFolder("c"), files.kaggle(5), files.annotated(11),
        files.pictures(10))) {
      model.open(place);
    }
    assertThat(failures).isEmpty();
    assertThat(taken).extracting(TrainingTask::name)
        .containsExactly("CIFAR-10, some.tgz", "CIFAR-10, c", "training.csv", "train", "own");
    assertThat(model.chosenProperty().get()).isEqualTo(DataSource.PICTURES);

    model.open(Files.writeString(folder.resolve("letter.txt"), "Dear"));
    assertThat(model.failureProperty().get()).startsWith("letter.txt is nothing to learn from");
    assertThat(name(model)).isEqualTo("own");
    model.open(files.pickles());
    assertThat(model.chosenProperty().get()).isEqualTo(DataSource.CIFAR10);
    assertThat(model.failureProperty().get()).contains("Python");
  }

  @Test
  void anArchiveDownloadedEarlierIsUsedAtOnce() throws Exception {
    Files.createDirectories(archive.getParent());
    Files.write(archive, DataFiles.cifarArchive());
    DataModel model = model();
    model.choose(DataSource.CIFAR10);
    assertThat(model.sourceProperty().get()).isEqualTo(DataSource.CIFAR10);
    assertThat(model.taskProperty().get().available()).isEqualTo(10);
    assertThat(model.downloadUnusedProperty().get()).isFalse();

    model.take(DataSource.CIFAR10, files.cifarFolder("other"));
    assertThat(model.downloadUnusedProperty().get()).isTrue();
    model.useDownload();
    assertThat(name(model)).isEqualTo("CIFAR-10, cifar-10-binary.tar.gz");
  }

  @Test
  void aDownloadedArchiveThatTurnsOutDamagedCanBeDownloadedAgain() throws Exception {
    Files.createDirectories(archive.getParent());
    Files.write(archive, new byte[DataFiles.cifarArchive().length]);
    DataModel model = model();
    assertThat(model.download().stateProperty().get()).isEqualTo(DownloadModel.State.THERE);
    model.choose(DataSource.CIFAR10);
    assertThat(model.failureProperty().get()).isNotEmpty();
    assertThat(model.download().stateProperty().get()).isEqualTo(DownloadModel.State.ABSENT);
  }

  @Test
  void aPlaceOnceReadIsReadAgainWhenItsSourceIsChosenAgain() throws Exception {
    DataModel model = model();
    model.take(DataSource.PICTURES, files.pictures(10));
    model.take(DataSource.FACES, files.kaggle(5));
    model.choose(DataSource.PICTURES);
    assertThat(name(model)).isEqualTo("own");
  }

  @Test
  void whileItIsLockedWhatThereIsStaysAndWhatCameIsTakenAfterwards() throws Exception {
    DataModel model = model();
    model.take(DataSource.PICTURES, files.pictures(10));
    model.lockedProperty().set(true);
    model.take(DataSource.FACES, files.kaggle(5));
    assertThat(name(model)).isEqualTo("own");
    assertThat(model.lineProperty().get()).startsWith("own:")
        .endsWith("training.csv is ready and is taken when the training is over.");
    model.lockedProperty().set(false);
    assertThat(name(model)).isEqualTo("training.csv");
    assertThat(model.lineProperty().get()).startsWith("training.csv:");
  }

  @Test
  void whatIsCancelledOrOvertakenIsNeverTaken() throws Exception {
    Queue<Runnable> background = new ArrayDeque<>();
    DataModel model = model(background::add, background::add);
    model.take(DataSource.PICTURES, files.pictures(10));
    assertThat(work.running()).hasSize(1);
    work.running().get(0).stop();
    assertThat(model.loadingProperty().get()).isFalse();
    model.take(DataSource.FACES, files.kaggle(5));
    model.take(DataSource.CIFAR10, files.cifarFolder("last"));
    background.forEach(Runnable::run);
    assertThat(taken).extracting(TrainingTask::name).containsExactly("CIFAR-10, last");
    assertThat(failures).isEmpty();
    assertThat(work.running()).isEmpty();
  }

  @Test
  void readingThatIsGivenUpEndsAtTheNextPicture() throws Exception {
    DataModel model = model();
    model.progressProperty().addListener((p, before, now) -> {
      if (now.doubleValue() > 0.3) {
        model.cancel();
      }
    });
    model.take(DataSource.PICTURES, files.pictures(10));
    assertThat(model.taskProperty().get()).isNull();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatARunWasTrainedOnComesBackByItsNameIfTheProgramDrawsIt() throws Exception {
    DataModel model = model();
    assertThat(model.reopen("Shapes-10, difficulty 0.25")).isTrue();
    assertThat(model.difficultyProperty().get()).isEqualTo(0.25);
    assertThat(name(model)).isEqualTo("Shapes-10, difficulty 0.25");
    assertThat(model.reopen("Shapes-10")).isTrue();
    assertThat(name(model)).isEqualTo("Shapes-10");
    for (String other : List.of("CIFAR-10", "my pictures", "Shapes-10, difficulty 7", "Shapes-10, difficulty x", "")) {
      assertThat(model.reopen(other)).as(other).isFalse();
    }
    assertThat(name(model)).isEqualTo("Shapes-10");
    assertThat(((PictureTask) model.taskProperty().get()).classNames()).hasSize(10);
  }
}
