package cnnworkshop.app.photo;

import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.DropFailure;
import cnnworkshop.core.image.DroppedContent;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.PictureSource;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which picture is shown, and the others one can go to: of several dropped files, of a folder, or the rows of a
 * Kaggle file. A picture that can't be opened leaves the one before with its own name; a sentence says why.
 */
public final class PicturesModel {

  private static final Logger LOG = LoggerFactory.getLogger(PicturesModel.class);

  /** What opening came to. */
  private record Opened(List<PictureEntry> entries, FaceTable table, int index, Picture picture, String message) {}

  private final PictureFinder finder;
  private final List<PictureEntry> samples;
  private final Settings settings;
  private final Messages messages;
  private final Texts texts;
  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position", -1);
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 0);
  private final ReadOnlyObjectWrapper<FaceTable> table = new ReadOnlyObjectWrapper<>(this, "table");
  private final ReadOnlyIntegerWrapper sample = new ReadOnlyIntegerWrapper(this, "sample", -1);

  /** More pictures of a camera than these would fill the memory: the oldest goes. */
  static final int MOST_KEPT = 40;

  private final List<PictureEntry> kept = new ArrayList<>();
  private List<PictureEntry> entries = List.of();
  private int opening;

  PicturesModel(PhotoLoader loader, List<PictureEntry> samples, Settings settings, Messages messages, Texts texts,
      Executor background, Executor ui) {
    this.finder = new PictureFinder(loader, texts);
    this.samples = List.copyOf(samples);
    this.settings = settings;
    this.messages = messages;
    this.texts = texts;
    this.background = background;
    this.ui = ui;
  }

  /** The picture shown; null until the first. */
  public ReadOnlyObjectProperty<Picture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** The shown picture's name and size. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What came of the last attempt to open something, if it needs saying; else empty. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether a picture is being read. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Which of {@link #countProperty()} pictures was gone to last, from 0; −1 for none. */
  public ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** How many pictures one can step through. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** The table whose rows are the pictures one can step through; null if they are something else. */
  ReadOnlyObjectProperty<FaceTable> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** The pictures that ship. */
  public List<PictureEntry> samples() {
    return samples;
  }

  /** Which sample is shown; −1 if another picture is. */
  public ReadOnlyIntegerProperty sampleProperty() {
    return sample.getReadOnlyProperty();
  }

  /** Files opened before, the last one first. */
  public ObservableList<String> recent() {
    return settings.recentPictures();
  }

  /** Opens files, folders or a Kaggle table. */
  public void open(List<Path> files) {
    if (!files.isEmpty()) {
      start(-1, () -> firstOf(finder.find(files)));
    }
  }

  /**
   * Opens what was dragged from another program or pasted, such as a picture or a link of a browser.
   *
   * @return false if it offers no picture in any of these ways; nothing has changed then
   */
  public boolean openDropped(DroppedContent dropped) {
    List<PictureSource> sources;
    try {
      sources = dropped.pictures();
    } catch (DropFailure e) {
      if (e.kind() == DropFailure.Kind.NOTHING) {
        return false;
      }
      LOG.info("not opened: {}", e.getMessage(), e);
      message.set(texts.sentence(e));
      return true;
    }
    start(-1, () -> firstOf(PictureFinder.Found.files(finder.from(sources), 0)));
    return true;
  }

  /** Opens a shipped picture. */
  public void openSample(int index) {
    start(index, () -> at(List.of(samples.get(index)), null, 0));
  }

  /** Shows a picture that came without a file, such as a pasted one. */
  public void open(String name, Photo photo) {
    start(-1, () -> new Opened(List.of(), null, -1, new Picture(name, photo, false), ""));
  }

  /** Shows a picture that was taken just now, among those taken before. */
  void keep(Picture taken) {
    if (kept.size() == MOST_KEPT) {
      kept.remove(0);
    }
    kept.add(new PictureEntry(taken.name(), Optional.empty(), () -> taken));
    opening++;
    loading.set(false);
    show(new Opened(List.copyOf(kept), null, kept.size() - 1, taken, ""), -1);
  }

  /** Says what came of an attempt to show something else; nothing if empty. */
  void say(String sentence) {
    message.set(sentence);
  }

  /** Says that the clipboard holds no picture. */
  void nothingToPaste() {
    message.set(texts.get("photo-tab.paste.nothing"));
  }

  /** Goes to one of the pictures that were opened together, from 0. */
  public void goTo(int index) {
    if (index >= 0 && index < entries.size() && index != position.get()) {
      List<PictureEntry> same = entries;
      FaceTable sameTable = table.get();
      start(-1, () -> at(same, sameTable, index));
    }
  }

  /** Goes to the next of them, or back. */
  public void step(int by) {
    goTo(position.get() + by);
  }

  private void start(int sampleIndex, Callable<Opened> work) {
    int mine = ++opening;
    loading.set(true);
    background.execute(() -> {
      Runnable outcome;
      try {
        Opened opened = work.call();
        outcome = () -> show(opened, sampleIndex);
      } catch (UserFailure e) {
        LOG.info("not opened: {}", e.getMessage(), e);
        outcome = () -> message.set(texts.sentence(e));
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> messages.report(e);
      }
      Runnable last = outcome;
      ui.execute(() -> {
        if (mine == opening) {
          loading.set(false);
          last.run();
        }
      });
    });
  }

  private void show(Opened opened, int sampleIndex) {
    entries = opened.entries;
    table.set(opened.table);
    count.set(entries.size());
    position.set(opened.index);
    message.set(opened.message);
    if (opened.picture != null) {
      sample.set(sampleIndex);
      title.set(texts.get("photo-tab.title", opened.picture.name(), opened.picture.photo().width(),
          opened.picture.photo().height()));
      picture.set(opened.picture);
      if (opened.index >= 0) {
        entries.get(opened.index).file().ifPresent(settings::addRecentPicture);
      }
    }
  }

  /** One of them; if it can't be opened one still is there, with the sentence why. */
  private Opened at(List<PictureEntry> all, FaceTable from, int index) throws Exception {
    try {
      return new Opened(all, from, index, all.get(index).load().call(), "");
    } catch (UserFailure e) {
      if (all.size() == 1) {
        throw e;
      }
      LOG.info("not opened: {}", e.getMessage(), e);
      return new Opened(all, from, index, null, texts.sentence(e));
    }
  }

  /** The first that can be opened. */
  private Opened firstOf(PictureFinder.Found found) throws Exception {
    if (found.entries().size() == 1) {
      Opened only = at(found.entries(), found.table(), 0);
      return new Opened(only.entries, only.table, 0, only.picture, skipped(found.passedOver()));
    }
    List<PictureEntry> usable = new ArrayList<>(found.entries());
    int skipped = found.passedOver();
    while (!usable.isEmpty()) {
      try {
        Picture first = usable.get(0).load().call();
        return new Opened(usable, found.table(), 0, first, skipped(skipped));
      } catch (UserFailure e) {
        LOG.info("passed over: {}", e.getMessage(), e);
        usable.remove(0);
        skipped++;
      }
    }
    throw new NoPictures(skipped);
  }

  private String skipped(int files) {
    return files == 0 ? "" : texts.get("photo-tab.open.skipped", files);
  }
}
