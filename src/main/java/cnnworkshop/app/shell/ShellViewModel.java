package cnnworkshop.app.shell;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What the window's frame shows and does: the loaded network, the backend, the running work, opening files, type. */
public final class ShellViewModel {

  private static final double BYTES_PER_GIGABYTE = 1L << 30;

  private final Settings settings;
  private final Work work;
  private final Texts texts;
  private final ShellActions actions;
  private final boolean gpuOffered;
  private final ObservableObjectValue<LoadedNetwork> network;
  private final StringBinding networkText;
  private final StringBinding backendText;
  private final StringBinding backendDetails;
  private final BooleanBinding networkLoaded;
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper(this, "stoppable");
  private final ReadOnlyStringWrapper workText = new ReadOnlyStringWrapper(this, "workText", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Work.UNKNOWN);

  /**
   * @param network the loaded network, null until there is one
   * @param work what runs
   * @param actions what opens files
   * @param gpuOffered whether the program was built to compute on a GPU, so that there is something to choose
   */
  public ShellViewModel(Settings settings, ObservableObjectValue<LoadedNetwork> network, Work work, Texts texts,
      ShellActions actions, boolean gpuOffered) {
    this.settings = settings;
    this.work = work;
    this.texts = texts;
    this.actions = actions;
    this.gpuOffered = gpuOffered;
    this.network = network;
    networkText = Bindings.createStringBinding(this::describeNetwork, network);
    backendText = Bindings.createStringBinding(this::describeBackend, network);
    backendDetails = Bindings.createStringBinding(this::detailBackend, network);
    networkLoaded = Bindings.createBooleanBinding(() -> network.get() != null, network);
    work.running().addListener((ListChangeListener<Work.Piece>) change -> workChanged());
    workChanged();
  }

  private String describeNetwork() {
    LoadedNetwork loaded = network.get();
    return loaded == null ? texts.get("shell.status.no-network")
        : texts.get("shell.status.network", loaded.name(), loaded.parameterCount());
  }

  private String describeBackend() {
    LoadedNetwork loaded = network.get();
    if (loaded == null) {
      return "";
    }
    Backend.Description backend = loaded.backend();
    String processor = texts.get(backend.fastPath() ? "shell.status.backend.fast" : "shell.status.backend.plain");
    return backend.gpu().map(gpu -> texts.get("shell.status.backend.gpu", gpu.name(), gigabytes(gpu)))
        .orElse(processor);
  }

  private String detailBackend() {
    LoadedNetwork loaded = network.get();
    if (loaded == null) {
      return "";
    }
    Backend.Description backend = loaded.backend();
    String details = texts.get("shell.status.backend.details", backend.library(), backend.natives(), backend.threads());
    if (backend.gpu().isPresent()) {
      Backend.Gpu gpu = backend.gpu().get();
      return texts.get("shell.status.backend.gpu.details", details, gpu.name(), gigabytes(gpu), gpu.driver(),
          gpu.capability());
    }
    return backend.gpuUnused().map(why -> details + "\n" + texts.sentence(why)).orElse(details);
  }

  private static double gigabytes(Backend.Gpu gpu) {
    return gpu.memoryBytes() / BYTES_PER_GIGABYTE;
  }

  private void workChanged() {
    ObservableList<Work.Piece> running = work.running();
    working.set(!running.isEmpty());
    progress.unbind();
    if (running.isEmpty()) {
      workText.set("");
      stoppable.set(false);
      progress.set(Work.UNKNOWN);
      return;
    }
    Work.Piece newest = running.get(running.size() - 1);
    workText.set(running.size() == 1 ? newest.name()
        : texts.get("shell.status.work-and-more", newest.name(), running.size() - 1));
    stoppable.set(newest.canBeStopped());
    progress.bind(newest.progressProperty());
  }

  /** The loaded network's name and size, or that none is loaded yet. */
  public StringBinding networkText() {
    return networkText;
  }

  /** What computes; empty until that is known. */
  public StringBinding backendText() {
    return backendText;
  }

  /** What computes, to the last detail. */
  public StringBinding backendDetails() {
    return backendDetails;
  }

  /** Whether there is a network. */
  public BooleanBinding networkLoaded() {
    return networkLoaded;
  }

  /** Whether something longer runs. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether the work shown can be stopped. */
  public ReadOnlyBooleanProperty stoppableProperty() {
    return stoppable.getReadOnlyProperty();
  }

  /** The work begun last, and how many more. */
  public ReadOnlyStringProperty workTextProperty() {
    return workText.getReadOnlyProperty();
  }

  /** How far it is, 0..1, or below 0 if nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Stops the work shown. */
  public void stop() {
    if (!work.running().isEmpty()) {
      work.running().get(work.running().size() - 1).stop();
    }
  }

  /** Opens pictures the person chose; nothing if there are none. */
  public void openPictures(List<Path> files) {
    if (!files.isEmpty()) {
      actions.openPictures(files);
    }
  }

  /** Opens a network the person chose. */
  public void openNetwork(Path file) {
    actions.openNetwork(file);
  }

  /** Opens a network that ships with the program. */
  public void openShipped(ShippedModels.Model model) {
    actions.openShipped(model);
  }

  /** Opens a recent picture. */
  public void openRecentPicture(String path) {
    Settings.path(path).ifPresent(file -> actions.openPictures(List.of(file)));
  }

  /** Opens a recent network. */
  public void openRecentNetwork(String path) {
    Settings.path(path).ifPresent(actions::openNetwork);
  }

  /** Forgets all recent files. */
  public void forgetRecent() {
    settings.recentPictures().clear();
    settings.recentNetworks().clear();
  }

  /** Whether there is a choice between the processor and a GPU. */
  public boolean isGpuOffered() {
    return gpuOffered;
  }

  /** What is remembered. */
  public Settings settings() {
    return settings;
  }
}
