package cnnworkshop.app.filters;

import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The maps of a layer of both networks side by side, and how the chosen one differs. */
final class CompareMapsPage extends VBox {

  private static final double DIFFERENCE_EM = 13;

  private final CompareModel model;
  private final Texts texts;
  private final CompareMapsPane left;
  private final CompareMapsPane right;
  private final Label name = CompareControls.heading("");
  private final ComparePicture difference = new ComparePicture(DIFFERENCE_EM);
  private final ScaleLegend legend;
  private final VBox below;

  CompareMapsPage(CompareModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    left = new CompareMapsPane(texts);
    right = new CompareMapsPane(texts);
    legend = new ScaleLegend(texts);
    getStyleClass().add("compare-page");
    GridPane both = new GridPane();
    both.getStyleClass().add("compare-halves");
    CompareControls.halves(both, half("filters.compare.left", left), half("filters.compare.right", right));
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox.setVgrow(difference, Priority.ALWAYS);
    below = new VBox(name, difference, legend);
    below.getStyleClass().add("compare-part");
    below.managedProperty().bind(below.visibleProperty());
    getChildren().addAll(CompareControls.words(model.noteProperty(), "compare-note"), both, below);
    left.openedProperty().bindBidirectional(right.openedProperty());
    for (CompareMapsPane pane : new CompareMapsPane[] {left, right}) {
      pane.grid().selectedProperty().addListener((p, before, now) -> {
        if (now.intValue() >= 0) {
          model.maps().mapProperty().set(now.intValue());
        }
      });
    }
    model.left().mapsProperty().addListener((p, before, now) -> show());
    model.right().mapsProperty().addListener((p, before, now) -> show());
    model.maps().commonProperty().addListener((p, before, now) -> show());
    model.maps().mapProperty().addListener((p, before, now) -> select());
    show();
  }

  private VBox half(String key, CompareMapsPane pane) {
    VBox half = new VBox(CompareControls.heading(texts.get(key)), pane);
    half.getStyleClass().add("compare-part");
    VBox.setVgrow(pane, Priority.ALWAYS);
    return half;
  }

  private void show() {
    CompareMaps ours = model.left().mapsProperty().get();
    CompareMaps theirs = model.right().mapsProperty().get();
    ValueRange range = model.maps().range(ours, theirs);
    left.show(ours, range);
    right.show(theirs, range);
    select();
  }

  private void select() {
    int map = model.maps().mapProperty().get();
    for (CompareMapsPane pane : new CompareMapsPane[] {left, right}) {
      if (map < pane.grid().getMapCount()) {
        pane.grid().selectedProperty().set(map);
      }
    }
    Optional<CompareMapsModel.Difference> between = model.maps().difference(model.left().mapsProperty().get(),
        model.right().mapsProperty().get());
    below.setVisible(between.isPresent());
    between.ifPresent(this::show);
  }

  private void show(CompareMapsModel.Difference between) {
    name.setText(texts.get("filters.compare.maps.difference", between.map()));
    difference.show(Photo.ofRgb(between.width(), between.values().length / between.width(),
        ColourScale.SIGNED.paint(between.values(), between.range())), null, null, name.getText());
    legend.show(ColourScale.SIGNED, between.range());
  }
}
