package cnnworkshop.cli;

import cnnworkshop.core.AppFolders;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.FaceFinder;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.TinyFaceDetector;
import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the commands work with, made when it is first needed. Used by one thread. */
final class Workbench implements AutoCloseable {

  /** Starts the numerical library. */
  @FunctionalInterface
  interface BackendStart {
    /**
     * @param threads threads a computation may use, 0 for the library's own choice
     * @param computeOn on what
     */
    Backend with(int threads, ComputeOn computeOn) throws UserFailure;
  }

  private final Texts texts;
  private final PrintStream out;
  private final PrintStream err;
  private final AppFolders folders;
  private final BackendStart start;
  private final PhotoLoader photos = new PhotoLoader();

  private ComputeOn computeOn = ComputeOn.GPU_IF_THERE;
  private Backend backend;
  private CascadeDetector cascade;
  private FaceDetector faces;

  /**
   * @param out takes results and nothing else
   * @param err takes everything else
   * @param start called at most once, when a command needs networks
   */
  Workbench(Texts texts, PrintStream out, PrintStream err, AppFolders folders, BackendStart start) {
    this.texts = texts;
    this.out = out;
    this.err = err;
    this.folders = folders;
    this.start = start;
  }

  Texts texts() {
    return texts;
  }

  /** For results. */
  PrintStream out() {
    return out;
  }

  /** For everything else. */
  PrintStream err() {
    return err;
  }

  AppFolders folders() {
    return folders;
  }

  PhotoLoader photos() {
    return photos;
  }

  /** Says on what networks shall compute, before the library starts. */
  void computeOn(ComputeOn wanted) {
    computeOn = wanted;
  }

  /**
   * The numerical library; started at the first call, with the threads asked for then. If a GPU was to be used and
   * can't be, standard error gets a line why.
   */
  Backend backend(int threads) throws UserFailure {
    if (backend == null) {
      backend = start.with(threads, computeOn);
      backend.description().gpuUnused().ifPresent(this::complain);
    }
    return backend;
  }

  /**
   * Opens a network.
   *
   * @param model a file, or the name of a network that ships with the program, if there is no file of that name; null
   *     for the keypoint network that ships
   */
  Network network(Path model, int threads) throws UserFailure, IOException {
    ShippedModels shipped = new ShippedModels(folders.cache());
    if (model == null) {
      return backend(threads).open(shipped.keypoints());
    }
    Optional<ShippedModels.Model> named = ShippedModels.Model.of(model.toString());
    return backend(threads).open(named.isPresent() && !Files.exists(model) ? shipped.file(named.get()) : model);
  }

  /**
   * Opens a keypoint network.
   *
   * @param model a file, or null for the one that ships with the program
   * @throws UserFailure if it can't be opened or is another kind of network
   */
  Network keypointNetwork(Path model, int threads) throws UserFailure, IOException {
    Network network = network(model, threads);
    List<Shape> shapes = network.outputShapes();
    Shape output = shapes.get(shapes.size() - 1);
    if (!network.spec().input().equals(KeypointPredictor.INPUT) || output.size() != Keypoints.NUMBERS) {
      String found = network.spec().input() + " → " + output;
      network.close();
      throw new CommandFailure("cli.failure.no-keypoint-network", String.valueOf(model),
          KeypointPredictor.INPUT + " → " + Keypoints.NUMBERS, found);
    }
    return network;
  }

  /** What finds faces. {@link #backend} comes first: it decides where natives are unpacked. */
  FaceDetector faces() throws IOException {
    if (faces == null) {
      cascade = new CascadeDetector();
      faces = new FaceFinder(cascade, TinyFaceDetector.load());
    }
    return faces;
  }

  /** Says on standard error in one line what could not be done. */
  void complain(Throwable e) {
    err.println(sentence(e));
  }

  private String sentence(Throwable e) {
    if (e instanceof UserFailure failure) {
      return texts.sentence(failure);
    }
    if (e instanceof FileSystemException file) {
      return texts.get("cli.failure.file", file.getFile(), reason(file));
    }
    if (e instanceof OutOfMemoryError) {
      return texts.get("cli.failure.memory", Runtime.getRuntime().maxMemory() >> 20);
    }
    if (e instanceof LinkageError) {
      return texts.get("cli.failure.natives", firstLine(e));
    }
    return texts.get("cli.failure.unexpected", firstLine(e), folders.log());
  }

  private String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return texts.get("cli.failure.file.missing");
    }
    if (e instanceof AccessDeniedException) {
      return texts.get("cli.failure.file.forbidden");
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return texts.get("cli.failure.file.no-folder");
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private static String firstLine(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    if (cascade != null) {
      cascade.close();
    }
  }
}
