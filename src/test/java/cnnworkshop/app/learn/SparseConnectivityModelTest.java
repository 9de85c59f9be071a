package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.text.Texts;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseConnectivityModelTest {

  private final SparseConnectivityModel model =
      new SparseConnectivityModel(Texts.load(Locale.ENGLISH), new Random(4));

  @Test
  void beginsWithTheWorkshopsNumbers() {
    assertThat(model.denseWordsProperty().get()).isEqualTo("100×100 inputs × 64 units = 640,000 weights");
    assertThat(model.sparseWordsProperty().get()).isEqualTo("3×3 weights × 64 filters = 576 weights");
    assertThat(model.comparisonProperty().get()).startsWith("Dense takes 1,111 times");
  }

  @Test
  void aFilterOverTheWholePictureIsADenseLayer() {
    model.filterProperty().set(100);

    assertThat(model.sparseWeights()).isEqualTo(model.denseWeights());
    assertThat(model.comparisonProperty().get()).contains("this is a dense layer").contains("10,000");
    assertThat(model.drawnUnits()).isEqualTo(1);
    assertThat(model.connections(0, false)).isEqualTo(model.connections(0, true)).hasSize(49);
  }

  @Test
  void aFilterOneSmallerIsNotDrawnAsDense() {
    model.filterProperty().set(99);

    assertThat(model.comparisonProperty().get()).doesNotContain("dense layer");
    assertThat(model.drawnUnits()).isEqualTo(2);
  }

  @Test
  void aSmallerPictureTakesTheFilterAlong() {
    model.filterProperty().set(60);
    model.sideProperty().set(40);

    assertThat(model.filterProperty().get()).isEqualTo(40);
    assertThat(model.isDense()).isTrue();
  }

  @Test
  void aUnitLooksAtTheInputsUnderItsFilter() {
    model.choose(1, 4);

    assertThat(model.connections(model.unitProperty().get(), false))
        .containsExactly(11, 12, 13, 18, 19, 20, 25, 26, 27);
    model.choose(9, -1);
    assertThat(model.unitProperty().get()).as("kept on the grid").isEqualTo(20);
  }

  @Test
  void theAnswerHidesUntilItIsGuessed() {
    model.askSparse();
    String secret = Long.toString(model.sparseWeights());
    assertThat(model.sparseWordsProperty().get()).isEqualTo("?");
    assertThat(model.comparisonProperty().get()).isEqualTo("?");
    assertThat(model.readingProperty().get()).doesNotContain(secret + " weights");

    model.predict().answer(secret);

    assertThat(model.predict().stateProperty().get()).isEqualTo(PredictModel.State.RIGHT);
    assertThat(model.sparseWordsProperty().get()).endsWith("weights");
  }

  @Test
  void aWrongAnswerIsSetBesideTheTruth() {
    model.askDense();
    model.predict().answer("many");
    assertThat(model.predict().replyProperty().get()).startsWith("That is no number");
    model.predict().answer("7");

    assertThat(model.predict().replyProperty().get()).startsWith("You said 7; it is " + model.denseWeights());
  }

  @Test
  void movingASliderEndsTheQuestion() {
    model.askDense();
    model.unitsProperty().set(3);

    assertThat(model.predict().stateProperty().get()).isEqualTo(PredictModel.State.IDLE);
    assertThat(model.denseWordsProperty().get()).contains("× 3 units");
  }
}
