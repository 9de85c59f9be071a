package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The network of a run with the weights it had after an epoch, beside the network all tabs share. It is made once, and
 * gets other weights for each epoch. Used on the UI thread.
 */
final class TimeNetwork implements AutoCloseable {

  private final Object parameterChannel = new Object();
  private final FiltersTools tools;
  private final RunRecord run;
  private final Inference inference;
  private final CompareSide side;
  private final List<String> labels = new ArrayList<>();
  private boolean opened;
  private Throwable failure;
  private Consumer<Throwable> onFailure = e -> {};
  private Runnable waiting = () -> {};

  /** @param run whose network */
  TimeNetwork(FiltersTools tools, RunRecord run) {
    this.tools = tools;
    this.run = run;
    inference = tools.inference().beside();
    side = new CompareSide(tools, inference);
  }

  /**
   * Begins to make the network.
   *
   * @param onOpened told when it is there, with weights of no epoch
   */
  void open(Runnable onOpened) {
    List<String> found = new ArrayList<>();
    inference.load(backend -> {
      TrainableNetwork network = create(backend, run.setup());
      if (network.info().task() == Task.CLASSES && tools.runs().hasWeights(run.id())) {
        found.addAll(labels(backend));
      }
      return network;
    }, () -> {
      labels.addAll(found);
      opened = true;
      onOpened.run();
      waiting.run();
    }, e -> {
      failure = e;
      onFailure.accept(e);
    });
  }

  /** The network of a run, with new weights. */
  static TrainableNetwork create(Backend backend, RunSetup setup) {
    return backend.create(setup.network(), setup.updater(), setup.settings().seed());
  }

  /** A run says nothing of its classes, but the file of its best weights does. */
  private List<String> labels(Backend backend) {
    try (Network best = backend.open(tools.runs().weights(run.id()))) {
      return best.info().labels();
    } catch (ModelFailure e) {
      tools.messages().report(e);
      return List.of();
    }
  }

  /** What looks with it. */
  CompareSide side() {
    return side;
  }

  /** The names of its classes, if they are known. */
  List<String> labels() {
    return labels;
  }

  /**
   * Gives it other weights, as soon as it is there. Whatever it was looking at with those before is void.
   *
   * @param parameters in DL4J's order
   * @param then told when it has them
   * @param failed told if it can't have them
   */
  void set(float[] parameters, Runnable then, Consumer<Throwable> failed) {
    hold();
    Runnable setting = () -> inference.submit(parameterChannel, network -> {
      fill((TrainableNetwork) network, parameters);
      return true;
    }, done -> then.run(), failed);
    if (failure != null) {
      failed.accept(failure);
    } else if (opened) {
      setting.run();
    } else {
      waiting = setting;
      onFailure = failed;
    }
  }

  /**
   * Gives a network the weights of a snapshot.
   *
   * @throws CompletionException if they are not as many as the network has
   */
  static void fill(TrainableNetwork network, float[] parameters) {
    if (parameters.length != network.parameterCount()) {
      throw new CompletionException(new TimeFailure(network.spec().name(), network.parameterCount(),
          parameters.length));
    }
    network.setParameters(parameters);
  }

  /** Makes void what it is looking at and what weights it was to have. */
  void hold() {
    side.cancel();
    inference.cancel(parameterChannel);
    waiting = () -> {};
    onFailure = e -> {};
  }

  @Override
  public void close() {
    hold();
    inference.close();
  }
}
