package cnnworkshop.app.train;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.ClassTrainingData;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.ClassJudge;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Diagnosis;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.Suggestion;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The Train tab: what is to be learned, by which network, how; the training that runs; and what became of it. Used on
 * the UI thread; {@link #listen()} is to be called some ten times a second while the tab is shown.
 */
public final class TrainViewModel {

  /** What the training does. */
  public enum State {
    /** None runs. */
    IDLE,
    /** It is asked for, and waits for the library or for another one. */
    WAITING,
    /** It runs. */
    RUNNING,
    /** It is held. */
    HELD
  }

  private final Inference inference;
  private final Trainer trainer;
  private final RunStore store;
  private final Messages messages;
  private final Work work;
  private final Texts texts;
  private final Executor ui;

  private final DataModel data;
  private final SetupModel setup = new SetupModel();
  private final RunsModel runs;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyStringWrapper progressLine = new ReadOnlyStringWrapper(this, "progressLine", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ObservableList<Answer> answers = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper diagnosis = new ReadOnlyStringWrapper(this, "diagnosis", "");
  private final ReadOnlyObjectWrapper<Suggestion> suggestion = new ReadOnlyObjectWrapper<>(this, "suggestion");

  private RunInProgress running;
  private Work.Piece piece;
  private Curve curve = Curve.EMPTY;
  private TestPictures testPictures;
  private double speed = Double.NaN;

  /**
   * @param inference gets the trained network when a person wants to use it
   * @param store where runs are kept
   * @param background reads and draws pictures, and reads runs
   * @param ui where all properties change
   */
  public TrainViewModel(Inference inference, Trainer trainer, RunStore store, Messages messages, Work work, Texts texts,
      Executor background, Executor ui) {
    this.inference = inference;
    this.trainer = trainer;
    this.store = store;
    this.messages = messages;
    this.work = work;
    this.texts = texts;
    this.ui = ui;
    this.data = new DataModel(texts, background, ui, messages::report);
    this.runs = new RunsModel(store, texts, background, ui, messages::report);
    data.picturesProperty().addListener((p, before, now) -> {
      if (now != null) {
        setup.fit(now.training());
        testPictures = new TestPictures(now.test());
        if (running == null) {
          answers.setAll(testPictures.unanswered());
        }
      }
    });
  }

  /** The tab is shown: without any pictures yet it takes those that need no file, and reads what runs there are. */
  public void opened() {
    if (data.picturesProperty().get() == null) {
      data.takeShapes();
    }
    runs.reload();
  }

  /** What is to be learned. */
  public DataModel data() {
    return data;
  }

  /** By which network, and how. */
  public SetupModel setup() {
    return setup;
  }

  /** What became of earlier trainings. */
  public RunsModel runs() {
    return runs;
  }

  /** What the training does. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far the training is, in words. */
  public ReadOnlyStringProperty progressLineProperty() {
    return progressLine.getReadOnlyProperty();
  }

  /** How far the training is, 0..1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The ten test pictures with what the network says of them. */
  public ObservableList<Answer> answers() {
    return answers;
  }

  /** What can be said of the training so far; empty before there is anything. */
  public ReadOnlyStringProperty diagnosisProperty() {
    return diagnosis.getReadOnlyProperty();
  }

  /** The one change to try next; null for none. */
  public ReadOnlyObjectProperty<Suggestion> suggestionProperty() {
    return suggestion.getReadOnlyProperty();
  }

  /** Starts a training with the data and settings as they are now. Nothing happens while one runs. */
  public void start() {
    PictureData pictures = data.picturesProperty().get();
    if (running != null || pictures == null || !setup.check().ok()) {
      return;
    }
    LabelledPictures part = pictures.training().part(setup.picturesProperty().get(), setup.seedProperty().get());
    List<LabelledPictures> split = part.split(SetupModel.HOLD_OUT, setup.seedProperty().get());
    Instant now = Instant.now();
    RunRecord record = RunRecord.begun(RunStore.newId(now), runs.newName(setup.networkProperty().get()), now,
        runSetup(pictures, split));
    curve = Curve.EMPTY;
    speed = Double.NaN;
    diagnosis.set("");
    suggestion.set(null);
    answers.setAll(testPictures.unanswered());
    RunInProgress started = new RunInProgress(record);
    running = started;
    state.set(State.WAITING);
    progressLine.set(texts.get("train.progress.waiting"));
    runs.begin(record);
    piece = work.start(texts.get("train.progress.work", record.name()), this::stop);
    ClassTrainingData learned = new ClassTrainingData(split.get(0), setup.augmentation());
    trainer.submit(backend -> train(backend, started, learned, split, pictures.test()), e -> failed(started, e));
  }

  private RunSetup runSetup(PictureData pictures, List<LabelledPictures> split) {
    int commonest = java.util.Arrays.stream(pictures.test().counts()).max().orElse(0);
    RunSetup.Data facts = new RunSetup.Data(pictures.name(), split.get(0).size(),
        (int) Math.round(pictures.training().size() * (1 - SetupModel.HOLD_OUT)), split.get(1).size(),
        pictures.test().size(), setup.seedProperty().get(),
        pictures.test().size() == 0 ? null : (double) commonest / pictures.test().size());
    return new RunSetup(facts, setup.specProperty().get(), setup.updater(), setup.settings(),
        setup.augmentationWords());
  }

  /** On the trainer thread. */
  private void train(Backend backend, RunInProgress run, ClassTrainingData learned, List<LabelledPictures> split,
      LabelledPictures test) throws Exception {
    RunSetup begun = run.record().setup();
    store.save(run.record());
    try (TrainableNetwork network = backend.create(begun.network(), begun.updater(), begun.settings().seed())) {
      TrainingSession session = new TrainingSession(network, learned, new ClassJudge(split.get(1)), test.size() == 0 ? null : new ClassJudge(test), begun.settings(), run.control(),
          run.events()::add);
      session.run(null);
      if (session.bestEpoch() > 0) {
        network.save(store.weights(run.record().id()),
            new ModelInfo(run.record().name(), ModelInfo.Task.CLASSES, split.get(0).classNames(), record(run, session)));
      }
    }
    ui.execute(() -> over(run));
  }

  private static Map<String, String> record(RunInProgress run, TrainingSession session) {
    RunSetup begun = run.record().setup();
    Map<String, String> record = new LinkedHashMap<>();
    record.put("data", begun.data().name());
    record.put("pictures", String.valueOf(begun.data().learned()));
    record.put("epochs", session.bestEpoch() + " of " + begun.settings().epochs());
    record.put("updater", begun.updater().toString());
    record.put("learning rate", begun.settings().learningRate().toString());
    record.put("seed", String.valueOf(begun.settings().seed()));
    return record;
  }

  private void failed(RunInProgress run, Throwable e) {
    messages.report(e);
    over(run);
  }

  private void over(RunInProgress run) {
    if (running == run) {
      listen();
      running = null;
      piece.done();
      state.set(State.IDLE);
      runs.reload();
    }
  }

  /** Takes in what the training has told since the last call. */
  public void listen() {
    if (running == null) {
      return;
    }
    for (TrainingEvent event = running.events().poll(); event != null; event = running.events().poll()) {
      if (event instanceof TrainingEvent.Step step) {
        stepped(step);
      } else if (event instanceof TrainingEvent.Epoch epoch) {
        epochEnded(epoch);
      } else if (event instanceof TrainingEvent.Finished finished) {
        finished(finished);
      }
    }
    if (state.get() == State.RUNNING && running.control().isHolding()) {
      state.set(State.HELD);
    }
  }

  private void stepped(TrainingEvent.Step step) {
    if (state.get() == State.WAITING) {
      state.set(running.control().isHolding() ? State.HELD : State.RUNNING);
    }
    RunSetup begun = running.record().setup();
    runs.add(step);
    double done = step.epoch() - 1 + (double) step.step() / step.stepsAnEpoch();
    progress.set(done / begun.settings().epochs());
    piece.progress(progress.get());
    double left = (begun.settings().epochs() - done) * begun.data().learned() / speed;
    progressLine.set(Double.isNaN(speed)
        ? texts.get("train.progress.first", step.epoch(), begun.settings().epochs(), step.loss())
        : texts.get("train.progress.step", step.epoch(), begun.settings().epochs(), step.loss(), speed,
            Math.round(left)));
  }

  private void epochEnded(TrainingEvent.Epoch epoch) {
    speed = epoch.picturesPerSecond();
    curve = curve.with(epoch);
    runs.add(epoch);
    if (epoch.test() != null) {
      answers.setAll(testPictures.answers(epoch.test().outputs()));
    }
    say(Optional.empty());
    keep(Optional.empty());
  }

  private void finished(TrainingEvent.Finished finished) {
    say(Optional.of(finished.reason()));
    keep(Optional.of(finished.reason()));
    progressLine.set(switch (finished.reason()) {
      case COMPLETE -> texts.get("train.progress.complete", finished.bestEpoch());
      case OUT_OF_PATIENCE -> texts.get("train.progress.out-of-patience", finished.bestEpoch());
      case STOPPED -> texts.get("train.progress.stopped", finished.bestEpoch());
      case DIVERGED -> texts.get("train.progress.diverged", finished.bestEpoch());
    });
  }

  private void say(Optional<TrainingEvent.Reason> end) {
    List<Diagnosis.Finding> findings = new Diagnosis(running.record().setup(), curve, end).findings();
    diagnosis.set(findings.isEmpty() ? "" : findings.get(0).evidence().in(texts));
    suggestion.set(findings.isEmpty() ? null : findings.get(0).suggestion().orElse(null));
  }

  private void keep(Optional<TrainingEvent.Reason> end) {
    runs.keep(running.record().id(), curve, end);
  }

  /** Holds a training that runs, and lets one go on that is held. */
  public void pauseOrResume() {
    if (running != null) {
      if (running.control().isHolding()) {
        running.control().resume();
        state.set(State.RUNNING);
      } else {
        running.control().pause();
        state.set(State.HELD);
      }
    }
  }

  /** Does one batch more and holds. */
  public void oneBatch() {
    if (running != null) {
      running.control().oneBatch();
    }
  }

  /** Goes on to the end of the epoch and holds. */
  public void oneEpoch() {
    if (running != null) {
      running.control().oneEpoch();
      state.set(State.RUNNING);
    }
  }

  /** Ends the training; its best weights are kept. */
  public void stop() {
    if (running != null) {
      running.control().stop();
    }
  }

  /** Whether a training runs or is held. */
  public boolean isTraining() {
    return running != null;
  }

  /** Moves the learning rate of the training that runs, from its next step on. */
  public void moveLearningRate(double rate) {
    if (running != null) {
      running.control().setLearningRate(rate);
    }
  }

  /** Applies the one change to the settings; the next start has it. */
  public void trySuggestion() {
    if (suggestion.get() != null) {
      setup.apply(suggestion.get());
      suggestion.set(null);
    }
  }

  /** Makes a run's best weights the loaded network, for all tabs. */
  public void use(RunRecord run) {
    inference.open(store.weights(run.id()), () -> messages.note(texts.get("train.used", run.name())), messages::report);
  }
}
