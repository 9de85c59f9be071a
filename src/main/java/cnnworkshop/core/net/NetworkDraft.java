package cnnworkshop.core.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A network being edited: a list of layers, with every change undone and redone as often as wanted. It may be at
 * fault at any time; {@link ShapeCheck} says how. Not thread-safe.
 *
 * <p>Layers are named automatically, {@code conv1, pool1, conv2, hidden3}: the number counts the convolutions and dense
 * layers so far. When a layer is added they are numbered anew. A name that a person gave, or that has another form,
 * stays.
 */
public final class NetworkDraft {

  private final Deque<State> before = new ArrayDeque<>();
  private final Deque<State> undone = new ArrayDeque<>();
  private State now;

  /** A layer, and whether its name was given by a person. */
  private record Entry(LayerSpec layer, boolean named) {

    static Entry of(LayerSpec layer) {
      return new Entry(layer, !LayerNames.isAutomatic(layer));
    }
  }

  /** The layers, and all else the network is. */
  private record State(NetworkSpec frame, List<Entry> entries) {

    static State of(NetworkSpec spec) {
      return new State(spec, spec.layers().stream().map(Entry::of).toList());
    }

    List<LayerSpec> layers() {
      return entries.stream().map(Entry::layer).toList();
    }

    /** With other layers; {@code change} works on a copy. */
    State with(Consumer<List<Entry>> change) {
      List<Entry> changed = new ArrayList<>(entries);
      change.accept(changed);
      return new State(frame, List.copyOf(changed));
    }

    State numbered() {
      List<LayerSpec> layers = LayerNames.number(layers(), entries.stream().map(Entry::named).toList());
      return with(list -> {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, new Entry(layers.get(i), list.get(i).named()));
        }
      });
    }
  }

  /** Starts from a network. */
  public NetworkDraft(NetworkSpec start) {
    now = State.of(start);
  }

  /** The layers as they are. */
  public List<LayerSpec> layers() {
    return now.layers();
  }

  /** The network as it is. */
  public NetworkSpec spec() {
    return now.frame().withLayers(now.layers());
  }

  /**
   * Puts a layer in.
   *
   * @param index where it will stand, 0..{@code layers().size()}
   * @param layer its name is kept unless it is empty or of the automatic form
   */
  public void add(int index, LayerSpec layer) {
    change(now.with(entries -> entries.add(index, Entry.of(layer))).numbered());
  }

  /** Takes a layer out. */
  public void remove(int index) {
    change(now.with(entries -> entries.remove(index)));
  }

  /**
   * Moves a layer.
   *
   * @param from where it stands
   * @param to where it will stand
   */
  public void move(int from, int to) {
    change(now.with(entries -> entries.add(to, entries.remove(from))));
  }

  /**
   * Gives a layer other settings, or puts one of another kind in its place.
   *
   * @param layer if its name differs from the present one, a person gave it; an empty name asks for an automatic one
   */
  public void replace(int index, LayerSpec layer) {
    Entry old = now.entries().get(index);
    boolean renamed = !Objects.equals(old.layer().name(), layer.name());
    boolean named = renamed ? layer.name() != null && !layer.name().isBlank() : old.named();
    State changed = now.with(entries -> entries.set(index, new Entry(layer, named)));
    boolean kindChanged = old.layer().getClass() != layer.getClass();
    change(!named && (renamed || kindChanged) ? changed.numbered() : changed);
  }

  /** Goes on with another network, such as a preset; undone like any other change. */
  public void become(NetworkSpec spec) {
    change(State.of(spec));
  }

  /** Whether there is something to undo. */
  public boolean canUndo() {
    return !before.isEmpty();
  }

  /** Whether there is something to redo: the last change was an undo. */
  public boolean canRedo() {
    return !undone.isEmpty();
  }

  /** Takes the last change back; does nothing if there is none. */
  public void undo() {
    step(before, undone);
  }

  /** Makes the last change that was taken back again; does nothing if there is none. */
  public void redo() {
    step(undone, before);
  }

  private void step(Deque<State> from, Deque<State> to) {
    if (!from.isEmpty()) {
      to.push(now);
      now = from.pop();
    }
  }

  /** A change that changes nothing is none: undo then has nothing to show. */
  private void change(State next) {
    if (!next.equals(now)) {
      before.push(now);
      undone.clear();
      now = next;
    }
  }
}
