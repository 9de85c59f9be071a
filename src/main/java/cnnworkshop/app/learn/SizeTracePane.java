package cnnworkshop.app.learn;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.SizeTrace;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The layers one under the other with the shape each gives; the one that refuses says why. Layers with maps are chosen
 * by a click, Enter or Space; arrow keys go from one to the next.
 */
final class SizeTracePane extends VBox {

  private static final PseudoClass REFUSES = PseudoClass.getPseudoClass("refuses");
  private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final AnySizeModel model;
  private final Texts texts;
  private final List<Row> rows = new ArrayList<>();

  SizeTracePane(AnySizeModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("size-trace");
    model.traceProperty().addListener((p, before, now) -> show());
    model.layerProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    List<SizeTrace.Step> steps = model.traceProperty().get().steps();
    while (rows.size() < steps.size()) {
      rows.add(new Row(rows.size()));
      getChildren().add(rows.get(rows.size() - 1));
    }
    boolean maps = true;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      row.setVisible(i < steps.size());
      row.setManaged(row.isVisible());
      if (row.isVisible()) {
        SizeTrace.Step step = steps.get(i);
        maps &= !(step.layer() instanceof LayerSpec.Dense) && !(step.layer() instanceof LayerSpec.GlobalPooling);
        row.fill(step, maps);
      }
    }
  }

  /** A layer. */
  private final class Row extends HBox {

    private final int index;
    private final Label name = new Label();
    private final Label shape = new Label();

    Row(int index) {
      this.index = index;
      getStyleClass().add("trace-row");
      setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      name.getStyleClass().add("trace-name");
      name.setMinWidth(Label.USE_PREF_SIZE);
      shape.getStyleClass().add("trace-shape");
      shape.setMaxWidth(Double.MAX_VALUE);
      shape.setWrapText(true);
      HBox.setHgrow(shape, Priority.ALWAYS);
      getChildren().addAll(name, shape);
      addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose());
      addEventHandler(KeyEvent.KEY_PRESSED, event -> {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
          choose();
          event.consume();
        }
      });
      LabStage.arrows(this, (right, down, shift) -> {
        int to = index + down;
        if (down != 0 && to >= 0 && to < rows.size() && rows.get(to).isFocusTraversable()) {
          rows.get(to).requestFocus();
          rows.get(to).choose();
        }
      });
    }

    private void choose() {
      if (isFocusTraversable()) {
        requestFocus();
        model.layerProperty().set(index);
      }
    }

    private void fill(SizeTrace.Step step, boolean maps) {
      String words = model.words(step);
      name.setText(step.layer().name());
      shape.setText(words);
      setFocusTraversable(maps);
      setAccessibleText(texts.get("learn.size.row", step.layer().name(), words));
      pseudoClassStateChanged(CHOSEN, maps && model.layerProperty().get() == index);
      pseudoClassStateChanged(REFUSES, step.refusal() == SizeTrace.Refusal.OTHER_NUMBER
          || step.refusal() == SizeTrace.Refusal.TOO_SMALL);
      pseudoClassStateChanged(SILENT, step.refusal() == SizeTrace.Refusal.NOTHING_COMES);
      pseudoClassStateChanged(NEW, step.layer() instanceof LayerSpec.GlobalPooling);
    }
  }
}
