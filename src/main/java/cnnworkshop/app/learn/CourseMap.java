package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Lesson;
import cnnworkshop.core.lesson.LessonSearch;
import cnnworkshop.core.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The course at a glance: all pages with how far one is, or those with the words that are looked for. */
final class CourseMap extends VBox {

  private final LearnViewModel model;
  private final Texts texts;
  private final Runnable chosen;
  private final TextField search = new TextField();
  private final ListView<Lesson> pages;
  private final ListView<LessonSearch.Hit> hits;
  private final Label progress = new Label();
  private final Label nothing = new Label();
  private final VBox resetting = new VBox();

  /** @param chosen told when a page was chosen, after it was opened */
  CourseMap(LearnViewModel model, Texts texts, Runnable chosen) {
    this.model = model;
    this.texts = texts;
    this.chosen = chosen;
    getStyleClass().add("course-map");
    ObservableList<Lesson> lessons = FXCollections.observableArrayList(model.course().lessons());
    pages = list(lessons, lesson -> lesson, cell -> new PageCell());
    hits = list(model.found(), LessonSearch.Hit::lesson, cell -> new HitCell());
    pages.setAccessibleText(texts.get("learn.map"));
    hits.setAccessibleText(texts.get("learn.search.found"));
    search.setPromptText(texts.get("learn.search"));
    search.setAccessibleText(texts.get("learn.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    // Before the field takes these keys for itself.
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    nothing.setText(texts.get("learn.search.nothing"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("ws-muted");
    hits.setPlaceholder(nothing);
    hits.visibleProperty().bind(search.textProperty().isNotEmpty());
    pages.visibleProperty().bind(hits.visibleProperty().not());
    StackPane lists = new StackPane(pages, hits);
    VBox.setVgrow(lists, Priority.ALWAYS);
    progress.setWrapText(true);
    progress.setMinHeight(USE_PREF_SIZE);
    progress.getStyleClass().add("ws-muted");
    resetting.getStyleClass().add("map-reset");
    offerReset();
    getChildren().addAll(search, lists, progress, resetting);
    model.lessonProperty().addListener((p, before, now) -> markPresent());
    model.progress().changesProperty().addListener((p, before, now) -> showProgress());
    markPresent();
    showProgress();
  }

  private <T> ListView<T> list(ObservableList<T> items, Function<T, Lesson> page,
      Function<ListView<T>, ListCell<T>> cells) {
    ListView<T> list = new ListView<>(items);
    list.getStyleClass().add("map-list");
    list.setCellFactory(cells::apply);
    Consumer<T> open = item -> {
      if (item != null) {
        model.show(page.apply(item).id());
        chosen.run();
      }
    };
    // The arrow keys only move along the list: a page is opened by Enter or a click.
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        open.accept(list.getSelectionModel().getSelectedItem());
        event.consume();
      }
    });
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getTarget() instanceof Node target && isInCell(target)) {
        open.accept(list.getSelectionModel().getSelectedItem());
      }
    });
    return list;
  }

  private static boolean isInCell(Node target) {
    for (Node at = target; at != null; at = at.getParent()) {
      if (at instanceof ListCell<?> cell) {
        return !cell.isEmpty();
      }
    }
    return false;
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !model.found().isEmpty()) {
      model.show(model.found().get(0).lesson().id());
      chosen.run();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      ListView<?> list = hits.isVisible() ? hits : pages;
      list.requestFocus();
      if (list.getSelectionModel().isEmpty()) {
        list.getSelectionModel().selectFirst();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    }
  }

  /** Gives the keyboard to the words to look for. */
  void requestSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void markPresent() {
    if (model.lessonProperty().get() != null) {
      pages.getSelectionModel().select(model.lessonProperty().get());
      pages.scrollTo(Math.max(0, model.number() - 3));
    }
    pages.refresh();
  }

  private void showProgress() {
    int opened = 0;
    int right = 0;
    int questions = 0;
    for (Lesson lesson : model.course().lessons()) {
      opened += model.progress().isOpened(lesson) ? 1 : 0;
      right += model.progress().right(lesson);
      questions += model.progress().questions(lesson);
    }
    progress.setText(texts.get("learn.progress", opened, model.course().lessons().size(), right, questions));
    pages.refresh();
  }

  private void offerReset() {
    Button reset = new Button(texts.get("learn.reset"), new FontIcon(Material2MZ.REFRESH));
    reset.getStyleClass().add("flat");
    reset.setOnAction(event -> {
      askReset();
    });
    resetting.getChildren().setAll(reset);
  }

  private void askReset() {
    Label question = new Label(texts.get("learn.reset.question"));
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    Button yes = new Button(texts.get("learn.reset.yes"));
    yes.setOnAction(event -> {
      offerReset();
      model.reset();
    });
    Button no = new Button(texts.get("learn.reset.no"));
    no.setOnAction(event -> {
      offerReset();
      resetting.getChildren().get(0).requestFocus();
    });
    HBox answers = new HBox(yes, no);
    answers.getStyleClass().add("map-reset-answers");
    resetting.getChildren().setAll(question, answers);
    no.requestFocus();
  }

  /** A page: its number, its title, and whether it was opened and its questions answered. */
  private final class PageCell extends ListCell<Lesson> {

    PageCell() {
      getStyleClass().add("map-cell");
      setPrefWidth(0);
      setWrapText(true);
    }

    @Override
    protected void updateItem(Lesson lesson, boolean empty) {
      super.updateItem(lesson, empty);
      getStyleClass().removeAll("map-present");
      if (empty || lesson == null) {
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      ProgressModel done = model.progress();
      int questions = done.questions(lesson);
      String title = texts.get("learn.map.page", getIndex() + 1, lesson.title());
      FontIcon mark = new FontIcon(done.isDone(lesson) ? Material2AL.CHECK_CIRCLE
          : done.isOpened(lesson) ? Material2MZ.TIMELAPSE : Material2MZ.RADIO_BUTTON_UNCHECKED);
      mark.getStyleClass().add(done.isDone(lesson) ? "map-done" : "map-open");
      setGraphic(mark);
      setText(questions == 0 || !done.isOpened(lesson) ? title
          : texts.get("learn.map.page.questions", title, done.right(lesson), questions));
      setAccessibleText(texts.get("learn.map.page.spoken", title, done.isOpened(lesson) ? 1 : 0, done.right(lesson),
          questions));
      if (lesson == model.lessonProperty().get()) {
        getStyleClass().add("map-present");
      }
    }
  }

  /** A page that has the words, with some of its text. */
  private final class HitCell extends ListCell<LessonSearch.Hit> {

    HitCell() {
      getStyleClass().add("map-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(LessonSearch.Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label title = new Label(hit.lesson().title());
      title.getStyleClass().add("hit-title");
      title.setWrapText(true);
      Label excerpt = new Label(hit.excerpt());
      excerpt.setWrapText(true);
      excerpt.getStyleClass().add("ws-muted");
      setGraphic(new VBox(title, excerpt));
      setAccessibleText(hit.lesson().title() + ". " + hit.excerpt());
    }
  }
}
