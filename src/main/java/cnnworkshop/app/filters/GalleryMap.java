package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a filter makes of the current picture. */
final class GalleryMap extends VBox {

  private static final double LARGEST_CELL_EM = 1.2;

  private final GalleryModel model;
  private final Texts texts;
  private final GalleryWords words;
  private final Label facts = GalleryButtons.wrapping(new Label());
  private final GalleryValues values;

  GalleryMap(GalleryModel model, GallerySaves saves, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new GalleryWords(texts);
    String name = texts.get("filters.gallery.map");
    GalleryButtons buttons = new GalleryButtons(texts);
    values = GalleryValues.picture(texts, name,
        (row, column, value) -> texts.get("filters.gallery.numbers.cell", row, column, value), LARGEST_CELL_EM);
    HBox withButtons = buttons.heading(name,
        () -> saves.export().savePicture(saves.filterName() + "-map", values::picture),
        () -> saves.export().copy(values::picture));
    Label without = buttons.heading(name);
    Label trouble = GalleryButtons.wrapping(new Label());
    trouble.textProperty().bind(model.answers().troubleProperty());
    trouble.getStyleClass().add("gallery-note");
    facts.getStyleClass().add("gallery-note");
    BooleanBinding known = model.answers().mapsProperty().isNotNull();
    for (Node node : List.of(withButtons, facts, values)) {
      GalleryButtons.shownIf(node, known);
    }
    GalleryButtons.shownIf(without, known.not());
    GalleryButtons.shownIf(trouble, known.not());
    getStyleClass().add("gallery-part");
    getChildren().addAll(withButtons, without, trouble, values, facts);
    model.answers().mapsProperty().addListener((p, before, now) -> show());
    model.chosenProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    GalleryMaps maps = model.answers().mapsProperty().get();
    int filter = model.chosenProperty().get();
    if (maps == null || filter < 0 || filter >= maps.activity().size()) {
      return;
    }
    FeatureMaps all = maps.maps();
    Shape shape = all.shape();
    int cells = shape.height() * shape.width();
    FilterActivity activity = maps.activity().get(filter);
    values.show(GalleryValues.Shown.painted(shape.height(), shape.width(),
        Arrays.copyOfRange(all.values(), filter * cells, (filter + 1) * cells), ColourScale.GREY, activity.range()));
    facts.setText(texts.get("filters.gallery.map.facts", maps.picture(), shape.height(), shape.width(),
        words.percent(activity.zeroShare()), words.number(activity.range().high())));
  }
}
