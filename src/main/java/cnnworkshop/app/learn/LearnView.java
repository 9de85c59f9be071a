package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Block.DemoPlace;
import cnnworkshop.core.lesson.Lesson;
import cnnworkshop.core.lesson.SourceText;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Learn tab: the map of the course, the page's text, and the stage with what there is to do on it. */
public final class LearnView {

  static final String STYLES = LearnView.class.getResource("/assets/styles/learn-frame.css").toExternalForm();

  /** How much of what is seen a page key moves, so that the last line is found again. */
  private static final double PAGE_KEY_SHARE = 0.9;
  private static final double LINE_KEY_SHARE = 0.1;

  private final LearnViewModel model;
  private final Texts texts;
  private final InlineText inlines;
  private final DemoStage stage;
  private final VBox column = new VBox();
  private final ScrollPane scroll = new ScrollPane(column);
  private final CourseMap map;
  private final PageLayout layout;
  private final Label place = new Label();
  private final BorderPane root = new BorderPane();
  private final Map<LearnKeys, Runnable> keys = new EnumMap<>(LearnKeys.class);
  private LessonText text;
  private int demoInView;

  /**
   * @param tools what demos work with
   * @param demos how they are made, by name: {@link Demos#all()}
   */
  public LearnView(LearnViewModel model, DemoTools tools,
      Map<String, BiFunction<DemoTools, Map<String, String>, Demo>> demos) {
    this.model = model;
    this.texts = tools.texts();
    inlines = new InlineText(model.course().glossary(), model::open, texts);
    stage = new DemoStage(tools, demos, new SourceText());
    column.getStyleClass().add("lesson-column");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lesson-scroll");
    map = new CourseMap(model, texts, this::pageChosen);
    layout = new PageLayout(map, column, scroll, stage, model.mapShownProperty());
    root.setTop(bar());
    root.setCenter(layout);
    root.getStyleClass().add("learn-tab");
    root.getStylesheets().add(STYLES);
    fillKeys();
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // Where the keyboard goes when the tab is chosen: page keys and arrows scroll the text.
    root.focusedProperty().addListener((p, before, now) -> {
      if (now) {
        scroll.requestFocus();
      }
    });
    scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::scrollKey);
    scroll.vvalueProperty().addListener((p, before, now) -> followText());
    model.lessonProperty().addListener((p, before, now) -> showPage(now));
    showPage(model.lessonProperty().get());
    // Only a page that was on the screen was opened, and the tab may be made before it is looked at.
    root.sceneProperty().addListener((p, before, now) -> {
      if (now != null) {
        model.seen();
      }
    });
  }

  /** What goes into the tab. */
  public Parent root() {
    return root;
  }

  /** Ends what moves or computes on the page. */
  public void close() {
    inlines.closePopup();
    stage.close();
  }

  /** What keys do in the tab, key by key, for an overview: the key's name and what it does. */
  public static Map<String, String> keys(Texts texts) {
    Map<String, String> hints = new LinkedHashMap<>();
    for (LearnKeys key : LearnKeys.values()) {
      hints.put(key.combination().getDisplayText(), texts.get(key.textKey()));
    }
    return hints;
  }

  /** The stage, for tests. */
  DemoStage stage() {
    return stage;
  }

  private Node bar() {
    ToggleButton mapToggle = new ToggleButton(texts.get("learn.map"), new FontIcon(Material2AL.LIST));
    mapToggle.getStyleClass().add("map-toggle");
    mapToggle.setTooltip(tip(LearnKeys.MAP));
    layout.mapShownProperty().addListener((p, before, now) -> mapToggle.setSelected(now));
    mapToggle.setOnAction(event -> layout.setMapShown(mapToggle.isSelected()));
    Button previous = step(LearnKeys.PREVIOUS, Material2AL.CHEVRON_LEFT, ContentDisplay.LEFT);
    previous.disableProperty().bind(model.hasPreviousProperty().not());
    previous.setOnAction(event -> model.previous());
    Button next = step(LearnKeys.NEXT, Material2AL.CHEVRON_RIGHT, ContentDisplay.RIGHT);
    next.disableProperty().bind(model.hasNextProperty().not());
    next.setOnAction(event -> model.next());
    place.getStyleClass().add("lesson-place");
    place.setMaxWidth(Double.MAX_VALUE);
    place.setMinWidth(0);
    HBox.setHgrow(place, Priority.ALWAYS);
    HBox bar = new HBox(mapToggle, place, previous, next);
    bar.getStyleClass().add("lesson-bar");
    return bar;
  }

  private Button step(LearnKeys key, Ikon icon, ContentDisplay side) {
    Button button = new Button(texts.get(key.textKey()), new FontIcon(icon));
    button.setContentDisplay(side);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(tip(key));
    return button;
  }

  private Tooltip tip(LearnKeys key) {
    return new Tooltip(texts.get("learn.tooltip", texts.get(key.textKey()), key.combination().getDisplayText()));
  }

  private void showPage(Lesson lesson) {
    inlines.closePopup();
    if (lesson == null) {
      stage.close();
      layout.setHasStage(false);
      Label empty = new Label(texts.get("learn.empty"));
      empty.setWrapText(true);
      column.getChildren().setAll(empty);
      place.setText("");
      return;
    }
    List<DemoPlace> demos = lesson.blocks().stream()
        .filter(DemoPlace.class::isInstance).map(DemoPlace.class::cast).toList();
    text = new LessonText(lesson, inlines, model::question, this::showDemo, texts);
    if (model.hasNextProperty().get()) {
      text.getChildren().add(onward());
    }
    column.getChildren().setAll(text);
    layout.setHasStage(!demos.isEmpty());
    stage.open(demos);
    demoInView = 0;
    scroll.setVvalue(0);
    place.setText(texts.get("learn.place", model.number(), model.course().lessons().size(), lesson.title()));
    scroll.setAccessibleText(lesson.title());
  }

  private Node onward() {
    String title = model.course().lessons().get(model.number()).title();
    Button onward = new Button(texts.get("learn.onward", title), new FontIcon(Material2AL.ARROW_FORWARD));
    onward.setContentDisplay(ContentDisplay.RIGHT);
    onward.setWrapText(true);
    onward.setMinHeight(Region.USE_PREF_SIZE);
    onward.getStyleClass().addAll("accent", "lesson-onward");
    onward.setOnAction(event -> {
      model.next();
      scroll.requestFocus();
    });
    return onward;
  }

  private void pageChosen() {
    layout.closeMapOver();
    scroll.requestFocus();
  }

  private void showDemo(int number) {
    stage.select(number);
    if (!layout.isStageBeside()) {
      reveal(stage);
    }
  }

  /** Shows the demo whose place is in view: the line that counts goes down the window as one scrolls down the text. */
  private void followText() {
    // A stage below the text is never seen with it: there a demo is chosen by its button.
    List<Region> places = text == null || !layout.isStageBeside() ? List.of() : text.demoButtons();
    if (places.stream().anyMatch(at -> at.getHeight() == 0)) {
      return; // a page that is not laid out yet
    }
    double line = scroll.getVvalue() * column.getHeight();
    int inView = 0;
    for (int i = 1; i < places.size(); i++) {
      Region at = places.get(i);
      if (column.sceneToLocal(at.localToScene(0, 0)).getY() <= line) {
        inView = i;
      }
    }
    // A demo chosen by hand stays until the text goes on to another.
    if (!places.isEmpty() && inView != demoInView) {
      demoInView = inView;
      stage.select(inView);
    }
  }

  private void reveal(Node node) {
    root.layout();
    Bounds bounds = column.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double hidden = column.getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden > 0) {
      scroll.setVvalue(Math.min(1, bounds.getMinY() / hidden));
    }
  }

  private void fillKeys() {
    keys.put(LearnKeys.NEXT, model::next);
    keys.put(LearnKeys.PREVIOUS, model::previous);
    keys.put(LearnKeys.MAP, () -> layout.setMapShown(!layout.mapShownProperty().get()));
    keys.put(LearnKeys.SEARCH, () -> {
      layout.setMapShown(true);
      map.requestSearch();
    });
    keys.put(LearnKeys.STAGE, () -> {
      if (stage.shown() >= 0) {
        showDemo(stage.shown());
        stage.requestStageFocus();
      }
    });
    keys.put(LearnKeys.TEXT, scroll::requestFocus);
    keys.put(LearnKeys.SCROLL_DOWN, () -> scrollBy(PAGE_KEY_SHARE));
    keys.put(LearnKeys.SCROLL_UP, () -> scrollBy(-PAGE_KEY_SHARE));
  }

  /** @param share of the text that is seen, down if above 0 */
  private void scrollBy(double share) {
    double seen = scroll.getViewportBounds().getHeight();
    double hidden = column.getHeight() - seen;
    if (hidden > 0) {
      scroll.setVvalue(Math.max(0, Math.min(1, scroll.getVvalue() + share * seen / hidden)));
    }
  }

  /** A scroll pane moves by a few pixels a key, so keys meant for the text itself are taken before it. */
  private void scrollKey(KeyEvent event) {
    if (event.getTarget() != scroll) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> scrollBy(LINE_KEY_SHARE);
      case UP -> scrollBy(-LINE_KEY_SHARE);
      case PAGE_DOWN, PAGE_UP -> key(event);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    for (Map.Entry<LearnKeys, Runnable> entry : keys.entrySet()) {
      if (entry.getKey().combination().match(event)) {
        entry.getValue().run();
        event.consume();
        return;
      }
    }
  }
}
