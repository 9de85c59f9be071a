package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.DenseOrigin;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How a dense unit came about: the terms that count most, what all come to, bias and activation. */
final class DrillTermsPane extends VBox {

  private final DrillModel model;
  private final Texts texts;
  private final DrillWords words;
  private final Label head = PatchesButtons.words("drill-words");
  private final ListView<DenseOrigin.Term> terms = new ListView<>();
  private final GridPane sums = new GridPane();

  DrillTermsPane(DrillModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new DrillWords(texts);
    getStyleClass().add("drill-origin");
    terms.setAccessibleText(texts.get("filters.maps.terms"));
    terms.setCellFactory(view -> new TermCell());
    terms.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        follow();
        event.consume();
      }
    });
    terms.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      if (event.getClickCount() == 2) {
        follow();
      }
    });
    sums.getStyleClass().add("drill-sums");
    VBox.setVgrow(terms, Priority.ALWAYS);
    getChildren().addAll(head, terms, sums);
  }

  /** What takes the keys. */
  ListView<DenseOrigin.Term> main() {
    return terms;
  }

  private void follow() {
    DenseOrigin.Term chosen = terms.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.goBefore(chosen.input());
    }
  }

  /** Spells out a unit's value. */
  void show(DenseOrigin origin) {
    head.setText(texts.get("filters.maps.terms.head", origin.inputs(), origin.silent(), origin.largest().size()));
    terms.getItems().setAll(origin.largest());
    terms.getSelectionModel().selectFirst();
    sums.getChildren().clear();
    double shown = origin.sum() - origin.rest();
    if (origin.inputs() - origin.silent() > origin.largest().size()) {
      line(texts.get("filters.maps.terms.shown", origin.largest().size()), words.number(shown));
      line(texts.get("filters.maps.terms.rest"), words.number(origin.rest()));
    }
    line(texts.get("filters.maps.terms.sum"), words.number(origin.sum()));
    line(texts.get("filters.maps.terms.bias"), words.number(origin.bias()));
    line(texts.get("filters.maps.terms.before"), words.number(origin.beforeActivation()));
    if (origin.activation() == Activation.SOFTMAX) {
      double power = Math.exp(origin.beforeActivation() - origin.reference());
      line(texts.get("filters.maps.terms.softmax", words.number(origin.reference())), words.number(power));
      line(texts.get("filters.maps.terms.softmax.all"), words.number(origin.exponentials()));
    }
    line(texts.get("filters.maps.terms.value", words.activation(origin.activation())),
        words.number(origin.value()));
  }

  private void line(String name, String number) {
    Label left = PatchesButtons.words("drill-words");
    left.setText(name);
    Label right = new Label(number);
    right.getStyleClass().add("drill-number");
    right.setMinWidth(USE_PREF_SIZE);
    sums.addRow(sums.getRowCount(), left, right);
  }

  /** An input, its weight, and what they come to. */
  private final class TermCell extends ListCell<DenseOrigin.Term> {

    TermCell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(DenseOrigin.Term term, boolean empty) {
      super.updateItem(term, empty);
      DrillMaps maps = model.source().mapsProperty().get();
      int layer = model.placeProperty().get().layer();
      boolean nothing = empty || term == null || maps == null || term.input() >= maps.before(layer).values().length;
      setText(nothing ? null : texts.get("filters.maps.term", words.before(maps, layer, term.input()),
          words.number(term.value()), words.number(term.weight()), words.number(term.product())));
    }
  }
}
