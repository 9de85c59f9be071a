package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Which unit, which pictures, how many patches; how far the search is; saving. */
final class PatchesControls extends VBox {

  private static final int MOST_PER_PICTURE = 5;

  private final PatchesModel model;
  private final FiltersTools tools;
  private final FiltersPlaces places;
  private final Texts texts;
  private final PatchesButtons buttons;

  PatchesControls(PatchesModel model, FiltersTools tools, FiltersPlaces places) {
    this.model = model;
    this.tools = tools;
    this.places = places;
    this.texts = tools.texts();
    this.buttons = new PatchesButtons(texts);
    getStyleClass().add("patches-controls");
    getChildren().addAll(unit(), pictures(), search(), saving());
  }

  private Node unit() {
    NumberSetting unit = new NumberSetting(texts.get("filters.patches.unit"), 0, 0, Steps.WHOLE, texts.locale());
    unit.valueProperty().bindBidirectional(model.unitProperty());
    model.layerProperty().addListener((p, before, now) -> limit(unit, now));
    limit(unit, model.layerProperty().get());
    Label field = PatchesButtons.words("patches-note");
    field.textProperty().bind(model.fieldProperty());
    return group(buttons.choice("filters.patches.layer", model.layers(), model.layerProperty(), PatchesLayer::words),
        unit, PatchesButtons.onlyIfAny(field));
  }

  private static void limit(NumberSetting unit, PatchesLayer layer) {
    if (layer != null) {
      unit.setLimits(0, layer.units() - 1);
    }
  }

  private Node pictures() {
    Button pick = buttons.button("filters.patches.pick", "filters.patches.pick.long", Material2AL.FOLDER_OPEN,
        () -> places.folder().ifPresent(model::search));
    Label folder = PatchesButtons.words("patches-note");
    model.folderProperty().addListener((p, before, now) -> folder.setText(nameOf(now)));
    folder.setText(nameOf(model.folderProperty().get()));
    NumberSetting perPicture = new NumberSetting(texts.get("filters.patches.per-picture"), 1, MOST_PER_PICTURE,
        Steps.WHOLE, texts.locale());
    perPicture.valueProperty().bindBidirectional(model.perPictureProperty());
    NumberSetting count = new NumberSetting(texts.get("filters.patches.count"), 1, PatchesSearchModel.KEPT,
        Steps.WHOLE, texts.locale());
    count.valueProperty().bindBidirectional(model.countProperty());
    return group(buttons.choice("filters.patches.pictures", List.of(PatchesKind.values()), model.kindProperty(),
        this::nameOf), pick, PatchesButtons.onlyIfAny(folder), count, perPicture);
  }

  private static String nameOf(Path folder) {
    return folder == null ? "" : folder.toString();
  }

  private String nameOf(PatchesKind kind) {
    LoadedNetwork network = tools.inference().networkProperty().get();
    return texts.get(switch (kind) {
      case SAMPLES -> "filters.patches.kind.samples";
      case TRAINING -> network != null && network.spec().input().channels() == 1 ? "filters.patches.kind.faces"
          : "filters.patches.kind.shapes";
      case FOLDER -> "filters.patches.kind.folder";
    });
  }

  private Node search() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("filters.patches.progress"));
    bar.progressProperty().bind(model.search().progressProperty());
    Button cancel = buttons.button("filters.patches.cancel", "filters.patches.cancel.long",
        Material2AL.CLOSE, model.search()::cancel);
    Button again = buttons.button("filters.patches.again", "filters.patches.again.long",
        Material2MZ.REFRESH, model.search()::again);
    for (Node node : List.of(bar, cancel)) {
      node.visibleProperty().bind(model.search().runningProperty());
      node.managedProperty().bind(node.visibleProperty());
    }
    again.visibleProperty().bind(model.search().endedEarlyProperty());
    again.managedProperty().bind(again.visibleProperty());
    Label searched = PatchesButtons.words("patches-note");
    searched.textProperty().bind(model.searchedProperty());
    Label leftOut = PatchesButtons.words("patches-left-out");
    leftOut.textProperty().bind(model.leftOutProperty());
    return group(bar, cancel, again, PatchesButtons.onlyIfAny(searched), PatchesButtons.onlyIfAny(leftOut));
  }

  private Node saving() {
    FlowPane row = new FlowPane(
        buttons.button("filters.patches.save", "filters.patches.save.long", Material2MZ.SAVE_ALT, this::save),
        buttons.button("filters.patches.copy", "filters.patches.copy.long",
            Material2AL.CONTENT_COPY, () -> model.copySheet(places::copy)),
        buttons.button("filters.patches.table", "filters.patches.table.long", Material2AL.GRID_ON, this::saveTable));
    row.getStyleClass().add("patches-buttons");
    model.itemsProperty().addListener((p, before, now) -> row.setDisable(now.isEmpty()));
    row.setDisable(model.itemsProperty().get().isEmpty());
    return row;
  }

  private void save() {
    places.save(FiltersPlaces.Kind.PNG, model.fileName()).ifPresent(model::saveSheet);
  }

  private void saveTable() {
    places.save(FiltersPlaces.Kind.CSV, model.fileName()).ifPresent(model::saveTable);
  }

  private static VBox group(Node... nodes) {
    VBox group = new VBox(nodes);
    group.getStyleClass().add("patches-group");
    return group;
  }
}
