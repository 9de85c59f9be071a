package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend.Updater;
import java.util.function.Function;

/** A setting of a run that can differ from another's, in the order to show them. Layers are not among them. */
public enum Setting {
  DATA("train.runs.setting.data", setup -> setup.data().name()),
  PICTURES("train.runs.setting.pictures", setup -> setup.data().learned()),
  HELD_OUT("train.runs.setting.held-out", setup -> setup.data().heldOut()),
  TESTED("train.runs.setting.tested", setup -> setup.data().tested()),
  NETWORK("train.runs.setting.network", setup -> setup.network().name()),
  INPUT("train.runs.setting.input", setup -> setup.network().input()),
  EPOCHS("train.runs.setting.epochs", setup -> setup.settings().epochs()),
  BATCH("train.runs.setting.batch", setup -> setup.settings().batchSize()),
  LEARNING_RATE("train.runs.setting.learning-rate", setup -> setup.settings().learningRate()),
  UPDATER("train.runs.setting.updater", setup -> setup.updater()),
  MOMENTUM("train.runs.setting.momentum", setup -> setup.settings().momentum()),
  L2("train.runs.setting.l2", setup -> setup.settings().l2()),
  AVERAGING("train.runs.setting.averaging", setup -> setup.settings().averaging()),
  PATIENCE("train.runs.setting.patience", setup -> setup.settings().patience()),
  AUGMENTATION("train.runs.setting.augmentation", RunSetup::augmentation),
  DATA_SEED("train.runs.setting.data-seed", setup -> setup.data().seed()),
  SEED("train.runs.setting.seed", setup -> setup.settings().seed());

  private final String key;
  private final Function<RunSetup, Object> value;

  Setting(String key, Function<RunSetup, Object> value) {
    this.key = key;
    this.value = value;
  }

  /** What it is called. */
  public Phrase label() {
    return Phrase.of(key);
  }

  /** Whether it is chance alone. */
  public boolean isSeed() {
    return this == SEED || this == DATA_SEED;
  }

  /** A run's value; equal if and only if the runs do not differ in it. */
  Object value(RunSetup setup) {
    return value.apply(setup);
  }

  /** A run's value in words. */
  public Phrase words(RunSetup setup) {
    Object of = value(setup);
    if (of instanceof Schedule schedule) {
      return words(schedule);
    }
    if (of instanceof Updater updater) {
      return words(updater);
    }
    if (isSeed()) {
      return Phrase.of("train.runs.value.seed", of);
    }
    if (of instanceof Number) {
      return Phrase.of("train.runs.value.number", of);
    }
    String text = of.toString();
    return text.isBlank() ? Phrase.of("train.runs.value.none") : Phrase.of("train.runs.value.text", text);
  }

  private static Phrase words(Schedule schedule) {
    if (schedule instanceof Schedule.Constant constant) {
      return Phrase.of("train.runs.value.constant", constant.value());
    }
    if (schedule instanceof Schedule.Linear line) {
      return Phrase.of("train.runs.value.linear", line.from(), line.to());
    }
    if (schedule instanceof Schedule.Cosine cosine) {
      return Phrase.of("train.runs.value.cosine", cosine.peak(), cosine.end(), cosine.warmUp());
    }
    if (schedule instanceof Schedule.Steps steps) {
      return Phrase.of("train.runs.value.steps", steps.from(), steps.factor(), steps.times());
    }
    if (schedule instanceof Schedule.OneCycle cycle) {
      return Phrase.of("train.runs.value.one-cycle", cycle.peak(), cycle.warmUp());
    }
    return Phrase.of("train.runs.value.text", schedule.toString());
  }

  private static Phrase words(Updater updater) {
    if (updater instanceof Updater.Nesterov nesterov) {
      return Phrase.of("train.runs.value.nesterov", nesterov.momentum());
    }
    if (updater instanceof Updater.Sgd) {
      return Phrase.of("train.runs.value.sgd");
    }
    return updater instanceof Updater.RmsProp ? Phrase.of("train.runs.value.rms-prop")
        : Phrase.of("train.runs.value.adam");
  }
}
