package cnnworkshop.app.train;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.train.PictureRecipe;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.Suggestion;
import cnnworkshop.core.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The network to be trained and the settings of the training. */
public final class SetupModel {

  /** Share of the pictures held out to choose the best weights by. */
  static final double HOLD_OUT = 0.1;

  /** Networks to choose from. */
  public static final List<String> NETWORKS = List.of("cnn", "suggested_cnn", "sixty_seconds");

  /** A choice with a name. */
  interface Named {
    /** The text key of the name. */
    String textKey();
  }

  /** How weights follow their gradients. */
  public enum Method implements Named {
    ADAM("train.updater.adam"), NESTEROV("train.updater.nesterov"), SGD("train.updater.sgd"),
    RMS_PROP("train.updater.rms-prop");

    private final String textKey;

    Method(String textKey) {
      this.textKey = textKey;
    }

    @Override
    public String textKey() {
      return textKey;
    }
  }

  /** How the learning rate goes over the training. */
  public enum Course implements Named {
    CONSTANT("train.schedule.constant"), LINE("train.schedule.line"), COSINE("train.schedule.cosine");

    private final String textKey;

    Course(String textKey) {
      this.textKey = textKey;
    }

    @Override
    public String textKey() {
      return textKey;
    }
  }

  private static final int FEWEST_PICTURES = 100;
  private static final double LAST_SHARE = 0.01;
  private static final double WARM_UP = 0.25;

  private final StringProperty network = new SimpleStringProperty(this, "network", "cnn");
  private final ReadOnlyObjectWrapper<NetworkSpec> spec = new ReadOnlyObjectWrapper<>(this, "spec", Presets.cnn());
  private final ReadOnlyObjectWrapper<ShapeCheck> check =
      new ReadOnlyObjectWrapper<>(this, "check", ShapeCheck.of(Presets.cnn()));
  private final DoubleProperty dropout = new SimpleDoubleProperty(this, "dropout", 0);
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(this, "method", Method.ADAM);
  private final ObjectProperty<Course> course = new SimpleObjectProperty<>(this, "course", Course.CONSTANT);
  private final DoubleProperty learningRate = new SimpleDoubleProperty(this, "learningRate", 1e-3);
  private final IntegerProperty batch = new SimpleIntegerProperty(this, "batch", 64);
  private final IntegerProperty epochs = new SimpleIntegerProperty(this, "epochs", 15);
  private final DoubleProperty l2 = new SimpleDoubleProperty(this, "l2", 0);
  private final IntegerProperty patience = new SimpleIntegerProperty(this, "patience", 0);
  private final IntegerProperty pictures = new SimpleIntegerProperty(this, "pictures", Integer.MAX_VALUE);
  private final ReadOnlyIntegerWrapper mostPictures =
      new ReadOnlyIntegerWrapper(this, "mostPictures", Integer.MAX_VALUE);
  private final IntegerProperty seed = new SimpleIntegerProperty(this, "seed", 1);
  private final IntegerProperty shift = new SimpleIntegerProperty(this, "shift", 0);
  private final BooleanProperty flip = new SimpleBooleanProperty(this, "flip", false);

  private NetworkSpec base = Presets.cnn();
  private Shape input = base.input();
  private int classes = 10;

  SetupModel() {
    network.addListener((p, before, now) -> choose(now));
    dropout.addListener((p, before, now) -> build());
  }

  /** The preset's name. */
  public StringProperty networkProperty() {
    return network;
  }

  /** The network as it will be trained. */
  public ReadOnlyObjectProperty<NetworkSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /** What it comes to, and what is wrong with it. */
  public ReadOnlyObjectProperty<ShapeCheck> checkProperty() {
    return check.getReadOnlyProperty();
  }

  ShapeCheck check() {
    return check.get();
  }

  /** Probability of dropping before the last layer, 0..0.9; 0 leaves what the preset has. */
  public DoubleProperty dropoutProperty() {
    return dropout;
  }

  /** How weights follow their gradients. */
  public ObjectProperty<Method> methodProperty() {
    return method;
  }

  /** How the learning rate goes over the training. */
  public ObjectProperty<Course> courseProperty() {
    return course;
  }

  /** The highest learning rate. */
  public DoubleProperty learningRateProperty() {
    return learningRate;
  }

  /** Pictures a step. */
  public IntegerProperty batchProperty() {
    return batch;
  }

  /** Times every picture is used. */
  public IntegerProperty epochsProperty() {
    return epochs;
  }

  /** The L2 penalty. */
  public DoubleProperty l2Property() {
    return l2;
  }

  /** Epochs without gain after which the training ends; 0 for never. */
  public IntegerProperty patienceProperty() {
    return patience;
  }

  /** How many of the pictures are taken, those held out included. */
  public IntegerProperty picturesProperty() {
    return pictures;
  }

  /** How many there are. */
  public ReadOnlyIntegerProperty mostPicturesProperty() {
    return mostPictures.getReadOnlyProperty();
  }

  /** The same seed and settings give the same curve. */
  public IntegerProperty seedProperty() {
    return seed;
  }

  /** The farthest random shift of a picture, in pixels. */
  public IntegerProperty shiftProperty() {
    return shift;
  }

  /** Whether half of the pictures are flipped left to right. */
  public BooleanProperty flipProperty() {
    return flip;
  }

  private void choose(String name) {
    base = Presets.byName(name).orElseThrow();
    dropout.set(0);
    PictureRecipe recipe = PictureRecipe.of(name, seed.get());
    method.set(Method.ADAM);
    course.set(recipe.settings().learningRate() instanceof Schedule.Cosine ? Course.COSINE : Course.CONSTANT);
    learningRate.set(recipe.settings().learningRate() instanceof Schedule.Cosine cosine ? cosine.peak()
        : recipe.settings().learningRate().at(0));
    epochs.set(recipe.settings().epochs());
    batch.set(recipe.settings().batchSize());
    l2.set(recipe.settings().l2());
    shift.set(recipe.augmentation().shift());
    flip.set(recipe.augmentation().flip() > 0);
    build();
  }

  /** Other pictures: the network gets their shape and as many answers as they have classes. */
  void fit(LabelledPictures training) {
    input = new Shape(training.channels(), training.height(), training.width());
    classes = training.classNames().size();
    mostPictures.set(training.size());
    pictures.set(training.size());
    build();
  }

  private void build() {
    NetworkSpec fitted = base.fitted(input, classes);
    spec.set(dropout.get() == 0 ? fitted : new Suggestion.DropoutBeforeLast(dropout.get()).appliedTo(fitted));
    check.set(ShapeCheck.of(spec.get(), classes));
  }

  /** Makes one change. */
  void apply(Suggestion suggestion) {
    if (suggestion instanceof Suggestion.DropoutBeforeLast drop) {
      dropout.set(drop.rate());
    } else if (suggestion instanceof Suggestion.OfNetwork change) {
      base = change.appliedTo(base);
      build();
    } else if (suggestion instanceof Suggestion.LearningRate rate) {
      learningRate.set(rate.to());
    } else if (suggestion instanceof Suggestion.Epochs more) {
      epochs.set(more.epochs());
    } else if (suggestion instanceof Suggestion.Augmentation) {
      shift.set(PictureAugmentation.USUAL.shift());
      flip.set(true);
    } else if (suggestion instanceof Suggestion.Pictures more) {
      pictures.set(Math.min(mostPictures.get(), more.pictures()));
    } else if (suggestion instanceof Suggestion.L2 penalty) {
      l2.set(penalty.to());
    }
  }

  Updater updater() {
    return switch (method.get()) {
      case ADAM -> new Updater.Adam();
      case NESTEROV -> new Updater.Nesterov(0.9);
      case SGD -> new Updater.Sgd();
      case RMS_PROP -> new Updater.RmsProp();
    };
  }

  TrainingSettings settings() {
    double rate = learningRate.get();
    Schedule schedule = switch (course.get()) {
      case CONSTANT -> new Schedule.Constant(rate);
      case LINE -> new Schedule.Linear(rate, rate * LAST_SHARE);
      case COSINE -> new Schedule.Cosine(rate, rate * LAST_SHARE, WARM_UP);
    };
    return new TrainingSettings(epochs.get(), batch.get(), schedule, TrainingSettings.USUAL_MOMENTUM, l2.get(), 0,
        patience.get(), seed.get());
  }

  PictureAugmentation augmentation() {
    return new PictureAugmentation(shift.get(), flip.get() ? 0.5 : 0, 0);
  }

  /** The random changes as a run's record has them; empty for none. */
  String augmentationWords() {
    List<String> words = new ArrayList<>();
    if (shift.get() > 0) {
      words.add("shift " + shift.get());
    }
    if (flip.get()) {
      words.add("flip 0.5");
    }
    return String.join(", ", words);
  }

  /** The least a person can choose: a few of each class. */
  int fewestPictures() {
    return Math.min(mostPictures.get(), Math.max(FEWEST_PICTURES, 10 * classes));
  }

  /** What the layers are, for a list of them. */
  public List<LayerSpec> layers() {
    return spec.get().layers();
  }
}
