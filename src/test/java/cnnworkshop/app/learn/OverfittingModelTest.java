package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OverfittingModelTest {

  private final OverfittingModel model = new OverfittingModel(Texts.load(Locale.ENGLISH));

  private OverfittingModel.Seen seen() {
    return model.seenProperty().get();
  }

  /** The workshop's example: 12 points from a line. */
  @Test
  void degreeElevenMeetsAllPointsAndIsWrongOnNewOnes() {
    assertThat(seen().training()[11]).isLessThan(1e-4);
    assertThat(seen().test()[11]).isGreaterThan(3 * seen().test()[1]);
    assertThat(seen().best()).isLessThan(4);
  }

  @Test
  void moreDataHelpsTheHighDegreeAgainstOverfitting() {
    double few = seen().test()[11];
    model.countProperty().set(40);
    assertThat(seen().test()[11]).isLessThan(few);
  }

  @Test
  void regularisationHelpsToo() {
    double without = seen().test()[11];
    model.regularisedProperty().set(true);
    assertThat(seen().test()[11]).isLessThan(without);
    assertThat(seen().training()[11]).isGreaterThan(0.01);
  }

  @Test
  void aWaveNeedsMoreThanALine() {
    model.curveProperty().set(OverfittingCurve.WAVE);
    model.countProperty().set(40);
    assertThat(seen().best()).isGreaterThan(3);
    assertThat(seen().training()[1]).as("underfitting").isGreaterThan(2 * seen().training()[seen().best()]);
  }

  @Test
  void theSameSeedDrawsTheSamePoints() {
    var before = List.copyOf(model.points());
    model.seedProperty().set(2);
    assertThat(model.points()).isNotEqualTo(before);
    model.seedProperty().set(1);
    assertThat(model.points()).isEqualTo(before);
  }

  @Test
  void pointsAreChosenFromLeftToRightAndMoved() {
    model.selectNext(true);
    model.selectNext(true);
    int second = model.selectedProperty().get();
    double x = model.points().get(second).x();
    double error = seen().training()[1];

    model.move(0.02, 5);

    assertThat(model.points().get(second).x()).isCloseTo(x + 0.02, within(1e-12));
    assertThat(model.points().get(second).y()).as("stays in sight").isEqualTo(OverfittingModel.TOP);
    assertThat(seen().training()[1]).isNotEqualTo(error);
    assertThat(model.readingProperty().get()).contains("y 2.00");
  }

  @Test
  void pointsComeAndGoButTheLastStays() {
    model.add(0.3, 0.4);
    assertThat(model.points()).hasSize(13);
    assertThat(model.selectedProperty().get()).isEqualTo(12);
    model.addNearby();
    assertThat(model.points().get(13).x()).isCloseTo(0.4, within(1e-12));
    for (int i = 0; i < 20; i++) {
      model.delete();
    }
    assertThat(model.points()).hasSize(1);
    assertThat(seen().test()[15]).isFinite();
    model.draw();
    assertThat(model.points()).hasSize(12);
  }

  @Test
  void aGuessHidesTheTestErrorsAndIsComparedWithTheBest() {
    model.beginGuess();
    assertThat(model.readingProperty().get()).contains("hidden").doesNotContain("test error ");
    model.degreeProperty().set(seen().best());
    model.endGuess();
    assertThat(model.verdictProperty().get()).startsWith("Right: degree " + seen().best());

    model.beginGuess();
    model.degreeProperty().set(14);
    model.endGuess();
    assertThat(model.verdictProperty().get()).startsWith("Degree " + seen().best()).contains("Your degree 14");
    model.degreeProperty().set(3);
    assertThat(model.verdictProperty().get()).isEmpty();
  }
}
