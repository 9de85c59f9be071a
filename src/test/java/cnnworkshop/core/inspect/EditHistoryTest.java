package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.LayerSpec;
import org.junit.jupiter.api.Test;

class EditHistoryTest {

  private final FilterEdits first = FilterEdits.of(new Filters(
      LayerSpec.Convolution.relu("conv1", 2, 1, LayerSpec.Padding.VALID), 1, new float[] {1, 2}, new float[2]));
  private final EditHistory fresh = EditHistory.of(first);

  private FilterEdits scaled(float scale) {
    return first.with(0, filter -> filter.withScale(scale));
  }

  @Test
  void stepsAreTakenBackAndDoneAgainInOrder() {
    FilterEdits second = scaled(2);
    FilterEdits third = scaled(0.5f);
    EditHistory history = fresh.then(second, null).then(third, null);

    assertThat(history.undo().now()).isSameAs(second);
    assertThat(history.undo().undo().now()).isSameAs(first);
    assertThat(history.undo().undo().redo().now()).isSameAs(second);
    assertThat(history.undo().undo().redo().redo().now()).isSameAs(third);
    assertThat(history.undo().undo().canUndo()).isFalse();
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void nothingHappensWhereThereIsNoStep() {
    assertThat(fresh.undo()).isSameAs(fresh);
    assertThat(fresh.redo()).isSameAs(fresh);
    assertThat(fresh.then(first, null)).isSameAs(fresh);
  }

  @Test
  void aNewStepForgetsWhatWasTakenBack() {
    EditHistory history = fresh.then(scaled(2), null).undo().then(scaled(0), null);

    assertThat(history.canRedo()).isFalse();
    assertThat(history.undo().now()).isSameAs(first);
  }

  @Test
  void oneMovementIsTakenBackAsAWhole() {
    EditHistory history = fresh.then(scaled(1.1f), "scale").then(scaled(1.2f), "scale").then(scaled(1.3f), "scale");

    assertThat(history.undo().now()).isSameAs(first);
  }

  @Test
  void afterTheHandLetGoTheSameMovementIsANewStep() {
    FilterEdits dragged = scaled(1.2f);
    EditHistory history = fresh.then(scaled(1.1f), "scale").then(dragged, "scale").settled()
        .then(scaled(1.3f), "scale");

    assertThat(history.undo().now()).isSameAs(dragged);
    assertThat(history.undo().undo().now()).isSameAs(first);
  }

  @Test
  void aMovementDoesNotGrowOnWhatWasTakenBack() {
    FilterEdits other = scaled(0.2f);
    EditHistory history = fresh.then(scaled(1.1f), "scale").undo().then(other, "scale").undo();

    assertThat(history.now()).isSameAs(first);
  }

  @Test
  void theOldestStepsAreForgotten() {
    EditHistory history = fresh;
    for (int i = 0; i < EditHistory.KEPT + 10; i++) {
      history = history.then(scaled(2 + i), null);
    }
    int steps = 0;
    while (history.canUndo()) {
      history = history.undo();
      steps++;
    }

    assertThat(steps).isEqualTo(EditHistory.KEPT);
    assertThat(history.now().filter(0).scale()).isEqualTo(11);
  }
}
