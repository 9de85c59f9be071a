package cnnworkshop.app.filters;

import cnnworkshop.app.support.Latest;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.train.SnapshotFailure;
import cnnworkshop.core.train.SnapshotStore;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Reads the snapshots of a run in the background, one after the other; of those asked for meanwhile only the newest.
 * Used on the UI thread.
 */
final class TimeSnapshots {

  private final SnapshotStore store;
  private final Executor background;
  private final Executor ui;
  private final Latest<Request> requests = new Latest<>(this::read);
  /** Looked at in the background too: what is overtaken need not be read to its end. */
  private volatile Request newest;

  /**
   * What is wanted.
   *
   * @param epoch whose snapshot
   * @param start the first epoch there is
   * @param before the one before it; itself for the first
   * @param seen gets the filters first
   * @param read gets all weights and biases after that
   * @param failed gets what went wrong; nothing comes after it
   */
  record Request(int epoch, int start, int before, Consumer<Seen> seen, Consumer<float[]> read,
      Consumer<Throwable> failed) {}

  /**
   * The filters of the first convolution; each null if the network begins otherwise.
   *
   * @param epoch which
   * @param now after the epoch
   * @param start before the training; also null if that snapshot is damaged
   * @param before after the epoch before; also null if that snapshot is damaged
   */
  record Seen(int epoch, Filters now, Filters start, Filters before) {}

  TimeSnapshots(SnapshotStore store, Executor background, Executor ui) {
    this.store = store;
    this.background = background;
    this.ui = ui;
  }

  /** Asks for an epoch; all asked for earlier is void. */
  void ask(Request request) {
    newest = request;
    requests.ask(request);
  }

  /** Makes void what was asked for. */
  void forget() {
    newest = null;
  }

  private void read(Request request) {
    background.execute(() -> {
      try {
        Seen seen = new Seen(request.epoch, store.inside(request.epoch).filters(), filters(request.start),
            filters(request.before));
        ui.execute(() -> deliver(request, () -> request.seen.accept(seen)));
        if (request == newest) {
          float[] parameters = store.read(request.epoch).parameters();
          ui.execute(() -> deliver(request, () -> request.read.accept(parameters)));
        }
      } catch (Throwable e) { // also OutOfMemoryError
        ui.execute(() -> deliver(request, () -> request.failed.accept(e)));
      }
      ui.execute(requests::answered);
    });
  }

  /** What others are compared with may be damaged: they are seen all the same. */
  private Filters filters(int epoch) {
    try {
      return store.inside(epoch).filters();
    } catch (SnapshotFailure e) {
      return null;
    }
  }

  private void deliver(Request request, Runnable delivery) {
    if (request == newest) {
      delivery.run();
    }
  }
}
