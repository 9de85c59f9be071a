package cnnworkshop.app.filters;

import cnnworkshop.app.control.FilterStrip;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The filters of both first convolutions side by side, and below them what the right ones have more. */
final class CompareFiltersPage extends VBox {

  private final Texts texts;
  private final FilterStrip left = new FilterStrip();
  private final FilterStrip right = new FilterStrip();
  private final FilterStrip difference = new FilterStrip();
  private final ScaleLegend scale;
  private final ScaleLegend differenceScale;
  private final Label own;
  private final Label sentence = CompareControls.words("");
  private final VBox below;

  CompareFiltersPage(CompareModel model, Texts texts) {
    this.texts = texts;
    scale = new ScaleLegend(texts);
    differenceScale = new ScaleLegend(texts);
    own = CompareControls.words(texts.get("filters.compare.filters.own"));
    own.getStyleClass().add("compare-note");
    getStyleClass().add("compare-page");
    GridPane both = new GridPane();
    both.getStyleClass().add("compare-halves");
    CompareControls.halves(both, half("filters.compare.left", left), half("filters.compare.right", right));
    VBox.setVgrow(both, Priority.ALWAYS);
    below = half("filters.compare.filters.difference", difference);
    below.getChildren().add(differenceScale);
    VBox.setVgrow(below, Priority.ALWAYS);
    sentence.getStyleClass().add("compare-verdict");
    getChildren().addAll(sentence, both, scale, own, below);
    for (Node node : List.of(left, right, scale, own, below)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    model.filtersProperty().addListener((p, before, now) -> show(now));
    show(model.filtersProperty().get());
  }

  private VBox half(String name, FilterStrip strip) {
    VBox half = new VBox(CompareControls.heading(texts.get(name)), strip);
    half.getStyleClass().add("compare-part");
    VBox.setVgrow(strip, Priority.ALWAYS);
    return half;
  }

  private void show(CompareFilters filters) {
    show(left, filters == null ? List.of() : filters.left(), filters, "filters.compare.filters.accessible.left");
    show(right, filters == null ? List.of() : filters.right(), filters, "filters.compare.filters.accessible.right");
    show(difference, filters == null ? List.of() : filters.difference(), filters,
        "filters.compare.filters.accessible.difference");
    sentence.setText(filters == null ? "" : filters.sentence());
    ValueRange range = filters == null ? null : filters.range();
    scale.setVisible(range != null);
    scale.show(ColourScale.SIGNED, range);
    own.setVisible(range == null);
    below.setVisible(filters != null && !filters.difference().isEmpty());
    differenceScale.show(ColourScale.SIGNED, filters == null ? null : filters.differenceRange());
  }

  private void show(FilterStrip strip, List<FilterPicture> pictures, CompareFilters filters, String key) {
    strip.setVisible(!pictures.isEmpty());
    if (!pictures.isEmpty()) {
      strip.show(pictures, texts.get(key, pictures.size()), filters.words());
    }
  }
}
