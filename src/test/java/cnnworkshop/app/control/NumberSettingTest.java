package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.control.NumberSetting.Steps;
import java.util.Locale;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class NumberSettingTest extends ControlTest {

  // D38
  @Test
  void whatIsTypedIsTakenWhenTheFieldIsLeftAndJunkGoesBack() {
    NumberSetting batch = onFx(() -> new NumberSetting("Batch", 1, 512, Steps.WHOLE, Locale.ENGLISH));
    TextField other = onFx(() -> new TextField());
    open(onFx(() -> new VBox(batch, other)), 400, 200);
    TextField field = all(batch, TextField.class).get(0);

    write(field, "64");
    type(other, KeyCode.HOME);
    assertThat(value(batch)).isEqualTo(64);

    write(field, "abc");
    type(other, KeyCode.HOME);
    assertThat(value(batch)).isEqualTo(64);
    assertThat(text(field)).isEqualTo("64");

    write(field, "9999");
    type(field, KeyCode.ENTER);
    assertThat(value(batch)).as("the highest there is").isEqualTo(512);
  }

  // D37
  @Test
  void aCommaLocaleWritesAndReadsCommasAndTakesADotToo() {
    NumberSetting rate = onFx(() -> new NumberSetting("Lernrate", 1e-5, 1, Steps.TENFOLD, Locale.GERMANY));
    open(rate, 400, 100);
    TextField field = all(rate, TextField.class).get(0);

    write(field, "0,01");
    type(field, KeyCode.ENTER);
    assertThat(value(rate)).isEqualTo(0.01);
    assertThat(text(field)).isEqualTo("0,01");

    runFx(() -> all(rate, Slider.class).get(0).setValue(-3));
    assertThat(text(field)).isEqualTo("0,001");

    write(field, "0.05");
    type(field, KeyCode.ENTER);
    assertThat(value(rate)).isEqualTo(0.05);
  }

  @Test
  void theSliderGivesRoundNumbersOnItsLogarithmicWay() {
    NumberSetting rate = onFx(() -> new NumberSetting("Learning rate", 1e-5, 1, Steps.TENFOLD, Locale.ENGLISH));
    open(rate, 400, 100);
    Slider slider = all(rate, Slider.class).get(0);
    runFx(() -> slider.setValue(Math.log10(0.0031234)));
    assertThat(value(rate)).isCloseTo(0.0031, within(1e-12));
    assertThat(text(all(rate, TextField.class).get(0))).isEqualTo("0.0031");
  }

  @Test
  void otherLimitsBringTheValueInside() {
    NumberSetting pictures = onFx(() -> new NumberSetting("Pictures", 100, 10_000, Steps.WHOLE, Locale.ENGLISH));
    open(pictures, 400, 100);
    runFx(() -> {
      pictures.valueProperty().set(10_000);
      pictures.setLimits(20, 48);
    });
    assertThat(value(pictures)).isEqualTo(48);
  }

  @Test
  void everyStopHasAName() {
    NumberSetting batch = onFx(() -> new NumberSetting("Batch", 1, 512, Steps.WHOLE, Locale.ENGLISH));
    open(batch, 400, 100);
    assertThat(unnamedStops(batch)).isEmpty();
  }

  private String text(TextField field) {
    return onFx(field::getText);
  }

  private double value(NumberSetting setting) {
    return onFx(() -> setting.valueProperty().get());
  }

  private void write(TextField field, String text) {
    runFx(() -> {
      field.requestFocus();
      field.setText(text);
    });
    settle();
  }
}
