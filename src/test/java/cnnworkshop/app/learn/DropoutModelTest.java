package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.op.DropoutMask;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DropoutModelTest {

  private final List<Runnable> queue = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Work work = new Work(Runnable::run);
  private final DropoutModel model = new DropoutModel(Texts.load(Locale.ENGLISH),
      new Trainer(() -> null, queue::add, Runnable::run), work, Runnable::run, failures::add, 0);

  private TwinTraining state() {
    return model.stateProperty().get();
  }

  /** What the trainer's thread would do. */
  private void trainerThread() {
    queue.remove(0).run();
    assertThat(failures).isEmpty();
  }

  @Test
  void bothCopiesBeginAlike() {
    assertThat(state().plain().network().parameters()).isEqualTo(state().dropped().network().parameters());
    model.step();
    assertThat(state().plain().network().parameters()).isNotEqualTo(state().dropped().network().parameters());
  }

  @Test
  void withoutADropRateBothLearnTheSame() {
    model.dropRateProperty().set(0);
    model.step();
    model.step();
    assertThat(state().plain().network().parameters()).isEqualTo(state().dropped().network().parameters());
  }

  @Test
  void everyPointOfEveryBatchHasAMaskOfItsOwn() {
    model.step();
    boolean[] first = model.masks()[0].kept();
    model.exampleProperty().set(2);
    assertThat(model.masks()[0].kept()).isNotEqualTo(first);
    model.exampleProperty().set(1);
    model.step();
    assertThat(model.masks()[0].kept()).isNotEqualTo(first);
    assertThat(state().batch()).hasSize(TwinTraining.BATCH);
  }

  @Test
  void playingWaitsForItsTurnAndBatchesCanBeDoneMeanwhile() {
    model.play();
    assertThat(model.phaseProperty().get()).isEqualTo(DropoutModel.Phase.WAITING);
    assertThat(model.words().statusProperty().get()).startsWith("Waits for its turn");
    assertThat(work.running()).hasSize(1);
    model.step();
    assertThat(state().steps()).isEqualTo(1);

    model.paceProperty().set(1e6);
    trainerThread();

    assertThat(model.phaseProperty().get()).isEqualTo(DropoutModel.Phase.DONE);
    assertThat(state().steps()).isEqualTo(DropoutModel.LAST);
    assertThat(work.running()).isEmpty();
  }

  @Test
  void aStoppedTrainingDoesNothingWhenItsTurnComes() {
    model.play();
    Work.Piece piece = work.running().get(0);
    piece.stop();
    assertThat(model.phaseProperty().get()).isEqualTo(DropoutModel.Phase.IDLE);
    trainerThread();
    assertThat(state().steps()).isZero();
    assertThat(piece.progressProperty().get()).as("nothing was trained unseen").isEqualTo(Work.UNKNOWN);
    assertThat(work.running()).isEmpty();
  }

  @Test
  void stoppingWhileItRunsKeepsWhatWasLearned() {
    model.play();
    model.paceProperty().set(1e5);
    model.stateProperty().addListener((p, before, now) -> {
      if (now.steps() >= 200) {
        model.stop();
      }
    });
    trainerThread();
    assertThat(state().steps()).isBetween(200, 400);
    model.play();
    trainerThread();
    assertThat(state().steps()).isGreaterThan(200);
  }

  @Test
  void startingAgainForgetsARunningTraining() {
    model.play();
    model.step();
    model.seedProperty().set(5);
    trainerThread();
    assertThat(state().steps()).isZero();
    assertThat(state().seed()).isEqualTo(5);
    assertThat(model.losses()).hasSize(1);
  }

  /** With the page's own settings: what the page says has to be what is seen. */
  @Test
  void dropoutLowersTheTestLossAndNoUnitIsLeanedOnAlone() {
    model.bet().onProperty().set(DropoutBet.On.DROPPED);
    model.paceProperty().set(1e6);
    model.play();
    trainerThread();
    assertThat(state().plain().trainingLoss()).isLessThan(state().dropped().trainingLoss());
    assertThat(state().plain().testLoss()).isGreaterThan(2 * state().dropped().testLoss());
    double plain = DropoutModel.lossWithoutOne(state().plain().network(), state().training());
    double dropped = DropoutModel.lossWithoutOne(state().dropped().network(), state().training());
    assertThat(plain - state().plain().trainingLoss()).isGreaterThan(10 * (dropped - state().dropped().trainingLoss()));
    assertThat(model.bet().verdictProperty().get()).startsWith("You were right");
  }

  @Test
  void scaledSumsAgreeWithThoseOfAllUnitsOnAverage() {
    model.step();
    DropoutScaling scaling = model.scaling();
    for (DropoutMask.Scaling way : DropoutMask.Scaling.values()) {
      assertThat(scaling.mean() * scaling.trainingFactor(way))
          .isCloseTo(scaling.whole() * scaling.testFactor(way), within(0.1 * Math.abs(scaling.whole()) + 0.05));
    }
    assertThat(scaling.mean() * scaling.trainingFactor(null)).isCloseTo(0.5 * scaling.whole(), within(0.05));
  }
}
