package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.text.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/**
 * The numbers of the chosen filter in the channel that is seen, as fields on their colours. Enter or leaving a field
 * takes what was typed; up and down go to the field above and below.
 */
final class EditKernelGrid extends GridPane {

  private static final int LIGHT = 140_000;
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  /** As many columns have room for large type. */
  private static final int ROOMY = 3;

  private final EditModel model;
  private final Texts texts;
  private final EditNumbers numbers;
  private TextField[] fields = {};
  private int rows;
  private int columns;

  EditKernelGrid(EditModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.numbers = new EditNumbers(texts.locale());
    getStyleClass().add("edit-kernel");
    model.editsProperty().addListener((p, before, now) -> show());
    model.chosenProperty().addListener((p, before, now) -> show());
    model.channelProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    if (model.editsProperty().get() == null) {
      return;
    }
    makeRoom(model.editsProperty().get().original().spec().filter());
    float most = reach(model.filter().weights());
    for (int i = 0; i < fields.length; i++) {
      float weight = weight(i);
      String text = numbers.of(weight);
      if (!fields[i].getText().equals(text)) {
        fields[i].setText(text);
      }
      fields[i].getTooltip().setText(numbers.exact(weight));
      int argb = ColourScale.SIGNED.argb(weight, -most, most);
      boolean light = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF) > LIGHT;
      fields[i].setStyle(String.format(Locale.ROOT, "-edit-ground: #%06x; -edit-ink: %s;", argb & 0xFFFFFF,
          light ? "black" : "white"));
    }
  }

  /** The largest number of some, without its sign: what the colours run to. */
  static float reach(float[] weights) {
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    return most;
  }

  private float weight(int index) {
    return model.filter().weights()[model.channelProperty().get() * fields.length + index];
  }

  private void makeRoom(Size size) {
    if (rows == size.rows() && columns == size.columns()) {
      return;
    }
    getChildren().clear();
    rows = size.rows();
    columns = size.columns();
    fields = new TextField[rows * columns];
    pseudoClassStateChanged(WIDE, columns > ROOMY);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field(i);
      add(fields[i], i % columns, i / columns);
    }
  }

  private TextField field(int index) {
    TextField field = new TextField();
    field.getStyleClass().add("edit-field");
    field.setAccessibleText(texts.get("filters.edit.weight", index / columns + 1, index % columns + 1));
    field.setTooltip(new Tooltip());
    field.setOnAction(event -> take(field, index));
    field.focusedProperty().addListener((p, before, focused) -> {
      if (!focused) {
        take(field, index);
      }
    });
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      int down = event.getCode() == KeyCode.DOWN ? columns : event.getCode() == KeyCode.UP ? -columns : 0;
      int to = index + down;
      if (down != 0 && to >= 0 && to < fields.length) {
        fields[to].requestFocus();
        event.consume();
      }
    });
    return field;
  }

  /** What is no number goes back to the one before; what was not touched keeps digits that are not shown. */
  private void take(TextField field, int index) {
    if (index >= fields.length || fields[index] != field || model.editsProperty().get() == null) {
      return; // of a filter of another size that has just gone
    }
    if (!field.getText().equals(numbers.of(weight(index)))) {
      numbers.read(field.getText()).ifPresent(typed -> model.setWeight(index / columns, index % columns, typed));
      field.setText(numbers.of(weight(index)));
    }
  }
}
