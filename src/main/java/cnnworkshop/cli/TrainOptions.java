package cnnworkshop.cli;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.DropoutScale;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.ScheduleForm;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.UpdaterKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of {@code train} that say what is trained and how; what is not given is the recipe's. */
final class TrainOptions {

  /** Ways of training the keypoint network, all of whose settings can be changed one by one. */
  enum Recipe { OWN, WORKSHOP }

  @Option(names = "--network", paramLabel = "NAME|FILE", descriptionKey = "cli.train.network")
  String network;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.train.name")
  String name;

  @Option(names = "--pictures", paramLabel = "N", descriptionKey = "cli.train.pictures",
      converter = PositiveNumber.class)
  Integer pictures;

  @Option(names = "--recipe", paramLabel = "own|workshop", descriptionKey = "cli.train.recipe")
  Recipe recipe = Recipe.OWN;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.train.epochs", converter = PositiveNumber.class)
  Integer epochs;

  @Option(names = "--time", paramLabel = "SECONDS", descriptionKey = "cli.train.time", converter = PositiveNumber.class)
  Integer time;

  @Option(names = "--batch", paramLabel = "N", descriptionKey = "cli.train.batch", converter = PositiveNumber.class)
  Integer batch;

  @Option(names = "--learning-rate", paramLabel = "RATE", descriptionKey = "cli.train.learning-rate")
  Double learningRate;

  @Option(names = "--final-rate", paramLabel = "RATE", descriptionKey = "cli.train.final-rate")
  Double finalRate;

  @Option(names = "--schedule", paramLabel = "constant|line|steps|cosine|one_cycle",
      descriptionKey = "cli.train.schedule")
  String schedule;

  @Option(names = "--updater", paramLabel = "adam|nesterov|sgd|rms_prop", descriptionKey = "cli.train.updater")
  String updater;

  @Option(names = "--momentum", paramLabel = "SHARE", descriptionKey = "cli.train.momentum")
  Double momentum;

  @Option(names = "--dropout-scale", paramLabel = "FACTOR", descriptionKey = "cli.train.dropout-scale")
  Double dropoutScale;

  @Option(names = "--l2", paramLabel = "AMOUNT", descriptionKey = "cli.train.l2")
  Double l2;

  @Option(names = "--averaging", paramLabel = "SHARE", descriptionKey = "cli.train.averaging")
  Double averaging;

  @Option(names = "--patience", paramLabel = "EPOCHS", descriptionKey = "cli.train.patience")
  Integer patience;

  @Option(names = "--dropout", paramLabel = "RATE", arity = "4", descriptionKey = "cli.train.dropout")
  List<Double> dropout;

  @Option(names = "--change", paramLabel = "KIND=AMOUNT", descriptionKey = "cli.train.change")
  Map<String, Double> changes = new LinkedHashMap<>();

  @Option(names = "--hold-out", paramLabel = "SHARE", descriptionKey = "cli.train.hold-out")
  double holdOut = 0.1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.train.seed")
  long seed = 1;

  /** A recipe's settings with what the options say otherwise. */
  TrainingSettings over(TrainingSettings usual) {
    return new TrainingSettings(or(epochs, usual.epochs()), or(batch, usual.batchSize()), rate(usual.learningRate()),
        momentum == null ? usual.momentum() : new Schedule.Constant(momentum), or(l2, usual.l2()),
        or(averaging, usual.averaging()), or(patience, usual.patience()), seed);
  }

  /** A recipe's updater, or the one the options name. */
  Updater over(Updater usual) {
    if (updater == null && momentum == null) {
      return usual;
    }
    UpdaterKind kind = updater == null ? UpdaterKind.of(usual) : Choice.of(UpdaterKind.class, updater);
    return kind.with(or(momentum, TrainingSettings.USUAL_MOMENTUM.highest()));
  }

  /** The network with the drop rates scaled as the options say. */
  NetworkSpec over(NetworkSpec network) {
    return dropoutScale == null ? network : new DropoutScale(dropoutScale).appliedTo(network);
  }

  private Schedule rate(Schedule usual) {
    if (schedule == null) {
      return over(usual);
    }
    ScheduleForm form = Choice.of(ScheduleForm.class, schedule);
    Schedule chosen = form == ScheduleForm.of(usual) ? usual : form.usual().withHighest(usual.highest());
    return finalRate == null ? chosen.withHighest(or(learningRate, usual.highest())) : over(chosen);
  }

  private Schedule over(Schedule usual) {
    if (usual instanceof Schedule.Linear line) {
      return new Schedule.Linear(or(learningRate, line.from()), or(finalRate, line.to()));
    }
    if (usual instanceof Schedule.Cosine cosine) {
      return new Schedule.Cosine(or(learningRate, cosine.peak()), or(finalRate, cosine.end()), cosine.warmUp());
    }
    if (usual instanceof Schedule.Constant constant && finalRate != null) {
      return new Schedule.Cosine(or(learningRate, constant.value()), finalRate, 0);
    }
    if (finalRate != null) {
      throw new IllegalArgumentException("--final-rate is for the schedules constant, line and cosine");
    }
    return usual.withHighest(or(learningRate, usual.highest()));
  }

  static <T> T or(T said, T otherwise) {
    return said == null ? otherwise : said;
  }
}
