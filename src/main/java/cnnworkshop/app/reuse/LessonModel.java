package cnnworkshop.app.reuse;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.reuse.Lesson;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How the new task is learned, as a person sets it; the rest is as usual. On the UI thread. */
final class LessonModel {

  private static final String FLIP = "FLIP";
  private static final String SHIFT = "SHIFT";

  private final IntegerProperty steps;
  private final DoubleProperty learningRate;
  private final DoubleProperty flip = new SimpleDoubleProperty(this, "flip", 0);
  private final DoubleProperty shift = new SimpleDoubleProperty(this, "shift", 0);

  /** @param usual what it begins with; its random changes are left out */
  LessonModel(Lesson usual) {
    steps = new SimpleIntegerProperty(this, "steps", usual.steps());
    learningRate = new SimpleDoubleProperty(this, "learningRate", usual.learningRate());
  }

  /** Steps of a training, at least 1. */
  IntegerProperty stepsProperty() {
    return steps;
  }

  /** The highest learning rate, above 0. */
  DoubleProperty learningRateProperty() {
    return learningRate;
  }

  /** Share of the pictures that are mirrored, 0..1. */
  DoubleProperty flipProperty() {
    return flip;
  }

  /** The farthest shift, in pixels. */
  DoubleProperty shiftProperty() {
    return shift;
  }

  /** The lesson for pictures of a kind. {@code unchanged} leaves them as they are. */
  Lesson lesson(Augmentation unchanged) {
    Augmentation augmentation = unchanged;
    for (Map.Entry<String, DoubleProperty> change : Map.of(FLIP, flip, SHIFT, shift).entrySet()) {
      for (Augmentation.Kind kind : unchanged.kinds()) {
        if (kind.name().equals(change.getKey())) {
          augmentation = augmentation.with(kind, Math.min(kind.highest(), change.getValue().get()));
        }
      }
    }
    Lesson usual = Lesson.usual(augmentation);
    return new Lesson(steps.get(), usual.rounds(), usual.batch(), learningRate.get(), usual.l2(), augmentation,
        usual.variants());
  }
}
