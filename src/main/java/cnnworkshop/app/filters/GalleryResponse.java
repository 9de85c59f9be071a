package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberText;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.FrequencyResponse;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which stripes a filter answers to. */
final class GalleryResponse extends VBox {

  private static final double LARGEST_CELL_EM = 0.9;

  private final GalleryPageModel page;
  private final GalleryValues values;

  GalleryResponse(GalleryModel model, GalleryPageModel page, GallerySaves saves, Texts texts) {
    this.page = page;
    GalleryWords words = new GalleryWords(texts);
    GalleryButtons buttons = new GalleryButtons(texts);
    NumberText cycles = new NumberText(texts.locale(), 2);
    String name = texts.get("filters.gallery.response");
    values = GalleryValues.picture(texts, name, (row, column, value) -> texts.get("filters.gallery.response.cell",
        cycles.of(FrequencyResponse.cycles(column)), cycles.of(FrequencyResponse.cycles(row)), value), LARGEST_CELL_EM);
    CheckBox one = new CheckBox();
    one.textProperty().bind(Bindings.createStringBinding(() -> model.layerProperty().get() == null ? ""
        : texts.get("filters.gallery.response.channel",
            words.channel(model.layerProperty().get(), model.look().channelProperty().get())),
        model.layerProperty(), model.look().channelProperty()));
    one.accessibleTextProperty().bind(one.textProperty());
    one.setWrapText(true);
    one.setMinHeight(USE_PREF_SIZE);
    one.selectedProperty().bindBidirectional(page.channelOnlyProperty());
    GalleryButtons.shownIf(one, Bindings.createBooleanBinding(
        () -> model.layerProperty().get() != null && model.layerProperty().get().channels() > 1,
        model.layerProperty()));
    Label explained = GalleryButtons.wrapping(new Label(texts.get("filters.gallery.response.explained")));
    explained.getStyleClass().add("gallery-note");
    getStyleClass().add("gallery-part");
    getChildren().addAll(buttons.heading(name,
        () -> saves.export().savePicture(saves.filterName() + "-frequencies", values::picture),
        () -> saves.export().copy(values::picture)), one, values, explained);
    page.responseProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    FrequencyResponse response = page.responseProperty().get();
    if (response != null) {
      values.show(GalleryValues.Shown.painted(FrequencyResponse.SIDE, FrequencyResponse.SIDE, response.magnitudes(),
          ColourScale.VIRIDIS, response.range()));
    }
  }
}
