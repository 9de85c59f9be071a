package cnnworkshop.app.train;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.Cifar10Download;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.TrainingTask;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * What there is to learn: chosen by a person, read or drawn in the background. The choice and what there is differ as
 * long as a place has not been named or could not be read; of overtaken requests nothing is shown. Used on the UI
 * thread.
 */
public final class DataModel implements AutoCloseable {

  private static final String ARCHIVE = "cifar-10-binary.tar.gz";
  private static final int REST_MILLISECONDS = 350;

  private final Texts texts;
  private final DataReading reading;
  private final DataWords words;
  private final DownloadModel download;
  private final DataRequests<Loaded> requests;
  private final Executor background;
  private final Executor afterRest;
  private final Consumer<Throwable> failures;

  private final ReadOnlyObjectWrapper<DataSource> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", DataSource.SHAPES10);
  private final ReadOnlyObjectWrapper<DataSource> source =
      new ReadOnlyObjectWrapper<>(this, "source", DataSource.SHAPES10);
  private final ReadOnlyObjectWrapper<TrainingTask> task = new ReadOnlyObjectWrapper<>(this, "task");
  private final DoubleProperty difficulty = new SimpleDoubleProperty(this, "difficulty", Shapes10.DIFFICULTY);
  private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");

  private final BooleanBinding downloadUnused;
  private final Map<DataSource, Path> places = new EnumMap<>(DataSource.class);
  private String lineOfTask = "";
  private Loaded waiting;

  /**
   * What a request brought.
   *
   * @param place null if it was drawn
   * @param blank pictures that came without a point to learn
   */
  private record Loaded(DataSource source, Path place, TrainingTask task, int blank) {}

  /**
   * @param cache the program's folder for what can be got again: the downloaded archive lies there
   * @param background reads and draws
   * @param ui where all properties change
   * @param failures takes what could not be done
   */
  public DataModel(Texts texts, Path cache, Work work, Executor background, Executor ui,
      Consumer<Throwable> failures) {
    this(texts, new DownloadModel(texts, Cifar10Download.Source.OFFICIAL, cache.resolve(ARCHIVE), work,
            DataModel::onOwnThread, ui, System::nanoTime, failures), work, background,
        CompletableFuture.delayedExecutor(REST_MILLISECONDS, TimeUnit.MILLISECONDS, background), ui, failures);
  }

  /** @param afterRest does what is asked for in the background, after as long as a hand rests on a slider */
  DataModel(Texts texts, DownloadModel download, Work work, Executor background, Executor afterRest, Executor ui,
      Consumer<Throwable> failures) {
    this.texts = texts;
    this.reading = new DataReading(texts);
    this.words = new DataWords(texts);
    this.download = download;
    this.requests = new DataRequests<>(texts, work, ui, this::took, this::failed);
    this.background = background;
    this.afterRest = afterRest;
    this.failures = failures;
    difficulty.addListener((p, before, now) -> redraw());
    locked.addListener((p, before, now) -> takeWaiting());
    download.setOnThere(this::downloaded);
    downloadUnused = Bindings.createBooleanBinding(
        () -> download.stateProperty().get() == DownloadModel.State.THERE && !(source.get() == DataSource.CIFAR10
            && download.archive().equals(places.get(DataSource.CIFAR10))),
        download.stateProperty(), source, task);
  }

  /** A download takes minutes, in which the threads for files and pictures must stay free. */
  private static void onOwnThread(Runnable work) {
    Thread thread = new Thread(work, "download");
    thread.setDaemon(true);
    thread.start();
  }

  /** What there is to learn; null while there is nothing yet. */
  public ReadOnlyObjectProperty<TrainingTask> taskProperty() {
    return task.getReadOnlyProperty();
  }

  /** Where what there is comes from. */
  public ReadOnlyObjectProperty<DataSource> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** Where a person wants it to come from; differs from the source while nothing could be read from there. */
  public ReadOnlyObjectProperty<DataSource> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** How hard Shapes-10 is, 0..1; it is drawn anew when this has rested. */
  public DoubleProperty difficultyProperty() {
    return difficulty;
  }

  /** While this is true what there is stays; what was asked for before is taken afterwards. */
  public BooleanProperty lockedProperty() {
    return locked;
  }

  /** How much there is of what, and what was left out. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Why the last choice came to nothing, a sentence; empty if it did not. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether something is being read or drawn. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return requests.runningProperty();
  }

  /** How far the reading is, 0..1, or −1 if nobody can say. */
  public ReadOnlyDoubleProperty progressProperty() {
    return requests.progressProperty();
  }

  /** The archive of CIFAR-10 and its download. */
  public DownloadModel download() {
    return download;
  }

  /** Whether the downloaded archive is there, but something else is used. */
  public ObservableBooleanValue downloadUnusedProperty() {
    return downloadUnused;
  }

  /** Takes the archive that was downloaded. */
  public void useDownload() {
    take(DataSource.CIFAR10, download.archive());
  }

  /**
   * Chooses a source. What the program draws is drawn; from others what was read last is read again, of CIFAR-10 what
   * was downloaded; without such a place what there is stays until one is named.
   */
  public void choose(DataSource wanted) {
    if (wanted == chosen.get() && (requests.runningProperty().get() || wanted == source.get() && task.get() != null)) {
      return;
    }
    cancel();
    failure.set("");
    chosen.set(wanted);
    if (wanted == source.get() && task.get() != null && !isOutdated()) {
      return;
    }
    if (wanted == DataSource.CIFAR10) {
      download.refresh();
    }
    Path known = places.get(wanted);
    if (wanted == DataSource.SHAPES10) {
      draw(background);
    } else if (wanted == DataSource.DRAWN_FACES) {
      ask(background, request -> new Loaded(wanted, null, reading.drawnFaces(request::goOn), 0));
    } else if (known != null) {
      take(wanted, known);
    } else if (wanted == DataSource.CIFAR10 && download.stateProperty().get() == DownloadModel.State.THERE) {
      useDownload();
    }
  }

  private boolean isOutdated() {
    return source.get() == DataSource.SHAPES10 && !task.get().name().equals(reading.shapesName(difficulty.get()));
  }

  /**
   * Reads from a place; if that fails, what there is stays.
   *
   * @param from one that needs a place
   */
  public void take(DataSource from, Path place) {
    chosen.set(from);
    ask(background, request -> read(from, place, request));
  }

  /** Reads from a place whose kind nobody said; if it is nothing to learn from, what there is stays. */
  public void open(Path place) {
    ask(background, request -> {
      DataSource kind = reading.kindOf(place);
      request.onUi(() -> chosen.set(kind));
      return read(kind, place, request);
    });
  }

  private Loaded read(DataSource from, Path place, DataRequests<Loaded>.Request request) throws UserFailure {
    return switch (from) {
      case CIFAR10 -> new Loaded(from, place, cifar10(place, request), 0);
      case PICTURES -> new Loaded(from, place, reading.pictures(place, request), 0);
      case FACES -> {
        DataReading.Faces faces = reading.faces(place, request);
        yield new Loaded(from, place, faces.task(), faces.blank());
      }
      case SHAPES10, DRAWN_FACES -> throw new IllegalArgumentException(from + " is drawn");
    };
  }

  private TrainingTask cifar10(Path place, DataRequests<Loaded>.Request request) throws DataFailure {
    try {
      return reading.cifar10(place);
    } catch (DataFailure e) {
      if (place.equals(download.archive())) {
        request.onUi(download::doubt);
      }
      throw e;
    }
  }

  /**
   * Chooses what a run was trained on, by its recorded name.
   *
   * @return false if it has to be opened from a place
   */
  public boolean reopen(String nameOfSet) {
    if (nameOfSet.equals(texts.get("train.data.drawn-faces"))) {
      choose(DataSource.DRAWN_FACES);
      return true;
    }
    return reading.difficultyOf(nameOfSet).map(wanted -> {
      difficulty.set(wanted);
      choose(DataSource.SHAPES10);
      return true;
    }).orElse(false);
  }

  private void redraw() {
    if (chosen.get() != DataSource.SHAPES10) {
      return;
    }
    if (task.get() != null && source.get() == DataSource.SHAPES10 && !isOutdated()) {
      cancel();
    } else {
      draw(afterRest);
    }
  }

  private void draw(Executor when) {
    double wanted = difficulty.get();
    ask(when, request -> new Loaded(DataSource.SHAPES10, null, reading.shapes(wanted, request::goOn), 0));
  }

  private void downloaded() {
    if (chosen.get() == DataSource.CIFAR10) {
      useDownload();
    }
  }

  private void ask(Executor when, DataRequests.Getting<Loaded> getting) {
    cancel();
    failure.set("");
    requests.ask(when, getting);
  }

  /** Gives up what is being read or drawn; what there is stays. */
  public void cancel() {
    requests.cancel();
    waiting = null;
    line.set(lineOfTask);
  }

  private void took(Loaded got) {
    waiting = got;
    if (locked.get()) {
      line.set(lineOfTask + " " + texts.get("train.data.later", got.task.name()));
    }
    takeWaiting();
  }

  private void takeWaiting() {
    if (waiting == null || locked.get()) {
      return;
    }
    Loaded got = waiting;
    waiting = null;
    if (got.place != null) {
      places.put(got.source, got.place);
    }
    chosen.set(got.source);
    source.set(got.source);
    lineOfTask = words.of(got.task, got.blank);
    line.set(lineOfTask);
    task.set(got.task);
  }

  private void failed(Throwable e) {
    if (e instanceof UserFailure known) {
      failure.set(texts.sentence(known));
    }
    failures.accept(e);
  }

  /** Ends what is under way; a download can be gone on with when the program is started again. */
  @Override
  public void close() {
    cancel();
    download.cancel();
  }
}
