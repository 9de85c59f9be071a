package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.ScheduleForm;
import cnnworkshop.core.train.Suggestion;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.UpdaterKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsModelTest {

  private final SettingsModel settings = new SettingsModel();
  private final PictureTask shapes =
      new PictureTask("Shapes-10", Shapes10.training(300, 0.5, 1), Shapes10.test(20, 0.5, 1), List.of());

  @Test
  void theWorkshopsSettingsComeFirst() {
    settings.fit(shapes);
    settings.prefer("cnn", Loss.CROSS_ENTROPY);
    assertThat(settings.settings()).isEqualTo(new TrainingSettings(15, 64, new Schedule.Constant(1e-3), 0, 1));
    assertThat(settings.updater()).isEqualTo(new Updater.Adam());
    assertThat(settings.augmentation()).isEqualTo(PictureAugmentation.NONE);
    assertThat(settings.picturesProperty().get()).isEqualTo(300);
  }

  @Test
  void anotherFormOfTheScheduleKeepsItsHeight() {
    settings.learningRateProperty().set(0.02);
    settings.formProperty().set(ScheduleForm.ONE_CYCLE);
    assertThat(settings.settings().learningRate()).isEqualTo(new Schedule.OneCycle(0.02, 0.25));
  }

  @Test
  void theMomentumIsThatOfNesterov() {
    settings.updaterProperty().set(UpdaterKind.NESTEROV);
    settings.momentumProperty().set(0.8);
    assertThat(settings.updater()).isEqualTo(new Updater.Nesterov(0.8));
    assertThat(settings.settings().momentum()).isEqualTo(new Schedule.Constant(0.8));
  }

  @Test
  void facesHaveRandomChangesOfTheirOwn() {
    settings.fit(FaceTask.of("Drawn faces", DrawnFaces.of(20, 1), List.of()));
    assertThat(settings.changes()).extracting(change -> change.kind().name()).contains("TURN", "BEND", "BLUR");
    settings.changes().get(0).amountProperty().set(11);
    assertThat(settings.augmentation()).isInstanceOf(FaceAugmentation.class);
    assertThat(settings.augmentation().words()).isEqualTo("turn 11");
    settings.fit(shapes);
    assertThat(settings.changes()).extracting(change -> change.kind().name()).containsExactly("SHIFT", "FLIP", "COVER");
  }

  @Test
  void aRunsSettingsComeBackAsTheyWere() {
    settings.fit(shapes);
    TrainingSettings of = new TrainingSettings(7, 32, new Schedule.Cosine(0.01, 1e-5, 0.25),
        new Schedule.Constant(0.7), 1e-4, 0.9, 3, 42);
    RunSetup run = new RunSetup(new RunSetup.Data("Shapes-10", 180, 270, 20, 20, 42, 0.1), Presets.cnn(),
        new Updater.Nesterov(0.7), of, "shift 2, flip 0.5");
    settings.take(run);
    assertThat(settings.settings()).isEqualTo(of);
    assertThat(settings.updater()).isEqualTo(run.updater());
    assertThat(settings.augmentation()).isEqualTo(new PictureAugmentation(2, 0.5, 0));
    assertThat(settings.picturesProperty().get()).isEqualTo(200);
  }

  @Test
  void aSuggestionChangesOneThing() {
    settings.fit(shapes);
    TrainingSettings before = settings.settings();
    settings.apply(new Suggestion.LearningRate(0.001, 0.0003));
    assertThat(settings.settings().learningRate().highest()).isEqualTo(0.0003);
    assertThat(settings.settings().epochs()).isEqualTo(before.epochs());
    settings.apply(new Suggestion.Augmentation());
    assertThat(settings.augmentation()).isEqualTo(PictureAugmentation.USUAL);
    settings.apply(new Suggestion.Pictures(5000));
    assertThat(settings.picturesProperty().get()).as("no more than there are").isEqualTo(300);
  }
}
