package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says and paints what a run was like after an epoch. */
record TimeWords(Texts texts) {

  /** What a run learned and how far it came. */
  String run(TimeRun run) {
    RunSetup setup = run.record().setup();
    String learned = texts.get("filters.time.run", setup.network().name(), setup.data().name(),
        setup.data().learned());
    Optional<Curve.Point> best = run.record().curve().best();
    int last = lastEpoch(run.record());
    if (best.isEmpty()) {
      return texts.get("filters.time.run.begun", learned, run.epochs().size());
    }
    String trained = texts.get("filters.time.run.trained", learned, last, setup.settings().epochs(),
        run.epochs().size());
    return Double.isNaN(best.get().measure()) ? texts.get("filters.time.run.best", trained, best.get().epoch())
        : texts.get("filters.time.run.best.measured", trained, best.get().epoch(),
            measure(setup, best.get().measure()));
  }

  private static int lastEpoch(RunRecord run) {
    List<Curve.Point> points = run.curve().points();
    return points.isEmpty() ? 0 : points.get(points.size() - 1).epoch();
  }

  private String measure(RunSetup setup, double measure) {
    boolean tested = setup.data().tested() > 0;
    if (setup.measure() == Measure.ACCURACY) {
      return texts.get("filters.time.measure.accuracy",
          texts.get(tested ? "train.curve.test-accuracy" : "train.curve.held-out-accuracy"), measure);
    }
    return texts.get("filters.time.measure.rmse",
        texts.get(tested ? "train.curve.test-rmse" : "train.curve.held-out-rmse"), measure);
  }

  /** Which epoch is seen, and how good the network was then. */
  String epoch(RunRecord run, int epoch) {
    if (epoch == 0) {
      return texts.get("filters.time.start", run.name());
    }
    int epochs = Math.max(run.setup().settings().epochs(), lastEpoch(run));
    String after = texts.get("filters.time.after", run.name(), epoch, epochs);
    Optional<Curve.Point> point = run.curve().points().stream().filter(one -> one.epoch() == epoch).findFirst();
    if (point.isEmpty()) {
      return after;
    }
    String loss = texts.get("filters.time.after.loss", after, point.get().trainingLoss());
    return Double.isNaN(point.get().measure()) ? loss
        : texts.get("filters.time.after.measured", loss, measure(run.setup(), point.get().measure()));
  }

  /**
   * What a file says of the network of an epoch. A measured doubt is that of the best weights: it is not taken over.
   *
   * @param labels of its classes
   */
  ModelInfo info(RunRecord run, int epoch, Task task, List<String> labels) {
    RunSetup setup = run.setup();
    Map<String, String> record = new LinkedHashMap<>();
    record.put("run", run.name());
    record.put("epoch", epoch + " of " + setup.settings().epochs());
    record.put("data", setup.data().name());
    record.put("pictures", String.valueOf(setup.data().learned()));
    record.put("updater", setup.updater().toString());
    record.put("learning rate", setup.settings().learningRate().toString());
    record.put("augmentation", setup.augmentation());
    record.put("seed", String.valueOf(setup.settings().seed()));
    return new ModelInfo(texts.get("filters.time.network", run.name(), epoch), task, labels, record);
  }

  /**
   * The filters of an epoch.
   *
   * @param before the epoch that the change since the one before is counted from
   */
  TimeFilters filters(TimeSnapshots.Seen seen, TimeFilters.Look look, int before) {
    Filters now = seen.now();
    if (now == null) {
      return none(texts.get("filters.time.filters.none"));
    }
    if (look == TimeFilters.Look.AS_THEY_ARE) {
      return new TimeFilters(FilterPicture.asTheyAre(now), null, texts.get("filters.time.filters.own"),
          texts.get("filters.time.filters.accessible", now.count(), now.spec().name(), seen.epoch()), words(seen));
    }
    boolean sinceStart = look == TimeFilters.Look.SINCE_START;
    Filters base = sinceStart ? seen.start() : seen.before();
    if (base == null) {
      return none(texts.get("filters.time.filters.no-base"));
    }
    ValueRange range = FilterPicture.rangeOfChange(now, base);
    String sentence = sinceStart ? texts.get("filters.time.filters.since-start")
        : texts.get("filters.time.filters.since-before", before);
    return new TimeFilters(FilterPicture.change(now, base, range), range, sentence,
        texts.get("filters.time.filters.accessible.change", now.count(), now.spec().name(), seen.epoch(), sentence),
        words(seen));
  }

  private static TimeFilters none(String sentence) {
    return new TimeFilters(List.of(), null, sentence, sentence, List.of());
  }

  private List<String> words(TimeSnapshots.Seen seen) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < seen.now().count(); i++) {
      double norm = CompareNorms.of(seen.now(), i);
      words.add(seen.start() == null ? texts.get("filters.time.filter", i, norm)
          : texts.get("filters.time.filter.changed", i, norm, CompareNorms.ofDifference(seen.now(), seen.start(), i)));
    }
    return words;
  }
}
