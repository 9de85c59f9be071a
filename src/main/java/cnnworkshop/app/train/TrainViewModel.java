package cnnworkshop.app.train;

import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Diagnosis;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.SnapshotStore;
import cnnworkshop.core.train.Suggestion;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingTask;
import cnnworkshop.core.train.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

/**
 * The Train tab: what is to be learned, by which network, how; the training that runs; and what became of it. Used on
 * the UI thread; {@link #listen()} is to be called some ten times a second.
 */
public final class TrainViewModel {

  private static final String FIRST_NETWORK = "cnn";

  private final TrainTools tools;
  private final Texts texts;
  private final DataModel data;
  private final NetworkModel network;
  private final SettingsModel settings = new SettingsModel();
  private final TrainingModel training;
  private final ResultsModel results;
  private final InsideModel inside;
  private final RunsModel runs;
  private final LadderModel ladder = new LadderModel();
  private final BudgetModel budget;
  private final BooleanBinding canStart;

  private final ReadOnlyStringWrapper diagnosis = new ReadOnlyStringWrapper(this, "diagnosis", "");
  private final ReadOnlyObjectWrapper<Suggestion> suggestion = new ReadOnlyObjectWrapper<>(this, "suggestion");

  /** What a person asked for that has to wait until a training is over. */
  private Runnable afterwards = () -> {};
  /** The run whose inside is shown; empty for none. */
  private String lookedAt = "";
  /** What has to wait until the pictures are there. */
  private Runnable onceTaken = () -> {};

  /** @param tools what the tab needs of the rest of the program */
  public TrainViewModel(TrainTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    data = new DataModel(texts, tools.cache(), tools.work(), tools.background(), tools.ui(), tools.messages()::report);
    network = new NetworkModel(tools.templates(), tools.messages()::report);
    training = new TrainingModel(tools.trainer(), tools.store(), tools.messages(), tools.work(), texts,
        tools.background(), tools.ui(), System::nanoTime, new Told());
    results = new ResultsModel(texts, tools.background(), tools.ui(), tools.messages()::report);
    inside = new InsideModel(texts, tools.background(), tools.ui());
    runs = new RunsModel(tools.store(), texts, tools.background(), tools.ui(), tools.messages()::report);
    budget = new BudgetModel(settings, tools.trainer(), tools.work(), texts, tools.ui(), tools.messages()::report);
    canStart = Bindings.createBooleanBinding(() -> training.stateProperty().get() == TrainingModel.State.IDLE
            && data.taskProperty().get() != null && !data.loadingProperty().get()
            && network.checkProperty().get().ok(),
        training.stateProperty(), data.taskProperty(), data.loadingProperty(), network.checkProperty());
    connect();
  }

  private void connect() {
    data.taskProperty().addListener((p, before, now) -> {
      if (now != null) {
        taken(before, now);
      }
    });
    network.nameProperty().addListener((p, before, now) -> {
      if (Presets.names().contains(now)) {
        prefer(now, network.specProperty().get().loss());
      }
    });
    settings.batchProperty().addListener((p, before, now) -> network.setBatch(now.intValue()));
    settings.updaterProperty().addListener((p, before, now) -> network.setUpdater(settings.updater()));
    settings.picturesProperty().addListener((p, before, now) -> network.setPictures(learned(now.intValue())));
    network.setBatch(settings.batchProperty().get());
    settings.learningRateProperty().addListener((p, before, now) -> move(() ->
        training.running().control().setLearningRate(now.doubleValue())));
    settings.momentumProperty().addListener((p, before, now) -> move(() ->
        training.running().control().setMomentum(now.doubleValue())));
    settings.l2Property().addListener((p, before, now) -> move(() ->
        training.running().control().setL2(now.doubleValue())));
    runs.runs().addListener((ListChangeListener<RunRecord>) change -> ladder.show(runs.runs()));
    runs.selected().addListener((ListChangeListener<RunRecord>) change -> lookBack());
  }

  private static int learned(int taken) {
    return (int) Math.round(taken * (1 - SettingsModel.HOLD_OUT));
  }

  /** Other pictures are there. */
  private void taken(TrainingTask before, TrainingTask now) {
    settings.fit(now);
    network.fit(now.input(), now.outputs(), now.loss());
    network.setPictures(learned(now.available()));
    if (before == null || before.loss() != now.loss()) {
      prefer(network.nameProperty().get(), now.loss());
    }
    ladder.show(now);
    results.show(now);
    Runnable next = onceTaken;
    onceTaken = () -> {};
    next.run();
  }

  /** Settings that go with a network; a short training of faces drops nothing, whatever the layers say. */
  private void prefer(String name, Loss loss) {
    settings.prefer(name, loss);
    network.dropoutScaleProperty().set(loss == Loss.MEAN_SQUARED_ERROR ? 0 : 1);
  }

  /** What is a person's hand on a slider moves the training that runs, from its next step on. */
  private void move(Runnable change) {
    if (training.running() != null && !settings.isPreparing()) {
      change.run();
    }
  }

  /** The tab is shown: without any pictures yet it takes those that need no file, and reads what runs there are. */
  public void opened() {
    if (data.taskProperty().get() == null) {
      data.choose(DataSource.SHAPES10);
    }
    runs.reload();
  }

  /** What is to be learned. */
  public DataModel data() {
    return data;
  }

  /** By which network. */
  public NetworkModel network() {
    return network;
  }

  /** How. */
  public SettingsModel settings() {
    return settings;
  }

  /** The training that runs. */
  public TrainingModel training() {
    return training;
  }

  /** What the network says of the test pictures. */
  public ResultsModel results() {
    return results;
  }

  /** What the network looks like inside. */
  public InsideModel inside() {
    return inside;
  }

  /** What became of earlier trainings. */
  public RunsModel runs() {
    return runs;
  }

  /** The workshop's exercise. */
  public LadderModel ladder() {
    return ladder;
  }

  /** Fits a training to the time there is. */
  public BudgetModel budget() {
    return budget;
  }

  /** What can be said of the training so far; empty before there is anything. */
  public ReadOnlyStringProperty diagnosisProperty() {
    return diagnosis.getReadOnlyProperty();
  }

  /** The one change to try next; null for none. */
  public ReadOnlyObjectProperty<Suggestion> suggestionProperty() {
    return suggestion.getReadOnlyProperty();
  }

  /** Whether a training could start: there are pictures, the network has no fault, and none runs. */
  public BooleanBinding canStart() {
    return canStart;
  }

  /** Whether a training runs or is held. */
  public boolean isTraining() {
    return training.running() != null;
  }

  /** Starts a training with the data and settings as they are now. Nothing happens while one runs. */
  public void start() {
    if (!canStart.get()) {
      return;
    }
    TrainingTask task = data.taskProperty().get();
    TrainingTask.Part part =
        task.part(settings.picturesProperty().get(), SettingsModel.HOLD_OUT, settings.seedProperty().get());
    if (part.learned() == 0) {
      tools.messages().note(texts.get("train.too-few"));
      return;
    }
    Instant now = Instant.now();
    RunRecord record = RunRecord.begun(RunStore.newId(now), runs.newName(network.nameProperty().get()), now,
        runSetup(task, part));
    diagnosis.set("");
    suggestion.set(null);
    showJudged(task, part);
    runs.begin(record);
    lookedAt = record.id();
    inside.begin(record);
    training.start(new RunInProgress(record, part, settings.augmentation(), task.unchanged()));
  }

  /** The pictures whose answers are shown: those for test, or without any those that choose the best weights. */
  private void showJudged(TrainingTask task, TrainingTask.Part part) {
    if (task.tested() > 0 || part.heldOut() == 0) {
      results.show(task);
    } else if (part.heldOutAsTest() instanceof PictureTask pictures) {
      results.show(pictures.test(), ResultsModel.Origin.HELD_OUT);
    } else if (part.heldOutAsTest() instanceof FaceTask faces) {
      results.show(faces.test(), ResultsModel.Origin.HELD_OUT);
    }
  }

  private RunSetup runSetup(TrainingTask task, TrainingTask.Part part) {
    RunSetup.Data facts = new RunSetup.Data(task.name(), part.learned(), learned(task.available()), part.heldOut(),
        task.tested(), settings.seedProperty().get(), part.guessing());
    return new RunSetup(facts, network.specProperty().get(), settings.updater(), settings.settings(),
        settings.augmentation().words());
  }

  /** Starts again with the weights the training that runs, or else the last one, began with, and the settings as now. */
  public void restart() {
    RunInProgress run = training.running();
    if (run == null) {
      runs.current().ifPresent(last -> settings.seedProperty().set((int) last.setup().settings().seed()));
      start();
    } else {
      afterwards = () -> {
        settings.seedProperty().set((int) run.record().setup().settings().seed());
        start();
      };
      training.stop();
    }
  }

  /** Takes in what the training has told since the last call. */
  public void listen() {
    training.listen();
  }

  private final class Told implements TrainingModel.Listener {

    @Override
    public void told(RunInProgress run, TrainingEvent event, Curve curve) {
      inside.told(event);
      if (event instanceof TrainingEvent.Step step) {
        runs.add(step);
      } else if (event instanceof TrainingEvent.Epoch epoch) {
        runs.add(epoch);
        network.setMeasuredSpeed(run.record().setup().network(), epoch.picturesPerSecond());
        Verdict judged = epoch.test() != null ? epoch.test() : epoch.heldOut();
        if (judged != null) {
          results.judged(judged);
        }
        say(run, curve, Optional.empty());
      } else if (event instanceof TrainingEvent.Finished finished) {
        say(run, curve, Optional.of(finished.reason()));
      }
    }

    @Override
    public void over(RunInProgress run) {
      runs.ended();
      Runnable next = afterwards;
      afterwards = () -> {};
      next.run();
    }
  }

  private void say(RunInProgress run, Curve curve, Optional<TrainingEvent.Reason> end) {
    List<Diagnosis.Finding> findings = new Diagnosis(run.record().setup(), curve, end).findings();
    diagnosis.set(findings.isEmpty() ? "" : findings.get(0).evidence().in(texts));
    suggestion.set(findings.isEmpty() ? null : findings.get(0).suggestion().orElse(null));
  }

  /** Applies the one change to network or settings; the next start has it. */
  public void trySuggestion() {
    Suggestion change = suggestion.get();
    if (change instanceof Suggestion.OfNetwork ofNetwork) {
      network.apply(ofNetwork);
    } else if (change != null) {
      settings.apply(change);
    }
    suggestion.set(null);
  }

  /** Sets up a rung of the ladder: its network, and the workshop's settings. */
  public void take(Rung rung) {
    network.take(rung.network());
    settings.prefer(rung.network().name(), Loss.CROSS_ENTROPY);
  }

  /** Sets pictures and epochs so that a training takes no longer. {@code seconds}: above 0 */
  public void fitTo(double seconds) {
    if (canStart.get()) {
      budget.fit(seconds, data.taskProperty().get(), network.specProperty().get(), speed ->
          network.setMeasuredSpeed(network.specProperty().get(), speed.training()));
    }
  }

  /** Takes over a run's network and settings, and its data if they need no file. */
  public void reopen(RunRecord run) {
    TrainingTask task = data.taskProperty().get();
    String wanted = run.setup().data().name();
    if (task != null && task.name().equals(wanted)) {
      takeSetup(run);
      return;
    }
    // Whatever was chosen in between is what the person wants.
    onceTaken = () -> {
      if (data.taskProperty().get().name().equals(wanted)) {
        takeSetup(run);
      }
    };
    if (!data.reopen(wanted)) {
      tools.messages().note(texts.get("train.reopen.other-data", wanted));
      if (task != null && task.loss() == run.setup().network().loss()) {
        takeSetup(run);
      }
    }
  }

  /** The run a person chose, if it is one and none runs, is looked at inside as its snapshots have it. */
  private void lookBack() {
    List<RunRecord> chosen = runs.selected();
    if (!isTraining() && chosen.size() == 1 && !chosen.get(0).id().equals(lookedAt)) {
      lookedAt = chosen.get(0).id();
      inside.lookBack(chosen.get(0), SnapshotStore.of(tools.store(), chosen.get(0)));
    }
  }

  private void takeSetup(RunRecord run) {
    network.take(run.setup().network());
    settings.take(run.setup());
  }

  /** Makes a run's best weights the loaded network, for all tabs. */
  public void use(RunRecord run) {
    tools.inference().open(tools.store().weights(run.id()),
        () -> tools.messages().note(texts.get("train.used", run.name())), tools.messages()::report);
  }

  /**
   * Everything as at a first start, for the next group: a training that runs ends, all runs are put aside, data,
   * network and settings are those of the beginning.
   */
  public void reset() {
    if (isTraining()) {
      afterwards = this::reset;
      training.stop();
      return;
    }
    runs.putAside(folder -> tools.messages().note(texts.get("train.reset.done", folder)));
    diagnosis.set("");
    suggestion.set(null);
    network.dropoutScaleProperty().set(1);
    network.choose(FIRST_NETWORK);
    settings.seedProperty().set(1);
    settings.prefer(FIRST_NETWORK, Loss.CROSS_ENTROPY);
    data.difficultyProperty().set(Shapes10.DIFFICULTY);
    data.choose(DataSource.SHAPES10);
    training.say("");
  }

  /** The program ends: a training ends too, its best weights are kept. */
  public void stop() {
    afterwards = () -> {};
    training.stop();
    data.close();
    runs.await();
  }
}
