package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlideModelTest {

  private final SlideModel slide = new SlideModel();

  @BeforeEach
  void sevenOutputs() {
    slide.begin(7, 1);
  }

  @Test
  void beforeAnythingSlidesAllIsThere() {
    assertThat(slide.reachedProperty().get()).isEqualTo(7);
  }

  @Test
  void playBeginsAgainAtTheEndAndEndsByItself() {
    slide.toggle();
    assertThat(slide.reachedProperty().get()).isZero();
    for (int i = 1; i <= 7; i++) {
      assertThat(slide.playingProperty().get()).isTrue();
      slide.step();
      assertThat(slide.reachedProperty().get()).isEqualTo(i);
      assertThat(slide.chosenProperty().get()).isEqualTo(i - 1);
    }
    assertThat(slide.playingProperty().get()).isFalse();
  }

  @Test
  void stepsGoForwardsAndBack() {
    slide.step();
    slide.step();
    assertThat(slide.reachedProperty().get()).isEqualTo(2);
    slide.stepBack();
    assertThat(slide.reachedProperty().get()).isEqualTo(1);
    slide.stepBack();
    slide.stepBack();
    assertThat(slide.reachedProperty().get()).isZero();
  }

  @Test
  void onlyWhatIsComputedCanBeLookedAt() {
    slide.step();
    slide.step();
    slide.choose(6);
    assertThat(slide.chosenProperty().get()).isEqualTo(1);
    slide.finish();
    slide.choose(6);
    assertThat(slide.chosenProperty().get()).isEqualTo(6);
    slide.choose(-3);
    assertThat(slide.chosenProperty().get()).isZero();
  }

  @Test
  void aStepCanBeARow() {
    slide.begin(12, 5);
    slide.step();
    assertThat(slide.reachedProperty().get()).isEqualTo(5);
    slide.step();
    slide.step();
    assertThat(slide.reachedProperty().get()).isEqualTo(12);
    slide.stepBack();
    assertThat(slide.reachedProperty().get()).isEqualTo(10);
  }

  @Test
  void withoutOutputsNothingPlays() {
    slide.begin(0, 1);
    slide.toggle();
    assertThat(slide.playingProperty().get()).isFalse();
    slide.step();
    assertThat(slide.reachedProperty().get()).isZero();
  }
}
