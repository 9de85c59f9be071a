package cnnworkshop.app.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkDraft;
import cnnworkshop.core.net.NetworkSpec;
import java.util.List;

/**
 * A network being edited for one task: what a person may do to its layers, what is one change for them, and what the
 * network is called. The last layer, if dense, gives the answers: it stays where it is, and its units are the data's.
 */
final class NetworkEdits {

  private static final int NONE = -1;

  private final NetworkDraft draft;
  /** The layer whose settings are being moved, in one change. */
  private int adjusted = NONE;
  /** The name it was saved under, as long as it is the network that had the other name then. */
  private String savedAs;
  private String savedFrom;

  NetworkEdits(NetworkSpec start) {
    draft = new NetworkDraft(start);
  }

  /** The network as it is, with whatever input and outputs it had when it was chosen. */
  NetworkSpec spec() {
    NetworkSpec spec = draft.spec();
    return spec.named(name());
  }

  private String name() {
    String own = draft.spec().name();
    return own.equals(savedFrom) ? savedAs : own;
  }

  /** It was saved: from now on it has that name. That is no change of layers, so undo does not know of it. */
  void saved(String as) {
    savedFrom = draft.spec().name();
    savedAs = as;
  }

  /** How many layers come before that of the answers. */
  int movable() {
    List<LayerSpec> layers = draft.layers();
    int last = layers.size() - 1;
    return last >= 0 && layers.get(last) instanceof LayerSpec.Dense ? last : layers.size();
  }

  /** Another network in place of this one, under its own name. */
  void choose(NetworkSpec other) {
    settle();
    savedFrom = null;
    draft.become(other);
  }

  /** This network with other layers. */
  void become(List<LayerSpec> layers) {
    settle();
    NetworkSpec spec = draft.spec();
    draft.become(spec.withLayers(layers));
  }

  /** @return where it stands: before the layer of the answers at the latest */
  int add(LayerKind kind, int index) {
    settle();
    int place = Math.max(0, Math.min(index, movable()));
    draft.add(place, kind.usual(draft.layers().subList(0, place)));
    return place;
  }

  void remove(int index) {
    settle();
    draft.remove(index);
  }

  void move(int from, int to) {
    settle();
    draft.move(from, to);
  }

  void replace(int index, LayerSpec layer) {
    settle();
    draft.replace(index, withOwnUnits(index, layer));
  }

  /** As {@link #replace}, but in one change with the same done before, if nothing came between. */
  void adjust(int index, LayerSpec layer) {
    if (adjusted == index) {
      draft.undo();
    }
    List<LayerSpec> before = draft.layers();
    draft.replace(index, withOwnUnits(index, layer));
    // Back where it began, no change is left to go on with.
    adjusted = before.equals(draft.layers()) ? NONE : index;
  }

  void settle() {
    adjusted = NONE;
  }

  boolean canUndo() {
    return draft.canUndo();
  }

  boolean canRedo() {
    return draft.canRedo();
  }

  void undo() {
    settle();
    draft.undo();
  }

  void redo() {
    settle();
    draft.redo();
  }

  /** Units of the last layer that were fitted to the data must not count as a change. */
  private LayerSpec withOwnUnits(int index, LayerSpec layer) {
    return index >= movable() && layer instanceof LayerSpec.Dense wanted
        && draft.layers().get(index) instanceof LayerSpec.Dense own
        ? new LayerSpec.Dense(wanted.name(), own.units(), wanted.activation()) : layer;
  }
}
