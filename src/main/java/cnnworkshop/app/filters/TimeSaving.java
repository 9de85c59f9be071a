package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.DescribedNetwork;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.SnapshotFailure;
import cnnworkshop.core.train.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Takes the network of an epoch out of the time machine: for all tabs, or into a file. Called on the UI thread. */
final class TimeSaving {

  private final FiltersTools tools;
  private final TimeWords words;

  TimeSaving(FiltersTools tools) {
    this.tools = tools;
    this.words = new TimeWords(tools.texts());
  }

  /** Makes the network of an epoch the loaded one. */
  void use(TimeEpoch taken) {
    Work.Piece piece = tools.work().start(tools.texts().get("filters.time.work.use", taken.epoch()), null);
    read(taken, piece, parameters -> tools.inference().load(backend -> {
      TrainableNetwork network = filled(backend, taken, parameters);
      return new DescribedNetwork(network, info(taken, network));
    }, () -> {
      piece.done();
      tools.messages().note(tools.texts().get("filters.time.used", taken.run().name(), taken.epoch()));
    }, e -> fail(piece, e)));
  }

  /** Writes the network of an epoch to a file. */
  void save(TimeEpoch taken, Path file) {
    Work.Piece piece = tools.work().start(tools.texts().get("filters.time.work.save", taken.epoch()), null);
    // Zipping takes seconds. A network of its own can be written elsewhere while the others go on.
    Inference owner = tools.inference().beside();
    AtomicReference<TrainableNetwork> made = new AtomicReference<>();
    read(taken, piece, parameters -> owner.load(backend -> {
      made.set(filled(backend, taken, parameters));
      return made.get();
    }, () -> tools.background().execute(() -> {
      Runnable outcome;
      try {
        made.get().save(file, info(taken, made.get()));
        outcome = () -> {
          piece.done();
          tools.messages().note(tools.texts().get("filters.time.saved", String.valueOf(file.getFileName())));
        };
      } catch (IOException e) {
        outcome = () -> fail(piece, new SaveFailure(file, e));
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> fail(piece, e);
      }
      tools.ui().execute(outcome);
      tools.ui().execute(owner::close);
    }), e -> fail(piece, e)));
  }

  private void read(TimeEpoch taken, Work.Piece piece, Consumer<float[]> then) {
    tools.background().execute(() -> {
      Runnable outcome;
      try {
        float[] parameters = SnapshotStore.of(tools.runs(), taken.run()).read(taken.epoch()).parameters();
        outcome = () -> then.accept(parameters);
      } catch (SnapshotFailure | RuntimeException | Error e) {
        outcome = () -> fail(piece, e);
      }
      tools.ui().execute(outcome);
    });
  }

  private static TrainableNetwork filled(Backend backend, TimeEpoch taken, float[] parameters) {
    TrainableNetwork network = TimeNetwork.create(backend, taken.run().setup());
    try {
      TimeNetwork.fill(network, parameters);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
    return network;
  }

  private ModelInfo info(TimeEpoch taken, TrainableNetwork network) {
    return words.info(taken.run(), taken.epoch(), network.info().task(), taken.labels());
  }

  private void fail(Work.Piece piece, Throwable e) {
    piece.done();
    tools.messages().report(e);
  }
}
