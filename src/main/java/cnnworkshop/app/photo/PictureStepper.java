package cnnworkshop.app.photo;

import cnnworkshop.core.text.Texts;
import java.text.NumberFormat;
import java.text.ParsePosition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Steps through pictures that were opened together, or to one by its number; hidden when there is but one. */
final class PictureStepper extends HBox {

  private final Texts texts;
  private final IntegerSpinnerValueFactory numbers = new IntegerSpinnerValueFactory(1, 1, 1);
  private final Label of = new Label();

  PictureStepper(PicturesModel pictures, Texts texts) {
    this.texts = texts;
    getStyleClass().add("picture-stepper");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(4);
    Spinner<Integer> spinner = new Spinner<>(numbers);
    spinner.setEditable(true);
    spinner.getEditor().setPrefColumnCount(5);
    spinner.setAccessibleText(texts.get("photo-tab.stepper"));
    spinner.getEditor().setAccessibleText(texts.get("photo-tab.stepper"));
    new Labelled(texts).tooltip(spinner, texts.get("photo-tab.stepper"), PhotoKeys.NEXT_PICTURE.combination());
    numbers.setConverter(new Whole(numbers));
    spinner.focusedProperty().addListener((p, before, focused) -> {
      if (!focused) {
        spinner.commitValue();
        spinner.getEditor().setText(numbers.getConverter().toString(numbers.getValue()));
      }
    });
    numbers.valueProperty().addListener((p, before, after) -> {
      if (after != null) {
        pictures.goTo(after - 1);
      }
    });
    pictures.countProperty().addListener((p, before, after) -> show(pictures));
    pictures.positionProperty().addListener((p, before, after) -> show(pictures));
    getChildren().addAll(spinner, of);
    of.setMinWidth(Label.USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    show(pictures);
  }

  private void show(PicturesModel pictures) {
    int count = pictures.countProperty().get();
    setVisible(count > 1);
    of.setText(texts.get("photo-tab.stepper.of", count));
    numbers.setMax(Math.max(1, count));
    if (pictures.positionProperty().get() >= 0) {
      numbers.setValue(pictures.positionProperty().get() + 1);
    }
  }

  /** Reads numbers as the locale writes them; anything else is the value before. */
  private final class Whole extends StringConverter<Integer> {

    private final IntegerSpinnerValueFactory factory;
    private final NumberFormat format = NumberFormat.getIntegerInstance(texts.locale());

    private Whole(IntegerSpinnerValueFactory factory) {
      this.factory = factory;
    }

    @Override
    public String toString(Integer value) {
      return value == null ? "" : format.format(value);
    }

    @Override
    public Integer fromString(String text) {
      ParsePosition end = new ParsePosition(0);
      Number number = format.parse(text.strip(), end);
      boolean valid = number != null && end.getIndex() == text.strip().length();
      return valid ? Integer.valueOf((int) Math.max(factory.getMin(), Math.min(factory.getMax(), number.longValue())))
          : factory.getValue();
    }
  }
}
