package cnnworkshop.app.train;

import atlantafx.base.theme.Styles;
import cnnworkshop.app.control.AnswerGrid;
import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.FaceMarkKey;
import cnnworkshop.app.train.ResultsModel.Kind;
import cnnworkshop.app.train.ResultsModel.Page;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FaceMark;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * What a network makes of the test pictures, on three pages: ten of them, all of them counted, and the worst mistakes.
 * Fits a strip under a chart; its pages scroll on their own.
 */
public final class ResultsPane extends BorderPane {

  private static final AnswerGrid.Look TEN_PICTURES = new AnswerGrid.Look(5, 12, 3);
  private static final AnswerGrid.Look TEN_FACES = new AnswerGrid.Look(8, 18, 0);
  private static final AnswerGrid.Look WORST_PICTURES = new AnswerGrid.Look(5.5, 5.5, 1);
  private static final AnswerGrid.Look WORST_FACES = new AnswerGrid.Look(10, 10, 0);

  private final ResultsModel model;
  private final Texts texts;
  private final Executor background;
  private final Consumer<Photo> openPhoto;
  private final StackPane pages = new StackPane();
  private final Map<Page, ToggleButton> segments = new EnumMap<>(Page.class);
  private final ObjectProperty<AnswerItem> chosen = new SimpleObjectProperty<>(this, "chosen");

  /**
   * @param background where faces are drawn
   * @param openPhoto opens a picture in the Photo tab
   */
  public ResultsPane(ResultsModel model, Texts texts, Executor background, Consumer<Photo> openPhoto) {
    this.model = model;
    this.texts = texts;
    this.background = background;
    this.openPhoto = openPhoto;
    getStyleClass().add("results-pane");
    getStylesheets().add(ResultsPane.class.getResource("/assets/styles/train-results.css").toExternalForm());
    pages.getStyleClass().add("results-pages");
    ResultsConfusion confusion = new ResultsConfusion(model, texts, background);
    addPage(Page.TEN, Kind.CLASSES, grid(TEN_PICTURES, model.tenProperty()));
    addPage(Page.TEN, Kind.FACES, grid(TEN_FACES, model.tenProperty()));
    ScrollPane confusionScroll = new ScrollPane(confusion);
    confusionScroll.getStyleClass().add("bounded-scroll");
    confusionScroll.setFitToWidth(true);
    confusionScroll.setFitToHeight(true);
    confusionScroll.setFocusTraversable(false);
    addPage(Page.TABLE, Kind.CLASSES, confusionScroll);
    addPage(Page.TABLE, Kind.FACES, new ResultsPointBars(model, texts));
    addPage(Page.WORST, Kind.CLASSES, grid(WORST_PICTURES, model.worstProperty()));
    addPage(Page.WORST, Kind.FACES, grid(WORST_FACES, model.worstProperty()));
    follow(confusion.grid(), confusionScroll.visibleProperty());
    pages.getChildren().add(emptyPlace());
    setTop(head());
    setCenter(pages);
  }

  private void addPage(Page page, Kind kind, Node content) {
    BooleanBinding shown = model.pageProperty().isEqualTo(page).and(model.kindProperty().isEqualTo(kind))
        .and(model.emptyProperty().isEmpty());
    content.visibleProperty().bind(shown);
    content.managedProperty().bind(shown);
    pages.getChildren().add(content);
    if (content instanceof AnswerGrid grid) {
      follow(grid, grid.visibleProperty());
    }
  }

  private AnswerGrid grid(AnswerGrid.Look look, ObservableValue<List<AnswerItem>> items) {
    AnswerGrid grid = new AnswerGrid(texts, background, look);
    items.addListener((p, before, now) -> grid.setItems(now));
    grid.setItems(items.getValue());
    return grid;
  }

  /** The picture selected on the page that is shown is the one that can be opened. */
  private void follow(AnswerGrid grid, ObservableValue<Boolean> shown) {
    grid.setOnOpen(this::open);
    grid.selectedProperty().addListener((p, before, now) -> {
      if (shown.getValue()) {
        chosen.set(now);
      }
    });
    shown.addListener((p, before, now) -> {
      if (now) {
        chosen.set(grid.selectedProperty().get());
      } else if (chosen.get() == grid.selectedProperty().get()) {
        chosen.set(null);
      }
    });
  }

  private void open(AnswerItem item) {
    openPhoto.accept(item.picture());
  }

  private Node emptyPlace() {
    Label place = new Label();
    place.getStyleClass().add("results-empty");
    place.setWrapText(true);
    place.textProperty().bind(model.emptyProperty());
    place.visibleProperty().bind(model.emptyProperty().isNotEmpty());
    return place;
  }

  private Node head() {
    Label line = new Label();
    line.textProperty().bind(model.lineProperty());
    line.getStyleClass().add("results-line");
    Button open = new Button(texts.get("train.results.open"), new FontIcon(Material2AL.IMAGE_SEARCH));
    open.setAccessibleText(texts.get("train.results.open"));
    open.setTooltip(new Tooltip(texts.get("train.results.open.long")));
    open.disableProperty().bind(chosen.isNull());
    open.setOnAction(event -> open(chosen.get()));
    open.visibleProperty().bind(model.emptyProperty().isEmpty().and(
        model.pageProperty().isNotEqualTo(Page.TABLE).or(model.kindProperty().isNotEqualTo(Kind.FACES))));
    open.managedProperty().bind(open.visibleProperty());
    FlowPane head = new FlowPane(segments(), open, line, key(FaceMark.ANNOTATED, texts.get("train.results.annotated")),
        key(FaceMark.PREDICTED, texts.get("train.results.predicted")));
    head.getStyleClass().add("results-head");
    head.setRowValignment(VPos.CENTER);
    return head;
  }

  private Node key(FaceMark mark, String text) {
    FaceMarkKey key = new FaceMarkKey(mark, text);
    key.visibleProperty().bind(model.kindProperty().isEqualTo(Kind.FACES)
        .and(model.pageProperty().isNotEqualTo(Page.TABLE)).and(model.emptyProperty().isEmpty()));
    key.managedProperty().bind(key.visibleProperty());
    return key;
  }

  private Node segments() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox(segment(Page.TEN, Styles.LEFT_PILL, group), segment(Page.TABLE, Styles.CENTER_PILL, group),
        segment(Page.WORST, Styles.RIGHT_PILL, group));
    row.getStyleClass().add("results-segments");
    group.selectedToggleProperty().addListener((p, before, now) -> {
      if (now == null) {
        // A page that is clicked again stays.
        before.setSelected(true);
      } else {
        model.pageProperty().set((Page) now.getUserData());
      }
    });
    model.pageProperty().addListener((p, before, now) -> segments.get(now).setSelected(true));
    segments.get(model.pageProperty().get()).setSelected(true);
    return row;
  }

  private ToggleButton segment(Page page, String shape, ToggleGroup group) {
    ToggleButton segment = new ToggleButton();
    segment.textProperty().bind(Bindings.createStringBinding(
        () -> name(page, model.kindProperty().get() == Kind.FACES), model.kindProperty()));
    segment.accessibleTextProperty().bind(segment.textProperty());
    segment.getStyleClass().add(shape);
    segment.setToggleGroup(group);
    segment.setUserData(page);
    segment.setMinWidth(USE_PREF_SIZE);
    segments.put(page, segment);
    return segment;
  }

  private String name(Page page, boolean faces) {
    return texts.get(switch (page) {
      case TEN -> faces ? "train.results.ten.faces" : "train.results.ten.pictures";
      case TABLE -> faces ? "train.results.points" : "train.results.confusion";
      case WORST -> faces ? "train.results.worst.faces" : "train.results.worst.mistakes";
    });
  }
}
