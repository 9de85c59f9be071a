package cnnworkshop.app.train;

import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Speed;
import cnnworkshop.core.train.TimeBudget;
import cnnworkshop.core.train.TrainingTask;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Fits a training to the time there is: measures this machine for some seconds, then sets pictures and epochs. */
public final class BudgetModel {

  /** As many epochs as one can choose: a short training of few pictures fills its time too. */
  static final int MOST_EPOCHS = 200;

  private final SettingsModel settings;
  private final Trainer trainer;
  private final Work work;
  private final Texts texts;
  private final Executor ui;
  private final Consumer<Throwable> failures;
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");

  BudgetModel(SettingsModel settings, Trainer trainer, Work work, Texts texts, Executor ui,
      Consumer<Throwable> failures) {
    this.settings = settings;
    this.trainer = trainer;
    this.work = work;
    this.texts = texts;
    this.ui = ui;
    this.failures = failures;
  }

  /** What was measured and set; empty before. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Whether it measures now. */
  public ReadOnlyBooleanProperty measuringProperty() {
    return measuring.getReadOnlyProperty();
  }

  /**
   * Measures, on the trainer thread, then sets.
   *
   * @param seconds the time there is
   * @param measured told how fast the network was
   */
  void fit(double seconds, TrainingTask task, NetworkSpec network, Consumer<Speed> measured) {
    if (measuring.get()) {
      return;
    }
    measuring.set(true);
    line.set(texts.get("train.budget.measuring"));
    AtomicBoolean stopped = new AtomicBoolean();
    Work.Piece piece = work.start(texts.get("train.budget.work"), () -> stopped.set(true));
    TrainingTask.Part part =
        task.part(settings.mostPicturesProperty().get(), SettingsModel.HOLD_OUT, settings.seedProperty().get());
    TrainingData data = part.data(settings.augmentation());
    Updater updater = settings.updater();
    int batch = settings.batchProperty().get();
    trainer.submit(backend -> {
      Speed speed = Speed.measure(backend, network, updater, data, batch, stopped::get);
      ui.execute(() -> {
        piece.done();
        measuring.set(false);
        line.set("");
        if (!stopped.get()) {
          set(seconds, task, part, speed);
          measured.accept(speed);
        }
      });
    }, e -> {
      piece.done();
      measuring.set(false);
      line.set("");
      failures.accept(e);
    });
  }

  private void set(double seconds, TrainingTask task, TrainingTask.Part part, Speed speed) {
    int judged = part.heldOut() + task.tested();
    TimeBudget.Proposal proposal = new TimeBudget(speed.training(), judged, speed.judging())
        .propose(seconds, part.learned(), MOST_EPOCHS);
    int taken = (int) Math.round(proposal.pictures() / (1 - SettingsModel.HOLD_OUT));
    settings.fit(Math.max(settings.fewestPictures(), Math.min(taken, task.available())), proposal.epochs());
    line.set(texts.get(proposal.fits() ? "train.budget.set" : "train.budget.too-long", speed.training(),
        settings.picturesProperty().get(), proposal.epochs(), Math.round(proposal.seconds())));
  }
}
