package cnnworkshop.app.filters;

import cnnworkshop.app.control.ArithmeticPane;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.DenseOrigin;
import cnnworkshop.core.inspect.NormalizationOrigin;
import cnnworkshop.core.inspect.PoolingOrigin;
import cnnworkshop.core.inspect.ValueOrigin;
import cnnworkshop.core.inspect.ValueOrigin.Activated;
import cnnworkshop.core.inspect.ValueOrigin.Convolved;
import cnnworkshop.core.inspect.ValueOrigin.PassedOn;
import cnnworkshop.core.inspect.ValueOrigin.Untold;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** How one number came about from the layer before. */
final class DrillOriginPane extends VBox {

  private final DrillModel model;
  private final Texts texts;
  private final DrillWords words;
  private final Label sentence = PatchesButtons.words("drill-words");
  private final ArithmeticPane arithmetic;
  private final ValueGrid window;
  private final DrillTermsPane terms;
  private final Button before;
  /** Which value of the layer before the button goes to. */
  private int target;

  DrillOriginPane(DrillModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new DrillWords(texts);
    this.arithmetic = new ArithmeticPane(texts);
    this.window = new ValueGrid(words::number);
    this.terms = new DrillTermsPane(model, texts);
    this.before = new PatchesButtons(texts).button("filters.maps.before", "filters.maps.before.long",
        Material2AL.ARROW_BACK,
        () -> model.goBefore(target));
    getStyleClass().add("drill-origin");
    window.setFocusTraversable(false);
    for (Node node : new Node[] {arithmetic, window, terms}) {
      VBox.setVgrow(node, Priority.ALWAYS);
    }
    getChildren().addAll(PatchesButtons.onlyIfAny(sentence), window, terms, arithmetic, before);
    model.originProperty().addListener((p, old, now) -> show(now));
    show(model.originProperty().get());
  }

  private void show(ValueOrigin origin) {
    // What was shown stays until the new numbers are there, or all of it would flicker at every step.
    if (origin == null) {
      return;
    }
    PatchesButtons.show(arithmetic, origin instanceof Convolved);
    PatchesButtons.show(window, origin instanceof PoolingOrigin);
    PatchesButtons.show(terms, origin instanceof DenseOrigin);
    boolean one = !(origin instanceof Convolved || origin instanceof DenseOrigin || origin instanceof Untold);
    PatchesButtons.show(before, one && model.placeProperty().get().layer() > 0);
    sentence.setText(sentence(origin));
    target = same();
    if (origin instanceof Convolved convolved) {
      arithmetic.setArithmetic(convolved.arithmetic());
    } else if (origin instanceof DenseOrigin dense) {
      terms.show(dense);
    } else if (origin instanceof PoolingOrigin pooling) {
      show(pooling);
    }
  }

  private String sentence(ValueOrigin origin) {
    String value = words.number(origin.value());
    if (origin instanceof Convolved c) {
      return c.activation() == c.arithmetic().activation() ? ""
          : texts.get("filters.maps.origin.convolved", words.activation(c.activation()), value);
    }
    if (origin instanceof Activated a) {
      return texts.get(a.activation() == Activation.SOFTMAX ? "filters.maps.origin.softmax"
          : "filters.maps.origin.activated", words.activation(a.activation()), words.number(a.input()), value);
    }
    if (origin instanceof PassedOn) {
      return texts.get("filters.maps.origin.passed-on", value);
    }
    if (origin instanceof NormalizationOrigin n) {
      return n.line().map(line -> texts.get("filters.maps.origin.normalized", words.number(line.factor()),
          words.number(n.input()), words.number(line.offset()), value))
          .orElseGet(() -> texts.get("filters.maps.origin.normalized.unknown", words.number(n.input()), value));
    }
    if (origin instanceof PoolingOrigin p) {
      return sentence(p, value);
    }
    return origin instanceof Untold u ? texts.get("filters.maps.origin.untold", u.kind(), value) : "";
  }

  private String sentence(PoolingOrigin p, String value) {
    int number = cell(p, p.largest());
    String place = words.before(model.source().mapsProperty().get(), model.placeProperty().get().layer(), number);
    return switch (p.pool()) {
      case MAX -> texts.get("filters.maps.origin.max", p.cells().length, value, place);
      case AVERAGE -> texts.get("filters.maps.origin.mean", p.cells().length, words.number(p.sum()), value);
      case OTHER -> texts.get("filters.maps.origin.pooled", p.cells().length, value);
    };
  }

  private Shape shapeBefore() {
    return model.source().mapsProperty().get().before(model.placeProperty().get().layer()).shape();
  }

  /** The value at the same place of the layer before. */
  private int same() {
    DrillPlace now = model.placeProperty().get();
    Shape shape = shapeBefore();
    return (now.map() * shape.height() + now.row()) * shape.width() + now.column();
  }

  /** A cell of a window among all values of the layer before. */
  private int cell(PoolingOrigin p, int cell) {
    Shape shape = shapeBefore();
    return (model.placeProperty().get().map() * shape.height() + p.row() + cell / p.columns()) * shape.width()
        + p.column() + cell % p.columns();
  }

  private void show(PoolingOrigin p) {
    target = cell(p, p.largest());
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float cell : p.cells()) {
      low = Math.min(low, cell);
      high = Math.max(high, cell);
    }
    ColourScale colours = model.look().colours();
    window.show(new ValueGrid.Cells(p.rows(), p.columns(), p.cells(), colours.paint(p.cells(), low, high), 0,
        p.cells().length));
    window.frame(p.pool() == Pool.MAX ? new ValueGrid.Cell(p.largest() / p.columns(), p.largest() % p.columns()) : null,
        1, 1);
    window.setAccessibleText(sentence.getText());
  }
}
