package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.Cifar10;
import cnnworkshop.core.data.Cifar10Download;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureFolder;
import cnnworkshop.core.data.Progress;
import cnnworkshop.core.data.Shapes10;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Classified pictures, from whatever a person names.
 *
 * @param training to learn from
 * @param test to test on; may be empty
 * @param others test pictures of classes a person did not name; null if there are none
 * @param faults what was left out, and why
 */
record PictureSets(LabelledPictures training, LabelledPictures test, LabelledPictures others,
    List<DataFailure> faults) {

  private PictureSets(LabelledPictures training, LabelledPictures test, List<DataFailure> faults) {
    this(training, test, null, faults);
  }

  /**
   * Reads or draws them.
   *
   * @throws UserFailure if there are none, or the task needs data that were not named
   */
  static PictureSets read(DataOptions options, Workbench workbench, boolean quiet) throws UserFailure, IOException {
    return read(options, workbench, quiet, PictureFolder.Settings.USUAL);
  }

  /**
   * Reads or draws them.
   *
   * @param ofFolder what is made of a person's own pictures
   * @throws UserFailure if there are none, or the task needs data that were not named
   */
  static PictureSets read(DataOptions options, Workbench workbench, boolean quiet, PictureFolder.Settings ofFolder)
      throws UserFailure, IOException {
    PictureSets all = switch (options.task) {
      case SHAPES10 ->
          new PictureSets(Shapes10.training(Shapes10.TRAINING_COUNT, options.difficulty(), SHAPES_SEED),
              Shapes10.test(Shapes10.TEST_COUNT, options.difficulty(), SHAPES_SEED), List.of());
      case CIFAR10 -> cifar10(options.download == null ? options.needed() : downloaded(options, workbench, quiet));
      case PICTURES -> folder(options.needed(), ofFolder);
      case FACES, DRAWN_FACES -> throw new IllegalArgumentException("faces have no classes");
    };
    List<Integer> chosen = options.chosen(all.training.classNames());
    return chosen.isEmpty() ? all : all.of(chosen);
  }

  private PictureSets of(List<Integer> classes) {
    List<Integer> rest = IntStream.range(0, training.classNames().size()).boxed()
        .filter(number -> !classes.contains(number)).toList();
    boolean tested = test.size() > 0;
    return new PictureSets(training.ofClasses(classes), tested ? test.ofClasses(classes) : test,
        tested && rest.size() > 1 ? test.ofClasses(rest) : null, faults);
  }

  /** The same pictures for every run, whatever the seed of the training. */
  private static final long SHAPES_SEED = 1;

  /** CIFAR-10's own split. */
  static PictureSets cifar10(Path place) throws DataFailure {
    Cifar10.Content content = Cifar10.read(place);
    return new PictureSets(content.training(), content.test(), content.faults());
  }

  /** One folder a class. */
  static PictureSets folder(Path place) throws DataFailure {
    return folder(place, PictureFolder.Settings.USUAL);
  }

  private static PictureSets folder(Path place, PictureFolder.Settings settings) throws DataFailure {
    PictureFolder.Content content = PictureFolder.read(place, settings, Progress.UNSEEN);
    return new PictureSets(content.training(), content.test(), content.faults());
  }

  /** The archive, fetched into the program's cache folder unless it is there already. */
  private static Path downloaded(DataOptions options, Workbench workbench, boolean quiet)
      throws UserFailure, IOException {
    Cifar10Download.Source source = Cifar10Download.Source.OFFICIAL;
    if (!options.download.isEmpty()) {
      source = source.at(URI.create(options.download));
    }
    Path archive = Files.createDirectories(workbench.folders().cache()).resolve("cifar-10-binary.tar.gz");
    if (quiet) {
      new Cifar10Download(source).fetch(archive, Progress.UNSEEN);
      return archive;
    }
    workbench.err().println(workbench.texts().get("cli.train.downloading", source.address(), archive));
    try (ProgressBar bar = new ProgressBarBuilder().setInitialMax(source.size()).setTaskName("download")
        .setUnit(" MB", 1_000_000).setConsumer(new ConsoleProgressBarConsumer(workbench.err())).build()) {
      new Cifar10Download(source).fetch(archive, (done, total) -> bar.maxHint(total).stepTo(done));
    }
    return archive;
  }
}
