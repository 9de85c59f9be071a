package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class ScaleLegendTest extends ControlTest {

  private ScaleLegend show(Texts texts, ColourScale scale, float low, float high) {
    ScaleLegend legend = onFx(() -> new ScaleLegend(texts));
    open(legend, 256, 80);
    runFx(() -> legend.show(scale, new ValueRange(low, high)));
    settle();
    return legend;
  }

  private List<String> numbers(ScaleLegend legend) {
    return onFx(() -> all(legend, Label.class).stream().filter(Label::isVisible).map(Label::getText).toList());
  }

  @Test
  void theEndsAndTheMiddleHaveNumbersInThePersonsLocale() {
    assertThat(numbers(show(TEXTS, ColourScale.GREY, 0, 0.5f))).containsExactly("0.000", "0.250", "0.500");
    assertThat(numbers(show(Texts.load(Locale.GERMANY), ColourScale.GREY, -1, 20))).containsExactly("−1,0", "9,5",
        "20,0");
  }

  @Test
  void theBarRunsFromTheColourOfTheLowEndToThatOfTheHighEnd() {
    ScaleLegend legend = show(TEXTS, ColourScale.GREY_INVERTED, 0, 1);
    var picture = snapshot(legend);
    assertThat(picture.getRGB(4, 6) & 0xFF).isGreaterThan(240);
    assertThat(picture.getRGB(251, 6) & 0xFF).isLessThan(15);
  }

  @Test
  void theSignedScaleHasZeroInItsMiddle() {
    assertThat(numbers(show(TEXTS, ColourScale.SIGNED, -1, 3))).containsExactly("−3.00", "0.00", "3.00");
  }

  @Test
  void withoutAScaleItsRoomStaysEmpty() {
    ScaleLegend legend = show(TEXTS, ColourScale.GREY, 0, 1);
    double height = onFx(() -> legend.prefHeight(-1));
    runFx(() -> legend.show(null, null));
    assertThat(numbers(legend)).isEmpty();
    assertThat(onFx(() -> legend.prefHeight(-1))).isEqualTo(height);
    runFx(() -> legend.show(ColourScale.GREY, new ValueRange(Float.NaN, Float.NaN)));
    assertThat(numbers(legend)).isEmpty();
  }
}
