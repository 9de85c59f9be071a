package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * One map at any zoom, however large it is: a preview of the whole is always there, and what is in sight is asked
 * for in as fine a resolution as the screen shows. Beyond 1 : 1 cells are hard squares, and large cells have their
 * values written in them.
 *
 * <p>Mouse: the wheel zooms around the pointer, dragging moves. Keys: + and − zoom, 0 shows the whole map,
 * 1 a cell a pixel, arrows move the picture, Shift with an arrow moves the marked cell.
 */
public final class MapZoomView extends Region {

  /** A cell of a map. */
  public record Cell(int column, int row) {}

  private static final double ZOOM_STEP = 1.25;
  private static final double PAN_EM = 4;

  private final Texts texts;
  private final Em em = new Em(this::requestLayout);
  private final MapImage preview = new MapImage();
  private final MapImage detail = new MapImage();
  private final CellValues numbers;
  private final PixelFrame cellFrame = new PixelFrame("marker");
  private final Rectangle clip = new Rectangle();

  private final ReadOnlyObjectWrapper<Cell> hoveredCell = new ReadOnlyObjectWrapper<>(this, "hoveredCell");
  private final ObjectProperty<Point2D> marker = new SimpleObjectProperty<>(this, "marker");
  private Consumer<MapRegion> onRegionWanted = region -> {};

  private MapZoom zoom;
  private MapRegion asked;
  private MapRegion present;
  private int[] presentArgb;
  private float[] presentValues;
  private Point2D lastDrag;

  /** @param texts what it says */
  public MapZoomView(Texts texts) {
    this.texts = texts;
    this.numbers = new CellValues(texts.locale());
    getStyleClass().add("map-zoom");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(texts.get("control.zoom.none"));
    setAccessibleHelp(texts.get("control.zoom.help"));
    setClip(clip);
    getChildren().addAll(em, preview, detail, numbers, cellFrame);
    marker.addListener((p, before, after) -> drawMarker());
    hoveredCell.addListener((p, before, after) -> drawMarker());
    addEventHandler(MouseEvent.ANY, this::pointer);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(ZoomEvent.ZOOM, event -> {
      zoomBy(event.getZoomFactor(), event.getX(), event.getY());
      event.consume();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(KeyEvent.KEY_TYPED, this::sign);
  }

  /**
   * Shows another map, the whole of it.
   *
   * @param mapWidth columns of the map, at least 1
   * @param mapHeight rows of the map, at least 1
   * @param previewArgb a picture of the whole map, opaque {@code 0xFFRRGGBB}, [row, column], taken over
   * @param previewWidth columns of the preview, 1..4096
   * @param previewHeight rows of the preview, 1..4096
   */
  public void setMap(int mapWidth, int mapHeight, int[] previewArgb, int previewWidth, int previewHeight) {
    preview.setPicture(PixelImage.of(previewWidth, previewHeight, previewArgb));
    zoom = MapZoom.fitted(getWidth(), getHeight(), mapWidth, mapHeight);
    hoveredCell.set(null);
    forget();
    setAccessibleText(texts.get("control.zoom.accessible", mapWidth, mapHeight));
    draw();
  }

  /**
   * Replaces the pictures of the same map, keeping zoom and place: for another colour scale or face square.
   *
   * @throws IllegalStateException if there is no map yet
   */
  public void setPreview(int[] previewArgb, int previewWidth, int previewHeight) {
    if (zoom == null) {
      throw new IllegalStateException("no map to set a preview of");
    }
    preview.setPicture(PixelImage.of(previewWidth, previewHeight, previewArgb));
    forget();
    draw();
  }

  private void forget() {
    asked = null;
    present = null;
    presentArgb = null;
    presentValues = null;
    detail.setPicture(null);
  }

  /** What to do when a part of the map is to be computed; asked again for each new need, the latest counts. */
  public void setOnRegionWanted(Consumer<MapRegion> action) {
    onRegionWanted = action;
  }

  /**
   * Shows a part of the map that was asked for; one that is no longer asked for is ignored.
   *
   * @param argb opaque pixels of the region's picture, [row, column], taken over
   * @param values the exact values of the region, [row, column], if its step is 1; null to write none
   */
  public void setRegion(MapRegion region, int[] argb, float[] values) {
    if (!region.equals(asked)) {
      return;
    }
    present = region;
    presentArgb = argb;
    presentValues = region.step() == 1 ? values : null;
    detail.setPicture(PixelImage.of(region.pictureWidth(), region.pictureHeight(), argb));
    draw();
  }

  /** The cell under the pointer, or last gone to by keys; null outside the map. */
  public ReadOnlyObjectProperty<Cell> hoveredCellProperty() {
    return hoveredCell.getReadOnlyProperty();
  }

  /** A place to mark, as fractions of the map's width and height (0..1); null for the hovered cell. */
  public ObjectProperty<Point2D> markerProperty() {
    return marker;
  }

  /** Shows the whole map. */
  public void zoomToFit() {
    if (zoom != null) {
      change(MapZoom.fitted(getWidth(), getHeight(), zoom.mapWidth(), zoom.mapHeight()));
    }
  }

  /** Shows a cell of the map as a pixel of the window, around the middle. */
  public void zoomToActualSize() {
    if (zoom != null) {
      change(zoom.scaledTo(1, getWidth() / 2, getHeight() / 2));
    }
  }

  /** Zooms in by a step around the middle. */
  public void zoomIn() {
    zoomBy(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
  }

  /** Zooms out by a step around the middle. */
  public void zoomOut() {
    zoomBy(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
  }

  /** How the map lies now, null without one. */
  MapZoom zoom() {
    return zoom;
  }

  private void zoomBy(double factor, double x, double y) {
    if (zoom != null) {
      change(zoom.scaledTo(zoom.scale() * factor, x, y));
    }
  }

  private void change(MapZoom to) {
    zoom = to;
    draw();
  }

  private void wheel(ScrollEvent event) {
    if (zoom != null && event.getDeltaY() != 0 && !event.isShortcutDown()) {
      zoomBy(Math.pow(ZOOM_STEP, event.getDeltaY() / 40), event.getX(), event.getY());
      hover(event.getX(), event.getY());
      event.consume();
    }
  }

  private void pointer(MouseEvent event) {
    if (zoom == null) {
      return;
    }
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      lastDrag = new Point2D(event.getX(), event.getY());
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && lastDrag != null) {
      change(zoom.moved(event.getX() - lastDrag.getX(), event.getY() - lastDrag.getY()));
      lastDrag = new Point2D(event.getX(), event.getY());
      setCursor(Cursor.CLOSED_HAND);
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
      lastDrag = null;
      setCursor(null);
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
      hover(event.getX(), event.getY());
    } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
      hoveredCell.set(null);
    }
  }

  private void hover(double x, double y) {
    int column = zoom.column(x);
    int row = zoom.row(y);
    boolean on = column >= 0 && row >= 0 && column < zoom.mapWidth() && row < zoom.mapHeight();
    hoveredCell.set(on ? new Cell(column, row) : null);
  }

  private void key(KeyEvent event) {
    if (zoom == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> arrow(event, -1, 0);
      case RIGHT, KP_RIGHT -> arrow(event, 1, 0);
      case UP, KP_UP -> arrow(event, 0, -1);
      case DOWN, KP_DOWN -> arrow(event, 0, 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void arrow(KeyEvent event, int across, int down) {
    if (event.isShiftDown()) {
      Cell from = hoveredCell.get();
      MapRegion seen = zoom.visible(1);
      int column = from == null ? seen.x() + seen.width() / 2 : from.column() + across;
      int row = from == null ? seen.y() + seen.height() / 2 : from.row() + down;
      Cell to = new Cell(Math.max(0, Math.min(zoom.mapWidth() - 1, column)),
          Math.max(0, Math.min(zoom.mapHeight() - 1, row)));
      hoveredCell.set(to);
      change(zoom.revealing(to.column(), to.row()));
    } else {
      change(zoom.moved(-across * em.px(PAN_EM), -down * em.px(PAN_EM)));
    }
  }

  private void sign(KeyEvent event) {
    if (zoom == null || event.isShortcutDown()) {
      return;
    }
    switch (event.getCharacter()) {
      case "+", "=" -> zoomIn();
      case "-" -> zoomOut();
      case "0" -> zoomToFit();
      case "1" -> zoomToActualSize();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    if (zoom != null) {
      zoom = zoom.resized(getWidth(), getHeight());
    }
    draw();
  }

  private void draw() {
    if (zoom == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    MapRegion all = new MapRegion(0, 0, zoom.mapWidth(), zoom.mapHeight(), 1);
    Image whole = preview.picture();
    preview.show(zoom, all, whole.getWidth() / all.width(), whole.getHeight() / all.height());
    askFor(whole);
    if (present != null) {
      detail.show(zoom, present, 1.0 / present.step(), 1.0 / present.step());
    }
    numbers.draw(zoom, present, presentArgb, presentValues, getWidth(), getHeight());
    drawMarker();
  }

  private void askFor(Image whole) {
    double pixels = ScreenScale.of(this);
    int step = Math.max(1, (int) (1 / (zoom.scale() * pixels)));
    // One pixel is kept back, because a region begins on the raster.
    while (longest(zoom.visible(step)) >= PixelImage.LARGEST_SIDE) {
      step++;
    }
    boolean previewSuffices = whole.getWidth() * step >= zoom.mapWidth() && whole.getHeight() * step
        >= zoom.mapHeight() && !numbers.wantsValues(zoom);
    MapRegion seen = zoom.visible(step);
    if (previewSuffices || asked != null && asked.covers(seen)) {
      return;
    }
    MapRegion wanted = zoom.wanted(step, PixelImage.LARGEST_SIDE);
    // Asked for before telling, because the answer may come within the call.
    asked = wanted;
    onRegionWanted.accept(wanted);
  }

  private static int longest(MapRegion region) {
    return Math.max(region.pictureWidth(), region.pictureHeight());
  }

  private void drawMarker() {
    Point2D at = marker.get();
    Cell cell = at == null || zoom == null ? hoveredCell.get()
        : new Cell((int) (at.getX() * zoom.mapWidth()), (int) (at.getY() * zoom.mapHeight()));
    if (zoom == null || cell == null) {
      cellFrame.setVisible(false);
      return;
    }
    double size = zoom.scale();
    cellFrame.frame(zoom.left() + cell.column() * size, zoom.top() + cell.row() * size, size, size);
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
