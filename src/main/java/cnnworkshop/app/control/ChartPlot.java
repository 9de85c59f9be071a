package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;

/**
 * Curves on two axes, to point at and to zoom into. It paints once a pulse at most, in the layout, and only what has
 * changed: curves on one canvas, what follows the pointer on another one above.
 */
final class ChartPlot extends Region {

  private static final double ZOOM_STEP = 1.25;
  private static final double WHEEL_CLICK = 40;
  private static final double SHORTEST_DRAG_EM = 0.5;
  /** How much of the curves' height the numbers may hide. */
  private static final double MOST_HIDDEN = 0.45;
  /** How far beyond its points a curve is still read out, epochs: until the next epoch's point comes. */
  private static final double REACH = 1;

  private final Texts texts;
  private final ChartNumbers numbers;
  private final Em em = new Em(this::redraw);
  private final ChartPens pens = new ChartPens(this::redraw);
  private final ChartPainter painter;
  private final Canvas curveCanvas = canvas();
  private final Canvas cursorCanvas = canvas();
  private final Scale curveScale = new Scale(1, 1);
  private final ChartReadout readout;
  private final Label empty = new Label();
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper(this, "zoomed");

  private List<ChartCurve> all = List.of();
  private List<ChartCurve> visible = List.of();
  private boolean logarithmic;
  private double smoothing;
  private LiveChart.Measure measure = LiveChart.Measure.ACCURACY;

  private ChartRange zoom;
  private double cursor = Double.NaN;
  private double mark = Double.NaN;
  private double dragFrom = Double.NaN;
  private double dragTo = Double.NaN;
  private ChartFrame frame;
  private boolean curvesChanged = true;
  private int paintings;

  ChartPlot(Texts texts) {
    this.texts = texts;
    this.numbers = new ChartNumbers(texts);
    this.painter = new ChartPainter(texts, numbers, pens, em);
    this.readout = new ChartReadout(texts, numbers);
    getStyleClass().add("chart-plot");
    setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(texts.get("chart.help"));
    empty.getStyleClass().add("chart-empty");
    empty.setWrapText(true);
    empty.setManaged(false);
    empty.textProperty().addListener(change -> requestLayout());
    curveCanvas.getTransforms().add(curveScale);
    getChildren().addAll(em, pens, curveCanvas, cursorCanvas, empty, readout);
    addEventHandler(MouseEvent.ANY, this::pointer);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(ZoomEvent.ZOOM, this::pinch);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(KeyEvent.KEY_TYPED, this::sign);
    widthProperty().addListener(change -> redraw());
    heightProperty().addListener(change -> redraw());
  }

  private static Canvas canvas() {
    Canvas canvas = new Canvas();
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    return canvas;
  }

  /**
   * Shows other curves.
   *
   * @param newAll all there are, oldest run first; they decide how far the axis of epochs goes
   * @param newVisible those of them that are to be seen
   */
  void show(List<ChartCurve> newAll, List<ChartCurve> newVisible) {
    all = newAll;
    visible = newVisible;
    readout.setCurves(visible);
    redraw();
  }

  /** Paints again in the next pulse. */
  void redraw() {
    curvesChanged = true;
    requestLayout();
  }

  void setLogarithmic(boolean on) {
    logarithmic = on;
    redraw();
  }

  void setSmoothing(double weight) {
    smoothing = weight;
    redraw();
  }

  void setMeasure(LiveChart.Measure newMeasure) {
    measure = newMeasure;
    redraw();
  }

  void setMark(double epoch) {
    mark = epoch;
    requestLayout();
  }

  StringProperty emptyTextProperty() {
    return empty.textProperty();
  }

  ReadOnlyBooleanProperty zoomedProperty() {
    return zoomed.getReadOnlyProperty();
  }

  void resetZoom() {
    zoomTo(null);
  }

  /** How often the curves were painted. */
  int paintings() {
    return paintings;
  }

  /** Where the curves are now, null before anything was painted. */
  ChartFrame frame() {
    return frame;
  }

  /** The epoch that is pointed at, NaN for none. */
  double cursor() {
    return cursor;
  }

  /**
   * Paints at once, with so many pixels a pixel of the layout: above 1 for a picture, in which nothing is that follows
   * the pointer; 1 for the screen, as ever.
   */
  void paintForPicture(double pixels) {
    curveScale.setX(1 / pixels);
    curveScale.setY(1 / pixels);
    redraw();
    layout();
  }

  /** The colour it lies on. */
  Paint ground() {
    return pens.of(ChartPens.Part.GROUND);
  }

  /** All epochs there are. Asks every curve for its size, which is why each is heard of when it grows again. */
  private ChartRange whole() {
    double end = 1;
    for (ChartCurve curve : all) {
      ChartSeries series = curve.series();
      end = series.size() == 0 ? end : Math.max(end, Math.ceil(series.epoch(series.size() - 1)));
    }
    return new ChartRange(0, end);
  }

  private ChartRange seen() {
    return zoom == null ? whole() : zoom.within(whole());
  }

  private void zoomTo(ChartRange range) {
    ChartRange within = range == null ? null : range.within(whole());
    zoom = within == null || within.equals(whole()) ? null : within;
    zoomed.set(zoom != null);
    redraw();
  }

  private void zoomBy(double factor, double around) {
    if (frame != null) {
      zoomTo(seen().scaled(factor, around));
    }
  }

  private double middle() {
    return Double.isNaN(cursor) ? (seen().from() + seen().to()) / 2 : cursor;
  }

  private void moveCursor(double epoch) {
    if (Double.compare(epoch, cursor) != 0) {
      cursor = epoch;
      requestLayout();
    }
  }

  private void pointer(MouseEvent event) {
    if (frame == null) {
      return;
    }
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      dragFrom = event.getX();
      if (event.getClickCount() == 2) {
        endDrag();
        resetZoom();
      }
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && !Double.isNaN(dragFrom)) {
      dragTo = event.getX();
      moveCursor(frame.epoch(event.getX()));
      requestLayout();
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && event.getButton() == MouseButton.PRIMARY) {
      zoomToDragged();
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
      boolean inside = event.getX() >= frame.left() && event.getX() <= frame.right();
      setCursor(inside ? Cursor.CROSSHAIR : null);
      moveCursor(inside ? frame.epoch(event.getX()) : Double.NaN);
    } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
      moveCursor(Double.NaN);
    }
  }

  private void zoomToDragged() {
    double from = Math.min(dragFrom, dragTo);
    double to = Math.max(dragFrom, dragTo);
    endDrag();
    if (to - from >= em.px(SHORTEST_DRAG_EM) && frame.epoch(to) > frame.epoch(from)) {
      zoomTo(new ChartRange(frame.epoch(from), frame.epoch(to)));
    }
  }

  private void endDrag() {
    dragFrom = Double.NaN;
    dragTo = Double.NaN;
    requestLayout();
  }

  private void wheel(ScrollEvent event) {
    if (frame == null || event.isShortcutDown()) {
      return;
    }
    if (event.getDeltaY() != 0 && !(event.getDeltaY() < 0 && zoom == null)) {
      zoomBy(Math.pow(ZOOM_STEP, -event.getDeltaY() / WHEEL_CLICK), frame.epoch(event.getX()));
      event.consume();
    } else if (event.getDeltaX() != 0 && zoom != null) {
      zoomTo(seen().moved(-event.getDeltaX() / frame.width() * seen().length()));
      event.consume();
    }
  }

  private void pinch(ZoomEvent event) {
    if (frame != null && event.getZoomFactor() > 0) {
      zoomBy(1 / event.getZoomFactor(), frame.epoch(event.getX()));
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (frame == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> step(-1, event.isShiftDown());
      case RIGHT, KP_RIGHT -> step(1, event.isShiftDown());
      case HOME -> read(seen().from());
      case END -> read(seen().to());
      case ESCAPE -> {
        if (!escape()) {
          return;
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Goes to the next whole epoch, or in small steps to the next hundredth of what is in sight. */
  private void step(int direction, boolean small) {
    double from = Double.isNaN(cursor) ? (direction > 0 ? seen().from() : seen().to()) : cursor;
    double hundredth = seen().length() / 100;
    double length = small || seen().length() < 2 ? hundredth : Math.max(1, Math.rint(hundredth));
    double to = length < 1 ? from + direction * length
        : direction > 0 ? Math.floor(from / length + 1) * length : Math.ceil(from / length - 1) * length;
    read(Double.isNaN(cursor) ? from : to);
  }

  private void read(double epoch) {
    double to = Math.max(whole().from(), Math.min(whole().to(), epoch));
    if (zoom != null) {
      zoomTo(seen().revealing(to));
    }
    moveCursor(to);
  }

  /** Undoes the last that was begun here; whether there was something. */
  private boolean escape() {
    if (!Double.isNaN(dragFrom)) {
      endDrag();
    } else if (zoom != null) {
      resetZoom();
    } else if (!Double.isNaN(cursor)) {
      moveCursor(Double.NaN);
    } else {
      return false;
    }
    return true;
  }

  private void sign(KeyEvent event) {
    if (frame == null || event.isShortcutDown()) {
      return;
    }
    switch (event.getCharacter()) {
      case "+", "=" -> zoomBy(1 / ZOOM_STEP, middle());
      case "-" -> zoomBy(ZOOM_STEP, middle());
      case "0" -> resetZoom();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean any = all.stream().anyMatch(curve -> curve.series().size() > 0);
    double margin = em.px(2);
    empty.setVisible(!any);
    empty.resizeRelocate(margin, 0, Math.max(0, width - 2 * margin), height);
    if (width < 1 || height < 1) {
      return;
    }
    if (curvesChanged) {
      curvesChanged = false;
      paintCurves(any, width, height);
    }
    paintCursor(width, height);
    setAccessibleText(!any ? empty.getText() : readout.isVisible() ? readout.words()
        : texts.get("chart.accessible", (int) all.stream().map(ChartCurve::run).distinct().count(),
            numbers.epoch(seen().from()), numbers.epoch(seen().to())));
  }

  private void paintCurves(boolean any, double width, double height) {
    double spacing = all.stream().mapToDouble(curve -> curve.series().spacing()).filter(gap -> gap > 0).min()
        .orElse(Double.NaN);
    all.forEach(curve -> curve.smooth(smoothing, spacing));
    curveCanvas.setWidth(width / curveScale.getX());
    curveCanvas.setHeight(height / curveScale.getY());
    GraphicsContext g = curveCanvas.getGraphicsContext2D();
    g.clearRect(0, 0, curveCanvas.getWidth(), curveCanvas.getHeight());
    frame = any ? painter.frame(width, height, visible, seen(), whole(), logarithmic, measure) : null;
    if (any) {
      g.save();
      g.scale(1 / curveScale.getX(), 1 / curveScale.getY());
      painter.paint(g, frame, visible, measure);
      g.restore();
    }
    paintings++;
  }

  private void paintCursor(double width, double height) {
    cursorCanvas.setWidth(width);
    cursorCanvas.setHeight(height);
    GraphicsContext g = cursorCanvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    boolean dragging = !Double.isNaN(dragFrom) && !Double.isNaN(dragTo);
    if (frame != null && dragging) {
      painter.paintSelection(g, frame, dragFrom, dragTo);
    }
    if (frame != null && frame.range().holds(mark) && curveScale.getX() == 1) {
      painter.paintCursor(g, frame, visible, mark, 0);
    }
    boolean pointing = frame != null && frame.range().holds(cursor) && !visible.isEmpty()
        && curveScale.getX() == 1;
    readout.setVisible(pointing);
    if (pointing) {
      painter.paintCursor(g, frame, visible, cursor, REACH);
      readout.read(cursor, REACH, measure);
      placeReadout();
    }
  }

  /**
   * Beside the line that it belongs to, on the side with room for it. Where it would hide much of the curves, it lies
   * on the legend above, whose names it repeats.
   */
  private void placeReadout() {
    readout.applyCss();
    double gap = em.px(0.75);
    double width = Math.min(getWidth(), Math.ceil(readout.prefWidth(-1)));
    double height = Math.ceil(readout.prefHeight(-1));
    double line = frame.x(cursor);
    boolean fitsRight = line + gap + width <= getWidth();
    double x = fitsRight ? line + gap : line - gap - width;
    double y = height > MOST_HIDDEN * frame.height() ? -getLayoutY()
        : Math.min(frame.top() + gap / 2, getHeight() - height);
    readout.resizeRelocate(Math.round(Math.max(0, Math.min(getWidth() - width, x))), Math.round(y), width, height);
  }
}
