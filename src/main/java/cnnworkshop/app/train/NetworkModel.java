package cnnworkshop.app.train;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.DropoutScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.MeasuredSpeed;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.TrainingMemory;
import cnnworkshop.core.train.Suggestion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The network that the next training starts from, as a list of layers to edit. It always has the input and the number
 * of outputs of the data; everything else is the person's, each change undone and redone as often as wanted. Each task
 * (classes, coordinates) has a network and a history of its own, so that other data lose no edits.
 */
public final class NetworkModel {

  /** The largest {@link #dropoutScaleProperty()}. */
  public static final double HIGHEST_DROPOUT_SCALE = 2;
  /** The {@link #selectedProperty()} when no layer is chosen. */
  public static final int NONE = -1;

  private final NetworkShelf shelf;
  private final Map<Loss, NetworkEdits> tasks = new EnumMap<>(Loss.class);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper(this, "edited");
  private final ReadOnlyObjectWrapper<NetworkSpec> spec = new ReadOnlyObjectWrapper<>(this, "spec");
  private final ReadOnlyObjectWrapper<ShapeCheck> check = new ReadOnlyObjectWrapper<>(this, "check");
  private final ObservableList<LayerRow> rows = FXCollections.observableArrayList();
  private final ObservableList<LayerRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final DoubleProperty dropoutScale = new SimpleDoubleProperty(this, "dropoutScale", 1);
  private final ReadOnlyLongWrapper memoryBytes = new ReadOnlyLongWrapper(this, "memoryBytes");
  private final ReadOnlyDoubleWrapper secondsAnEpoch = new ReadOnlyDoubleWrapper(this, "secondsAnEpoch", Double.NaN);

  private Shape input = Presets.cnn().input();
  private int outputs = 10;
  private Loss loss = Loss.CROSS_ENTROPY;
  private Updater updater = new Updater.Adam();
  private int batch = 1;
  private int pictures;
  private MeasuredSpeed measured;

  /**
   * @param templates where networks are saved by name
   * @param failures hears of templates that can't be read or written
   */
  public NetworkModel(NetworkTemplates templates, Consumer<Throwable> failures) {
    shelf = new NetworkShelf(templates, failures);
    dropoutScale.addListener((p, before, now) -> publish());
    publish();
  }

  /** The networks to start from that suit the task: the program's, then those a person saved. */
  public ObservableList<String> names() {
    return shelf.names();
  }

  /** What the network was chosen or saved as. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Whether its layers are not any more those of that name. */
  public ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** The network as it will be trained: for the data, with scaled drop rates. */
  public ReadOnlyObjectProperty<NetworkSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /** What it comes to, and what is wrong with it. */
  public ReadOnlyObjectProperty<ShapeCheck> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** The layers in order. */
  public ObservableList<LayerRow> rows() {
    return readOnlyRows;
  }

  /** The index of the chosen layer, or {@link #NONE}. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /** Whether there is a change to take back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether there is a change to make again. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** What all drop rates are multiplied by, 0..{@value #HIGHEST_DROPOUT_SCALE}; see {@link DropoutScale}. */
  public DoubleProperty dropoutScaleProperty() {
    return dropoutScale;
  }

  /** Memory of a training with it, in bytes; see {@link TrainingMemory}. As far as its shapes are known. */
  public ReadOnlyLongProperty memoryBytesProperty() {
    return memoryBytes.getReadOnlyProperty();
  }

  /** About how long an epoch takes, in seconds; NaN as long as nothing was measured, or with a fault. */
  public ReadOnlyDoubleProperty secondsAnEpochProperty() {
    return secondsAnEpoch.getReadOnlyProperty();
  }

  /**
   * Data are chosen: the network is for them from now on. For another task it is the one edited last for that, or at
   * first the workshop's.
   *
   * @param newInput one picture
   * @param newOutputs classes, or coordinates
   */
  public void fit(Shape newInput, int newOutputs, Loss newLoss) {
    settle();
    selected.set(newLoss == loss ? selected.get() : NONE);
    input = newInput;
    outputs = newOutputs;
    loss = newLoss;
    shelf.suit(newLoss);
    publish();
  }

  /** Goes on with a preset or saved network; can be undone. One that can't be read changes nothing. */
  public void choose(String presetOrTemplate) {
    shelf.take(presetOrTemplate).ifPresent(chosen -> {
      selected.set(NONE);
      edits().choose(chosen.fitted(input, outputs));
      publish();
    });
  }

  /** Goes on with any network of this task, its drop rates as they are; can be undone. */
  public void take(NetworkSpec network) {
    selected.set(NONE);
    edits().choose(network.fitted(input, outputs));
    dropoutScale.set(1);
    publish();
  }

  /**
   * Puts a usual layer of a kind in and selects it.
   *
   * @param index where it will stand; before the layer of the answers at the latest
   */
  public void add(LayerKind kind, int index) {
    int place = edits().add(kind, index);
    publish();
    selected.set(place);
  }

  /** Puts a layer in behind the selected one, or as late as possible if there is none. */
  public void addAfterSelected(LayerKind kind) {
    add(kind, selected.get() == NONE ? rows.size() : selected.get() + 1);
  }

  /** Whether a layer can be taken out. */
  public boolean canRemove(int index) {
    return index >= 0 && index < edits().movable();
  }

  /** Takes a layer out; the one behind it is selected then. */
  public void remove(int index) {
    if (canRemove(index)) {
      edits().remove(index);
      publish();
    }
  }

  /** Whether a layer can be moved by that many places, towards the answers if above 0. */
  public boolean canMove(int index, int places) {
    return canRemove(index) && canRemove(index + places);
  }

  /** Moves a layer by so many places, and selects it. */
  public void move(int index, int places) {
    if (canMove(index, places)) {
      edits().move(index, index + places);
      publish();
      selected.set(index + places);
    }
  }

  /** Gives a layer other settings, in a change of its own. */
  public void replace(int index, LayerSpec layer) {
    edits().replace(index, layer);
    publish();
  }

  /**
   * Gives a layer other settings while they are being moved, as by a slider: all until {@link #settle()} or another
   * change are undone together.
   */
  public void adjust(int index, LayerSpec layer) {
    edits().adjust(index, layer);
    publish();
  }

  /** The setting that is being moved is where the person wants it. */
  public void settle() {
    edits().settle();
  }

  /** Takes the last change back. */
  public void undo() {
    edits().undo();
    publish();
  }

  /** Makes the change that was taken back last again. */
  public void redo() {
    edits().redo();
    publish();
  }

  /** Makes a suggested change to what would be trained; can be undone. */
  public void apply(Suggestion.OfNetwork suggestion) {
    NetworkSpec listed = suggestion.appliedTo(fitted(edits().spec()));
    NetworkSpec wanted = suggestion.appliedTo(spec.get());
    // What it says of a rate is meant of the rate that is trained with.
    boolean scaleCanStay = scaled(listed).equals(wanted);
    edits().become(scaleCanStay ? listed.layers() : wanted.layers());
    dropoutScale.set(scaleCanStay ? dropoutScale.get() : 1);
    publish();
  }

  /** Whether a network may be saved under a name: not under those of the program's own. */
  public boolean mayBeSavedAs(String wanted) {
    return shelf.mayBe(wanted);
  }

  /** Whether a saved network has that name. */
  public boolean isSaved(String wanted) {
    return shelf.has(wanted);
  }

  /** Keeps the network, with its drop rates as listed, in place of one of that name. */
  public void saveTemplate(String wanted) {
    String kept = wanted.strip();
    if (shelf.mayBe(kept) && shelf.save(kept, fitted(edits().spec()))) {
      edits().saved(kept);
      publish();
    }
  }

  /** Deletes a saved network; the layers being edited stay. */
  public void deleteTemplate(String saved) {
    shelf.delete(saved);
    publish();
  }

  /** Pictures a step, at least 1. */
  public void setBatch(int newBatch) {
    batch = newBatch;
    publish();
  }

  /** How weights will follow their gradients: some ways need more memory. */
  public void setUpdater(Updater newUpdater) {
    updater = newUpdater;
    publish();
  }

  /** How many pictures an epoch has. */
  public void setPictures(int newPictures) {
    pictures = newPictures;
    estimateTime();
  }

  /** How fast a training was on this machine; what is no speed is ignored. */
  public void setMeasuredSpeed(NetworkSpec measuredFor, double picturesPerSecond) {
    if (picturesPerSecond > 0 && !Double.isInfinite(picturesPerSecond)) {
      measured = new MeasuredSpeed(measuredFor, picturesPerSecond);
      estimateTime();
    }
  }

  private NetworkEdits edits() {
    return tasks.computeIfAbsent(loss, task ->
        new NetworkEdits(Presets.byName(task == Loss.MEAN_SQUARED_ERROR ? "keypoints" : "cnn").orElseThrow()));
  }

  private NetworkSpec fitted(NetworkSpec any) {
    return any.fitted(input, outputs).withLoss(loss);
  }

  private NetworkSpec scaled(NetworkSpec listed) {
    return dropoutScale.get() == 1 ? listed : new DropoutScale(dropoutScale.get()).appliedTo(listed);
  }

  private void publish() {
    NetworkSpec listed = fitted(edits().spec());
    NetworkSpec trained = scaled(listed);
    ShapeCheck checked = ShapeCheck.of(trained, outputs);
    name.set(listed.name());
    edited.set(shelf.spec(listed.name())
        .map(kept -> !kept.fitted(input, outputs).layers().equals(listed.layers())).orElse(false));
    canUndo.set(edits().canUndo());
    canRedo.set(edits().canRedo());
    memoryBytes.set(TrainingMemory.bytes(checked, input, updater, batch));
    // The check before the network: who hears of a network finds its check.
    check.set(checked);
    spec.set(trained);
    List<LayerRow> now = IntStream.range(0, listed.layers().size()).mapToObj(i -> new LayerRow(i,
        listed.layers().get(i), trained.layers().get(i), checked.layers().get(i),
        checked.layers().get(i).activationBytes() * batch, checked.findings(i), i >= edits().movable())).toList();
    if (selected.get() >= now.size()) {
      selected.set(now.size() - 1);
    }
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
    estimateTime();
  }

  private void estimateTime() {
    boolean known = measured != null && pictures > 0 && check.get().ok();
    secondsAnEpoch.set(known ? measured.secondsAnEpoch(check.get(), pictures) : Double.NaN);
  }
}
