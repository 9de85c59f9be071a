package cnnworkshop.app.train;

import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.ConfusionCell;
import cnnworkshop.app.control.ConfusionTable;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import cnnworkshop.core.train.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a network makes of the pictures it is judged by, epoch after epoch: ten of them, which classes are mixed up, and
 * the worst mistakes; of faces, where the points lie and how far each is off. Only what is on the page that is shown is
 * worked out, in the background; of overtaken work nothing is shown. Used on the UI thread.
 */
public final class ResultsModel {

  /** What a person looks at. */
  public enum Page {
    /** The ten pictures. */
    TEN,
    /** All pictures counted: the confusion matrix, or the error of each point. */
    TABLE,
    /** The worst mistakes. */
    WORST
  }

  /** What the pictures are. */
  public enum Kind { NONE, CLASSES, FACES }

  /** Where the pictures come from. */
  public enum Origin {
    /** They only report. */
    TEST,
    /** They were held out of those to learn from, and choose the best weights. */
    HELD_OUT
  }

  /** How many of the worst mistakes are shown. */
  static final int WORST = 30;
  /** How many pictures behind a cell are shown at most. */
  static final int BEHIND = 200;

  private final ResultsWords words;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;

  private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(this, "kind", Kind.NONE);
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.TEN);
  private final BooleanProperty available = new SimpleBooleanProperty(this, "available");
  private final BooleanProperty judged = new SimpleBooleanProperty(this, "judged");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(this, "empty", "");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyObjectWrapper<List<AnswerItem>> ten = new ReadOnlyObjectWrapper<>(this, "ten", List.of());
  private final ReadOnlyObjectWrapper<ConfusionTable> confusion = new ReadOnlyObjectWrapper<>(this, "confusion");
  private final ObjectProperty<ConfusionCell> cell = new SimpleObjectProperty<>(this, "cell");
  private final ReadOnlyStringWrapper behindLine = new ReadOnlyStringWrapper(this, "behindLine", "");
  private final ReadOnlyObjectWrapper<List<AnswerItem>> behind = new ReadOnlyObjectWrapper<>(this, "behind", List.of());
  private final ReadOnlyObjectWrapper<List<ResultsPoint>> points = new ReadOnlyObjectWrapper<>(this, "points", List.of());
  private final ReadOnlyObjectWrapper<List<AnswerItem>> worst = new ReadOnlyObjectWrapper<>(this, "worst", List.of());

  /** Which work was asked for last; read in the background too, so that overtaken work is not even begun. */
  private final AtomicInteger asked = new AtomicInteger();
  private ResultsSource source;
  private float[] outputs;
  private ResultsSource.Judgement judgement;
  private boolean chosen;

  /**
   * @param background works out what is shown
   * @param ui where all properties change
   */
  public ResultsModel(Texts texts, Executor background, Executor ui, Consumer<Throwable> failures) {
    this.words = new ResultsWords(texts);
    this.background = background;
    this.ui = ui;
    this.failures = failures;
    empty.bind(Bindings.createStringBinding(
        () -> words.empty(kind.get(), page.get(), available.get(), judged.get(), confusion.get()),
        kind, page, available, judged, confusion));
    page.addListener((p, before, now) -> work());
    cell.addListener((p, before, now) -> {
      chosen = true;
      work();
    });
  }

  /** Pictures of another task will be judged: its test pictures. */
  public void show(TrainingTask task) {
    if (task instanceof PictureTask pictures) {
      show(pictures.test(), Origin.TEST);
    } else if (task instanceof FaceTask faces) {
      show(faces.test(), Origin.TEST);
    }
  }

  /** Other pictures will be judged. */
  public void show(LabelledPictures pictures, Origin origin) {
    show(pictures.size() == 0 ? null : new ResultsSource.Classes(pictures, origin), Kind.CLASSES);
  }

  /** Other faces will be judged. */
  public void show(List<FaceSample> faces, Origin origin) {
    show(faces.isEmpty() ? null : new ResultsSource.Faces(faces, origin), Kind.FACES);
  }

  private void show(ResultsSource newSource, Kind newKind) {
    source = newSource;
    kind.set(newKind);
    available.set(source != null);
    forget();
    work();
  }

  /** A network was judged by the pictures that were shown last. */
  public void judged(Verdict verdict) {
    if (source != null) {
      outputs = verdict.outputs();
      judgement = null;
      judged.set(true);
      work();
    }
  }

  /** The same pictures again, before a network has said anything of them. */
  public void restart() {
    forget();
    work();
  }

  /** There are no pictures. */
  public void clear() {
    show(null, Kind.NONE);
  }

  private void forget() {
    outputs = null;
    judgement = null;
    chosen = false;
    judged.set(false);
    line.set("");
    asked.incrementAndGet();
    cell.set(null);
    chosen = false;
    forgetPages(null);
    confusion.set(null);
  }

  /** What pages that are not shown had of an earlier verdict must not be there when one turns to them. */
  private void forgetPages(Page butOne) {
    if (butOne != Page.TEN) {
      ten.set(List.of());
    }
    if (butOne != Page.TABLE) {
      behind.set(List.of());
      behindLine.set("");
      points.set(List.of());
    }
    if (butOne != Page.WORST) {
      worst.set(List.of());
    }
  }

  private void work() {
    int mine = asked.incrementAndGet();
    if (source == null) {
      return;
    }
    ResultsSource from = source;
    float[] said = outputs;
    ResultsSource.Judgement known = judgement;
    Page wanted = page.get();
    ConfusionCell chosenCell = cell.get();
    background.execute(() -> {
      if (mine != asked.get()) {
        return;
      }
      try {
        Runnable outcome = said == null ? unanswered(from) : answered(from, said, known, wanted, chosenCell);
        deliver(mine, outcome);
      } catch (Throwable e) { // also OutOfMemoryError: the person has to hear of it
        deliver(mine, () -> failures.accept(e));
      }
    });
  }

  private void deliver(int ticket, Runnable outcome) {
    ui.execute(() -> {
      if (ticket == asked.get()) {
        outcome.run();
      }
    });
  }

  private Runnable unanswered(ResultsSource from) {
    List<AnswerItem> items = from.unanswered(words);
    return () -> ten.set(items);
  }

  /** In the background; what it returns is done on the UI thread. */
  private Runnable answered(ResultsSource from, float[] said, ResultsSource.Judgement known, Page wanted,
      ConfusionCell chosenCell) throws Exception {
    ResultsSource.Judgement now = known == null ? from.judge(said, words) : known;
    Callable<Runnable> ofPage = switch (wanted) {
      case TEN -> () -> {
        List<AnswerItem> items = now.ten();
        return () -> ten.set(items);
      };
      case WORST -> () -> {
        List<AnswerItem> items = now.worst(WORST);
        return () -> worst.set(items);
      };
      case TABLE -> () -> {
        List<AnswerItem> items = chosenCell == null ? List.of() : now.behind(chosenCell, BEHIND);
        String about = chosenCell == null ? "" : now.behindLine(chosenCell, BEHIND);
        return () -> {
          points.set(now.points());
          behind.set(items);
          behindLine.set(about);
        };
      };
    };
    Runnable show = ofPage.call();
    return () -> {
      if (judgement != now) {
        forgetPages(wanted);
        judgement = now;
      }
      line.set(now.line());
      confusion.set(now.confusion());
      show.run();
      chooseFirst(now);
    };
  }

  /** The commonest mistake is what one would look at first; later the choice is the person's. */
  private void chooseFirst(ResultsSource.Judgement now) {
    if (!chosen && page.get() == Page.TABLE && now.confusion() != null && now.confusion().commonestMistake() != null) {
      cell.set(now.confusion().commonestMistake());
    }
  }

  /** What the pictures are. */
  public ReadOnlyObjectProperty<Kind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** What a person looks at. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** What to say in place of the page while there is nothing on it; else empty. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** How many pictures were told right, or how far points are off; empty before a network was judged. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** The ten pictures; kept up to date while their page is shown. */
  public ReadOnlyObjectProperty<List<AnswerItem>> tenProperty() {
    return ten.getReadOnlyProperty();
  }

  /** How often which class was taken for which; null before a network was judged, and of faces. */
  public ReadOnlyObjectProperty<ConfusionTable> confusionProperty() {
    return confusion.getReadOnlyProperty();
  }

  /** The cell whose pictures are shown; null for none. It stays from epoch to epoch. */
  public ObjectProperty<ConfusionCell> cellProperty() {
    return cell;
  }

  /** What the pictures behind the cell are, and how many; empty without a cell. */
  public ReadOnlyStringProperty behindLineProperty() {
    return behindLine.getReadOnlyProperty();
  }

  /** Pictures behind the cell, those the network was surest of first; at most {@value #BEHIND}. */
  public ReadOnlyObjectProperty<List<AnswerItem>> behindProperty() {
    return behind.getReadOnlyProperty();
  }

  /** How far each point is off; empty before a network was judged, and of classes. */
  public ReadOnlyObjectProperty<List<ResultsPoint>> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** The worst mistakes, the worst first; at most {@value #WORST}. */
  public ReadOnlyObjectProperty<List<AnswerItem>> worstProperty() {
    return worst.getReadOnlyProperty();
  }
}
