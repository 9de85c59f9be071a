package cnnworkshop.app.control;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A number with its name, a slider for the feel and a field for the exact value. What is typed is taken by Enter or
 * when the field is left; what is no number there goes back to the value before. The field reads and writes numbers
 * as the locale does, and takes a dot too.
 */
public final class NumberSetting extends VBox {

  /** How the slider's way is divided. */
  public enum Steps {
    /** Evenly, any number. */
    EVEN,
    /** Evenly, whole numbers. */
    WHOLE,
    /** So that each tenfold gets the same way. */
    TENFOLD
  }

  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private final Steps steps;
  private final Slider slider = new Slider();
  private final TextField field = new TextField();
  private final NumberFormat format;
  private double lowest;
  private double highest;
  private boolean following;

  /**
   * @param name what it is, also for a screen reader
   * @param lowest the least value; for {@link Steps#TENFOLD} above 0
   * @param highest the greatest value
   * @param locale how numbers are written
   */
  public NumberSetting(String name, double lowest, double highest, Steps steps, Locale locale) {
    this.steps = steps;
    this.lowest = lowest;
    this.highest = highest;
    this.format = format(locale);
    getStyleClass().add("number-setting");
    Label label = new Label(name);
    label.setLabelFor(field);
    slider.setAccessibleText(name);
    field.setAccessibleText(name);
    field.getStyleClass().add("number-field");
    field.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(slider, field);
    row.getStyleClass().add("number-row");
    row.setAlignment(Pos.CENTER);
    getChildren().addAll(label, row);
    value.set(lowest);
    layOutSlider();
    slider.valueProperty().addListener((p, before, now) -> {
      if (!following) {
        take(fromSlider(now.doubleValue()));
      }
    });
    value.addListener((p, before, now) -> show());
    field.setOnAction(event -> commit());
    field.focusedProperty().addListener((p, before, focused) -> {
      if (!focused) {
        commit();
      }
    });
    show();
  }

  private NumberFormat format(Locale locale) {
    DecimalFormat numbers = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    numbers.setGroupingUsed(false);
    numbers.setMaximumFractionDigits(steps == Steps.WHOLE ? 0 : 8);
    return numbers;
  }

  /** The number; always between the lowest and the highest. */
  public DoubleProperty valueProperty() {
    return value;
  }

  /** Other limits; a value beyond them is brought to the nearer one. */
  public void setLimits(double newLowest, double newHighest) {
    lowest = newLowest;
    highest = Math.max(newLowest, newHighest);
    layOutSlider();
    take(value.get());
    show();
  }

  private void layOutSlider() {
    following = true;
    slider.setMin(steps == Steps.TENFOLD ? Math.log10(lowest) : lowest);
    slider.setMax(steps == Steps.TENFOLD ? Math.log10(highest) : highest);
    slider.setBlockIncrement((slider.getMax() - slider.getMin()) / 20);
    following = false;
  }

  private double fromSlider(double position) {
    return switch (steps) {
      case EVEN -> rounded(position, (highest - lowest) / 200);
      case WHOLE -> Math.rint(position);
      case TENFOLD -> twoDigits(Math.pow(10, position));
    };
  }

  /** A slider's hand is no finer than this. */
  private static double rounded(double number, double step) {
    double digits = Math.pow(10, Math.ceil(-Math.log10(step)));
    return Math.rint(number * digits) / digits;
  }

  private static double twoDigits(double number) {
    double unit = Math.pow(10, Math.floor(Math.log10(number)) - 1);
    // Divided rather than multiplied by a tenth: 0.003 must be 0.003.
    return unit < 1 ? Math.rint(number / unit) / Math.rint(1 / unit) : Math.rint(number / unit) * unit;
  }

  private void take(double wanted) {
    double within = Math.max(lowest, Math.min(highest, wanted));
    value.set(steps == Steps.WHOLE ? Math.rint(within) : within);
  }

  private void commit() {
    String text = field.getText().strip();
    ParsePosition end = new ParsePosition(0);
    Number typed = format.parse(text, end);
    if (typed != null && end.getIndex() == text.length()) {
      take(typed.doubleValue());
    } else {
      try {
        take(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        // No number: the one before comes back.
        show();
        return;
      }
    }
    show();
  }

  private void show() {
    following = true;
    slider.setValue(steps == Steps.TENFOLD ? Math.log10(Math.max(lowest, value.get())) : value.get());
    following = false;
    field.setText(format.format(value.get()));
  }
}
