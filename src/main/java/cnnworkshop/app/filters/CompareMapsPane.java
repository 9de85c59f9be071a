package cnnworkshop.app.filters;

import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** All maps of a layer, or one of them as large as fits, with what their colours run over. */
final class CompareMapsPane extends VBox {

  private static final ColourScale COLOURS = ColourScale.GREY;
  private static final double TILE_EM = 6;
  private static final double LARGE_EM = 14;
  private static final int NONE = -1;

  private final Texts texts;
  private final MapGrid grid;
  private final ComparePicture large = new ComparePicture(LARGE_EM);
  private final Button back;
  private final Label name = new Label();
  private final FlowPane head;
  private final ScaleLegend legend;
  private final Label own;
  private final IntegerProperty opened = new SimpleIntegerProperty(this, "opened", NONE);
  private CompareMaps shown;
  private ValueRange range;

  CompareMapsPane(Texts texts) {
    this.texts = texts;
    grid = new MapGrid(texts);
    grid.tileSizeProperty().set(TILE_EM);
    grid.setOnOpen(opened::set);
    back = CompareControls.button(texts.get("filters.compare.maps.all"), texts.get("filters.compare.maps.all.tip"),
        Material2AL.ARROW_BACK, () -> opened.set(NONE));
    head = CompareControls.row(back, name);
    legend = new ScaleLegend(texts);
    own = CompareControls.words(texts.get("filters.compare.maps.own"));
    own.getStyleClass().add("compare-note");
    getStyleClass().add("compare-maps");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(large, Priority.ALWAYS);
    getChildren().addAll(head, grid, large, legend, own);
    getChildren().forEach(child -> child.managedProperty().bind(child.visibleProperty()));
    opened.addListener((p, before, now) -> open(before.intValue(), now.intValue()));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE && opened.get() != NONE) {
        opened.set(NONE);
        event.consume();
      }
    });
    show(null, null);
  }

  /** Where a map can be selected. */
  MapGrid grid() {
    return grid;
  }

  /** The map that is seen large; −1 for all of them. */
  IntegerProperty openedProperty() {
    return opened;
  }

  /**
   * Shows maps.
   *
   * @param maps null for none
   * @param common what the colours run over; null for each map from its own lowest to its highest value
   */
  void show(CompareMaps maps, ValueRange common) {
    int count = maps == null ? 0 : maps.maps().size();
    // A grid that has the same room keeps where it is scrolled to, and does not blink.
    if (shown == null || maps == null || !shown.layer().equals(maps.layer())) {
      MapReduction first = count == 0 ? null : maps.maps().get(0);
      grid.setMaps(count, first == null ? 1 : first.width(), first == null ? 1 : first.height());
    }
    shown = maps;
    range = common;
    for (int map = 0; map < count; map++) {
      MapReduction one = maps.maps().get(map);
      grid.setTile(map, one.width(), one.height(), maps.paint(map, COLOURS, common));
    }
    showLarge();
  }

  private void open(int before, int now) {
    boolean hadFocus = grid.isFocused() || back.isFocused();
    if (now != NONE) {
      grid.selectedProperty().set(Math.min(now, grid.getMapCount() - 1));
    }
    showLarge();
    if (hadFocus && before == NONE) {
      back.requestFocus();
    } else if (hadFocus) {
      grid.requestFocus();
    }
  }

  private void showLarge() {
    int map = opened.get();
    boolean there = shown != null && map >= 0 && map < shown.maps().size();
    head.setVisible(map != NONE);
    large.setVisible(map != NONE);
    grid.setVisible(map == NONE);
    ValueRange seen = range;
    if (there) {
      MapReduction one = shown.maps().get(map);
      seen = range == null ? new ValueRange(one.minimum(), one.maximum()) : range;
      name.setText(texts.get("filters.compare.maps.one", shown.layer().name(), map, one.zeroShare()));
      large.show(Photo.ofRgb(one.width(), one.height(), shown.paint(map, COLOURS, range)), null, null,
          name.getText());
    } else {
      name.setText(map == NONE ? "" : texts.get("filters.compare.maps.none", map));
      large.show(null, null, null, name.getText());
    }
    legend.setVisible(shown != null && (there || map == NONE) && seen != null);
    legend.show(COLOURS, seen);
    own.setVisible(shown != null && map == NONE && range == null);
  }
}
