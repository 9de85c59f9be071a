package cnnworkshop.app.filters;

import cnnworkshop.app.control.PatchPicture;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The few patches of the samples that excite the chosen unit most, in a row, for other parts of the tab. */
public final class PatchesStrip extends VBox {

  private final FlowPane row = new FlowPane();

  private PatchesStrip(PatchesStripModel model) {
    getStyleClass().add("patches-strip");
    getStylesheets().add(PatchesStrip.class.getResource("/assets/styles/filters-patches.css").toExternalForm());
    row.getStyleClass().add("patches-strip-row");
    Label line = PatchesButtons.words("patches-note");
    line.textProperty().bind(model.lineProperty());
    getChildren().addAll(row, PatchesButtons.onlyIfAny(line));
    model.itemsProperty().addListener((p, before, now) -> show(now));
    show(model.itemsProperty().get());
    sceneProperty().addListener((p, before, now) -> {
      if (before == null && now != null) {
        model.open();
      } else if (before != null && now == null) {
        model.close();
      }
    });
  }

  /**
   * Makes strips that follow {@link FiltersTools#unit()}. The samples are searched while a strip is in a scene; all
   * strips of one supplier share what was found.
   */
  public static Supplier<Node> of(FiltersTools tools) {
    PatchesStripModel model = new PatchesStripModel(tools);
    return () -> new PatchesStrip(model);
  }

  private void show(List<PatchesItem> items) {
    row.getChildren().setAll(items.stream().map(PatchesStrip::tile).toList());
  }

  private static Node tile(PatchesItem item) {
    PatchPicture picture = new PatchPicture();
    picture.show(item.pixels(), item.words());
    Label value = new Label(item.value());
    value.getStyleClass().add("patches-value");
    VBox tile = new VBox(picture, value);
    tile.getStyleClass().add("patches-tile");
    Tooltip.install(tile, new Tooltip(item.words()));
    return tile;
  }
}
