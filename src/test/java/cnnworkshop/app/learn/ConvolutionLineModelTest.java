package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.learn.ConvolutionLineModel.Filter;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvolutionLineModelTest {

  private final ConvolutionLineModel model = new ConvolutionLineModel(Texts.load(Locale.ENGLISH), new Random(3));

  private float[] outputs() {
    float[] outputs = new float[model.outputs()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = model.output(i);
    }
    return outputs;
  }

  @Test
  void insideTheSignalThereAreTwoOutputsFewer() {
    assertThat(outputs()).containsExactly(2, 5, 3, 0, -2, -5, -2, 0);
    assertThat(model.shapeProperty().get()).isEqualTo("10 + 2 · 0 − 3 + 1 = 8 outputs");
  }

  @Test
  void zerosAndMirrorDifferAtTheEndsAlone() {
    model.setWeights(Filter.COUNTING);
    model.changeSignal(1, 3);
    float[] inside = outputs();
    model.endsProperty().set(Ends.ZERO);
    float[] zeros = outputs();
    model.endsProperty().set(Ends.MIRROR);
    float[] mirrored = outputs();

    assertThat(zeros).hasSize(10);
    assertThat(Arrays.copyOfRange(zeros, 1, 9)).containsExactly(inside);
    assertThat(Arrays.copyOfRange(mirrored, 1, 9)).containsExactly(inside);
    assertThat(zeros[0]).as("1·0 + 2·0 + 3·3").isEqualTo(9);
    assertThat(mirrored[0]).as("1·3 + 2·0 + 3·3").isEqualTo(12);
    assertThat(model.at(-1)).isEqualTo(3);
  }

  @Test
  void flippedItIsTheConvolutionOfMathematics() {
    model.setWeights(Filter.SHIFT);
    assertThat(outputs()).as("what comes next").containsExactly(2, 5, 5, 5, 3, 0, 1, 0);

    model.flippedProperty().set(true);

    assertThat(outputs()).as("what came before").containsExactly(0, 0, 2, 5, 5, 5, 3, 0);
    assertThat(model.laidWeight(0)).isEqualTo(1);
    assertThat(model.kindProperty().get()).startsWith("Convolution as in mathematics");
  }

  @Test
  void theSumIsPrinted() {
    model.slide().choose(1);
    assertThat(model.sumProperty().get()).isEqualTo("out[1] = (−1) · 0 + 0 · 2 + 1 · 5 = 5");
    assertThat(model.products()).containsExactly(-0f, 0, 5);
  }

  @Test
  void whilePlayingOnlyWhatIsComputedIsShown() {
    model.slide().toggle();
    assertThat(model.isShown(0)).isFalse();
    assertThat(model.sumProperty().get()).startsWith("Nothing is computed");
    model.slide().step();
    assertThat(model.isShown(0)).isTrue();
    assertThat(model.isShown(1)).isFalse();
    assertThat(model.readingProperty().get()).endsWith("The outputs so far: 2, of 8.");
  }

  @Test
  void anAskedOutputHidesInPictureAndWords() {
    model.askValue();
    int asked = model.chosen();
    assertThat(model.isShown(asked)).isFalse();
    assertThat(model.sumProperty().get()).endsWith("= ?");

    model.predict().show();

    assertThat(model.isShown(asked)).isTrue();
    assertThat(model.sumProperty().get()).doesNotContain("?");
  }

  @Test
  void theNumberOfOutputsIsAskedForOtherLengths() {
    model.askLength();
    model.predict().answer("0");

    assertThat(model.predict().stateProperty().get()).isEqualTo(PredictModel.State.WRONG);
    assertThat(model.predict().replyProperty().get()).contains("+ 1 = ");
  }
}
