package cnnworkshop.app.train;

import cnnworkshop.core.data.Cifar10;
import cnnworkshop.core.data.PictureFolder;
import cnnworkshop.core.data.Progress;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The pictures to learn from: read or drawn in the background; of overtaken choices nothing is shown. */
public final class DataModel {

  /** The same pictures for every run, whatever the seed of the training. */
  private static final long SHAPES_SEED = 1;

  private final Texts texts;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;

  private final ReadOnlyObjectWrapper<DataSource> source =
      new ReadOnlyObjectWrapper<>(this, "source", DataSource.SHAPES10);
  private final ReadOnlyObjectWrapper<PictureData> pictures = new ReadOnlyObjectWrapper<>(this, "pictures");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");

  private int asked;

  DataModel(Texts texts, Executor background, Executor ui, Consumer<Throwable> failures) {
    this.texts = texts;
    this.background = background;
    this.ui = ui;
    this.failures = failures;
  }

  /** Where the pictures come from. */
  public ReadOnlyObjectProperty<DataSource> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** The pictures; null while there are none. */
  ReadOnlyObjectProperty<PictureData> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** How many there are of how many classes, and how many were left out. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Whether pictures are being read or drawn. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Draws Shapes-10, unless they are there. */
  public void takeShapes() {
    if (source.get() == DataSource.SHAPES10 && (pictures.get() != null || loading.get())) {
      return;
    }
    take(DataSource.SHAPES10, () -> new PictureData(texts.get(DataSource.SHAPES10.textKey()),
        Shapes10.training(Shapes10.TRAINING_COUNT, Shapes10.DIFFICULTY, SHAPES_SEED),
        Shapes10.test(Shapes10.TEST_COUNT, Shapes10.DIFFICULTY, SHAPES_SEED), java.util.List.of()));
  }

  /**
   * Reads pictures from a place; if that fails those before stay.
   *
   * @param from CIFAR10 or PICTURES
   * @param place a folder, or an archive of CIFAR-10
   */
  public void take(DataSource from, Path place) {
    String name = String.valueOf(place.toAbsolutePath().getFileName());
    take(from, () -> {
      if (from == DataSource.CIFAR10) {
        Cifar10.Content content = Cifar10.read(place);
        return new PictureData(name, content.training(), content.test(), content.faults());
      }
      PictureFolder.Content content = PictureFolder.read(place, PictureFolder.Settings.USUAL, Progress.UNSEEN);
      return new PictureData(name, content.training(), content.test(), content.faults());
    });
  }

  private void take(DataSource from, Callable<PictureData> read) {
    int ticket = ++asked;
    loading.set(true);
    line.set(texts.get("train.data.loading"));
    background.execute(() -> {
      try {
        PictureData got = read.call();
        ui.execute(() -> took(ticket, from, got));
      } catch (Throwable e) { // also OutOfMemoryError: the person has to hear of it
        ui.execute(() -> failed(ticket, e));
      }
    });
  }

  private void took(int ticket, DataSource from, PictureData got) {
    if (ticket == asked) {
      loading.set(false);
      source.set(from);
      pictures.set(got);
      describe();
    }
  }

  private void failed(int ticket, Throwable e) {
    if (ticket == asked) {
      loading.set(false);
      describe();
      failures.accept(e);
    }
  }

  private void describe() {
    PictureData now = pictures.get();
    if (now == null) {
      line.set("");
      return;
    }
    String counts = texts.get("train.data.counts", now.name(), now.training().size(),
        now.training().classNames().size(), now.test().size());
    line.set(now.faults().isEmpty() ? counts
        : counts + " " + texts.get("train.data.left-out", now.faults().size(), texts.sentence(now.faults().get(0))));
  }
}
