package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LadderModelTest {

  private final LadderModel ladder = new LadderModel();
  private final PictureTask shapes =
      new PictureTask("Shapes-10", Shapes10.training(20, 0.5, 1), Shapes10.test(20, 0.5, 1), List.of());

  private static RunRecord run(String id, NetworkSpec network, String data, double accuracy, Reason end) {
    RunSetup setup = new RunSetup(new RunSetup.Data(data, 18, 18, 2, 20, 1, 0.1), network, new Updater.Adam(),
        new TrainingSettings(1, 64, new Schedule.Constant(1e-3), 0, 1), "");
    Curve curve = new Curve(List.of(new Curve.Point(1, 0.6, 1.3, accuracy, 1.4, accuracy, 1e-3, 100)), 1);
    return RunRecord.begun(id, id, Instant.EPOCH, setup).with(curve, Optional.ofNullable(end));
  }

  @Test
  void theFirstRungIsNextBeforeAnythingWasTrained() {
    ladder.show(shapes);
    assertThat(ladder.steps()).extracting(LadderModel.Step::rung).containsExactly(Rung.values());
    assertThat(ladder.steps()).extracting(LadderModel.Step::isNext).containsExactly(true, false, false, false);
    assertThat(ladder.steps()).noneMatch(LadderModel.Step::isDone);
  }

  @Test
  void aRungHasItsBestRunAndWhatItGainedOnTheFirst() {
    ladder.show(shapes);
    ladder.show(List.of(run("a", Rung.OVERFIT.network(), "Shapes-10", 0.55, Reason.COMPLETE),
        run("b", Rung.REGULARISE_AGAIN.network(), "Shapes-10", 0.62, Reason.COMPLETE),
        run("c", Rung.REGULARISE_AGAIN.network(), "Shapes-10", 0.66, Reason.OUT_OF_PATIENCE)));
    assertThat(ladder.steps().get(0).accuracy()).isEqualTo(0.55);
    assertThat(ladder.steps().get(0).trainingLoss()).isEqualTo(0.6);
    assertThat(ladder.steps().get(0).testLoss()).isEqualTo(1.4);
    assertThat(ladder.steps().get(3).accuracy()).isEqualTo(0.66);
    assertThat(ladder.steps().get(3).gain()).isEqualTo(0.11, within(1e-12));
    assertThat(ladder.steps()).extracting(LadderModel.Step::isNext).containsExactly(false, true, false, false);
  }

  @Test
  void runsOnOtherPicturesStoppedOnesAndOtherNetworksDoNotCount() {
    ladder.show(shapes);
    NetworkSpec cnn = Presets.cnn();
    NetworkSpec other = new NetworkSpec("cnn", cnn.input(),
        cnn.layers().stream().filter(layer -> !(layer instanceof LayerSpec.Pooling)).toList(), cnn.loss());
    ladder.show(List.of(run("a", cnn, "CIFAR-10", 0.55, Reason.COMPLETE), run("b", cnn, "Shapes-10", 0.5, Reason.STOPPED),
        run("c", cnn, "Shapes-10", 0.5, null), run("d", other, "Shapes-10", 0.5, Reason.COMPLETE)));
    assertThat(ladder.steps()).noneMatch(LadderModel.Step::isDone);
  }

  @Test
  void aRungOfOtherClassesIsOfTheNetworkFittedToThem() {
    ladder.show(shapes);
    NetworkSpec fitted = Rung.ENLARGE.network().fitted(shapes.input(), shapes.outputs());
    assertThat(fitted.layers()).noneMatch(layer -> layer instanceof LayerSpec.Dropout);
    ladder.show(List.of(run("a", fitted, "Shapes-10", 0.6, Reason.COMPLETE)));
    assertThat(ladder.steps().get(2).isDone()).isTrue();
    assertThat(ladder.steps().get(2).gain()).as("nothing to compare with").isNaN();
  }

  @Test
  void facesHaveNoLadder() {
    ladder.show(FaceTask.of("Drawn faces", DrawnFaces.of(10, 1), List.of()));
    assertThat(ladder.availableProperty().get()).isFalse();
  }
}
