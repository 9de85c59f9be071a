package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Four rows on one raster: the signal, the filter where it lies, the products, and the outputs, each under the middle
 * of what made it. Left and right move the filter, with Shift they choose a number of the signal, which up and down
 * change.
 */
final class ConvolutionLinePicture extends Region {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
  private static final double LARGEST_CELL_EM = 4.2;
  private static final double NAMES_EM = 6.5;

  private final ConvolutionLineModel model;
  private final ShortNumbers numbers;
  private final Em em = new Em(this::requestLayout);
  private final Label[] names = new Label[4];
  private final List<Label> signal = new ArrayList<>();
  private final List<Label> outputs = new ArrayList<>();
  private final List<Label> filter = new ArrayList<>();
  private final List<Label> products = new ArrayList<>();
  private final Region window = new Region();
  private int chosenNumber = 3;

  ConvolutionLinePicture(ConvolutionLineModel model, Texts texts) {
    this.model = model;
    this.numbers = new ShortNumbers(texts.locale());
    getStyleClass().add("line-picture");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    window.getStyleClass().add("line-window");
    window.setManaged(false);
    window.setMouseTransparent(true);
    String[] words = {texts.get("learn.line.signal"), texts.get("learn.line.filter"),
        texts.get("learn.line.products"), texts.get("learn.line.outputs")};
    getChildren().add(em);
    for (int i = 0; i < names.length; i++) {
      names[i] = new Label(words[i]);
      names[i].getStyleClass().add("line-name");
      names[i].setManaged(false);
      getChildren().add(names[i]);
    }
    for (int i = 0; i < ConvolutionLineModel.LENGTH + 2; i++) {
      int index = i;
      Label number = cell(signal, "line-signal");
      number.setOnMousePressed(event -> {
        requestFocus();
        chooseNumber(index - model.margin());
      });
      number.setOnScroll(event -> {
        chooseNumber(index - model.margin());
        model.changeSignal(chosenNumber, event.getDeltaY() > 0 ? 1 : -1);
        event.consume();
      });
      Label output = cell(outputs, "line-output");
      output.setOnMouseEntered(event -> {
        if (!model.slide().playingProperty().get() && !model.isValueHidden()) {
          model.slide().choose(index);
        }
      });
      output.setOnMousePressed(event -> {
        requestFocus();
        model.slide().choose(index);
      });
    }
    for (int i = 0; i < ConvolutionLineModel.SIZE; i++) {
      cell(filter, "line-filter");
      cell(products, "line-product");
    }
    getChildren().add(window);
    addEventHandler(KeyEvent.KEY_PRESSED, this::moveByKey);
    model.versionProperty().addListener((p, before, now) -> requestLayout());
  }

  private Label cell(List<Label> row, String styleClass) {
    Label label = new Label();
    label.getStyleClass().addAll("line-cell", styleClass);
    label.setManaged(false);
    row.add(label);
    getChildren().add(label);
    return label;
  }

  private void chooseNumber(int place) {
    chosenNumber = Math.max(0, Math.min(ConvolutionLineModel.LENGTH - 1, place));
    requestLayout();
  }

  private void moveByKey(KeyEvent event) {
    int up = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
    int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (up == 0 && right == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (up != 0) {
      model.changeSignal(chosenNumber, up);
    } else if (event.isShiftDown()) {
      chooseNumber(chosenNumber + right);
    } else {
      model.slide().choose(model.chosen() + right);
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    int columns = ConvolutionLineModel.LENGTH + 2;
    double names = em.px(NAMES_EM);
    double cell = Math.floor(Math.min(em.px(LARGEST_CELL_EM),
        Math.min((getWidth() - names - 4) / columns, getHeight() / 5.6)));
    double gap = Math.max(2, Math.min(cell * 0.6, (getHeight() - 4 * cell) / 4));
    double left = Math.floor(names + (getWidth() - names - cell * columns) / 2);
    double top = Math.floor((getHeight() - 4 * cell - 3 * gap) / 2);
    boolean any = model.slide().reachedProperty().get() > 0;
    int margin = model.margin();
    for (int row = 0; row < this.names.length; row++) {
      this.names[row].resizeRelocate(0, top + row * (cell + gap), names, cell);
    }
    double y = top;
    for (int i = 0; i < signal.size(); i++) {
      int place = i - margin;
      boolean there = place < ConvolutionLineModel.LENGTH + margin;
      Label label = signal.get(i);
      label.setVisible(there);
      if (there) {
        boolean outside = place < 0 || place >= ConvolutionLineModel.LENGTH;
        label.pseudoClassStateChanged(OUTSIDE, outside);
        label.pseudoClassStateChanged(CHOSEN, place == chosenNumber);
        write(label, model.at(place), cell);
        label.resizeRelocate(left + (place + 1) * cell + 1, y + 1, cell - 2, cell - 2);
      }
    }
    double from = left + (model.firstPlace() + 1) * cell;
    float[] summands = model.products();
    boolean hidden = model.isValueHidden();
    for (int i = 0; i < ConvolutionLineModel.SIZE; i++) {
      Label weight = filter.get(i);
      write(weight, model.laidWeight(i), cell);
      colour(weight, model.laidWeight(i));
      weight.resizeRelocate(from + i * cell + 1, y + cell + gap + 1, cell - 2, cell - 2);
      Label product = products.get(i);
      write(product, summands[i], cell);
      product.setVisible(any && !hidden);
      product.resizeRelocate(from + i * cell + 1, y + 2 * (cell + gap) + 1, cell - 2, cell - 2);
    }
    // The outputs stand under the middle of the places that make them.
    for (int i = 0; i < outputs.size(); i++) {
      Label label = outputs.get(i);
      boolean there = i < model.outputs();
      label.setVisible(there);
      if (there) {
        boolean known = model.isShown(i);
        label.pseudoClassStateChanged(UNKNOWN, !known);
        label.pseudoClassStateChanged(CHOSEN, any && i == model.chosen());
        write(label, model.output(i), cell);
        if (!known) {
          label.setText(i < model.slide().reachedProperty().get() ? "?" : "");
        }
        int column = i - margin + ConvolutionLineModel.SIZE / 2;
        label.resizeRelocate(left + (column + 1) * cell + 1, y + 3 * (cell + gap) + 1, cell - 2, cell - 2);
      }
    }
    window.setVisible(true);
    window.resizeRelocate(from - 1, y - 2, ConvolutionLineModel.SIZE * cell + 2, 3 * cell + 2 * gap + 4);
  }

  private void write(Label label, float value, double cell) {
    String text = numbers.of(value);
    label.setText(text);
    label.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", cell * (text.length() > 3 ? 0.28 : 0.4)));
  }

  private static void colour(Label label, float weight) {
    int argb = ColourScale.SIGNED.argb(weight, -3, 3);
    label.setStyle(label.getStyle() + String.format(Locale.ROOT, "-fx-background-color: #%06x; -fx-text-fill: %s;",
        argb & 0xFFFFFF, isLight(argb) ? "black" : "white"));
  }

  private static boolean isLight(int argb) {
    return 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF) > 140_000;
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(36);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(17);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(20);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(12);
  }
}
