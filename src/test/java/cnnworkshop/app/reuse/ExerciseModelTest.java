package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.SteppedExecutor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseModelTest {

  @TempDir
  Path folder;

  @Test
  void itsBaseKnowsFiveKindsAndTheNewTaskIsTheOtherFive() throws Exception {
    ReuseTab tab = new ReuseTab(folder);
    tab.model.exercise().start();
    assertThat(tab.inference.networkProperty().get().info().labels()).isEqualTo(Exercise.first());
    assertThat(tab.model.task().taskProperty().get().classNames()).isEqualTo(String.join(", ", Exercise.others()));
    CutPlan plan = tab.model.cut().planProperty().get();
    assertThat(plan.ok()).isTrue();
    assertThat(plan.ofBase().get(plan.kept()).layer().name()).isEqualTo("globalpool4");
    assertThat(tab.model.exercise().lineProperty().get()).contains("Press Start race");
    assertThat(tab.model.idle().get()).isTrue();
    assertThat(tab.told()).isEmpty();
  }

  @Test
  void givenUpItLeavesEverythingAsItWas() throws Exception {
    SteppedExecutor trainer = new SteppedExecutor();
    ReuseTab tab = new ReuseTab(folder, trainer, Runnable::run, Runnable::run, ReuseTab.TINY).withBase("base");
    tab.model.exercise().start();
    assertThat(tab.model.idle().get()).isFalse();
    tab.model.exercise().stop();
    assertThat(tab.model.idle().get()).isTrue();
    trainer.runAll();
    assertThat(tab.inference.networkProperty().get().name()).isEqualTo("base");
    assertThat(tab.model.task().taskProperty().get()).isNull();
    assertThat(tab.tools.work().running()).isEmpty();
  }
}
