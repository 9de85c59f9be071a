package cnnworkshop.app.reuse;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The networks that trainings have made, the newest of each way of learning, and what can be done with one. On the UI
 * thread.
 */
final class TrainedModel {

  private final ReuseTools tools;
  private final ObservableList<TrainedNetwork> all = FXCollections.observableArrayList();
  private final ObjectProperty<TrainedNetwork> chosen = new SimpleObjectProperty<>(this, "chosen");

  TrainedModel(ReuseTools tools) {
    this.tools = tools;
  }

  /** The networks, the newest first. */
  ObservableList<TrainedNetwork> all() {
    return all;
  }

  /** The one something is to be done with; null for none. */
  ObjectProperty<TrainedNetwork> chosenProperty() {
    return chosen;
  }

  /** Takes a new one in, in place of an older one that learned in the same way. */
  void add(TrainedNetwork network) {
    all.add(0, network);
    chosen.set(network);
    all.removeIf(older -> older != network && older.heat().entrant() == network.heat().entrant());
  }

  /** Makes the chosen one the loaded network, for all tabs. */
  void use() {
    TrainedNetwork taken = chosen.get();
    Work.Piece piece = tools.work().start(tools.texts().get("reuse.work.use"), null);
    tools.inference().load(taken.network()::make, () -> {
      piece.done();
      tools.messages().note(tools.texts().get("reuse.used", taken.network().info().name()));
    }, e -> fail(piece, e));
  }

  /** Writes the chosen one. */
  void save(Path file) {
    TrainedNetwork taken = chosen.get();
    Work.Piece piece = tools.work().start(tools.texts().get("reuse.work.save"), null);
    // Zipping takes seconds: a network of its own is written elsewhere while the others go on.
    Inference owner = tools.inference().beside();
    AtomicReference<Network> made = new AtomicReference<>();
    owner.load(backend -> {
      made.set(taken.network().make(backend));
      return made.get();
    }, () -> tools.background().execute(() -> {
      Runnable outcome;
      try {
        made.get().save(file, taken.network().info());
        outcome = () -> {
          piece.done();
          tools.messages().note(tools.texts().get("reuse.saved", String.valueOf(file.getFileName())));
        };
      } catch (IOException e) {
        outcome = () -> fail(piece, new SaveFailure(file, e));
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> fail(piece, e);
      }
      tools.ui().execute(outcome);
      tools.ui().execute(owner::close);
    }), e -> fail(piece, e));
  }

  private void fail(Work.Piece piece, Throwable e) {
    piece.done();
    tools.messages().report(e);
  }
}
