package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.inspect.FilterOrder;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The column beside the filters: which layer, how painted and ordered, and what of it to save. */
final class GalleryControls extends ScrollPane {

  private static final double SMALLEST_TILE_EM = 2.5;
  private static final double USUAL_TILE_EM = 5;
  private static final double LARGEST_TILE_EM = 14;

  private final GalleryModel model;
  private final GallerySaves saves;
  private final Texts texts;
  private final GalleryWords words;
  private final GalleryButtons buttons;
  private final DoubleProperty tileSize = new SimpleDoubleProperty(this, "tileSize", USUAL_TILE_EM);

  GalleryControls(GalleryModel model, GallerySaves saves, Texts texts) {
    this.model = model;
    this.saves = saves;
    this.texts = texts;
    this.words = new GalleryWords(texts);
    this.buttons = new GalleryButtons(texts);
    VBox column = new VBox(look(), order(), saving());
    column.getStyleClass().add("gallery-column");
    setContent(column);
    getStyleClass().addAll("bounded-scroll", "gallery-side");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /** Side of a picture's place, in em. */
  DoubleProperty tileSizeProperty() {
    return tileSize;
  }

  private Node look() {
    GalleryLookModel look = model.look();
    Node kinds = buttons.choice(texts.get("filters.gallery.show"), look.kinds(), look.kindProperty(), words::kind);
    Label signed = GalleryButtons.wrapping(new Label(texts.get("filters.gallery.colours.signed.mean")));
    signed.getStyleClass().add("gallery-note");
    Slider size = new Slider(SMALLEST_TILE_EM, LARGEST_TILE_EM, USUAL_TILE_EM);
    size.setBlockIncrement(1);
    tileSize.bind(size.valueProperty());
    return group(
        buttons.choice(texts.get("filters.gallery.layer"), model.layers(), model.layerProperty(), words::layer),
        GalleryButtons.shownIf(kinds, Bindings.size(look.kinds()).greaterThan(1)),
        buttons.choice(texts.get("filters.gallery.colours"), FXCollections.observableArrayList(FilterScaling.values()),
            look.scalingProperty(), words::scaling),
        GalleryButtons.shownIf(signed, isMeanOfColours(look)),
        buttons.named(texts.get("filters.gallery.size"), size));
  }

  private ObservableBooleanValue isMeanOfColours(GalleryLookModel look) {
    return Bindings.createBooleanBinding(() -> look.scalingProperty().get() == FilterScaling.SIGNED
        && look.kindProperty().get() == FilterSlice.Kind.PICTURE && model.layerProperty().get() != null
        && model.layerProperty().get().coloured(), look.scalingProperty(), look.kindProperty(), model.layerProperty());
  }

  private Node order() {
    Label noMaps = GalleryButtons.wrapping(new Label());
    noMaps.getStyleClass().add("gallery-note");
    noMaps.textProperty().bind(model.answers().troubleProperty());
    CheckBox grouped = new CheckBox(texts.get("filters.gallery.group"));
    grouped.setAccessibleText(texts.get("filters.gallery.group"));
    grouped.setWrapText(true);
    grouped.setMinHeight(USE_PREF_SIZE);
    grouped.selectedProperty().bindBidirectional(model.groupedProperty());
    NumberSetting threshold = new NumberSetting(texts.get("filters.gallery.threshold"), 0, 1, NumberSetting.Steps.EVEN,
        texts.locale());
    threshold.valueProperty().bindBidirectional(model.thresholdProperty());
    Label found = GalleryButtons.wrapping(new Label());
    found.getStyleClass().add("gallery-note");
    found.textProperty().bind(Bindings.createStringBinding(this::found, model.sheetProperty()));
    return group(
        buttons.choice(texts.get("filters.gallery.order"), FXCollections.observableArrayList(FilterOrder.values()),
            model.orderProperty(), words::order),
        GalleryButtons.shownIf(noMaps, model.orderProperty().isEqualTo(FilterOrder.ACTIVITY)
            .and(model.answers().troubleProperty().isNotEmpty())),
        grouped, GalleryButtons.shownIf(threshold, model.groupedProperty()),
        GalleryButtons.shownIf(found, model.groupedProperty()));
  }

  private String found() {
    GallerySheet sheet = model.sheetProperty().get();
    if (sheet == null || model.likenessProperty().get() == null) {
      return texts.get("filters.gallery.comparing");
    }
    List<List<Integer>> alike = sheet.groups().alike();
    return alike.isEmpty() ? texts.get("filters.gallery.found.none")
        : texts.get("filters.gallery.found", alike.size(), alike.stream().mapToInt(List::size).sum());
  }

  private Node saving() {
    Node saving = group(buttons.heading(texts.get("filters.gallery.save")),
        buttons.wide(texts.get("filters.gallery.save.filter"), Material2MZ.SAVE_ALT, null, saves::saveFilter),
        buttons.wide(texts.get("filters.gallery.copy.filter"), Material2AL.CONTENT_COPY, GalleryView.COPY,
            saves::copyFilter),
        buttons.wide(texts.get("filters.gallery.save.sheet"), Material2MZ.SAVE_ALT, GalleryView.SAVE,
            saves::saveSheet),
        buttons.wide(texts.get("filters.gallery.save.svg"), Material2MZ.SAVE_ALT, null, saves::saveSvg),
        buttons.wide(texts.get("filters.gallery.copy.sheet"), Material2AL.CONTENT_COPY, null, saves::copySheet),
        buttons.wide(texts.get("filters.gallery.save.csv"), Material2AL.GRID_ON, null, saves::saveNumbers));
    saving.disableProperty().bind(model.sheetProperty().isNull());
    return saving;
  }

  private static Node group(Node... nodes) {
    VBox group = new VBox(nodes);
    group.getStyleClass().add("gallery-group");
    return group;
  }
}
