package cnnworkshop.app.reuse;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.app.train.DataModel;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.reuse.Lesson;
import cnnworkshop.core.reuse.Race;
import cnnworkshop.core.reuse.RaceResults;
import cnnworkshop.core.train.TrainingTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * The part of the Reuse tab where a network is cut and ways of learning race: what is reused, for what, with which
 * head, how; what runs and what came of it. On the UI thread.
 */
public final class CutAndRaceModel {

  private final ReuseTools tools;
  private final ReuseWords words;
  private final TaskModel task;
  private final HeadModel head = new HeadModel();
  private final CutModel cut;
  private final LessonModel lesson;
  private final RaceChoices choices = new RaceChoices();
  private final TrainedModel trained;
  private final RaceModel race;
  private final ExerciseModel exercise;
  private final StringBinding whyNoTraining;
  private final StringBinding whyNoRace;
  private final BooleanBinding idle;

  /** @param tools what the tab needs of the rest of the program */
  public CutAndRaceModel(ReuseTools tools) {
    this(tools, Exercise.USUAL);
  }

  CutAndRaceModel(ReuseTools tools, Exercise exercise) {
    this.tools = tools;
    this.words = new ReuseWords(tools.texts());
    task = new TaskModel(new DataModel(tools.texts(), tools.cache(), tools.work(), tools.background(), tools.ui(),
        tools.messages()::report), tools.inference().networkProperty());
    cut = new CutModel(tools.inference().networkProperty(), head.headProperty(), task.taskProperty());
    lesson = new LessonModel(Lesson.usual(PictureAugmentation.NONE));
    trained = new TrainedModel(tools);
    race = new RaceModel(tools, words, System::nanoTime, trained::add);
    this.exercise = new ExerciseModel(tools, exercise, task);
    idle = race.stateProperty().isEqualTo(RaceModel.State.IDLE).and(this.exercise.runningProperty().not());
    task.taskProperty().addListener((p, before, now) -> choices.mostProperty().set(now == null ? 0 : now.mostOfEach()));
    whyNoTraining = Bindings.createStringBinding(this::faultOfPlan, cut.planProperty(), task.taskProperty(),
        task.data().taskProperty());
    List<Observable> ofRace = new ArrayList<>(choices.observables());
    ofRace.addAll(List.of(whyNoTraining, task.taskProperty()));
    whyNoRace = Bindings.createStringBinding(this::faultOfRace, ofRace.toArray(Observable[]::new));
  }

  private String faultOfPlan() {
    CutPlan plan = cut.planProperty().get();
    if (plan == null) {
      return tools.texts().get(base().get() == null ? "reuse.fault.no-network" : "reuse.fault.one-layer");
    }
    if (task.data().taskProperty().get() == null) {
      return tools.texts().get("reuse.fault.no-pictures");
    }
    NewTask wanted = task.taskProperty().get();
    if (wanted == null) {
      return tools.texts().get("reuse.fault.classes");
    }
    if (wanted.mostOfEach() == 0) {
      return tools.texts().get("reuse.fault.empty-class");
    }
    return plan.failure().map(tools.texts()::sentence).orElse("");
  }

  private String faultOfRace() {
    Race wanted = choices.race();
    if (!whyNoTraining.get().isEmpty()) {
      return whyNoTraining.get();
    }
    if (task.taskProperty().get().tested() == 0) {
      return tools.texts().get("reuse.fault.no-test");
    }
    if (wanted.entrants().isEmpty()) {
      return tools.texts().get("reuse.fault.no-entrant");
    }
    return wanted.perClass().isEmpty() ? tools.texts().get("reuse.fault.no-number") : "";
  }

  /** The tab is shown. */
  void opened() {
    task.opened();
  }

  /** The network that is reused; null while none is loaded. */
  ReadOnlyObjectProperty<LoadedNetwork> base() {
    return tools.inference().networkProperty();
  }

  ReuseWords words() {
    return words;
  }

  TaskModel task() {
    return task;
  }

  HeadModel head() {
    return head;
  }

  CutModel cut() {
    return cut;
  }

  LessonModel lesson() {
    return lesson;
  }

  RaceChoices choices() {
    return choices;
  }

  RaceModel race() {
    return race;
  }

  TrainedModel trained() {
    return trained;
  }

  ExerciseModel exercise() {
    return exercise;
  }

  /** Whether neither a training runs nor the exercise is set up. */
  public BooleanBinding idle() {
    return idle;
  }

  /** Why no training can be started, a sentence; empty if one can. */
  StringBinding whyNoTraining() {
    return whyNoTraining;
  }

  /** Why no race can be started, a sentence; empty if one can. */
  StringBinding whyNoRace() {
    return whyNoRace;
  }

  /** Starts the race that was chosen, if one can be started. */
  void startRace() {
    if (idle.get() && whyNoRace.get().isEmpty()) {
      start(choices.race().heats(), true);
    }
  }

  /** Trains once, as the cut says, if that can be done. */
  void trainOnce() {
    if (idle.get() && whyNoTraining.get().isEmpty()) {
      start(choices.single(), false);
    }
  }

  private void start(List<Race.Heat> heats, boolean compare) {
    CutPlan plan = cut.planProperty().get();
    NewTask wanted = task.taskProperty().get();
    TrainingTask whole = wanted.whole();
    race.start(new RacePlan(plan.base().name(), plan.cut().orElseThrow(), wanted, lesson.lesson(whole.unchanged()),
        heats, compare));
  }

  /** Writes what the last race has measured, in the background. */
  void saveResults(Path file) {
    RaceResults results = race.resultsProperty().get();
    write(file, () -> results.csv(file));
  }

  /** Something that writes a file. */
  interface Writing {
    void run() throws IOException;
  }

  /** Writes a file in the background and tells how it went. */
  void write(Path file, Writing writing) {
    tools.background().execute(() -> {
      try {
        writing.run();
        tools.messages().note(tools.texts().get("reuse.saved", String.valueOf(file.getFileName())));
      } catch (IOException e) {
        tools.messages().show(new SaveFailure(file, e));
      } catch (RuntimeException e) {
        tools.messages().report(e);
      }
    });
  }

  /** Ends whatever runs. */
  void stop() {
    race.stop();
    exercise.stop();
  }

  /** Takes in what trainings have told since the last call. */
  void listen() {
    race.listen();
    exercise.listen();
  }

  /** The program ends. */
  public void close() {
    stop();
    task.data().close();
  }
}
