package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Many pictures side by side, as many in a row as there is room for. Only those in sight are made and painted, so that
 * tens of thousands scroll as a hundred do. A click opens one; with the keyboard focus, arrow keys, Home, End, Page Up
 * and Page Down move from one to the next and open it.
 */
final class BrowserGrid extends Region {

  private static final double TILE_EM = 5;
  private static final double GAP_EM = 0.35;
  private static final int MOST_KEPT = 1000;
  private static final float KEPT_SHARE = 0.75f;

  /** A picture ready to be painted. */
  private record Ready(BrowserPicture picture, Image image) {}

  private final Texts texts;
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final Em em = new Em(this::requestLayout);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(this, "hovered", -1);
  private final Map<Integer, Ready> ready = new LinkedHashMap<>(MOST_KEPT, KEPT_SHARE, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Ready> eldest) {
      return size() > MOST_KEPT;
    }
  };

  private BrowserPictures pictures;
  private int columns = 1;
  private double side;
  private double gap;

  BrowserGrid(Texts texts) {
    this.texts = texts;
    getStyleClass().add("browser-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleHelp(texts.get("train.browser.grid-help"));
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener(change -> paint());
    getChildren().addAll(em, painter, canvas, bar);
    selected.addListener((p, before, now) -> {
      reveal();
      describe();
      paint();
    });
    canvas.setOnMouseMoved(event -> hovered.set(at(event.getX(), event.getY())));
    canvas.setOnMouseExited(event -> hovered.set(-1));
    canvas.setOnMouseClicked(this::clicked);
    setOnMousePressed(event -> requestFocus());
    setOnScroll(this::scrolled);
    setOnKeyPressed(this::key);
  }

  /** Shows other pictures, from the first on. */
  void show(BrowserPictures shown) {
    pictures = shown;
    ready.clear();
    hovered.set(-1);
    bar.setValue(0);
    describe();
    requestLayout();
  }

  /** The picture that is opened, −1 for none. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  /** The picture under the pointer, −1 for none. */
  ReadOnlyIntegerProperty hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  private int count() {
    return pictures == null ? 0 : pictures.size();
  }

  private void describe() {
    setAccessibleText(selected.get() < 0 || selected.get() >= count() ? texts.get("train.browser.grid", count())
        : texts.get("train.browser.grid-selected", count(), ready(selected.get()).picture.caption()));
  }

  private Ready ready(int index) {
    Ready there = ready.get(index);
    if (there == null) {
      BrowserPicture picture = pictures.get(index);
      there = new Ready(picture, PicturePainter.image(picture.photo()));
      ready.put(index, there);
    }
    return there;
  }

  private double rowHeight() {
    return side + gap;
  }

  @Override
  protected void layoutChildren() {
    double barWidth = snapSizeX(bar.prefWidth(-1));
    double width = Math.max(0, snapSizeX(getWidth()) - barWidth);
    canvas.setWidth(width);
    canvas.setHeight(snapSizeY(getHeight()));
    bar.resizeRelocate(width, 0, barWidth, getHeight());
    gap = Math.max(2, snapSizeX(em.px(GAP_EM)));
    int first = columns * (int) (bar.getValue() / Math.max(1, rowHeight()));
    side = count() == 0 ? em.px(TILE_EM) : PicturePainter.fitted(longerSide(), Math.max(longerSide(), em.px(TILE_EM)));
    columns = Math.max(1, (int) ((width - gap) / (side + gap)));
    int rows = (count() + columns - 1) / columns;
    double beyond = Math.max(0, rows * rowHeight() + gap - getHeight());
    bar.setMax(beyond);
    bar.setVisibleAmount(beyond == 0 ? 1 : beyond * getHeight() / (beyond + getHeight()));
    bar.setUnitIncrement(rowHeight());
    bar.setBlockIncrement(Math.max(rowHeight(), getHeight() - rowHeight()));
    bar.setVisible(beyond > 0);
    // The same pictures stay in sight when the width changes.
    bar.setValue(Math.min(beyond, first == 0 ? bar.getValue() : Math.floor((double) first / columns) * rowHeight()));
    paint();
  }

  private double longerSide() {
    Image image = ready(0).image;
    return Math.max(image.getWidth(), image.getHeight());
  }

  private void paint() {
    GraphicsContext on = canvas.getGraphicsContext2D();
    on.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (count() == 0) {
      return;
    }
    double top = Math.rint(bar.getValue());
    int firstRow = (int) (top / rowHeight());
    int lastRow = (int) ((top + canvas.getHeight()) / rowHeight());
    for (int i = firstRow * columns; i < Math.min(count(), (lastRow + 1) * columns); i++) {
      double x = gap + i % columns * (side + gap);
      double y = gap + i / columns * rowHeight() - top;
      if (i == selected.get()) {
        double frame = Math.max(2, Math.floor(gap / 2));
        on.setFill(painter.selection());
        on.fillRect(x - frame, y - frame, side + 2 * frame, side + 2 * frame);
      }
      Ready shown = ready(i);
      double scale = side / Math.max(shown.image.getWidth(), shown.image.getHeight());
      painter.paint(on, shown.image, shown.picture.points(), x, y, shown.image.getWidth() * scale,
          shown.image.getHeight() * scale);
    }
  }

  private int at(double x, double y) {
    double inX = x - gap;
    double inY = y - gap + Math.rint(bar.getValue());
    if (inX < 0 || inY < 0 || inX % (side + gap) > side || inY % rowHeight() > side) {
      return -1;
    }
    int column = (int) (inX / (side + gap));
    int index = (int) (inY / rowHeight()) * columns + column;
    return column < columns && index < count() ? index : -1;
  }

  private void clicked(MouseEvent event) {
    int index = at(event.getX(), event.getY());
    if (index >= 0 && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      selected.set(index);
    }
  }

  private void scrolled(ScrollEvent event) {
    scrollTo(bar.getValue() - event.getDeltaY());
    event.consume();
  }

  private void scrollTo(double top) {
    bar.setValue(Math.max(0, Math.min(bar.getMax(), top)));
  }

  private void key(KeyEvent event) {
    if (count() == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int page = columns * Math.max(1, (int) (getHeight() / rowHeight()) - 1);
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> step(-1);
      case RIGHT, KP_RIGHT -> step(1);
      case UP, KP_UP -> step(-columns);
      case DOWN, KP_DOWN -> step(columns);
      case PAGE_UP -> step(-page);
      case PAGE_DOWN -> step(page);
      case HOME -> selected.set(0);
      case END -> selected.set(count() - 1);
      case ENTER, SPACE -> step(0);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int by) {
    selected.set(selected.get() < 0 ? 0 : Math.max(0, Math.min(count() - 1, selected.get() + by)));
  }

  private void reveal() {
    if (selected.get() < 0) {
      return;
    }
    double top = selected.get() / columns * rowHeight();
    if (top < bar.getValue()) {
      scrollTo(top);
    } else if (top + rowHeight() + gap > bar.getValue() + getHeight()) {
      scrollTo(top + rowHeight() + gap - getHeight());
    }
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
    return em.px(TILE_EM + 2);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(TILE_EM + 2);
  }
}
