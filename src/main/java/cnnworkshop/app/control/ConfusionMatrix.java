package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * A confusion matrix as a heat map: a row for each true class, a column for what it was taken for, the number of
 * pictures in each cell, coloured by its share of the row. Good for 2 to about 30 classes; numbers that do not fit are
 * left out, and said by the tooltip.
 *
 * <p>A click opens a cell. With the keyboard focus, arrow keys, Home and End move from cell to cell; Enter or Space
 * opens.
 */
public final class ConfusionMatrix extends Region {

  private static final double SMALLEST_CELL_EM = 0.9;
  private static final double LARGEST_CELL_EM = 4;
  private static final double USUAL_CELL_EM = 2.1;
  private static final double LEGEND_GAP_EM = 0.75;
  /** Sizes of type that are tried for the numbers, in em. */
  private static final List<Double> TYPE = List.of(0.9, 0.8, 0.7);
  private static final Duration TOOLTIP_DELAY = Duration.millis(200);

  private final Texts texts;
  private final Em em = new Em(this::requestLayout);
  private final ConfusionAxes axes;
  private final Canvas canvas = new Canvas();
  private final Text ruler = new Text();
  private final ConfusionLegend legend;
  private final PixelFrame selectedFrame = new PixelFrame("confusion-selected");
  private final PixelFrame focusedFrame = new PixelFrame("confusion-focused");
  private final Tooltip tooltip = new Tooltip();

  private final ReadOnlyObjectWrapper<ConfusionTable> table = new ReadOnlyObjectWrapper<>(this, "table");
  private final ObjectProperty<ConfusionCell> selected = new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<ConfusionCell> focusedCell = new ReadOnlyObjectWrapper<>(this, "focusedCell");

  private Consumer<ConfusionCell> onOpen = cell -> {};
  private ConfusionLayout cells = new ConfusionLayout(0, 0, 1, 1, 0);

  /** @param texts what it says */
  public ConfusionMatrix(Texts texts) {
    this.texts = texts;
    this.axes = new ConfusionAxes(texts, em);
    this.legend = new ConfusionLegend(texts.locale());
    getStyleClass().add("confusion-matrix");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleHelp(texts.get("control.confusion.help"));
    canvas.setManaged(false);
    canvas.setCursor(Cursor.HAND);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    Tooltip.install(canvas, tooltip);
    getChildren().addAll(em, axes, canvas, legend, focusedFrame, selectedFrame);
    selected.addListener((p, before, after) -> {
      if (after != null) {
        focusedCell.set(after);
      }
      frame();
    });
    focusedCell.addListener((p, before, after) -> frame());
    focusedProperty().addListener((p, before, after) -> frame());
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(cellAt(event)));
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    show(null);
  }

  /** Shows other numbers; the selection stays if there is still such a cell. Null for nothing. */
  public void show(ConfusionTable newTable) {
    table.set(newTable);
    for (Node node : List.of(axes, canvas, legend)) {
      node.setVisible(newTable != null);
    }
    if (newTable != null) {
      axes.show(newTable);
    }
    if (!selected.isBound() && !isIn(selected.get())) {
      selected.set(null);
    }
    if (!isIn(focusedCell.get())) {
      focusedCell.set(newTable == null || newTable.classes() == 0 ? null : new ConfusionCell(0, 0));
    }
    requestLayout();
    frame();
  }

  /** The numbers that are shown; null for none. */
  public ReadOnlyObjectProperty<ConfusionTable> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** The cell that was opened last; null for none. */
  public ObjectProperty<ConfusionCell> selectedProperty() {
    return selected;
  }

  /** The cell arrow keys have moved to; null without numbers. */
  public ReadOnlyObjectProperty<ConfusionCell> focusedCellProperty() {
    return focusedCell.getReadOnlyProperty();
  }

  /** What to do when a person opens a cell; it is the selected one by then. */
  public void setOnOpen(Consumer<ConfusionCell> action) {
    onOpen = action;
  }

  private boolean isIn(ConfusionCell cell) {
    return cell != null && table.get() != null && cell.truth() < table.get().classes()
        && cell.guess() < table.get().classes();
  }

  private ConfusionCell cellAt(MouseEvent event) {
    return cells.at(canvas.getLayoutX() + event.getX(), canvas.getLayoutY() + event.getY());
  }

  private void hover(ConfusionCell cell) {
    tooltip.setText(cell == null ? "" : words(cell));
  }

  private void clicked(MouseEvent event) {
    ConfusionCell cell = cellAt(event);
    if (cell != null && event.getButton() == MouseButton.PRIMARY) {
      open(cell);
    }
  }

  private void open(ConfusionCell cell) {
    focusedCell.set(cell);
    if (!selected.isBound()) {
      selected.set(cell);
    }
    onOpen.accept(cell);
  }

  private void key(KeyEvent event) {
    ConfusionCell at = focusedCell.get();
    if (at == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int last = table.get().classes() - 1;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> focusedCell.set(new ConfusionCell(at.truth(), Math.max(0, at.guess() - 1)));
      case RIGHT, KP_RIGHT -> focusedCell.set(new ConfusionCell(at.truth(), Math.min(last, at.guess() + 1)));
      case UP, KP_UP -> focusedCell.set(new ConfusionCell(Math.max(0, at.truth() - 1), at.guess()));
      case DOWN, KP_DOWN -> focusedCell.set(new ConfusionCell(Math.min(last, at.truth() + 1), at.guess()));
      case HOME -> focusedCell.set(new ConfusionCell(at.truth(), 0));
      case END -> focusedCell.set(new ConfusionCell(at.truth(), last));
      case ENTER, SPACE -> open(at);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** What a cell says, such as "cat taken for dog: 57 pictures (14.3 %)". */
  private String words(ConfusionCell cell) {
    ConfusionTable now = table.get();
    String truth = now.names().get(cell.truth());
    double share = Double.isNaN(now.share(cell)) ? 0 : now.share(cell);
    return cell.isRight() ? texts.get("control.confusion.right", truth, now.count(cell), share)
        : texts.get("control.confusion.wrong", truth, now.names().get(cell.guess()), now.count(cell), share);
  }

  private void frame() {
    ConfusionCell at = focusedCell.get();
    setAccessibleText(isIn(at) ? words(at) : texts.get("control.confusion.none"));
    place(selectedFrame, isIn(selected.get()) ? selected.get() : null);
    place(focusedFrame, isFocused() && isIn(at) ? at : null);
  }

  private void place(PixelFrame frame, ConfusionCell cell) {
    frame.setVisible(cell != null && cells.classes() > 0);
    if (frame.isVisible()) {
      frame.frame(cells.x(cell.guess()), cells.y(cell.truth()), cells.cellWidth(), cells.cellHeight());
    }
  }

  @Override
  protected void layoutChildren() {
    if (table.get() == null || getWidth() <= 0) {
      return;
    }
    int classes = table.get().classes();
    double legendWidth = legend.prefWidth(-1) + em.px(LEGEND_GAP_EM);
    double width = getWidth() - axes.left() - axes.right() - legendWidth;
    // Turned names take height, and so may make cells narrower: once turned they stay so.
    ConfusionLayout upright = fit(width, classes, false);
    boolean turned = axes.turned(upright.cellWidth());
    cells = turned ? fit(width, classes, true) : upright;
    axes.place(cells, turned);
    legend.resizeRelocate(cells.x(classes) + axes.right() + em.px(LEGEND_GAP_EM), cells.top(),
        legend.prefWidth(-1), classes * cells.cellHeight());
    canvas.relocate(cells.left(), cells.top());
    canvas.setWidth(classes * cells.cellWidth());
    canvas.setHeight(classes * cells.cellHeight());
    paint();
    frame();
  }

  private ConfusionLayout fit(double width, int classes, boolean turned) {
    double top = axes.top(turned);
    return ConfusionLayout.of(axes.left(), top, width, getHeight() - top, classes, em.px(SMALLEST_CELL_EM),
        em.px(LARGEST_CELL_EM));
  }

  private void paint() {
    ConfusionTable now = table.get();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Font type = numberType(now);
    for (int truth = 0; truth < now.classes(); truth++) {
      for (int guess = 0; guess < now.classes(); guess++) {
        ConfusionCell cell = new ConfusionCell(truth, guess);
        double share = now.share(cell);
        // A class without pictures has no shares: its row stays empty.
        if (!Double.isNaN(share)) {
          paint(g, cell, ConfusionColours.argb(share), type);
        }
      }
    }
  }

  private void paint(GraphicsContext g, ConfusionCell cell, int argb, Font type) {
    double x = cell.guess() * cells.cellWidth();
    double y = cell.truth() * cells.cellHeight();
    g.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
    g.fillRect(x, y, cells.cellWidth() - 1, cells.cellHeight() - 1);
    if (type != null) {
      String number = String.valueOf(table.get().count(cell));
      ruler.setFont(type);
      ruler.setText(number);
      double width = ruler.getLayoutBounds().getWidth();
      double height = ruler.getLayoutBounds().getHeight();
      g.setFont(type);
      g.setFill(Luminance.textOn(argb));
      g.fillText(number, Math.round(x + (cells.cellWidth() - 1 - width) / 2),
          Math.round(y + (cells.cellHeight() - 1 - height) / 2 + ruler.getBaselineOffset()));
    }
  }

  /** The largest type in which every number fits its cell; null if none does. */
  private Font numberType(ConfusionTable now) {
    int most = 0;
    for (int[] row : now.counts()) {
      for (int count : row) {
        most = Math.max(most, count);
      }
    }
    ruler.setText(String.valueOf(most).replaceAll("\\d", "0"));
    for (double size : TYPE) {
      Font type = Font.font(em.getFont().getFamily(), em.px(size));
      ruler.setFont(type);
      // Of a line's height a digit takes about two thirds.
      if (ruler.getLayoutBounds().getWidth() <= cells.cellWidth() - 2
          && 0.8 * ruler.getLayoutBounds().getHeight() <= cells.cellHeight()) {
        return type;
      }
    }
    return null;
  }

  private double around(double cellEm, boolean across) {
    int classes = table.get() == null ? 2 : table.get().classes();
    double labels = across ? axes.left() + axes.right() + legend.prefWidth(-1) + em.px(LEGEND_GAP_EM)
        : axes.top(axes.turned(Math.floor(em.px(cellEm))));
    return Math.ceil(labels + classes * Math.ceil(em.px(cellEm)));
  }

  @Override
  protected double computePrefWidth(double height) {
    if (height < 0 || table.get() == null) {
      return around(USUAL_CELL_EM, true);
    }
    // As wide as makes cells square at this height, if that is more than usual.
    double high = (height - axes.top(true)) / table.get().classes() / em.px(1);
    return around(Math.max(USUAL_CELL_EM, Math.min(LARGEST_CELL_EM, high)), true);
  }

  @Override
  protected double computePrefHeight(double width) {
    return around(USUAL_CELL_EM, false);
  }

  @Override
  protected double computeMinWidth(double height) {
    return around(SMALLEST_CELL_EM, true);
  }

  @Override
  protected double computeMinHeight(double width) {
    return around(SMALLEST_CELL_EM, false);
  }
}
