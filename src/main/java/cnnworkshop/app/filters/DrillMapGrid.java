package cnnworkshop.app.filters;

import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** One map with hard pixels, as large as fits; arrow keys move the chosen cell. */
final class DrillMapGrid extends StackPane {

  private final DrillModel model;
  private final DrillWords words;
  private final ValueGrid grid;
  private final DrillLevel level;
  private DrillLayer layer;
  private int map = -1;
  private DrillLook look;

  /** @param level at which it is shown */
  DrillMapGrid(DrillModel model, DrillLevel level, Texts texts) {
    this.model = model;
    this.words = new DrillWords(texts);
    this.level = level;
    this.grid = new ValueGrid(words::number);
    grid.setOnPointed(cell -> model.choose(model.placeProperty().get().withCell(cell.row(), cell.column())));
    if (level == DrillLevel.NUMBER) {
      // On its way to the numbers the pointer would change them.
      grid.addEventFilter(MouseEvent.MOUSE_MOVED, MouseEvent::consume);
    }
    grid.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        model.down();
      }
    });
    grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        model.down();
        event.consume();
      }
    });
    getChildren().add(grid);
    model.placeProperty().addListener((p, before, now) -> show());
    model.source().mapsProperty().addListener((p, before, now) -> show());
    model.coloursProperty().addListener((p, before, now) -> show());
    model.scalingProperty().addListener((p, before, now) -> show());
    show();
  }

  /** What takes the keys. */
  ValueGrid main() {
    return grid;
  }

  private void show() {
    DrillMaps maps = model.source().mapsProperty().get();
    DrillPlace now = model.placeProperty().get();
    if (maps == null || now.level() != level) {
      return;
    }
    DrillLayer of = maps.layers().get(now.layer());
    if (of != layer || now.map() != map || !model.look().equals(look)) {
      layer = of;
      map = now.map();
      look = model.look();
      paint();
    }
    grid.frame(new ValueGrid.Cell(now.row(), now.column()), 1, 1);
    grid.setAccessibleText(words.place(maps, now) + ": " + words.number(of.maps().at(map, now.row(), now.column())));
  }

  private void paint() {
    int rows = layer.shape().height();
    int columns = layer.shape().width();
    int cells = rows * columns;
    Photo picture = look.map(layer, map);
    grid.show(new ValueGrid.Cells(rows, columns,
        Arrays.copyOfRange(layer.maps().values(), map * cells, (map + 1) * cells),
        picture.argb(0, 0, columns, rows), 0, cells));
  }
}
