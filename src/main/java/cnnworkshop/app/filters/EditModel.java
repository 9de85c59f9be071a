package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.EditHistory;
import cnnworkshop.core.inspect.EditedFilter;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.Transplant;
import cnnworkshop.core.op.NamedKernel;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** What is done to the first filters of a network, one of which is chosen. To be used on the UI thread. */
final class EditModel {

  /** No weight or bias is set beyond this, so that sums stay numbers. */
  static final float REACH = 99;
  /** How far a filter can be scaled, either way. */
  static final float MOST_SCALE = 2;

  private final FiltersTools tools;
  private final EditNetworkModel network;
  private final EditWords words;
  private final ReadOnlyObjectWrapper<FilterEdits> edits = new ReadOnlyObjectWrapper<>(this, "edits");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen");
  private final IntegerProperty channel = new SimpleIntegerProperty(this, "channel");
  private final BooleanProperty everyChannel = new SimpleBooleanProperty(this, "everyChannel", true);
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

  EditModel(FiltersTools tools, EditNetworkModel network) {
    this.tools = tools;
    this.network = network;
    this.words = new EditWords(tools.texts());
    network.sessionProperty().addListener((p, before, now) -> begin());
    tools.unit().addListener((p, before, now) -> followUnit());
    begin();
  }

  /** The filters as they are; null if there are none to edit. */
  ReadOnlyObjectProperty<FilterEdits> editsProperty() {
    return edits.getReadOnlyProperty();
  }

  /** The filter that is edited. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The input channel whose numbers are seen. */
  IntegerProperty channelProperty() {
    return channel;
  }

  /** Whether a kernel with a name goes into every channel, or only into the one that is seen. */
  BooleanProperty everyChannelProperty() {
    return everyChannel;
  }

  /** Whether there is a step to take back. */
  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is a step to do again. */
  ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** What became of the kernel put in last, in words; empty if there is nothing to say. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  private void begin() {
    note.set("");
    edits.set(null);
    channel.set(0);
    EditSession session = network.sessionProperty().get();
    if (session != null) {
      Unit unit = tools.unit().get();
      boolean here = unit != null && unit.layer() == session.layer();
      int count = session.network().firstLayer().count();
      chosen.set(Math.min(count - 1, here ? unit.unit() : chosen.get()));
    }
    show();
  }

  private void followUnit() {
    EditSession session = network.sessionProperty().get();
    Unit unit = tools.unit().get();
    if (session != null && unit != null && unit.layer() == session.layer() && unit.unit() < edits.get().count()) {
      chosen.set(unit.unit());
      note.set("");
    }
  }

  private void show() {
    EditSession session = network.sessionProperty().get();
    EditHistory history = session == null ? null : session.history();
    undoable.set(history != null && history.canUndo());
    redoable.set(history != null && history.canRedo());
    edits.set(history == null ? null : history.now());
  }

  /** Chooses a filter, for the other parts of the tab as well. */
  void choose(int filter) {
    EditSession session = network.sessionProperty().get();
    if (session != null && filter >= 0 && filter < edits.get().count()) {
      settle();
      tools.unit().set(new Unit(session.layer(), filter));
    }
  }

  /** The chosen filter as it is; only if there is one. */
  EditedFilter filter() {
    return edits.get().filter(chosen.get());
  }

  /** Whether the layer has biases that can be set. */
  boolean hasBias() {
    return edits.get() != null && edits.get().original().spec().bias();
  }

  /** Sets a number of the chosen filter, in the channel that is seen. */
  void setWeight(int row, int column, double weight) {
    var size = edits.get().original().spec().filter();
    int index = (channel.get() * size.rows() + row) * size.columns() + column;
    change(filter -> filter.withWeight(index, within(weight, REACH)));
  }

  /** Sets the chosen filter's bias. */
  void setBias(double bias) {
    change(filter -> filter.withBias(within(bias, REACH)));
  }

  /** Scales the chosen filter, to be followed by {@link #settle} when the hand lets go. */
  void setScale(double scale) {
    step(edits.get().with(chosen.get(), filter -> filter.withScale(within(scale, MOST_SCALE))),
        "scale " + chosen.get());
  }

  /** Switches the chosen filter off or on. */
  void setOff(boolean off) {
    change(filter -> filter.withOff(off));
  }

  /** A movement has ended: the next step of the same kind is taken back on its own. */
  void settle() {
    EditSession session = network.sessionProperty().get();
    if (session != null) {
      session.take(session.history().settled());
    }
  }

  private static float within(double number, float reach) {
    return (float) Math.max(-reach, Math.min(reach, number));
  }

  /** Puts a kernel with a name in the place of the chosen filter, or into the channel that is seen. */
  void put(NamedKernel kernel) {
    Filters into = edits.get().original();
    boolean whole = everyChannel.get() || into.channels() == 1;
    Transplant put = whole ? Transplant.of(kernel, into)
        : Transplant.of(kernel, into, filter().weights(), channel.get());
    change(filter -> whole ? new EditedFilter(put.weights(), 0, 1, false)
        : filter.withWeights(put.weights()).withOff(false));
    note.set(words.ofPut(put, into, channel.get()));
  }

  /** Puts a filter in the place of the chosen one, with its bias. */
  void put(Filters from, int number) {
    Filters into = edits.get().original();
    Transplant put = Transplant.of(from, number, into);
    float bias = hasBias() ? from.biases()[number] : 0;
    change(filter -> new EditedFilter(put.weights(), bias, 1, false));
    note.set(words.ofPut(put, into, bias == from.biases()[number]));
  }

  /** Takes the chosen filter back to how it was at first. */
  void reset() {
    step(edits.get().reset(chosen.get()), null);
  }

  /** Takes all filters back to how they were at first. */
  void resetAll() {
    step(edits.get().resetAll(), null);
  }

  /** Switches all filters off but the chosen one. */
  void switchOthersOff() {
    step(edits.get().only(chosen.get()), null);
  }

  /** Switches all filters on. */
  void switchAllOn() {
    step(edits.get().allOn(), null);
  }

  private void change(UnaryOperator<EditedFilter> change) {
    step(edits.get().with(chosen.get(), change), null);
  }

  private void step(FilterEdits next, String movement) {
    EditSession session = network.sessionProperty().get();
    note.set("");
    session.take(session.history().then(next, movement));
    show();
  }

  /** Takes the last step back, and shows what changed. */
  void undo() {
    go(EditHistory::undo);
  }

  /** Does again what was taken back last, and shows what changed. */
  void redo() {
    go(EditHistory::redo);
  }

  private void go(UnaryOperator<EditHistory> way) {
    EditSession session = network.sessionProperty().get();
    if (session == null) {
      return;
    }
    FilterEdits before = session.history().now();
    session.take(way.apply(session.history()));
    FilterEdits now = session.history().now();
    note.set("");
    show();
    if (before.filter(chosen.get()) == now.filter(chosen.get())) {
      for (int i = 0; i < now.count(); i++) {
        if (before.filter(i) != now.filter(i)) {
          choose(i);
          return;
        }
      }
    }
  }
}
