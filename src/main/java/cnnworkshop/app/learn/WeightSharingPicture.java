package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * Two rows of neurons, as in the workshop's picture: lines of the same colour and dashes are the same weight. Left and
 * right choose a unit, with Shift an input; up and down change the chosen input.
 */
final class WeightSharingPicture extends Region {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final List<String> WEIGHT_STYLES = List.of("first", "second", "third");
  private static final double NEURON_EM = 4.4;

  private final WeightSharingModel model;
  private final ShortNumbers numbers;
  private final Em em = new Em(this::requestLayout);
  private final Group lines = new Group();
  private final Label[] inputs = new Label[WeightSharingModel.INPUTS];
  private final Label[] units = new Label[WeightSharingModel.UNITS];
  private final Label inputName = new Label();
  private final Label unitName = new Label();
  private int chosenInput = 3;

  /**
   * @param nameOfInputs what the lower row is
   * @param nameOfUnits what the upper row is
   */
  WeightSharingPicture(WeightSharingModel model, ShortNumbers numbers, String nameOfInputs, String nameOfUnits) {
    this.model = model;
    this.numbers = numbers;
    getStyleClass().add("sharing");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    lines.setManaged(false);
    lines.setMouseTransparent(true);
    inputName.setText(nameOfInputs);
    unitName.setText(nameOfUnits);
    getChildren().addAll(em, lines, inputName, unitName);
    inputName.getStyleClass().add("conv-note");
    unitName.getStyleClass().add("conv-note");
    for (int i = 0; i < inputs.length; i++) {
      int index = i;
      inputs[i] = neuron("sharing-input");
      inputs[i].setOnMousePressed(event -> {
        requestFocus();
        chosenInput = index;
        requestLayout();
      });
      inputs[i].setOnScroll(event -> {
        chosenInput = index;
        model.changeInput(index, event.getDeltaY() > 0 ? 1 : -1);
        event.consume();
      });
    }
    for (int i = 0; i < units.length; i++) {
      int index = i;
      units[i] = neuron("sharing-unit");
      units[i].setOnMouseEntered(event -> {
        if (!model.predict().hiddenProperty().get()) {
          model.choose(index);
        }
      });
      units[i].setOnMousePressed(event -> {
        requestFocus();
        model.choose(index);
      });
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::moveByKey);
    model.versionProperty().addListener((p, before, now) -> requestLayout());
  }

  private Label neuron(String styleClass) {
    Label label = new Label();
    label.getStyleClass().addAll("sharing-neuron", styleClass);
    label.setManaged(false);
    getChildren().add(label);
    return label;
  }

  private void moveByKey(KeyEvent event) {
    int up = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
    int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (up == 0 && right == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (up != 0) {
      model.changeInput(chosenInput, up);
    } else if (event.isShiftDown()) {
      chosenInput = Math.max(0, Math.min(inputs.length - 1, chosenInput + right));
      requestLayout();
    } else {
      model.choose(model.unitProperty().get() + right);
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double column = getWidth() / inputs.length;
    double name = inputName.prefHeight(-1);
    double size = Math.min(em.px(NEURON_EM), Math.min(column * 0.86, (getHeight() - 2 * name) / 3.4));
    double between = Math.min(getHeight() - 2 * (name + size) - em.px(0.4), size * 3.5);
    double top = Math.max(0, (getHeight() - between - 2 * (name + size)) / 2) + name + em.px(0.2);
    double bottom = top + size + between;
    unitName.resizeRelocate(0, top - name - em.px(0.2), getWidth(), name);
    inputName.resizeRelocate(0, bottom + size + em.px(0.2), getWidth(), name);
    for (int i = 0; i < inputs.length; i++) {
      place(inputs[i], column * (i + 0.5), bottom, size, numbers.of(model.input(i)));
      inputs[i].pseudoClassStateChanged(CHOSEN, i == chosenInput);
    }
    lines.getChildren().clear();
    int chosen = model.unitProperty().get();
    for (int i = 0; i < units.length; i++) {
      double x = column * (i + 0.5 + (WeightSharingModel.WEIGHTS - 1) / 2.0);
      place(units[i], x, top, size, model.isHidden(i) ? "?" : numbers.of(model.output(i)));
      units[i].pseudoClassStateChanged(CHOSEN, i == chosen);
      for (int place = 0; place < WeightSharingModel.WEIGHTS; place++) {
        Line line = new Line(x, top + size, column * (i + place + 0.5), bottom);
        line.getStyleClass().addAll("weight-line", WEIGHT_STYLES.get(place));
        line.pseudoClassStateChanged(CHOSEN, i == chosen);
        boolean foreign = model.ownWeightsProperty().get() && i != chosen;
        line.setOpacity(foreign ? 0.25 : i == chosen ? 1 : 0.6);
        lines.getChildren().add(line);
      }
    }
  }

  private static void place(Label label, double centre, double y, double size, String text) {
    label.setText(text);
    label.resizeRelocate(Math.round(centre - size / 2), Math.round(y), Math.round(size), Math.round(size));
    label.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx; -fx-background-radius: %.1fpx;"
        + " -fx-border-radius: %.1fpx;", size * (text.length() > 4 ? 0.26 : 0.36), size, size));
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(30);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(17);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(15);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(12);
  }
}
