package cnnworkshop.cli;

import cnnworkshop.core.data.Shapes10;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that say what is to be learned, and from which pictures. */
final class DataOptions {

  /** What can be learned. */
  enum Task { FACES, DRAWN_FACES, CIFAR10, SHAPES10, PICTURES }

  @Option(names = "--task", paramLabel = "faces|drawn_faces|cifar10|shapes10|pictures", required = true,
      descriptionKey = "cli.train.task")
  Task task;

  @Option(names = "--data", paramLabel = "FILE|FOLDER", descriptionKey = "cli.train.data")
  private Path data;

  @Option(names = "--download", paramLabel = "ADDRESS", arity = "0..1", descriptionKey = "cli.train.download",
      fallbackValue = "")
  String download;

  @Option(names = "--difficulty", paramLabel = "0..1", descriptionKey = "cli.train.difficulty")
  private Double difficulty;

  @Option(names = "--classes", paramLabel = "NAME", split = ",", descriptionKey = "cli.train.classes")
  private List<String> classes;

  /** How hard drawn shapes are, 0..1. */
  double difficulty() {
    return TrainOptions.or(difficulty, Shapes10.DIFFICULTY);
  }

  /** The folder or file to read. */
  Path needed() throws CommandFailure {
    if (data == null) {
      throw new CommandFailure("cli.train.data-needed", taskName());
    }
    return data;
  }

  /** In a model's record. */
  String inWords() {
    String whole = data == null ? taskName() + ", drawn by the program" : String.valueOf(data.getFileName());
    return classes == null ? whole : whole + ": " + String.join(", ", classes);
  }

  /** The classes that are wanted, by their numbers in the order they are named; empty for all. */
  List<Integer> chosen(List<String> all) throws CommandFailure {
    if (classes == null) {
      return List.of();
    }
    for (String wanted : classes) {
      if (!all.contains(wanted)) {
        throw new CommandFailure("cli.train.no-class", wanted, String.join(", ", all));
      }
    }
    if (classes.stream().distinct().count() < 2) {
      throw new CommandFailure("cli.train.two-classes");
    }
    return classes.stream().distinct().map(all::indexOf).toList();
  }

  private String taskName() {
    return task.name().toLowerCase(Locale.ROOT);
  }
}
