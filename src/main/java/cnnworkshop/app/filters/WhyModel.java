package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.Occlusion;
import cnnworkshop.core.inspect.Saliency;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.inspect.SmoothGradient;
import cnnworkshop.core.text.Texts;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Why these points: what an answer of the loaded network to the current picture depends on. It starts by itself
 * whenever something is changed that it depends on, as long as it is shown. To be used on the UI thread.
 */
final class WhyModel {

  private static final String CHANNEL = "filters: why, the picture";
  private static final long SEED = 1;

  private final FiltersTools tools;
  private final Texts texts;
  private final WhyAnswersModel answers;
  private final WhySettings settings = new WhySettings();
  private final WhyRun run;
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(this, "empty", "");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyObjectWrapper<WhySeen> seen = new ReadOnlyObjectWrapper<>(this, "seen");
  private final ReadOnlyObjectWrapper<WhyResult> result = new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyObjectWrapper<Heat> heat = new ReadOnlyObjectWrapper<>(this, "heat");
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look", Look.STRENGTH);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private WhyTask task;
  private boolean stale = true;
  private boolean held;

  /** @param nanos a clock */
  WhyModel(FiltersTools tools, LongSupplier nanos) {
    this.tools = tools;
    this.texts = tools.texts();
    answers = new WhyAnswersModel(texts);
    run = new WhyRun(tools.inference(), tools.messages(), tools.work(), nanos);
    tools.inference().networkProperty().addListener((p, before, now) -> another());
    tools.subject().addListener((p, before, now) -> another());
    shown.addListener((p, before, now) -> lookIfShown());
    answers.explainedProperty().addListener((p, before, now) -> asked());
    settings.methodProperty().addListener((p, before, now) -> restart());
    settings.lookProperty().addListener((p, before, now) -> refresh());
    settings.patchProperty().addListener((p, before, now) -> restartIf(WhyMethod.OCCLUSION));
    settings.stepProperty().addListener((p, before, now) -> restartIf(WhyMethod.OCCLUSION));
    settings.fillProperty().addListener((p, before, now) -> restartIf(WhyMethod.OCCLUSION));
    settings.copiesProperty().addListener((p, before, now) -> restartIf(WhyMethod.SMOOTH));
    settings.noiseProperty().addListener((p, before, now) -> restartIf(WhyMethod.SMOOTH));
    another();
  }

  /** Another network or picture. */
  private void another() {
    run.stop();
    task = null;
    seen.set(null);
    result.set(null);
    refresh();
    answers.show(tools.inference().networkProperty().get());
    empty.set(whatIsMissing());
    stale = true;
    lookIfShown();
  }

  private String whatIsMissing() {
    LoadedNetwork network = tools.inference().networkProperty().get();
    if (network == null) {
      return texts.get("filters.why.empty.network");
    }
    if (answers.kindProperty().get() == AnswerKind.NONE) {
      return texts.get("filters.why.empty.answers", network.name(), network.spec().input().toString(),
          network.outputShape().toString());
    }
    return tools.subject().get() == null ? texts.get("filters.why.empty.picture") : "";
  }

  private void lookIfShown() {
    if (!shown.get()) {
      // Nobody sees it: whoever comes back finds it going on.
      run.stop();
      return;
    }
    if (stale && empty.get().isEmpty()) {
      stale = false;
      Subject subject = tools.subject().get();
      AnswerKind kind = answers.kindProperty().get();
      tools.inference().submit(CHANNEL, network -> WhySeen.of(network, subject, kind), now -> {
        answers.heard(now.outputs());
        seen.set(now);
        restart();
      }, tools.messages()::report);
    } else if (!held) {
      goOn();
    }
  }

  /** Something else is to be explained: a patch has told of everything, gradients only of what they were taken of. */
  private void asked() {
    if (task != null && settings.methodProperty().get() == WhyMethod.OCCLUSION) {
      refresh();
    } else {
      restart();
    }
  }

  private void restartIf(WhyMethod method) {
    if (settings.methodProperty().get() == method) {
      restart();
    }
  }

  private void restart() {
    WhySeen picture = seen.get();
    Explained explained = answers.explainedProperty().get();
    if (picture == null || explained == null) {
      return;
    }
    task = switch (settings.methodProperty().get()) {
      case OCCLUSION -> WhyTask.occlusion(new Occlusion(picture.shape(), picture.values(),
          (int) settings.patchProperty().get(), (int) settings.stepProperty().get(), settings.fillProperty().get()),
          picture.outputs());
      case SALIENCY -> WhyTask.gradients(SmoothGradient.plain(picture.shape(), picture.values()), picture.shape(),
          explained);
      case SMOOTH -> WhyTask.gradients(new SmoothGradient(picture.shape(), picture.values(),
          (int) settings.copiesProperty().get(), settings.noiseProperty().get(), SEED), picture.shape(), explained);
    };
    goOn();
  }

  /** Goes on where it was stopped. Nothing happens if there is nothing left to do, or nobody to see it. */
  void goOn() {
    held = false;
    if (shown.get() && task != null && task.done() < task.total()) {
      run.start(task, texts.get(switch (settings.methodProperty().get()) {
        case OCCLUSION -> "filters.why.work.occlusion";
        case SALIENCY -> "filters.why.work.saliency";
        case SMOOTH -> "filters.why.work.smooth";
      }), this::refresh, this::stop);
    }
    refresh();
  }

  /** Leaves it as far as it has come. */
  void stop() {
    held = true;
    run.stop();
    refresh();
  }

  private void refresh() {
    Explained explained = answers.explainedProperty().get();
    Look wanted = settings.lookProperty().get();
    look.set(explained != null && Saliency.shows(wanted, explained) ? wanted : Look.STRENGTH);
    WhyResult now = task == null || explained == null ? null : task.result(look.get());
    result.set(now);
    heat.set(now == null ? null : now.heat(explained));
    status.set(task == null ? "" : texts.get(status(), task.done(), task.total()));
  }

  private String status() {
    boolean places = settings.methodProperty().get() == WhyMethod.OCCLUSION;
    if (isComplete()) {
      return places ? "filters.why.status.places" : "filters.why.status.copies";
    }
    if (run.runningProperty().get()) {
      return places ? "filters.why.status.places-running" : "filters.why.status.copies-running";
    }
    return places ? "filters.why.status.places-stopped" : "filters.why.status.copies-stopped";
  }

  /** Whether everything has been asked. */
  boolean isComplete() {
    return task != null && task.done() == task.total();
  }

  /** Which answer is explained. */
  WhyAnswersModel answers() {
    return answers;
  }

  /** How it is explained. */
  WhySettings settings() {
    return settings;
  }

  /** Why there is nothing to see, in a sentence; empty if there is. */
  ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** How far it has come, in words. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether the network is being asked. */
  ReadOnlyBooleanProperty runningProperty() {
    return run.runningProperty();
  }

  /** What the network sees and says; null while it has not been asked. */
  ReadOnlyObjectProperty<WhySeen> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** What is known; null for nothing yet. */
  ReadOnlyObjectProperty<WhyResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** The same, to be laid over the picture; null for nothing yet. */
  ReadOnlyObjectProperty<Heat> heatProperty() {
    return heat.getReadOnlyProperty();
  }

  /** What of a gradient is shown: what was chosen, if it can be of what is explained. */
  ReadOnlyObjectProperty<Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Whether somebody sees it. */
  BooleanProperty shownProperty() {
    return shown;
  }
}
