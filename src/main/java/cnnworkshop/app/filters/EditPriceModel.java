package cnnworkshop.app.filters;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Measures, a moment after the last edit, what the edits cost: in small pieces, so that nobody waits for it. To be used
 * on the UI thread.
 */
final class EditPriceModel {

  private static final String CHANNEL = "filters: edited price";
  /** A piece that took less is followed by one twice as large. */
  private static final long SHORT_NANOS = 25_000_000;
  /** A piece that took more is followed by one half as large. */
  private static final long LONG_NANOS = 60_000_000;

  private final FiltersTools tools;
  private final EditNetworkModel network;
  private final EditModel edited;
  private final Executor later;
  private final ReadOnlyObjectWrapper<EditPrice> price = new ReadOnlyObjectWrapper<>(this, "price");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
  private EditSession session;
  private EditTrial trial;
  private List<float[]> before;
  private Measuring measuring;
  private int pace = 1;
  private int turn;

  /** Outputs that come in piece by piece; what is overtaken gets none any more. */
  private final class Measuring {
    private final Work.Piece piece =
        tools.work().start(tools.texts().get("filters.edit.price.work"), EditPriceModel.this::stop);
    private final List<float[]> outputs = new ArrayList<>();
  }

  private record Part(float[] outputs, long nanos) {}

  /** @param later does something on the UI thread, a moment later */
  EditPriceModel(FiltersTools tools, EditNetworkModel network, EditModel edited, Executor later) {
    this.tools = tools;
    this.network = network;
    this.edited = edited;
    this.later = later;
    network.readyProperty().addListener((p, was, now) -> follow());
    network.shownProperty().addListener((p, was, now) -> follow());
    edited.editsProperty().addListener((p, was, now) -> follow());
    follow();
  }

  /** The price as measured last; null if nothing was measured of this network yet. */
  ReadOnlyObjectProperty<EditPrice> priceProperty() {
    return price.getReadOnlyProperty();
  }

  /** What is going on, as a sentence; empty while the price stands. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  private void follow() {
    turn++;
    cancel();
    if (session != network.sessionProperty().get()) {
      session = network.sessionProperty().get();
      trial = null;
      before = null;
      pace = 1;
      price.set(null);
    }
    if (session == null || edited.editsProperty().get() == null || !network.readyProperty().get()
        || !network.shownProperty().get()) {
      state.set("");
    } else if (!session.givesPoints() && !session.givesClasses()) {
      state.set(tools.texts().get("filters.edit.price.none"));
    } else {
      state.set(tools.texts().get("filters.edit.price.soon"));
      int meant = turn;
      later.execute(() -> {
        if (meant == turn) {
          begin();
        }
      });
    }
  }

  private void cancel() {
    if (measuring != null) {
      session.cancel(CHANNEL);
      measuring.piece.done();
      measuring = null;
    }
  }

  /** Ends measuring early, by a person's wish. */
  void stop() {
    if (measuring != null) {
      cancel();
      state.set(tools.texts().get("filters.edit.price.stopped"));
    }
  }

  private void begin() {
    measuring = new Measuring();
    if (trial != null) {
      next(measuring);
      return;
    }
    EditSession meant = session;
    Measuring asked = measuring;
    tools.background().execute(() -> {
      try {
        EditTrial made = makeTrial(meant);
        tools.ui().execute(() -> {
          if (meant == session) {
            trial = made;
          }
          if (asked == measuring) {
            next(asked);
          }
        });
      } catch (RuntimeException e) {
        tools.ui().execute(() -> fail(asked, e));
      }
    });
  }

  private EditTrial makeTrial(EditSession of) {
    List<Subject> samples = tools.samples().get();
    Shape input = of.network().spec().input();
    return of.givesPoints() ? EditTrial.ofFaces(samples, input)
        : EditTrial.ofClasses(samples, input, of.network().info().labels());
  }

  private void fail(Measuring asked, Throwable failure) {
    if (asked == measuring) {
      cancel();
      state.set("");
      tools.messages().report(failure);
    }
  }

  /** Asks about the next few pictures; first with the filters the network came with, once, then with the edited. */
  private void next(Measuring asked) {
    FilterEdits now = edited.editsProperty().get();
    boolean twice = now.changed() > 0;
    int from = asked.outputs.size();
    int all = trial.pictures().size();
    if (before == null && from == all) {
      before = List.copyOf(asked.outputs);
      asked.outputs.clear();
      next(asked);
      return;
    }
    if (before != null && (!twice || from == all)) {
      finish(twice ? asked.outputs : before);
      return;
    }
    boolean first = before == null;
    int done = first ? from : all + from;
    double fraction = (double) done / (twice ? 2 * all : all);
    asked.piece.progress(fraction);
    state.set(tools.texts().get("filters.edit.price.running", fraction));
    int count = Math.min(pace, all - from);
    float[] inputs = trial.inputs(from, count);
    Filters filters = first ? now.original() : now.edited();
    session.ask(CHANNEL, filters, some -> {
      long start = System.nanoTime();
      float[] outputs = some.predict(inputs, count);
      return new Part(outputs, System.nanoTime() - start);
    }, part -> {
      take(asked, part, count);
      next(asked);
    }, failure -> fail(asked, failure));
  }

  private void take(Measuring asked, Part part, int count) {
    int size = part.outputs.length / count;
    for (int i = 0; i < count; i++) {
      float[] one = new float[size];
      System.arraycopy(part.outputs, i * size, one, 0, size);
      asked.outputs.add(one);
    }
    pace = part.nanos < SHORT_NANOS ? pace * 2 : part.nanos > LONG_NANOS ? Math.max(1, pace / 2) : pace;
  }

  private void finish(List<float[]> after) {
    measuring.piece.done();
    measuring = null;
    state.set("");
    price.set(EditPrice.of(session.givesPoints(), trial, before, after));
  }
}
