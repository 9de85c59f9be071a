package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How maps are coloured and sorted, what is to be said of what is looked at, and saving. */
final class MapsControls extends VBox {

  private static final double SMALLEST_TILE_EM = 5;
  private static final double LARGEST_TILE_EM = 28;
  private static final double USUAL_TILE_EM = 8;

  private final DrillModel model;
  private final FiltersPlaces places;
  private final Texts texts;
  private final DrillWords words;
  private final PatchesButtons buttons;
  private final ScaleLegend legend;
  private final Label legendOf = PatchesButtons.words("drill-words");
  private final Label facts = PatchesButtons.words("drill-words");
  private final Label mapFacts = PatchesButtons.words("drill-words");
  private final Node scaling;
  private final Node order;
  private final NumberSetting size;
  private final FlowPane saving;

  MapsControls(DrillModel model, FiltersPlaces places, Texts texts, DoubleProperty tileSize) {
    this.model = model;
    this.places = places;
    this.texts = texts;
    this.words = new DrillWords(texts);
    this.buttons = new PatchesButtons(texts);
    this.legend = new ScaleLegend(texts);
    getStyleClass().add("patches-controls");
    order = buttons.choice("filters.maps.order", List.of(DrillOrder.values()), model.orderProperty(), this::nameOf);
    size = new NumberSetting(texts.get("filters.maps.size"), SMALLEST_TILE_EM, LARGEST_TILE_EM, Steps.WHOLE,
        texts.locale());
    size.valueProperty().set(USUAL_TILE_EM);
    tileSize.bind(size.valueProperty());
    saving = saving();
    scaling = buttons.choice("filters.maps.scaling", List.of(MapScaling.values()), model.scalingProperty(),
        this::nameOf);
    VBox colours = new VBox(
        buttons.choice("filters.maps.colours", List.of(ColourScale.values()), model.coloursProperty(), this::nameOf),
        scaling, legendOf, legend, order, size);
    colours.getStyleClass().add("patches-group");
    VBox said = new VBox(PatchesButtons.onlyIfAny(facts), PatchesButtons.onlyIfAny(mapFacts));
    said.getStyleClass().add("patches-group");
    getChildren().addAll(colours, said, saving);
    model.placeProperty().addListener((p, before, now) -> show());
    model.source().mapsProperty().addListener((p, before, now) -> show());
    model.coloursProperty().addListener((p, before, now) -> show());
    model.scalingProperty().addListener((p, before, now) -> show());
    show();
  }

  private FlowPane saving() {
    FlowPane row = new FlowPane(
        buttons.button("filters.maps.save", "filters.maps.save.long",
            Material2MZ.SAVE_ALT, () -> save(FiltersPlaces.Kind.PNG)),
        buttons.button("filters.maps.copy", "filters.maps.copy.long",
            Material2AL.CONTENT_COPY, () -> model.files().copyPicture(places::copy)),
        buttons.button("filters.maps.table", "filters.maps.table.long",
            Material2AL.GRID_ON, () -> save(FiltersPlaces.Kind.CSV)),
        buttons.button("filters.maps.array", "filters.maps.array.long",
            Material2AL.CODE, () -> save(FiltersPlaces.Kind.NPY)));
    row.getStyleClass().add("patches-buttons");
    return row;
  }

  private void save(FiltersPlaces.Kind kind) {
    places.save(kind, model.files().name()).ifPresent(file -> {
      switch (kind) {
        case PNG -> model.files().savePicture(file);
        case CSV -> model.files().saveTable(file);
        default -> model.files().saveArray(file);
      }
    });
  }

  private void show() {
    DrillMaps maps = model.source().mapsProperty().get();
    DrillPlace now = model.placeProperty().get();
    boolean deeper = maps != null && now.level() != DrillLevel.NETWORK;
    PatchesButtons.show(saving, deeper);
    DrillLayer layer = maps == null ? null : maps.layers().get(now.layer());
    boolean tiles = deeper && now.level() == DrillLevel.LAYER && !layer.isFlat();
    // Units have one value each: on a scale of its own every one would look the same.
    PatchesButtons.show(scaling, !deeper || !layer.isFlat());
    PatchesButtons.show(order, tiles);
    PatchesButtons.show(size, tiles);
    facts.setText(maps == null ? "" : words.layer(layer));
    mapFacts.setText(deeper && now.map() < layer.summary().maps().size()
        ? words.one(maps, now) : "");
    boolean common = model.scalingProperty().get() == MapScaling.COMMON || layer != null && layer.isFlat();
    legend.show(deeper ? model.coloursProperty().get() : null,
        deeper ? model.look().range(layer, now.map()) : null);
    PatchesButtons.show(legend, deeper);
    legendOf.setText(!deeper ? texts.get(common ? "filters.maps.legend.layers" : "filters.maps.legend.maps")
        : common ? texts.get("filters.maps.legend.layer", layer.spec().name())
            : texts.get("filters.maps.legend.map", now.map()));
  }

  private String nameOf(ColourScale scale) {
    return texts.get(switch (scale) {
      case GREY -> "filters.maps.colours.grey";
      case GREY_INVERTED -> "filters.maps.colours.grey-inverted";
      case VIRIDIS -> "filters.maps.colours.viridis";
      case SIGNED -> "filters.maps.colours.signed";
    });
  }

  private String nameOf(MapScaling scaling) {
    return texts.get(switch (scaling) {
      case PER_MAP -> "filters.maps.scaling.per-map";
      case COMMON -> "filters.maps.scaling.common";
    });
  }

  private String nameOf(DrillOrder one) {
    return texts.get(switch (one) {
      case NUMBER -> "filters.maps.order.number";
      case ACTIVITY -> "filters.maps.order.activity";
      case ZEROS -> "filters.maps.order.zeros";
    });
  }
}
