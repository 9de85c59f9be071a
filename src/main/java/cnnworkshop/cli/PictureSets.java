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
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Classified pictures, from whatever a person names: to learn from, and to test on. */
record PictureSets(LabelledPictures training, LabelledPictures test, List<DataFailure> faults) {

  /**
   * Reads or draws them.
   *
   * @throws UserFailure if there are none, or the task needs data that were not named
   */
  static PictureSets read(TrainOptions options, Workbench workbench, boolean quiet) throws UserFailure, IOException {
    return switch (options.task) {
      case SHAPES10 -> {
        double difficulty = TrainOptions.or(options.difficulty, Shapes10.DIFFICULTY);
        yield new PictureSets(Shapes10.training(Shapes10.TRAINING_COUNT, difficulty, SHAPES_SEED),
            Shapes10.test(Shapes10.TEST_COUNT, difficulty, SHAPES_SEED), List.of());
      }
      case CIFAR10 -> cifar10(options.download == null ? needed(options) : downloaded(options, workbench, quiet));
      case PICTURES -> folder(needed(options));
      case FACES, DRAWN_FACES -> throw new IllegalArgumentException("faces have no classes");
    };
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
    PictureFolder.Content content = PictureFolder.read(place, PictureFolder.Settings.USUAL, Progress.UNSEEN);
    return new PictureSets(content.training(), content.test(), content.faults());
  }

  /** The archive, fetched into the program's cache folder unless it is there already. */
  private static Path downloaded(TrainOptions options, Workbench workbench, boolean quiet)
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

  private static Path needed(TrainOptions options) throws CommandFailure {
    if (options.data == null) {
      throw new CommandFailure("cli.train.data-needed", options.task.name().toLowerCase(java.util.Locale.ROOT));
    }
    return options.data;
  }
}
