package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FilterPicture;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Filters as small pictures in rows, one of which is chosen: by a click, or with the arrow keys, Home and End. Changed
 * ones carry a corner of colour, those switched off a cross.
 */
final class EditStrip extends Region {

  private static final int MANY = 64;
  private static final double TILE_EM = 2.4;
  private static final double SMALL_TILE_EM = 1.6;
  private static final double GAP_EM = 0.35;
  private static final double CORNER = 0.35;
  private static final double PALE = 0.3;
  private static final double PREF_WIDTH_EM = 10;

  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final Rectangle frame = pen("edit-frame");
  private final Rectangle corner = pen("edit-corner");
  private final Rectangle cross = pen("edit-cross");
  private final Tooltip tooltip = new Tooltip();
  private final IntConsumer onChosen;
  private List<Image> pictures = List.of();
  private BitSet changed = new BitSet();
  private BitSet off = new BitSet();
  private IntFunction<String> words = filter -> "";
  private int chosen;

  /** @param onChosen told which filter a person chooses */
  EditStrip(IntConsumer onChosen) {
    this.onChosen = onChosen;
    getStyleClass().add("edit-strip");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    canvas.setManaged(false);
    getChildren().addAll(em, painter, frame, corner, cross, canvas);
    Tooltip.install(this, tooltip);
    setOnMouseMoved(event -> tooltip.setText(words.apply(Math.max(0, at(event)))));
    setOnMousePressed(event -> {
      requestFocus();
      if (at(event) >= 0) {
        onChosen.accept(at(event));
      }
    });
    setOnKeyPressed(this::key);
  }

  private Rectangle pen(String styleClass) {
    Rectangle pen = new Rectangle();
    pen.getStyleClass().add(styleClass);
    pen.setManaged(false);
    pen.setVisible(false);
    pen.fillProperty().addListener((p, before, now) -> requestLayout());
    return pen;
  }

  /**
   * Shows filters.
   *
   * @param filters all of one size; empty for none
   * @param newWords what to say of a filter, by its number
   */
  void show(List<FilterPicture> filters, BitSet newChanged, BitSet newOff, IntFunction<String> newWords) {
    boolean other = filters.size() != pictures.size();
    pictures = filters.stream().map(filter -> PicturePainter.image(Photo.ofRgb(filter.columns(), filter.rows(),
        filter.argb()))).toList();
    changed = newChanged;
    off = newOff;
    words = newWords;
    say();
    if (other && getParent() != null) {
      getParent().requestLayout();
    }
    requestLayout();
  }

  /** Marks the chosen filter. */
  void choose(int filter) {
    chosen = filter;
    say();
    requestLayout();
  }

  private void say() {
    setAccessibleText(chosen < pictures.size() ? words.apply(chosen) : words.apply(0));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int to = switch (event.getCode()) {
      case LEFT, KP_LEFT -> chosen - 1;
      case RIGHT, KP_RIGHT -> chosen + 1;
      case UP, KP_UP -> chosen - columns(getWidth());
      case DOWN, KP_DOWN -> chosen + columns(getWidth());
      case HOME -> 0;
      case END -> pictures.size() - 1;
      default -> -1;
    };
    boolean arrow = event.getCode().isArrowKey();
    if (to >= 0 && to < pictures.size()) {
      onChosen.accept(to);
    }
    if (arrow || to >= 0) {
      event.consume();
    }
  }

  private double tile() {
    return Math.floor(em.px(pictures.size() > MANY ? SMALL_TILE_EM : TILE_EM));
  }

  private double step() {
    return tile() + Math.floor(em.px(GAP_EM));
  }

  private int columns(double width) {
    return Math.max(1, (int) ((width - insets()) / step()));
  }

  private double insets() {
    return getInsets().getLeft() + getInsets().getRight();
  }

  private int at(MouseEvent event) {
    int column = (int) Math.floor((event.getX() - getInsets().getLeft()) / step());
    int row = (int) Math.floor((event.getY() - getInsets().getTop()) / step());
    int filter = row * columns(getWidth()) + column;
    return column < 0 || column >= columns(getWidth()) || row < 0 || filter >= pictures.size() ? -1 : filter;
  }

  @Override
  protected void layoutChildren() {
    double left = getInsets().getLeft();
    double top = getInsets().getTop();
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      paint(g, i, left + i % columns(getWidth()) * step(), top + i / columns(getWidth()) * step());
    }
  }

  private void paint(GraphicsContext g, int filter, double x, double y) {
    Image picture = pictures.get(filter);
    double tile = tile();
    double scale = PicturePainter.fitted(Math.max(picture.getWidth(), picture.getHeight()), tile)
        / Math.max(picture.getWidth(), picture.getHeight());
    double width = picture.getWidth() * scale;
    double height = picture.getHeight() * scale;
    double px = Math.round(x + (tile - width) / 2);
    double py = Math.round(y + (tile - height) / 2);
    g.setGlobalAlpha(off.get(filter) ? PALE : 1);
    painter.paint(g, picture, null, px, py, width, height);
    g.setGlobalAlpha(1);
    if (off.get(filter)) {
      g.setStroke(cross.getFill());
      g.setLineWidth(2);
      g.strokeLine(px, py, px + width, py + height);
      g.strokeLine(px + width, py, px, py + height);
    }
    if (changed.get(filter)) {
      double size = CORNER * tile;
      g.setFill(corner.getFill());
      g.fillPolygon(new double[] {px + width - size, px + width, px + width}, new double[] {py, py, py + size}, 3);
    }
    if (filter == chosen) {
      g.setStroke(frame.getFill());
      g.setLineWidth(2);
      g.strokeRect(px - 2, py - 2, width + 4, height + 4);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(PREF_WIDTH_EM);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 2 * step() + insets();
  }

  @Override
  protected double computePrefHeight(double width) {
    int columns = columns(width < 0 ? em.px(PREF_WIDTH_EM) : width);
    int rows = (pictures.size() + columns - 1) / columns;
    return rows * step() + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
