package cnnworkshop.app.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.train.FaceRecipe;
import cnnworkshop.core.train.PictureRecipe;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.ScheduleForm;
import cnnworkshop.core.train.Suggestion;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.TrainingTask;
import cnnworkshop.core.train.UpdaterKind;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How a network will be trained: the settings of the next training, some of which also move the one that runs. */
public final class SettingsModel {

  /** Share of the pictures held out to choose the best weights by. */
  static final double HOLD_OUT = 0.1;

  /** How much of one random change there is. */
  public static final class Change {
    private final Augmentation.Kind kind;
    private final DoubleProperty amount = new SimpleDoubleProperty(this, "amount", 0);

    Change(Augmentation.Kind kind) {
      this.kind = kind;
    }

    /** What is changed. */
    public Augmentation.Kind kind() {
      return kind;
    }

    /** How strong or how frequent it is, 0 for not at all. */
    public DoubleProperty amountProperty() {
      return amount;
    }
  }

  private static final int FEWEST_PICTURES = 100;
  private final ObjectProperty<UpdaterKind> updater =
      new SimpleObjectProperty<>(this, "updater", UpdaterKind.ADAM);
  private final ObjectProperty<ScheduleForm> form =
      new SimpleObjectProperty<>(this, "form", ScheduleForm.CONSTANT);
  private final DoubleProperty learningRate = new SimpleDoubleProperty(this, "learningRate", 1e-3);
  private final DoubleProperty momentum = new SimpleDoubleProperty(this, "momentum", 0.9);
  private final DoubleProperty averaging = new SimpleDoubleProperty(this, "averaging", 0);
  private final IntegerProperty batch = new SimpleIntegerProperty(this, "batch", 64);
  private final IntegerProperty epochs = new SimpleIntegerProperty(this, "epochs", 15);
  private final DoubleProperty l2 = new SimpleDoubleProperty(this, "l2", 0);
  private final IntegerProperty patience = new SimpleIntegerProperty(this, "patience", 0);
  private final IntegerProperty pictures = new SimpleIntegerProperty(this, "pictures", Integer.MAX_VALUE);
  private final ReadOnlyIntegerWrapper mostPictures =
      new ReadOnlyIntegerWrapper(this, "mostPictures", Integer.MAX_VALUE);
  private final IntegerProperty seed = new SimpleIntegerProperty(this, "seed", 1);
  private final ObservableList<Change> changes = FXCollections.observableArrayList();

  private Schedule schedule = ScheduleForm.CONSTANT.usual();
  private Augmentation unchanged = PictureAugmentation.NONE;
  private int fewestPictures = FEWEST_PICTURES;
  private boolean preparing;

  SettingsModel() {
    showChanges();
    form.addListener((p, before, now) -> {
      // A recipe's own schedule of this form stays as it is.
      if (ScheduleForm.of(schedule) != now) {
        schedule = now.usual();
      }
    });
  }

  /** How weights follow their gradients. */
  public ObjectProperty<UpdaterKind> updaterProperty() {
    return updater;
  }

  /** How the learning rate goes over the training. */
  public ObjectProperty<ScheduleForm> formProperty() {
    return form;
  }

  /** The highest learning rate, above 0. */
  public DoubleProperty learningRateProperty() {
    return learningRate;
  }

  /** The momentum, 0..1; only one updater has any. */
  public DoubleProperty momentumProperty() {
    return momentum;
  }

  /** Share of the running mean of the weights that a step keeps, 0..1; 0 for no mean. */
  public DoubleProperty averagingProperty() {
    return averaging;
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

  /** The least a person can choose: a few of each class. */
  int fewestPictures() {
    return fewestPictures;
  }

  /** The same seed and settings give the same curve. */
  public IntegerProperty seedProperty() {
    return seed;
  }

  /** The random changes to the pictures, all kinds there are for the data. */
  public ObservableList<Change> changes() {
    return changes;
  }

  /** Whether settings change because of something else than a person's hand on them. */
  boolean isPreparing() {
    return preparing;
  }

  private void prepare(Runnable change) {
    boolean before = preparing;
    preparing = true;
    change.run();
    preparing = before;
  }

  /** Other pictures: all of them are taken, and what can be done to them is listed. */
  void fit(TrainingTask task) {
    prepare(() -> {
      fewestPictures = Math.min(task.available(), Math.max(FEWEST_PICTURES, task.outputs()));
      mostPictures.set(task.available());
      pictures.set(task.available());
      if (!task.unchanged().kinds().equals(unchanged.kinds())) {
        unchanged = task.unchanged();
        showChanges();
      }
    });
  }

  private void showChanges() {
    changes.setAll(unchanged.kinds().stream().map(Change::new).toList());
  }

  /** Settings that go with a network of that name. */
  void prefer(String network, Loss loss) {
    if (loss == Loss.MEAN_SQUARED_ERROR) {
      FaceRecipe recipe = FaceRecipe.quick(seed.get());
      take(recipe.updater(), recipe.settings(), recipe.augmentation());
    } else {
      PictureRecipe recipe = PictureRecipe.of(network, seed.get());
      take(recipe.updater(), recipe.settings(), recipe.augmentation());
    }
  }

  /** Takes over all settings but the seed. */
  void take(Updater chosen, TrainingSettings settings, Augmentation augmentation) {
    prepare(() -> {
      updater.set(UpdaterKind.of(chosen));
      schedule = settings.learningRate();
      form.set(ScheduleForm.of(schedule));
      learningRate.set(schedule.highest());
      momentum.set(settings.momentum().highest());
      averaging.set(settings.averaging());
      epochs.set(settings.epochs());
      batch.set(settings.batchSize());
      l2.set(settings.l2());
      patience.set(settings.patience());
      if (augmentation.kinds().equals(unchanged.kinds())) {
        changes.forEach(change -> change.amount.set(augmentation.amount(change.kind)));
      }
    });
  }

  /** Takes over all settings of a run; its pictures are there already. */
  void take(RunSetup run) {
    prepare(() -> {
      seed.set((int) run.settings().seed());
      take(run.updater(), run.settings(), unchanged.withWords(run.augmentation()));
      pictures.set(Math.min(mostPictures.get(), run.data().learned() + run.data().heldOut()));
    });
  }

  /** Makes one change, unless it is one of the network. */
  void apply(Suggestion suggestion) {
    prepare(() -> {
      if (suggestion instanceof Suggestion.LearningRate rate) {
        learningRate.set(rate.to());
      } else if (suggestion instanceof Suggestion.Epochs more) {
        epochs.set(more.epochs());
      } else if (suggestion instanceof Suggestion.Augmentation) {
        changes.forEach(change -> change.amount.set(change.kind.usual()));
      } else if (suggestion instanceof Suggestion.Pictures more) {
        pictures.set(Math.min(mostPictures.get(), more.pictures()));
      } else if (suggestion instanceof Suggestion.L2 penalty) {
        l2.set(penalty.to());
      }
    });
  }

  /** As many pictures and epochs as a budget of time has room for. */
  void fit(int somePictures, int someEpochs) {
    prepare(() -> {
      pictures.set(somePictures);
      epochs.set(someEpochs);
    });
  }

  Updater updater() {
    return updater.get().with(momentum.get());
  }

  TrainingSettings settings() {
    return new TrainingSettings(epochs.get(), batch.get(), schedule.withHighest(learningRate.get()),
        new Schedule.Constant(momentum.get()), l2.get(), averaging.get(), patience.get(), seed.get());
  }

  Augmentation augmentation() {
    Augmentation augmentation = unchanged;
    for (Change change : changes) {
      augmentation = augmentation.with(change.kind, change.amount.get());
    }
    return augmentation;
  }
}
