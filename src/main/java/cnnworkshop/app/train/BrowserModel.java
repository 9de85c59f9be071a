package cnnworkshop.app.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Looks through what there is to learn: by part and group, picture by picture, and what augmentation does to one. */
public final class BrowserModel {

  /** What is looked at. */
  public enum Part {
    /** Pictures to learn from. */
    TRAINING,
    /** Pictures that only report. */
    TEST,
    /** What could not be used. */
    LEFT_OUT
  }

  /** How many changed examples of a picture there are. */
  public static final int EXAMPLES = 12;

  private final Texts texts;
  private final Supplier<? extends Augmentation> augmentation;

  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.TRAINING);
  private final ReadOnlyObjectWrapper<List<BrowserGroup>> groups =
      new ReadOnlyObjectWrapper<>(this, "groups", List.of());
  private final IntegerProperty group = new SimpleIntegerProperty(this, "group");
  private final ReadOnlyObjectWrapper<BrowserPictures> pictures = new ReadOnlyObjectWrapper<>(this, "pictures");
  private final IntegerProperty opened = new SimpleIntegerProperty(this, "opened", -1);
  private final ReadOnlyObjectWrapper<BrowserPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyObjectWrapper<List<BrowserPicture>> examples =
      new ReadOnlyObjectWrapper<>(this, "examples", List.of());
  private final ReadOnlyStringWrapper changes = new ReadOnlyStringWrapper(this, "changes", "");
  private final ReadOnlyObjectWrapper<List<String>> leftOut =
      new ReadOnlyObjectWrapper<>(this, "leftOut", List.of());

  private BrowserSet training;
  private BrowserSet test;
  private long round;

  /** @param augmentation what a training would change now */
  public BrowserModel(Texts texts, TrainingTask task, Supplier<? extends Augmentation> augmentation) {
    this.texts = texts;
    this.augmentation = augmentation;
    show(task);
    part.addListener((p, before, now) -> arrange());
    group.addListener((p, before, now) -> choose());
    opened.addListener((p, before, now) -> open());
  }

  /** Looks at another set, from its beginning. */
  public void show(TrainingTask task) {
    training = set(task, true);
    test = set(task, false);
    name.set(task.name());
    leftOut.set(task.faults().stream().map(texts::sentence).toList());
    group.set(0);
    part.set(Part.TRAINING);
    arrange();
  }

  private BrowserSet set(TrainingTask task, boolean toLearn) {
    if (task instanceof PictureTask classes) {
      return new BrowserClasses(toLearn ? classes.training() : classes.test(), texts);
    }
    FaceTask faces = (FaceTask) task;
    return new BrowserFaces(toLearn ? faces.training() : faces.test(), texts);
  }

  /** What the set is called. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** What is looked at. */
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  /** How many there are of a part. */
  public int count(Part of) {
    return switch (of) {
      case TRAINING -> training.size();
      case TEST -> test.size();
      case LEFT_OUT -> leftOut.get().size();
    };
  }

  /** All pictures of the part, and those of each class. */
  public ReadOnlyObjectProperty<List<BrowserGroup>> groupsProperty() {
    return groups.getReadOnlyProperty();
  }

  /** The group that is looked at, an index into the groups; 0 for all pictures. */
  public IntegerProperty groupProperty() {
    return group;
  }

  /** The pictures of the group. */
  public ReadOnlyObjectProperty<BrowserPictures> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** The picture that is looked at closely, an index into the pictures; −1 for none. */
  public IntegerProperty openedProperty() {
    return opened;
  }

  /** The picture that is looked at closely; null for none. */
  public ReadOnlyObjectProperty<BrowserPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** What augmentation makes of that picture; empty if nothing would be changed. */
  public ReadOnlyObjectProperty<List<BrowserPicture>> examplesProperty() {
    return examples.getReadOnlyProperty();
  }

  /** What augmentation does, in words. */
  public ReadOnlyStringProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** What was left out and why, a sentence each that names the file. */
  public ReadOnlyObjectProperty<List<String>> leftOutProperty() {
    return leftOut.getReadOnlyProperty();
  }

  private BrowserSet shown() {
    return part.get() == Part.TEST ? test : training;
  }

  private void arrange() {
    BrowserSet set = shown();
    int[] counts = new int[set.groups().size()];
    for (int i = 0; i < set.size(); i++) {
      counts[set.groupOf(i)]++;
    }
    double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    List<BrowserGroup> all = new ArrayList<>();
    all.add(new BrowserGroup(texts.get("train.browser.all"), set.size(), 0, true));
    for (int i = 0; i < counts.length; i++) {
      all.add(new BrowserGroup(set.groups().get(i), counts[i], counts[i] / most, false));
    }
    groups.set(List.copyOf(all));
    choose();
  }

  private void choose() {
    BrowserSet set = shown();
    int wanted = group.get() - 1;
    opened.set(-1);
    pictures.set(new BrowserPictures(set, IntStream.range(0, set.size())
        .filter(i -> wanted < 0 || set.groupOf(i) == wanted).toArray()));
  }

  private void open() {
    round = 0;
    int index = opened.get();
    picture.set(index < 0 ? null : pictures.get().get(index));
    refresh();
  }

  /** Makes other examples. */
  public void again() {
    round++;
    refresh();
  }

  /** Makes the examples again as the settings are now, by the same random numbers. */
  public void refresh() {
    if (opened.get() < 0) {
      examples.set(List.of());
      changes.set("");
      return;
    }
    Augmentation now = augmentation.get();
    String words = now.words();
    changes.set(words.isEmpty() ? texts.get("train.browser.unchanged") : texts.get("train.browser.changes", words));
    int number = pictures.get().number(opened.get());
    RandomGenerator random = new SplittableRandom(round);
    examples.set(words.isEmpty() ? List.of()
        : IntStream.range(0, EXAMPLES).mapToObj(i -> shown().changed(number, now, random)).toList());
  }
}
