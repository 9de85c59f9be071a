package cnnworkshop.app.reuse;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.PictureRecipe;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.TrainingTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Sets the ready exercise up: trains its base, loads it, and chooses the new task. On the UI thread. */
final class ExerciseModel {

  private static final long SEED = 1;

  private final ReuseTools tools;
  private final Exercise exercise;
  private final TaskModel task;

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Work.UNKNOWN);

  private Begun begun;

  /** One that was begun; the fields that change are written on the trainer thread. */
  private static final class Begun {
    private final TrainingControl control = new TrainingControl();
    private volatile boolean stopped;
    private volatile double done;
    private volatile TrainingEvent.Epoch last;
    private Work.Piece piece;
  }

  /** What the base has become. */
  private record Base(LearnedNetwork network, double accuracy) {}

  ExerciseModel(ReuseTools tools, Exercise exercise, TaskModel task) {
    this.tools = tools;
    this.exercise = exercise;
    this.task = task;
  }

  /** Whether it is being set up. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How far it is, and at the end what to do next; empty before. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** How far it is, 0..1, or {@link Work#UNKNOWN}. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Sets it up; nothing happens while that is under way. */
  void start() {
    if (begun != null) {
      return;
    }
    Begun run = new Begun();
    begun = run;
    running.set(true);
    progress.set(Work.UNKNOWN);
    line.set(tools.texts().get("reuse.exercise.waiting"));
    run.piece = tools.work().start(tools.texts().get("reuse.exercise.work"), this::stop);
    tools.trainer().submit(backend -> {
      Base base = run.stopped ? null : train(backend, run);
      tools.ui().execute(() -> trained(run, base));
    }, e -> failed(run, e));
  }

  /** On the trainer thread; null if it was stopped. */
  private Base train(Backend backend, Begun run) throws Exception {
    PictureTask pictures = pictures();
    NetworkSpec spec = Presets.sixtySeconds().fitted(pictures.input(), pictures.outputs())
        .named(tools.texts().get("reuse.exercise.base"));
    PictureRecipe recipe = PictureRecipe.sixtySeconds(SEED);
    TrainingSettings usual = recipe.settings();
    TrainingSettings settings = new TrainingSettings(exercise.epochs(), usual.batchSize(), usual.learningRate(),
        usual.momentum(), usual.l2(), usual.averaging(), usual.patience(), SEED);
    TrainingTask.Part part = pictures.part(pictures.available(), 0, SEED);
    try (TrainableNetwork network = backend.create(spec, recipe.updater(), SEED)) {
      Reason reason = new TrainingSession(network, part.data(recipe.augmentation()), null, part.testJudge(), settings,
          run.control, event -> told(run, event)).run(null);
      if (reason == Reason.STOPPED) {
        return null;
      }
      double accuracy = run.last == null ? Double.NaN : run.last.test().measure();
      return new Base(new LearnedNetwork(spec, network.parameters(),
          part.describe(network, spec.name(), record(part, accuracy))), accuracy);
    }
  }

  private PictureTask pictures() {
    List<Integer> first = IntStream.range(0, Exercise.KINDS).boxed().toList();
    // Half of what is drawn are the other kinds.
    LabelledPictures training = Shapes10.training(2 * exercise.pictures(), Shapes10.DIFFICULTY, SEED);
    LabelledPictures test = Shapes10.test(2 * exercise.tested(), Shapes10.DIFFICULTY, SEED);
    return new PictureTask(tools.texts().get("reuse.exercise.task"), training, test, List.of()).ofClasses(first);
  }

  private Map<String, String> record(TrainingTask.Part part, double accuracy) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("data", "Shapes-10: " + String.join(", ", Exercise.first()));
    record.put("pictures", String.valueOf(part.learned()));
    record.put("epochs", String.valueOf(exercise.epochs()));
    record.put("test", String.format(Locale.ROOT, "%.4f", accuracy));
    return record;
  }

  private void told(Begun run, TrainingEvent event) {
    if (event instanceof TrainingEvent.Step step) {
      run.done = (step.epoch() - 1 + (double) step.step() / step.stepsAnEpoch()) / exercise.epochs();
    } else if (event instanceof TrainingEvent.Epoch epoch) {
      run.last = epoch;
    }
  }

  private void trained(Begun run, Base base) {
    if (run != begun) {
      return;
    }
    if (base == null) {
      over(tools.texts().get("reuse.exercise.stopped"));
      return;
    }
    tools.inference().load(base.network()::make, () -> {
      if (run == begun) {
        task.takeShapes(Shapes10.DIFFICULTY, Exercise.others());
        over(tools.texts().get("reuse.exercise.ready", base.accuracy(), String.join(", ", Exercise.first()),
            String.join(", ", Exercise.others())));
      }
    }, e -> failed(run, e));
  }

  private void failed(Begun run, Throwable e) {
    tools.messages().report(e);
    if (run == begun) {
      over("");
    }
  }

  private void over(String words) {
    begun.piece.done();
    begun = null;
    line.set(words);
    running.set(false);
  }

  /** Gives it up; what is loaded stays. */
  void stop() {
    if (begun != null) {
      begun.stopped = true;
      begun.control.stop();
      over(tools.texts().get("reuse.exercise.stopped"));
    }
  }

  /** Takes in how far it is. */
  void listen() {
    if (begun == null || begun.done == 0) {
      return;
    }
    progress.set(begun.done);
    begun.piece.progress(begun.done);
    TrainingEvent.Epoch last = begun.last;
    line.set(last == null ? tools.texts().get("reuse.exercise.first", exercise.epochs())
        : tools.texts().get("reuse.exercise.epoch", last.epoch(), exercise.epochs(), last.test().measure()));
  }
}
