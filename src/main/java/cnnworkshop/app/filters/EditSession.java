package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.inspect.EditHistory;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A network whose first filters are edited: what was changed, and a copy of the network to try it on. The network it
 * came from is never changed.
 */
final class EditSession {

  private static final String COPYING = "filters: copy to edit";

  private final LoadedNetwork network;
  private final int layer;
  private final Inference copy;
  private EditHistory history;
  private FilterEdits saved;
  private boolean begun;
  private boolean ready;

  /** @param network the one that is loaded, which begins with a convolution */
  EditSession(Inference loaded, LoadedNetwork network) {
    this.network = network;
    this.layer = Filters.firstLayer(network.spec()).orElseThrow();
    this.copy = loaded.beside();
    this.history = EditHistory.of(FilterEdits.of(network.firstLayer()));
  }

  /** Has the copy made, if that has not begun yet. */
  void begin(Inference loaded, Runnable onReady, Consumer<Throwable> onFailure) {
    if (!begun) {
      begun = true;
      hand(loaded, Network::copy, copy, () -> {
        ready = true;
        onReady.run();
      }, onFailure);
    }
  }

  /**
   * Hands a copy from one place to another. Both are on one thread, so that it can't get lost between them.
   *
   * @param copying makes it
   */
  private static void hand(Inference from, Function<Network, Network> copying, Inference to, Runnable onDone,
      Consumer<Throwable> onFailure) {
    AtomicReference<Network> made = new AtomicReference<>();
    from.submit(COPYING, network -> {
      made.set(copying.apply(network));
      return true;
    }, done -> {}, onFailure);
    to.load(backend -> {
      Network copied = made.get();
      if (copied == null) {
        throw new CancellationException("the network was replaced before it was copied");
      }
      return copied;
    }, onDone, failure -> {
      if (!(failure instanceof CancellationException)) {
        onFailure.accept(failure);
      }
    });
  }

  /**
   * Asks the copy something, with some filters in place. As {@link Inference#submit}.
   *
   * @param filters the numbers it has while it is asked
   */
  <T> void ask(Object channel, Filters filters, Function<Network, T> work, Consumer<T> onUi,
      Consumer<Throwable> onFailure) {
    copy.submit(channel, asked -> work.apply(with(filters, asked)), onUi, onFailure);
  }

  private Network with(Filters filters, Network some) {
    some.setWeights(layer, filters.weights(), filters.biases());
    return some;
  }

  /** Makes whatever was asked on a channel void. */
  void cancel(Object channel) {
    copy.cancel(channel);
  }

  /**
   * Makes a copy with some filters the loaded network.
   *
   * @param copying makes it
   */
  void load(Filters filters, Function<Network, Network> copying, Inference loaded, Consumer<Throwable> onFailure) {
    hand(copy, some -> copying.apply(with(filters, some)), loaded, () -> {}, onFailure);
  }

  /** Whether a network that was loaded is the one this edits, as far as one can tell. */
  boolean isOf(LoadedNetwork loaded) {
    return loaded.firstLayer() != null && loaded.spec().equals(network.spec()) && loaded.info().equals(network.info())
        && Arrays.equals(loaded.firstLayer().weights(), network.firstLayer().weights())
        && Arrays.equals(loaded.firstLayer().biases(), network.firstLayer().biases());
  }

  /** Gives the copy back. */
  void close() {
    copy.close();
  }

  LoadedNetwork network() {
    return network;
  }

  /** The number of the layer that is edited. */
  int layer() {
    return layer;
  }

  /** Whether the copy is there. */
  boolean isReady() {
    return ready;
  }

  EditHistory history() {
    return history;
  }

  void take(EditHistory next) {
    history = next;
  }

  /** These edits are in a file. */
  void saved(FilterEdits edits) {
    saved = edits;
  }

  /** Whether something would be lost with it. */
  boolean isUnsaved() {
    return history.now() != saved && history.now().changed() > 0;
  }

  /** Whether it answers with the 15 points of a face. */
  boolean givesPoints() {
    return network.spec().input().equals(KeypointPredictor.INPUT) && network.info().task() != ModelInfo.Task.CLASSES
        && network.outputShape().equals(Shape.flat(Keypoints.NUMBERS));
  }

  /** Whether it answers with a probability a class. */
  boolean givesClasses() {
    return network.info().task() == ModelInfo.Task.CLASSES;
  }
}
