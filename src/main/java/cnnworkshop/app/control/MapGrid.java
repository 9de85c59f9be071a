package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The maps of a layer, side by side at the photo's proportions. Columns follow the width and the tile size; only
 * the tiles in sight exist, so hundreds of maps cost nothing. A tile is an empty box until its picture is set.
 *
 * <p>A click selects a map and opens it. With the keyboard focus, arrow keys, Home, End, Page Up and Page Down
 * move the selection; Enter or Space opens.
 */
public final class MapGrid extends Region {

  private static final double GAP_EM = 0.5;
  private static final double LABEL_EM = 1.35;

  private final Texts texts;
  private final Em em = new Em(this::requestLayout);
  private final Pane content = new Pane();
  private final ScrollPane scroll = new ScrollPane(content);
  private final Map<Integer, MapTile> shown = new HashMap<>();
  private final Map<Integer, Image> images = new HashMap<>();

  private final DoubleProperty tileSize = new SimpleDoubleProperty(this, "tileSize", 8);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyObjectWrapper<MapPosition> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");
  private final ObjectProperty<Point2D> marker = new SimpleObjectProperty<>(this, "marker");

  private IntConsumer onOpen = index -> {};
  private IntFunction<String> labels;
  private IntFunction<String> descriptions;
  private int count;
  private int mapWidth = 1;
  private int mapHeight = 1;
  private TileLayout layout = TileLayout.of(1, 1, 1, 1, 1, 1);

  /** @param texts what it says */
  public MapGrid(Texts texts) {
    this.texts = texts;
    this.labels = index -> texts.get("control.maps.label", index);
    this.descriptions = index -> texts.get("control.maps.tile", index, mapWidth, mapHeight);
    getStyleClass().add("map-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleHelp(texts.get("control.maps.help"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getChildren().addAll(em, scroll);
    scroll.vvalueProperty().addListener((p, before, after) -> showVisible());
    scroll.viewportBoundsProperty().addListener((p, before, after) -> arrange());
    tileSize.addListener((p, before, after) -> arrange());
    marker.addListener((p, before, after) -> shown.values().forEach(tile -> tile.mark(after)));
    selected.addListener((p, before, after) -> {
      reveal();
      showVisible();
    });
    content.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hovered.set(positionAt(event)));
    content.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hovered.set(null));
    content.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    showVisible();
  }

  /**
   * Makes room for some maps of one size; their pictures go, and come again by {@link #setTile}.
   *
   * @param maps how many, at least 0
   * @param width columns of a map
   * @param height rows of a map
   */
  public void setMaps(int maps, int width, int height) {
    count = maps;
    mapWidth = Math.max(1, width);
    mapHeight = Math.max(1, height);
    images.clear();
    hovered.set(null);
    if (selected.get() >= count && !selected.isBound()) {
      selected.set(-1);
    }
    arrange();
  }

  /**
   * Says more of maps than their numbers.
   *
   * @param newLabels what stands under each, by its index
   * @param newDescriptions what a screen reader says of each
   */
  public void setWords(IntFunction<String> newLabels, IntFunction<String> newDescriptions) {
    labels = newLabels;
    descriptions = newDescriptions;
    showVisible();
  }

  /**
   * Sets or replaces one map's picture.
   *
   * @param index which map
   * @param width of the picture, 1..4096; the map's own width or less
   * @param height of the picture, 1..4096
   * @param argb opaque pixels, {@code 0xFFRRGGBB}, [row, column]; taken over, not to be changed afterwards
   * @throws IndexOutOfBoundsException if there is no such map
   */
  public void setTile(int index, int width, int height, int[] argb) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("map " + index + " of " + count);
    }
    images.put(index, PixelImage.of(width, height, argb));
    MapTile tile = shown.get(index);
    if (tile != null) {
      show(index, tile);
    }
  }

  /** How many maps there are. */
  public int getMapCount() {
    return count;
  }

  /** Side of the square with about a tile's area, in em; 8 at first. */
  public DoubleProperty tileSizeProperty() {
    return tileSize;
  }

  /** The selected map, −1 for none. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /** The place under the pointer, null beside the maps. */
  public ReadOnlyObjectProperty<MapPosition> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /** A place to mark on all maps, as fractions of a map's width and height (0..1); null for none. */
  public ObjectProperty<Point2D> markerProperty() {
    return marker;
  }

  /** What to do when a person opens a map, by its index. */
  public void setOnOpen(IntConsumer action) {
    onOpen = action;
  }

  private void clicked(MouseEvent event) {
    MapPosition position = positionAt(event);
    if (position != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      select(position.map());
      onOpen.accept(position.map());
    }
  }

  private MapPosition positionAt(MouseEvent event) {
    for (Map.Entry<Integer, MapTile> entry : shown.entrySet()) {
      Point2D inTile = entry.getValue().sceneToLocal(event.getSceneX(), event.getSceneY());
      Point2D fraction = entry.getValue().fractionAt(inTile.getX(), inTile.getY());
      if (fraction != null) {
        return new MapPosition(entry.getKey(), fraction.getX(), fraction.getY());
      }
    }
    return null;
  }

  private void key(KeyEvent event) {
    if (count == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int page = layout.columns() * Math.max(1, (int) (scroll.getViewportBounds().getHeight() / layout.rowHeight()));
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> step(-1);
      case RIGHT, KP_RIGHT -> step(1);
      case UP, KP_UP -> step(-layout.columns());
      case DOWN, KP_DOWN -> step(layout.columns());
      case PAGE_UP -> step(-page);
      case PAGE_DOWN -> step(page);
      case HOME -> select(0);
      case END -> select(count - 1);
      case ENTER, SPACE -> {
        if (selected.get() < 0) {
          return;
        }
        onOpen.accept(selected.get());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int by) {
    if (selected.get() < 0) {
      select(0);
      return;
    }
    int to = selected.get() + by;
    // Up from the first row and down from the last one stay in their column.
    if (Math.abs(by) <= 1 || to >= 0 && to < count) {
      select(Math.max(0, Math.min(count - 1, to)));
    } else if (Math.abs(by) > layout.columns()) {
      select(to < 0 ? 0 : count - 1);
    }
  }

  private void select(int index) {
    if (!selected.isBound()) {
      selected.set(index);
    }
  }

  private void reveal() {
    double room = scroll.getViewportBounds().getHeight();
    double over = content.getMinHeight() - room;
    if (selected.get() < 0 || over <= 0) {
      return;
    }
    double top = layout.y(selected.get()) - layout.gap();
    double bottom = top + layout.rowHeight() + layout.gap();
    double now = scroll.getVvalue() * over;
    double to = top < now ? top : bottom > now + room ? bottom - room : now;
    scroll.setVvalue(Math.max(0, Math.min(1, to / over)));
  }

  @Override
  protected void layoutChildren() {
    scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    arrange();
  }

  private void arrange() {
    double width = scroll.getViewportBounds().getWidth();
    if (width <= 0) {
      return;
    }
    layout = TileLayout.of(width, em.px(tileSize.get()), mapWidth, mapHeight, em.px(LABEL_EM), em.px(GAP_EM));
    content.setMinHeight(layout.height(count));
    content.setPrefHeight(layout.height(count));
    showVisible();
  }

  private void showVisible() {
    setAccessibleText(selected.get() < 0 || selected.get() >= count ? texts.get("control.maps.accessible", count)
        : texts.get("control.maps.selected", count, selected.get()));
    double room = scroll.getViewportBounds().getHeight();
    double top = Math.max(0, content.getMinHeight() - room) * scroll.getVvalue();
    int first = Math.min(count, layout.firstVisible(top));
    int end = layout.endVisible(top + room, count);
    shown.entrySet().removeIf(entry -> {
      boolean gone = entry.getKey() < first || entry.getKey() >= end;
      if (gone) {
        content.getChildren().remove(entry.getValue());
      }
      return gone;
    });
    for (int i = first; i < end; i++) {
      MapTile tile = shown.computeIfAbsent(i, index -> {
        MapTile made = new MapTile();
        content.getChildren().add(made);
        return made;
      });
      show(i, tile);
    }
  }

  private void show(int index, MapTile tile) {
    tile.show(labels.apply(index), descriptions.apply(index), images.get(index), mapWidth, mapHeight,
        index == selected.get());
    tile.place(layout.x(index), layout.y(index), layout);
    tile.mark(marker.get());
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(30);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(30);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(6);
  }
}
