package cnnworkshop.app.support;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ShippedModels;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Keeps the one network that is being looked at on the one thread that may touch it.
 *
 * <p>Everybody else hands in work and gets immutable results back on the UI executor. Requests carry a channel: a
 * newer request on a channel makes all older ones there void, whether they wait, run or are about to be delivered.
 * Requests meant for a network that has been replaced are void too. All public methods are called on the UI thread.
 */
public final class Inference implements AutoCloseable {

  private final Supplier<Backend> backendSource;
  private final Executor inferenceThread;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<LoadedNetwork> network = new ReadOnlyObjectWrapper<>(this, "network");
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>(this, "file");
  private final Map<Object, Long> newest = new ConcurrentHashMap<>();
  private final AtomicLong tickets = new AtomicLong();

  // These three belong to the inference thread.
  private Backend backend;
  private Network current;
  private LoadedNetwork currentFacts;

  /**
   * @param backend gives the numerical library; its first call may take seconds and happens on the inference thread
   * @param inferenceThread runs one thing after another, in order, always on the same thread
   * @param ui where results are delivered and {@link #networkProperty()} changes
   */
  public Inference(Supplier<Backend> backend, Executor inferenceThread, Executor ui) {
    this.backendSource = backend;
    this.inferenceThread = inferenceThread;
    this.ui = ui;
  }

  /** What is loaded; null until the first network is. */
  public ReadOnlyObjectProperty<LoadedNetwork> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** The file the loaded network was opened from; null if it came from elsewhere. */
  public ReadOnlyObjectProperty<Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /**
   * Opens a network that ships with the program.
   *
   * @param cache where a copy may be kept if it has to be unpacked
   * @param onDone told on the UI thread after {@link #networkProperty()} has changed
   * @param onFailure told on the UI thread if it can't be opened, also if the numerical library can't start
   */
  public void openShipped(ShippedModels.Model model, Path cache, Runnable onDone, Consumer<Throwable> onFailure) {
    open(() -> new ShippedModels(cache).file(model), onDone, onFailure);
  }

  /**
   * Opens a model file and makes it the loaded network. If that fails the one before stays loaded and predicting.
   *
   * @param onDone told on the UI thread after {@link #networkProperty()} has changed
   * @param onFailure told on the UI thread what went wrong
   */
  public void open(Path file, Runnable onDone, Consumer<Throwable> onFailure) {
    open(() -> file, onDone, onFailure);
  }

  private void open(Callable<Path> file, Runnable onDone, Consumer<Throwable> onFailure) {
    Path[] opened = {null};
    load(started -> {
      opened[0] = file.call();
      return started.open(opened[0]);
    }, () -> {
      this.file.set(opened[0]);
      onDone.run();
    }, onFailure);
  }

  /** Makes a network, on the inference thread. */
  @FunctionalInterface
  public interface Maker {
    /** A new network nobody else has. */
    Network make(Backend backend) throws Exception;
  }

  /**
   * Makes a network and has it loaded. If that fails the one before stays loaded and predicting.
   *
   * @param maker makes it, on the inference thread
   * @param onDone told on the UI thread after {@link #networkProperty()} has changed
   * @param onFailure told on the UI thread what went wrong
   */
  public void load(Maker maker, Runnable onDone, Consumer<Throwable> onFailure) {
    inferenceThread.execute(() -> {
      LoadedNetwork facts;
      try {
        facts = replaceWith(maker);
      } catch (Throwable e) { // missing natives are Errors, and the person has to hear of them as well
        ui.execute(() -> onFailure.accept(e));
        return;
      }
      ui.execute(() -> {
        file.set(null);
        network.set(facts);
        onDone.run();
      });
    });
  }

  private LoadedNetwork replaceWith(Maker maker) throws Exception {
    if (backend == null) {
      backend = backendSource.get();
    }
    Network opened = maker.make(backend);
    LoadedNetwork facts;
    try {
      facts = factsOf(opened, backend.description());
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    if (current != null) {
      current.close();
    }
    current = opened;
    currentFacts = facts;
    return facts;
  }

  private static LoadedNetwork factsOf(Network network, Backend.Description backend) {
    OptionalInt first = Filters.firstLayer(network.spec());
    return new LoadedNetwork(network.info().name(), network.spec(), network.info(), network.outputShapes(),
        network.parameterCount(), backend, first.isPresent() ? Filters.of(network, first.getAsInt()) : null);
  }

  /**
   * Asks the loaded network something. Nothing is delivered if a newer request on the same channel or another network
   * comes before the result does, or if no network is loaded: whoever shows results asks again when
   * {@link #networkProperty()} changes.
   *
   * @param channel what the request is about, by equality
   * @param work runs on the inference thread; gives an immutable value and keeps no hold of the network
   * @param onUi gets the result on the UI thread
   * @param onFailure gets what {@code work} threw, on the UI thread
   */
  public <T> void submit(Object channel, Function<Network, T> work, Consumer<T> onUi, Consumer<Throwable> onFailure) {
    LoadedNetwork meant = network.get();
    long ticket = tickets.incrementAndGet();
    newest.put(channel, ticket);
    if (meant == null) {
      return;
    }
    inferenceThread.execute(() -> {
      if (overtaken(channel, ticket) || meant != currentFacts) {
        return;
      }
      Runnable delivery;
      try {
        T result = work.apply(current);
        delivery = () -> onUi.accept(result);
      } catch (Throwable e) { // also OutOfMemoryError: it must not end the thread that owns the network
        delivery = () -> onFailure.accept(e);
      }
      Runnable last = delivery;
      ui.execute(() -> {
        if (!overtaken(channel, ticket) && meant == network.get()) {
          last.run();
        }
      });
    });
  }

  /** Makes whatever was asked on a channel void. */
  public void cancel(Object channel) {
    newest.put(channel, tickets.incrementAndGet());
  }

  private boolean overtaken(Object channel, long ticket) {
    return newest.get(channel) != ticket;
  }

  /** Another one on the same thread, with nothing loaded: for a second network beside the one all tabs share. */
  public Inference beside() {
    return new Inference(backendSource, inferenceThread, ui);
  }

  /**
   * Changes networks with another one on the same thread; no copy is made. Nothing happens if either has none.
   *
   * @param other made by {@link #beside()}, or what made this by it
   */
  public void exchange(Inference other) {
    inferenceThread.execute(() -> {
      if (current == null || other.current == null) {
        return;
      }
      Network theirs = other.current;
      LoadedNetwork theirFacts = other.currentFacts;
      other.current = current;
      other.currentFacts = currentFacts;
      current = theirs;
      currentFacts = theirFacts;
      LoadedNetwork ours = other.currentFacts;
      ui.execute(() -> {
        file.set(null);
        network.set(theirFacts);
        other.network.set(ours);
      });
    });
  }

  /** Lets go of the network once what has been handed in before is done. */
  @Override
  public void close() {
    newest.replaceAll((channel, ticket) -> tickets.incrementAndGet());
    inferenceThread.execute(() -> {
      if (current != null) {
        current.close();
        current = null;
        currentFacts = null;
      }
    });
  }
}
