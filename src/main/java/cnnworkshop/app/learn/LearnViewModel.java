package cnnworkshop.app.learn;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.lesson.Course;
import cnnworkshop.core.lesson.Lesson;
import cnnworkshop.core.lesson.LessonSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The Learn tab: which page is open, where one can go from there, how far one is. */
public final class LearnViewModel {

  private static final String PAGE = "learn/";

  private final Course course;
  private final Settings settings;
  private final Consumer<String> open;
  private final LessonSearch lessonSearch;
  private final ProgressModel progress;
  private final Map<String, QuestionModel> questions = new HashMap<>();
  private final ReadOnlyObjectWrapper<Lesson> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");
  private final ReadOnlyBooleanWrapper hasNext = new ReadOnlyBooleanWrapper(this, "hasNext");
  private final ReadOnlyBooleanWrapper hasPrevious = new ReadOnlyBooleanWrapper(this, "hasPrevious");
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObservableList<LessonSearch.Hit> found = FXCollections.observableArrayList();

  /**
   * Opens the page that was read last, or the first.
   *
   * @param course the pages
   * @param settings where progress is kept
   * @param open opens what is not a page, such as {@code train?data=shapes10&network=cnn}
   */
  public LearnViewModel(Course course, Settings settings, Consumer<String> open) {
    this.course = course;
    this.settings = settings;
    this.open = open;
    lessonSearch = new LessonSearch(course.lessons());
    progress = new ProgressModel(settings);
    search.addListener((p, before, now) -> found.setAll(lessonSearch.find(now)));
    course.lesson(settings.lessonProperty().get()).or(() -> course.lessons().stream().findFirst()).ifPresent(this::set);
  }

  /** All pages and terms. */
  public Course course() {
    return course;
  }

  /** How far one is. */
  public ProgressModel progress() {
    return progress;
  }

  /** The page that is open; null if the course has none. */
  public ReadOnlyObjectProperty<Lesson> lessonProperty() {
    return lesson.getReadOnlyProperty();
  }

  /** The page is seen, so it counts as opened. */
  public void seen() {
    if (lesson.get() != null) {
      progress.opened(lesson.get());
      settings.lessonProperty().set(lesson.get().id());
    }
  }

  /** Opens a page; one that is not there leaves the present one. */
  public void show(String id) {
    course.lesson(id).ifPresent(this::show);
  }

  private void show(Lesson page) {
    set(page);
    seen();
  }

  private void set(Lesson page) {
    int at = course.lessons().indexOf(page);
    hasPrevious.set(at > 0);
    hasNext.set(at + 1 < course.lessons().size());
    // Last, so that whoever hears of the page finds its neighbours.
    lesson.set(page);
  }

  /** Which page is open, from 1; 0 if there is none. */
  public int number() {
    return lesson.get() == null ? 0 : course.lessons().indexOf(lesson.get()) + 1;
  }

  /** Whether a page follows. */
  public ReadOnlyBooleanProperty hasNextProperty() {
    return hasNext.getReadOnlyProperty();
  }

  /** Whether a page comes before. */
  public ReadOnlyBooleanProperty hasPreviousProperty() {
    return hasPrevious.getReadOnlyProperty();
  }

  /** Opens the page that follows, if one does. */
  public void next() {
    if (hasNext.get()) {
      show(course.lessons().get(number()));
    }
  }

  /** Opens the page before, if there is one. */
  public void previous() {
    if (hasPrevious.get()) {
      show(course.lessons().get(number() - 2));
    }
  }

  /** Follows a link of a page: {@code learn/ID} is another page, anything else is for the rest of the program. */
  public void open(String target) {
    if (target.startsWith(PAGE)) {
      show(target.substring(PAGE.length()));
    } else {
      open.accept(target);
    }
  }

  /** The words that are looked for. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The pages that have them; empty if nothing is looked for. */
  public ObservableList<LessonSearch.Hit> found() {
    return FXCollections.unmodifiableObservableList(found);
  }

  /** The answering of a question, as it was left. */
  public QuestionModel question(Block.Question question) {
    return questions.computeIfAbsent(question.id(),
        id -> new QuestionModel(question, () -> progress.right(id)));
  }

  /** Whether the list of pages stands beside them, where there is room. */
  public BooleanProperty mapShownProperty() {
    return settings.lessonMapShownProperty();
  }

  /** Forgets all progress and answers, and opens the first page. */
  public void reset() {
    settings.resetLessons();
    questions.clear();
    List<Lesson> lessons = course.lessons();
    if (!lessons.isEmpty()) {
      lesson.set(null); // so that the first page is made anew even if it is open
      show(lessons.get(0));
    }
  }
}
