package cnnworkshop.app.train;

import cnnworkshop.core.net.LayerSpec.Size;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.ActionEvent;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;

/**
 * Rows and columns of a window or stride: one number for both, or two with a cross between. The arrows change both. What
 * is neither goes back to the value before.
 */
final class SizeSpinner extends Spinner<Size> {

  private static final int LARGEST = 999;
  private static final Pattern ONE_OR_TWO = Pattern.compile("\\s*(\\d{1,3})(?:\\s*[x×X*,;\\s]\\s*(\\d{1,3}))?\\s*");

  /**
   * @param name for a screen reader
   * @param lowest the least number
   */
  SizeSpinner(String name, int lowest) {
    setValueFactory(new Sizes(lowest));
    setEditable(true);
    setAccessibleText(name);
    getEditor().setAccessibleText(name);
    getStyleClass().add("size-spinner");
    // The spinner itself has taken the text by then; what it did not take goes back.
    addEventHandler(ActionEvent.ACTION, event -> show(getValue()));
    focusedProperty().addListener((p, before, focused) -> show(getValue()));
  }

  void show(Size size) {
    getValueFactory().setValue(size);
    getEditor().setText(getValueFactory().getConverter().toString(size));
  }

  private static final class Sizes extends SpinnerValueFactory<Size> {

    private final int lowest;

    Sizes(int lowest) {
      this.lowest = lowest;
      setValue(Size.of(lowest));
      setConverter(new StringConverter<>() {
        @Override
        public String toString(Size size) {
          return size == null ? "" : size.rows() == size.columns() ? String.valueOf(size.rows()) : LayerWords.size(size);
        }

        @Override
        public Size fromString(String text) {
          Matcher typed = ONE_OR_TWO.matcher(text);
          if (!typed.matches()) {
            return getValue();
          }
          int rows = Integer.parseInt(typed.group(1));
          return within(rows, typed.group(2) == null ? rows : Integer.parseInt(typed.group(2)));
        }
      });
    }

    @Override
    public void decrement(int steps) {
      increment(-steps);
    }

    @Override
    public void increment(int steps) {
      setValue(within(getValue().rows() + steps, getValue().columns() + steps));
    }

    private Size within(int rows, int columns) {
      return new Size(Math.max(lowest, Math.min(LARGEST, rows)), Math.max(lowest, Math.min(LARGEST, columns)));
    }
  }
}
