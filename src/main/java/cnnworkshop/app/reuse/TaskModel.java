package cnnworkshop.app.reuse;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.train.DataModel;
import cnnworkshop.app.train.DataSource;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The new task: pictures, which of their classes are to be told apart, and whether in colour. On the UI thread. */
public final class TaskModel {

  /** Fewer can't be told apart. */
  static final int FEWEST_CLASSES = 2;

  private final DataModel data;
  private final ObservableValue<LoadedNetwork> base;
  private final ObservableList<ClassChoice> classes = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<NewTask> task = new ReadOnlyObjectWrapper<>(this, "task");
  private List<String> wanted = List.of();
  private boolean choosing;

  /**
   * @param data the pictures
   * @param base the network they are for
   */
  TaskModel(DataModel data, ObservableValue<LoadedNetwork> base) {
    this.data = data;
    this.base = base;
    data.taskProperty().addListener((p, before, now) -> taken(now));
    base.addListener((p, before, now) -> publish());
    taken(data.taskProperty().get());
  }

  /** The pictures. */
  public DataModel data() {
    return data;
  }

  /** The classes there are; empty for a task without any. */
  ObservableList<ClassChoice> classes() {
    return classes;
  }

  /** What is to be learned; null while there are no pictures or fewer than two classes are chosen. */
  ReadOnlyObjectProperty<NewTask> taskProperty() {
    return task.getReadOnlyProperty();
  }

  /** Without any pictures yet it takes those that need no file. */
  void opened() {
    if (data.taskProperty().get() == null && !data.loadingProperty().get()) {
      data.choose(DataSource.SHAPES10);
    }
  }

  /** Chooses classes of drawn shapes by name, as soon as these are there. */
  void takeShapes(double difficulty, List<String> names) {
    wanted = List.copyOf(names);
    data.difficultyProperty().set(difficulty);
    data.choose(DataSource.SHAPES10);
    if (!data.loadingProperty().get()) {
      chooseWanted();
    }
  }

  private void taken(TrainingTask now) {
    choosing = true;
    List<String> names = now instanceof PictureTask pictures ? pictures.classNames() : List.of();
    if (!classes.stream().map(ClassChoice::name).toList().equals(names)) {
      classes.setAll(names.stream().map(ClassChoice::new).toList());
      classes.forEach(choice -> choice.chosenProperty().addListener((p, before, chosen) -> publish()));
    }
    choosing = false;
    publish();
    if (now != null && data.sourceProperty().get() == DataSource.SHAPES10) {
      chooseWanted();
    } else if (now != null) {
      wanted = List.of();
    }
  }

  private void chooseWanted() {
    if (!wanted.isEmpty() && classes.stream().map(ClassChoice::name).toList().containsAll(wanted)) {
      choosing = true;
      classes.forEach(choice -> choice.chosenProperty().set(wanted.contains(choice.name())));
      choosing = false;
      wanted = List.of();
      publish();
    }
  }

  private void publish() {
    if (choosing) {
      return;
    }
    TrainingTask whole = data.taskProperty().get();
    List<Integer> chosen =
        IntStream.range(0, classes.size()).filter(i -> classes.get(i).chosenProperty().get()).boxed().toList();
    boolean enough = whole != null && (classes.isEmpty() || chosen.size() >= FEWEST_CLASSES);
    boolean grey = whole instanceof PictureTask && base.getValue() != null
        && base.getValue().spec().input().channels() == 1;
    task.set(enough ? new NewTask(whole, chosen, grey) : null);
  }
}
