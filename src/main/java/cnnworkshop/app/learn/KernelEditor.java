package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.text.Texts;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/**
 * The numbers of a kernel's slice as fields on their colours. Enter or leaving a field takes what was typed; up and
 * down go to the field above and below.
 */
final class KernelEditor extends GridPane {

  private final KernelModel model;
  private final IntegerProperty channel;
  private final Texts texts;
  private final ShortNumbers numbers;
  private TextField[] fields = {};

  /** @param channel the slice shown */
  KernelEditor(KernelModel model, IntegerProperty channel, Texts texts) {
    this.model = model;
    this.channel = channel;
    this.texts = texts;
    this.numbers = new ShortNumbers(texts.locale());
    getStyleClass().add("kernel-editor");
    model.versionProperty().addListener((p, before, now) -> show());
    channel.addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    int size = model.size();
    if (fields.length != size * size) {
      getChildren().clear();
      fields = new TextField[size * size];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = field(i / size, i % size);
        add(fields[i], i % size, i / size);
      }
    }
    float most = 0;
    for (float weight : model.weights()) {
      most = Math.max(most, Math.abs(weight));
    }
    for (int i = 0; i < fields.length; i++) {
      float weight = model.weight(channel.get(), i / size, i % size);
      String text = numbers.of(weight);
      if (!fields[i].getText().equals(text)) {
        fields[i].setText(text);
      }
      int argb = ColourScale.SIGNED.argb(weight, -most, most);
      boolean light = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF) > 140_000;
      fields[i].setStyle(String.format(Locale.ROOT, "-kernel-ground: #%06x; -kernel-ink: %s;", argb & 0xFFFFFF,
          light ? "black" : "white"));
    }
  }

  private TextField field(int row, int column) {
    TextField field = new TextField();
    field.getStyleClass().add("kernel-field");
    field.setAccessibleText(texts.get("learn.plane.weight-at", row + 1, column + 1));
    field.setOnAction(event -> take(field, row, column));
    field.focusedProperty().addListener((p, before, focused) -> {
      if (!focused) {
        take(field, row, column);
      }
    });
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
      int to = row + down;
      if (down != 0 && to >= 0 && to < model.size()) {
        fields[to * model.size() + column].requestFocus();
        event.consume();
      }
    });
    return field;
  }

  /** What is no number goes back to the weight before; what was not touched keeps digits that are not shown. */
  private void take(TextField field, int row, int column) {
    if (row >= model.size() || column >= model.size()) {
      return; // of a larger kernel that has just gone
    }
    float before = model.weight(channel.get(), row, column);
    if (!field.getText().equals(numbers.of(before))) {
      numbers.read(field.getText()).ifPresent(typed -> model.setWeight(channel.get(), row, column, typed));
      field.setText(numbers.of(model.weight(channel.get(), row, column)));
    }
  }
}
