package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Pictures with what a network says of each. Only the cells in sight exist, so hundreds of pictures cost nothing. The
 * selected picture stays selected while it is among those shown.
 *
 * <p>A click selects a picture, a double click opens it. With the keyboard focus, arrow keys, Home, End, Page Up and
 * Page Down move the selection; Enter or Space opens.
 */
public final class AnswerGrid extends Region {

  /**
   * How large pictures are.
   *
   * @param smallestEm least side of a picture, in em
   * @param largestEm greatest side: taken as far as all pictures stay in sight
   * @param bars how many bars there is room for under each
   */
  public record Look(double smallestEm, double largestEm, int bars) {}

  private static final double GAP_EM = 0.4;
  private static final double LINE_EM = 1.2;
  private static final double NARROWEST_WITH_BARS_EM = 5.5;

  private final Texts texts;
  private final Executor background;
  private final Look look;
  private final Em em = new Em(this::requestLayout);
  private final Pane content = new Pane();
  private final ScrollPane scroll = new ScrollPane(content);
  private final Map<Integer, AnswerCell> shown = new HashMap<>();
  private final ReadOnlyObjectWrapper<AnswerItem> selected = new ReadOnlyObjectWrapper<>(this, "selected");

  private List<AnswerItem> items = List.of();
  private Consumer<AnswerItem> onOpen = item -> {};
  private AnswerLayout layout = new AnswerLayout(1, 1, 1, 0, 0);

  /** @param background where faces are drawn */
  public AnswerGrid(Texts texts, Executor background, Look look) {
    this.texts = texts;
    this.background = background;
    this.look = look;
    getStyleClass().add("answer-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleHelp(texts.get("control.answers.help"));
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    getChildren().addAll(em, scroll);
    scroll.vvalueProperty().addListener((p, before, after) -> showVisible());
    scroll.viewportBoundsProperty().addListener((p, before, after) -> arrange());
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    content.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    content.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setItems(List.of());
  }

  /** Shows other pictures, or the same with other answers. */
  public void setItems(List<AnswerItem> newItems) {
    items = List.copyOf(newItems);
    AnswerItem before = selected.get();
    selected.set(before == null ? null
        : items.stream().filter(item -> item.number() == before.number()).findFirst().orElse(null));
    arrange();
  }

  /** The pictures that are shown, in order. */
  public List<AnswerItem> getItems() {
    return items;
  }

  /** The selected picture, with its newest answer; null for none. */
  public ReadOnlyObjectProperty<AnswerItem> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What to do when a person opens a picture. */
  public void setOnOpen(Consumer<AnswerItem> action) {
    onOpen = action;
  }

  private AnswerItem itemAt(MouseEvent event) {
    return shown.values().stream()
        .filter(cell -> cell.getBoundsInParent().contains(event.getX(), event.getY()))
        .map(AnswerCell::item).findFirst().orElse(null);
  }

  private void pressed(MouseEvent event) {
    AnswerItem item = itemAt(event);
    if (item != null && event.getButton() == MouseButton.PRIMARY) {
      select(items.indexOf(item));
    }
  }

  private void clicked(MouseEvent event) {
    AnswerItem item = itemAt(event);
    if (item != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      onOpen.accept(item);
    }
  }

  private void key(KeyEvent event) {
    if (items.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
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
      case END -> select(items.size() - 1);
      case ENTER, SPACE -> {
        if (selected.get() == null) {
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
    int now = selectedIndex();
    int to = now + by;
    if (now < 0) {
      select(0);
    } else if (Math.abs(by) != layout.columns() || to >= 0 && to < items.size()) {
      // Up from the first row and down from the last one stay where they are.
      select(Math.max(0, Math.min(items.size() - 1, to)));
    }
  }

  private int selectedIndex() {
    AnswerItem now = selected.get();
    return now == null ? -1
        : IntStream.range(0, items.size()).filter(i -> items.get(i).number() == now.number()).findFirst().orElse(-1);
  }

  private void select(int index) {
    selected.set(items.get(index));
    reveal(index);
    showVisible();
  }

  private void reveal(int index) {
    double room = scroll.getViewportBounds().getHeight();
    double over = content.getMinHeight() - room;
    if (over <= 0) {
      return;
    }
    double top = layout.y(index) - layout.gap();
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
    layout = AnswerLayout.of(width, scroll.getViewportBounds().getHeight(), items.size(), em.px(look.smallestEm), em.px(look.largestEm),
        look.bars == 0 ? 0 : em.px(NARROWEST_WITH_BARS_EM), Math.ceil(em.px(LINE_EM) * (1 + look.bars)),
        Math.round(em.px(GAP_EM)));
    content.setMinHeight(layout.height(items.size()));
    content.setPrefHeight(layout.height(items.size()));
    showVisible();
  }

  private void showVisible() {
    describe();
    double room = scroll.getViewportBounds().getHeight();
    double top = Math.max(0, content.getMinHeight() - room) * scroll.getVvalue();
    int first = Math.min(items.size(), layout.firstVisible(top));
    int end = layout.endVisible(top + room, items.size());
    shown.entrySet().removeIf(entry -> {
      boolean gone = entry.getKey() < first || entry.getKey() >= end;
      if (gone) {
        content.getChildren().remove(entry.getValue());
      }
      return gone;
    });
    for (int i = first; i < end; i++) {
      AnswerCell cell = shown.computeIfAbsent(i, index -> {
        AnswerCell made = new AnswerCell(background);
        content.getChildren().add(made);
        return made;
      });
      AnswerItem item = items.get(i);
      cell.show(item, selected.get() != null && selected.get().number() == item.number());
      cell.place(layout.x(i), layout.y(i), layout);
    }
  }

  private void describe() {
    int index = selectedIndex();
    setAccessibleText(index < 0 ? texts.get("control.answers.accessible", items.size())
        : texts.get("control.answers.selected", index + 1, items.size(), items.get(index).description()));
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(30);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(14);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(NARROWEST_WITH_BARS_EM + 2.5);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(look.smallestEm + LINE_EM * (1 + look.bars) + 2 * GAP_EM);
  }
}
