package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which of the network's answers is explained. To be used on the UI thread. */
final class WhyAnswersModel {

  private static final int THE_MOST_PROBABLE = -1;

  private final Texts texts;
  private final ReadOnlyObjectWrapper<AnswerKind> kind = new ReadOnlyObjectWrapper<>(this, "kind", AnswerKind.NONE);
  private final ReadOnlyObjectWrapper<Explained> explained = new ReadOnlyObjectWrapper<>(this, "explained");
  private final ObjectProperty<Keypoint> point = new SimpleObjectProperty<>(this, "point", Keypoint.NOSE_TIP);
  private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(this, "direction", Direction.ANY);
  private final ObservableList<String> classes = FXCollections.observableArrayList();
  private final IntegerProperty chosenClass = new SimpleIntegerProperty(this, "chosenClass", THE_MOST_PROBABLE);

  WhyAnswersModel(Texts texts) {
    this.texts = texts;
    point.addListener((p, before, now) -> decide());
    direction.addListener((p, before, now) -> decide());
    chosenClass.addListener((p, before, now) -> decide());
  }

  /** Another network; null for none. The class chosen of another one says nothing. */
  void show(LoadedNetwork network) {
    kind.set(network == null ? AnswerKind.NONE
        : AnswerKind.of(network.spec(), network.info().task(), network.outputShape()));
    List<String> names = kind.get() == AnswerKind.CLASSES ? names(network) : List.of();
    if (!names.equals(classes)) {
      chosenClass.set(THE_MOST_PROBABLE);
      classes.setAll(names);
    }
    decide();
  }

  private List<String> names(LoadedNetwork network) {
    int count = network.outputShape().size();
    List<String> labels = network.info().labels();
    // A plain DL4J zip knows no names.
    return labels.size() == count ? labels
        : IntStream.rangeClosed(1, count).mapToObj(n -> texts.get("photo-tab.class", n)).toList();
  }

  /** What the network says to the picture: as long as nobody has chosen a class, it is the most probable one. */
  void heard(float[] outputs) {
    if (kind.get() == AnswerKind.CLASSES && chosenClass.get() == THE_MOST_PROBABLE) {
      chosenClass.set(mostProbable(outputs));
    }
  }

  /** The class with the largest probability. */
  static int mostProbable(float[] outputs) {
    int most = 0;
    for (int i = 1; i < outputs.length; i++) {
      most = outputs[i] > outputs[most] ? i : most;
    }
    return most;
  }

  private void decide() {
    explained.set(switch (kind.get()) {
      case POINTS -> new Explained.OfPoint(point.get(), direction.get());
      case CLASSES -> chosenClass.get() == THE_MOST_PROBABLE ? null : new Explained.OfClass(chosenClass.get());
      case NONE -> null;
    });
  }

  /** What the network gives that can be explained. */
  ReadOnlyObjectProperty<AnswerKind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** What is to be explained; null while there is nothing. */
  ReadOnlyObjectProperty<Explained> explainedProperty() {
    return explained.getReadOnlyProperty();
  }

  /** Of points: which one. */
  ObjectProperty<Keypoint> pointProperty() {
    return point;
  }

  /** Of points: which way it is watched. */
  ObjectProperty<Direction> directionProperty() {
    return direction;
  }

  /** Of classes: their names. */
  ObservableList<String> classes() {
    return classes;
  }

  /** Of classes: which one, from 0; −1 while the network has not been heard. */
  IntegerProperty chosenClassProperty() {
    return chosenClass;
  }
}
