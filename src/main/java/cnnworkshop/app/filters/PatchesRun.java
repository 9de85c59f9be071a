package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PatchFindings;
import cnnworkshop.core.inspect.PatchLook;
import cnnworkshop.core.inspect.PatchSearch;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One search through a set of pictures: by turns, pictures are read in the background and looked at by the network, a
 * few at a time, so that other tabs get their turn. A picture that can't be read is told of and left out.
 */
final class PatchesRun {

  /** Is told on the UI thread. */
  interface Listener {
    /** @param share of the pictures that are done, 0..1 */
    void found(PatchFindings findings, double share);

    /** A picture was left out. */
    void leftOut(UserFailure failure);

    /** All pictures are done. */
    void finished();

    /** Something went wrong that nobody foresaw; nothing more comes. */
    void failed(Throwable thrown);
  }

  private static final int FIRST_LOOKS = 4;
  private static final int MOST_LOOKS = 64;
  private static final long SHORT_NANOS = 40_000_000;
  private static final long LONG_NANOS = 80_000_000;
  /** What the layers up to ours give for all looks of a turn: 80 MB. */
  private static final int MOST_VALUES = 20_000_000;
  /** So long is read before the network gets what there is. */
  private static final long READING_NANOS = 100_000_000;

  /** What the network looks at in one turn. */
  private record Turn(List<PatchLook> looks, float[] inputs, List<UserFailure> failures) {}

  /** What came of it. */
  private record Outcome(PatchFindings findings, long nanos) {}

  private final FiltersTools tools;
  private final Object channel;
  private final Shape input;
  private final PatchesPictures pictures;
  private final Listener listener;
  private final PatchSearch search;
  private final int mostLooks;

  // These belong to whoever reads; turns come one after the other.
  private final List<PatchLook> waiting = new ArrayList<>();
  private Photo photo;
  private int next;

  private int looksATurn = FIRST_LOOKS;
  private volatile boolean stopped;

  /**
   * @param channel for requests to the network; one run at a time uses it
   * @param layer whose units
   */
  PatchesRun(FiltersTools tools, Object channel, LoadedNetwork network, int layer, PatchesPictures pictures,
      PatchSearch.Limits limits, Listener listener) {
    this.tools = tools;
    this.channel = channel;
    this.input = network.spec().input();
    this.pictures = pictures;
    this.listener = listener;
    this.search = new PatchSearch(network.spec(), network.outputShapes(), layer, limits);
    long values = network.outputShapes().subList(0, layer + 1).stream().mapToLong(Shape::size).sum();
    this.mostLooks = (int) Math.max(1, Math.min(MOST_LOOKS, MOST_VALUES / values));
  }

  /** Begins. On the UI thread. */
  void start() {
    prepare(Math.min(looksATurn, mostLooks));
  }

  /** Nothing more is read, looked at or told. On the UI thread. */
  void stop() {
    stopped = true;
    tools.inference().cancel(channel);
  }

  private void prepare(int looks) {
    tools.background().execute(() -> {
      Runnable outcome;
      try {
        Turn turn = read(looks);
        outcome = () -> look(turn);
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> listener.failed(e);
      }
      Runnable last = outcome;
      tools.ui().execute(() -> {
        if (!stopped) {
          last.run();
        }
      });
    });
  }

  private Turn read(int most) {
    long start = System.nanoTime();
    Turn turn = new Turn(new ArrayList<>(), new float[most * input.size()], new ArrayList<>());
    while (!stopped && turn.looks.size() < most
        && (turn.looks.isEmpty() || System.nanoTime() - start < READING_NANOS)) {
      if (waiting.isEmpty()) {
        if (next == pictures.count()) {
          break;
        }
        open(next++, turn);
        continue;
      }
      PatchLook look = waiting.remove(0);
      float[] seen = new FaceView(look.square(), input.height()).sample(photo, input.channels());
      System.arraycopy(seen, 0, turn.inputs, turn.looks.size() * input.size(), input.size());
      turn.looks.add(look);
    }
    return turn;
  }

  private void open(int picture, Turn turn) {
    try {
      photo = pictures.read(picture);
      waiting.addAll(pictures.looks(picture, photo, input.height()));
    } catch (UserFailure e) {
      turn.failures.add(e);
    }
  }

  private void look(Turn turn) {
    turn.failures.forEach(listener::leftOut);
    if (turn.looks.isEmpty()) {
      listener.finished();
      return;
    }
    double share = (double) (next - (waiting.isEmpty() ? 0 : 1)) / pictures.count();
    int size = turn.looks.size() * input.size();
    tools.inference().submit(channel, network -> {
      long start = System.nanoTime();
      search.look(network, turn.looks, size == turn.inputs.length ? turn.inputs
          : Arrays.copyOf(turn.inputs, size));
      return new Outcome(search.findings(), System.nanoTime() - start);
    }, outcome -> {
      adapt(outcome.nanos);
      listener.found(outcome.findings, share);
      // Who listens may have stopped it.
      if (!stopped) {
        prepare(Math.min(looksATurn, mostLooks));
      }
    }, listener::failed);
  }

  private void adapt(long nanos) {
    if (nanos < SHORT_NANOS) {
      looksATurn = Math.min(MOST_LOOKS, 2 * looksATurn);
    } else if (nanos > LONG_NANOS) {
      looksATurn = Math.max(1, looksATurn / 2);
    }
  }
}
