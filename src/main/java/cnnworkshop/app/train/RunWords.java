package cnnworkshop.app.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunComparison;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.Setting;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is said of runs, with numbers and dates as the person's locale writes them. */
public final class RunWords {

  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private final Texts texts;
  private final SpecWords layers;
  private final DateTimeFormatter time;

  /** What something is called and what it is. */
  record Fact(String label, String value) {}

  /** @param zone whose clock is read */
  public RunWords(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.layers = new SpecWords(texts);
    this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(texts.locale()).withZone(zone);
  }

  /** What is quoted, with its unit; a dash without a result. */
  String result(RunRecord run) {
    OptionalDouble result = run.result();
    if (result.isEmpty()) {
      return texts.get("train.runs.value.no-layer");
    }
    return run.setup().measure() == Measure.ACCURACY ? texts.get("train.runs.accuracy", result.getAsDouble())
        : texts.get("train.runs.rmse", result.getAsDouble());
  }

  /** What kind of number the result is. */
  String measure(RunRecord run) {
    boolean tested = run.setup().data().tested() > 0;
    if (run.setup().measure() == Measure.ACCURACY) {
      return tested ? texts.get("train.curve.test-accuracy") : texts.get("train.curve.held-out-accuracy");
    }
    return tested ? texts.get("train.curve.test-rmse") : texts.get("train.curve.held-out-rmse");
  }

  /** The epoch whose weights are kept, and how many there were. */
  String epochs(RunRecord run) {
    List<Curve.Point> points = run.curve().points();
    return points.isEmpty() ? texts.get("train.runs.value.no-layer")
        : texts.get("train.runs.of", run.curve().bestEpoch(), points.get(points.size() - 1).epoch());
  }

  String data(RunRecord run) {
    return texts.get("train.runs.pictures", run.setup().data().name(), run.setup().data().learned());
  }

  String seed(RunRecord run) {
    return Setting.SEED.words(run.setup()).in(texts);
  }

  String started(RunRecord run) {
    return time.format(run.started());
  }

  /** How long it trained, judging not counted; NaN if no epoch is over. */
  static double seconds(RunRecord run) {
    return run.curve().points().isEmpty() ? Double.NaN : run.curve().points().stream()
        .mapToDouble(point -> run.setup().data().learned() / point.picturesPerSecond()).sum();
  }

  /** How long it trained; a dash if that is not known. */
  String duration(RunRecord run) {
    double seconds = seconds(run);
    if (!Double.isFinite(seconds)) {
      return texts.get("train.runs.value.no-layer");
    }
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return texts.get("train.runs.seconds", whole);
    }
    return whole < HOUR ? texts.get("train.runs.minutes", whole / MINUTE, whole % MINUTE)
        : texts.get("train.runs.hours", whole / HOUR, whole % HOUR / MINUTE);
  }

  /**
   * Why it is over.
   *
   * @param running whether it is trained now; one that is not and has no end was left by a program that was ended
   */
  String end(RunRecord run, boolean running) {
    if (run.end().isEmpty()) {
      return running ? texts.get("train.runs.end.running") : texts.get("train.runs.end.none");
    }
    return switch (run.end().get()) {
      case COMPLETE -> texts.get("train.runs.end.complete");
      case OUT_OF_PATIENCE -> texts.get("train.runs.end.out-of-patience");
      case STOPPED -> texts.get("train.runs.end.stopped");
      case DIVERGED -> texts.get("train.runs.end.diverged");
    };
  }

  /** Mean and standard deviation, such as "3 runs: 64.8 ± 0.6 %". */
  String spread(RunComparison.Spread spread) {
    return spread.measure() == Measure.ACCURACY
        ? texts.get("train.runs.spread.accuracy", spread.runs().size(), 100 * spread.mean(), 100 * spread.deviation())
        : texts.get("train.runs.spread.rmse", spread.runs().size(), spread.mean(), spread.deviation());
  }

  /** All that is known of a run beside its name, notes and curve. */
  List<Fact> facts(RunRecord run, boolean running) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(measure(run), result(run)));
    facts.add(new Fact(texts.get("train.runs.column.best-epoch"), epochs(run)));
    facts.add(new Fact(texts.get("train.runs.end"), end(run, running)));
    facts.add(new Fact(texts.get("train.runs.started"), started(run)));
    facts.add(new Fact(texts.get("train.runs.duration"), duration(run)));
    for (Setting setting : Setting.values()) {
      facts.add(new Fact(setting.label().in(texts), setting.words(run.setup()).in(texts)));
    }
    for (LayerSpec layer : run.setup().network().layers()) {
      facts.add(new Fact(layer.name(), layer(layer)));
    }
    return facts;
  }

  private String layer(LayerSpec layer) {
    String settings = layers.settings(layer);
    return settings.isEmpty() ? layers.kind(layer) : texts.get("train.runs.layer", layers.kind(layer), settings);
  }

  /** What they differ in, a value a run; first their results. */
  List<RunComparison.Difference> differences(List<RunRecord> runs) {
    List<RunComparison.Difference> all = new ArrayList<>();
    all.add(new RunComparison.Difference(texts.get("train.runs.column.result"),
        runs.stream().map(this::result).toList()));
    all.addAll(new RunComparison(runs).differences(texts, this::layer));
    return all;
  }
}
