package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Small pictures with hard pixels side by side, in groups. Only what is in sight is drawn, so hundreds cost nothing. A
 * click or the arrow keys, Home, End, Page Up and Page Down choose one; Enter or a double click opens it.
 */
final class GalleryGrid extends Region {

  private static final double GAP_EM = 0.6;
  private static final double HEADING_EM = 1.9;

  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final GalleryGridPainter painter = new GalleryGridPainter(this::requestLayout);
  private final Tooltip tooltip = new Tooltip();
  private final DoubleProperty tileSize = new SimpleDoubleProperty(this, "tileSize", 5);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final String summary;
  private final double prefHeightEm;
  private List<GalleryTile.Group> groups = List.of();
  private List<GalleryTile> tiles = List.of();
  private final Map<Integer, Integer> places = new HashMap<>();
  private GalleryGridLayout layout = new GalleryGridLayout(1, new GalleryGridLayout.Sizes(1, 1, 0, 0), List.of());
  private IntConsumer onChosen = number -> {};
  private Runnable onOpen = () -> {};
  private boolean reveals;
  private double laidWidth;
  private double laidHeight;

  /**
   * @param summary what it is, for a screen reader
   * @param help what keys do in it
   * @param prefHeightEm how high it likes to be, in em
   */
  GalleryGrid(String summary, String help, double prefHeightEm) {
    this.summary = summary;
    this.prefHeightEm = prefHeightEm;
    getStyleClass().add("gallery-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleHelp(help);
    canvas.setManaged(false);
    bar.setManaged(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    getChildren().addAll(em, painter.pens(), canvas, bar);
    bar.valueProperty().addListener((p, before, now) -> draw());
    tileSize.addListener((p, before, now) -> requestLayout());
    selected.addListener((p, before, now) -> {
      reveals = true;
      requestLayout();
      tellSelected();
    });
    Tooltip.install(this, tooltip);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(tileAt(event)));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1));
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  /** Shows other tiles. */
  void show(List<GalleryTile.Group> newGroups) {
    groups = List.copyOf(newGroups);
    tiles = groups.stream().flatMap(group -> group.tiles().stream()).toList();
    places.clear();
    IntStream.range(0, tiles.size()).forEach(i -> places.put(tiles.get(i).number(), i));
    painter.show(groups);
    reveals = true;
    requestLayout();
    tellSelected();
  }

  /** The number of the tile that is shown as the chosen one; −1 for none. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  /** Told the number of the tile that a person chooses. */
  void setOnChosen(IntConsumer action) {
    onChosen = action;
  }

  /** What to do when a person opens the chosen tile. */
  void setOnOpen(Runnable action) {
    onOpen = action;
  }

  /** Side of a picture's place, in em. */
  DoubleProperty tileSizeProperty() {
    return tileSize;
  }

  private void tellSelected() {
    Integer place = places.get(selected.get());
    setAccessibleText(place == null ? summary : tiles.get(place).words());
  }

  private int tileAt(MouseEvent event) {
    return layout.at(event.getX() - snappedLeftInset(), event.getY() - snappedTopInset() + bar.getValue());
  }

  private void point(int tile) {
    tooltip.setText(tile < 0 ? summary : tiles.get(tile).words());
  }

  private void clicked(MouseEvent event) {
    int tile = tileAt(event);
    if (tile >= 0 && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      onChosen.accept(tiles.get(tile).number());
      if (event.getClickCount() == 2) {
        onOpen.run();
      }
    }
  }

  private void scrolled(ScrollEvent event) {
    if (bar.isVisible() && event.getDeltaY() != 0 && !event.isShortcutDown()) {
      scrollTo(bar.getValue() - event.getDeltaY());
      event.consume();
    }
  }

  private void scrollTo(double top) {
    bar.setValue(Math.max(0, Math.min(bar.getMax(), top)));
  }

  private void key(KeyEvent event) {
    if (tiles.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int now = places.getOrDefault(selected.get(), -1);
    int page = Math.max(1, (int) (canvas.getHeight() / layout.step()));
    int last = tiles.size() - 1;
    int to = switch (event.getCode()) {
      case LEFT, KP_LEFT -> Math.max(0, now - 1);
      case RIGHT, KP_RIGHT -> Math.min(last, now + 1);
      case UP, KP_UP -> now < 0 ? 0 : layout.down(now, -1);
      case DOWN, KP_DOWN -> now < 0 ? 0 : layout.down(now, 1);
      case PAGE_UP -> now < 0 ? 0 : layout.down(now, -page);
      case PAGE_DOWN -> now < 0 ? 0 : layout.down(now, page);
      case HOME -> 0;
      case END -> last;
      case ENTER -> now;
      default -> -1;
    };
    if (to < 0) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      onOpen.run();
    } else if (to != now) {
      onChosen.accept(tiles.get(to).number());
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    if (width < 1 || height < 1) {
      return;
    }
    double barWidth = Math.ceil(bar.prefWidth(-1));
    lay(width);
    boolean over = layout.height() > height;
    if (over) {
      lay(width - barWidth);
    }
    reveals |= width != laidWidth || height != laidHeight;
    laidWidth = width;
    laidHeight = height;
    bar.setVisible(over);
    bar.resizeRelocate(snappedLeftInset() + width - barWidth, snappedTopInset(), barWidth, height);
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    canvas.setWidth(over ? width - barWidth : width);
    canvas.setHeight(height);
    double beyond = Math.max(0, layout.height() - height);
    bar.setMax(beyond);
    bar.setVisibleAmount(beyond == 0 ? 0 : beyond * height / layout.height());
    bar.setUnitIncrement(layout.step());
    bar.setBlockIncrement(height);
    scrollTo(bar.getValue());
    if (reveals) {
      reveals = false;
      reveal(height);
    }
    draw();
  }

  private void lay(double width) {
    boolean headed = groups.stream().anyMatch(group -> !group.heading().isEmpty());
    layout = new GalleryGridLayout(width, new GalleryGridLayout.Sizes(em.px(tileSize.get()),
        painter.tileHeight(em, tileSize.get()), em.px(GAP_EM), headed ? em.px(HEADING_EM) : 0),
        groups.stream().map(group -> group.tiles().size()).toList());
  }

  private void reveal(double height) {
    Integer place = places.get(selected.get());
    if (place != null) {
      double top = layout.top(place) - em.px(GAP_EM);
      double bottom = layout.top(place) + layout.step();
      double now = bar.getValue();
      scrollTo(top < now ? top : Math.max(now, bottom - height));
    }
  }

  private void draw() {
    painter.draw(canvas, layout, em, tileSize.get(), bar.getValue(), places.getOrDefault(selected.get(), -1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(20);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(prefHeightEm);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(Math.min(8, prefHeightEm));
  }
}
