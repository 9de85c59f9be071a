package cnnworkshop.app.train;

import cnnworkshop.core.data.AnnotatedFaces;
import cnnworkshop.core.data.Cifar10;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceFiles;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.KaggleCsv;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureFolder;
import cnnworkshop.core.data.Progress;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws and reads what there is to learn. Blocks for seconds; on any thread. */
final class DataReading {

  /** As many as the command line draws. */
  static final int DRAWN_TRAINING = 3000;
  static final int DRAWN_TEST = 200;

  /** The same pictures for every run, whatever the seed of the training, and as on the command line. */
  private static final long SEED = 1;
  /** Faces to test with are other people's. */
  static final long DRAWN_TEST_SEED = 2;

  /** The official copy's numbers of pictures. */
  private static final int CIFAR_TRAINING = 50_000;
  private static final int CIFAR_TEST = 10_000;

  private final Texts texts;

  DataReading(Texts texts) {
    this.texts = texts;
  }

  /**
   * Shapes-10; its name says the difficulty unless it is the usual one.
   *
   * @param difficulty 0..1
   * @param between is called before each half is drawn; what it throws ends the drawing
   */
  PictureTask shapes(double difficulty, Runnable between) {
    between.run();
    LabelledPictures training = Shapes10.training(Shapes10.TRAINING_COUNT, difficulty, SEED);
    between.run();
    LabelledPictures test = Shapes10.test(Shapes10.TEST_COUNT, difficulty, SEED);
    return new PictureTask(shapesName(difficulty), training, test, List.of());
  }

  String shapesName(double difficulty) {
    return difficulty == Shapes10.DIFFICULTY ? texts.get("train.data.shapes10")
        // A run's record keeps the name, so its number is the same in every country.
        : texts.get("train.data.shapes10-difficulty", Double.toString(difficulty));
  }

  /** The difficulty a name of {@link #shapesName} says; empty for another name. */
  Optional<Double> difficultyOf(String name) {
    if (name.equals(shapesName(Shapes10.DIFFICULTY))) {
      return Optional.of(Shapes10.DIFFICULTY);
    }
    String beginning = texts.get("train.data.shapes10-difficulty", "");
    if (!name.startsWith(beginning)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.parseDouble(name.substring(beginning.length()))).filter(d -> d >= 0 && d <= 1);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Drawn faces, those to test with other people's.
   *
   * @param between as for {@link #shapes}
   */
  FaceTask drawnFaces(Runnable between) {
    between.run();
    List<FaceSample> training = DrawnFaces.of(DRAWN_TRAINING, SEED);
    between.run();
    return new FaceTask(texts.get("train.data.drawn-faces"), training, DrawnFaces.of(DRAWN_TEST, DRAWN_TEST_SEED),
        List.of());
  }

  /** CIFAR-10, by that name alone if it is all of it. */
  PictureTask cifar10(Path place) throws DataFailure {
    Cifar10.Content content = Cifar10.read(place);
    boolean whole = content.training().size() == CIFAR_TRAINING && content.test().size() == CIFAR_TEST;
    String name = texts.get("train.data.cifar10");
    return new PictureTask(whole ? name : texts.get("train.data.part-of", name, nameOf(place)), content.training(),
        content.test(), content.faults());
  }

  /** A person's own pictures, named as their folder is. */
  PictureTask pictures(Path folder, Progress progress) throws DataFailure {
    PictureFolder.Content content = PictureFolder.read(folder, PictureFolder.Settings.USUAL, progress);
    return new PictureTask(nameOf(folder), content.training(), content.test(), content.faults());
  }

  /**
   * Annotated faces, a tenth of the people for test.
   *
   * @param blank how many of the rows had no point, so that nothing can be learned from them
   */
  record Faces(FaceTask task, int blank) {}

  Faces faces(Path place, Progress progress) throws DataFailure {
    FaceFiles.Content content = FaceFiles.readGood(place, progress);
    if (content.faces().isEmpty()) {
      throw new DataFailure("train.data.failure.no-faces",
          content.faults().isEmpty() ? null : content.faults().get(0), nameOf(place));
    }
    return new Faces(FaceTask.of(nameOf(place), content.faces(), content.faults()),
        content.table().map(KaggleCsv.Content::blankCount).orElse(0));
  }

  /**
   * What a folder or file is that a person dropped without saying.
   *
   * @throws DataFailure if it is nothing to learn from
   */
  DataSource kindOf(Path place) throws DataFailure {
    if (Cifar10.looksLike(place)) {
      return DataSource.CIFAR10;
    }
    // What is wrong with a table is better said by reading it than by not knowing it.
    if (AnnotatedFaces.looksLike(place) || Files.isRegularFile(place) && nameOf(place).endsWith(".csv")) {
      return DataSource.FACES;
    }
    // One with a single class is read too, and says what it lacks.
    if (Files.isDirectory(place)) {
      return DataSource.PICTURES;
    }
    throw new DataFailure("train.data.failure.unknown", null, nameOf(place));
  }

  private static String nameOf(Path place) {
    Path name = place.toAbsolutePath().normalize().getFileName();
    return name == null ? place.toString() : name.toString();
  }
}
