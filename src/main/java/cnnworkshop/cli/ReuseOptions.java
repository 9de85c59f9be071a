package cnnworkshop.cli;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.reuse.Head;
import cnnworkshop.core.reuse.Lesson;
import cnnworkshop.core.train.TrainingTask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of {@code reuse} that say where the network is cut, what comes after, and how it learns. */
final class ReuseOptions {

  /** What comes after the cut first. */
  enum Start { POOL, FLAT }

  private static final String ALL = "all";
  private static final String NONE = "none";

  @Option(names = "--keep", paramLabel = "LAYER", descriptionKey = "cli.reuse.keep")
  private String keep;

  @Option(names = "--freeze", paramLabel = "LAYER|all|none", descriptionKey = "cli.reuse.freeze")
  private String freeze = ALL;

  @Option(names = "--rate", paramLabel = "0..1", descriptionKey = "cli.reuse.rate")
  private double rate = 0.1;

  @Option(names = "--head", paramLabel = "pool|flat", descriptionKey = "cli.reuse.head")
  private Start head = Start.POOL;

  @Option(names = "--dense", paramLabel = "UNITS", split = ",", descriptionKey = "cli.reuse.dense")
  private List<Integer> dense = List.of();

  @Option(names = "--dropout", paramLabel = "RATE", descriptionKey = "cli.reuse.dropout")
  private double dropout;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "cli.reuse.steps", converter = PositiveNumber.class)
  private Integer steps;

  @Option(names = "--batch", paramLabel = "N", descriptionKey = "cli.reuse.batch", converter = PositiveNumber.class)
  private Integer batch;

  @Option(names = "--learning-rate", paramLabel = "RATE", descriptionKey = "cli.reuse.learning-rate")
  private Double learningRate;

  @Option(names = "--l2", paramLabel = "AMOUNT", descriptionKey = "cli.reuse.l2")
  private Double l2;

  @Option(names = "--change", paramLabel = "KIND=AMOUNT", descriptionKey = "cli.reuse.change")
  private Map<String, Double> changes = new LinkedHashMap<>();

  /**
   * The network cut for a task.
   *
   * @throws CommandFailure if there is no layer of a name that was given
   * @throws IllegalArgumentException if a number can't be used
   */
  Cut cut(NetworkSpec base, TrainingTask task) throws CommandFailure {
    int kept = keep == null ? Cut.usual(base) : upTo(keep, base);
    int frozen = freeze.equals(ALL) ? kept : freeze.equals(NONE) ? 0 : upTo(freeze, base);
    Cut moving = new Cut(base, Collections.nCopies(kept, rate), new Head(head == Start.POOL, dense, dropout),
        task.input(), task.outputs(), task.loss());
    return moving.frozen(Math.min(frozen, kept), rate);
  }

  private static int upTo(String layer, NetworkSpec base) throws CommandFailure {
    int index = base.indexOf(layer);
    if (index < 0 || index == base.layers().size() - 1) {
      throw new CommandFailure("cli.reuse.no-layer", layer, base.layers().subList(0, base.layers().size() - 1).stream()
          .map(LayerSpec::name).collect(Collectors.joining(", ")));
    }
    return index + 1;
  }

  /** How it learns. */
  Lesson lesson(TrainingTask task) {
    Augmentation augmentation = task.unchanged();
    for (var change : changes.entrySet()) {
      Augmentation.Kind kind = augmentation.kinds().stream()
          .filter(one -> one.name().equalsIgnoreCase(change.getKey())).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("--change " + change.getKey()));
      augmentation = augmentation.with(kind, change.getValue());
    }
    Lesson usual = Lesson.usual(augmentation);
    return new Lesson(TrainOptions.or(steps, usual.steps()), usual.rounds(), TrainOptions.or(batch, usual.batch()),
        TrainOptions.or(learningRate, usual.learningRate()), TrainOptions.or(l2, usual.l2()), augmentation,
        usual.variants());
  }
}
