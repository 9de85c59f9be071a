package cnnworkshop.app;

import cnnworkshop.app.support.Messages;
import cnnworkshop.core.camera.CameraSource;
import cnnworkshop.core.camera.opencv.OpenCvCamera;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.FaceFinder;
import cnnworkshop.core.face.TinyFaceDetector;
import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.GpuUnusable;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.net.dl4j.NativesMissing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Loads all native libraries, on the inference thread, one after the other: what computes networks, what finds faces, what
 * asks a camera. While JavaCPP asks for an address of one library, another must not be loaded on another thread: both wait
 * for the linker's locks, for ever.
 */
final class NativeLibraries {

  private final Path cache;
  private final String cameraSource;
  private final ComputeOn computeOn;
  private final Messages messages;
  private final Executor inference;
  private final CompletableFuture<Backend> backend = new CompletableFuture<>();
  private final CompletableFuture<FaceDetector> detector = new CompletableFuture<>();
  private final CompletableFuture<FaceDetector> cameraDetector = new CompletableFuture<>();
  private final CompletableFuture<CameraSource> camera = new CompletableFuture<>();

  /**
   * @param cache where natives are unpacked to
   * @param cameraSource a camera's number or a video file
   * @param inference runs {@link #start}, and loads the camera's natives behind what waits there
   */
  NativeLibraries(Path cache, String cameraSource, ComputeOn computeOn, Messages messages, Executor inference) {
    this.cache = cache;
    this.cameraSource = cameraSource;
    this.computeOn = computeOn;
    this.messages = messages;
    this.inference = inference;
  }

  /**
   * Loads them at the first call. On the inference thread.
   *
   * @throws CompletionException if networks can't be computed; it says why
   */
  Backend start() {
    if (backend.isDone()) {
      return backend.join();
    }
    NativePath.choose(cache);
    try {
      Backend started = Dl4jBackend.start(0, computeOn);
      started.description().gpuUnused().ifPresent(messages::show);
      makeDetector();
      backend.complete(started);
      return started;
    } catch (NativesMissing | GpuUnusable e) {
      makeDetector();
      backend.completeExceptionally(e);
      throw new CompletionException(e);
    }
  }

  private void makeDetector() {
    try {
      detector.complete(new FaceFinder(new CascadeDetector(), TinyFaceDetector.load()));
    } catch (IOException | RuntimeException | LinkageError e) {
      detector.completeExceptionally(e);
    }
    // Behind the network that is being opened and the first predictions: a camera can wait for those.
    inference.execute(this::makeCamera);
  }

  private void makeCamera() {
    try {
      OpenCvCamera.loadNatives();
      camera.complete(() -> OpenCvCamera.open(cameraSource));
      cameraDetector.complete(new CascadeDetector());
    } catch (IOException | RuntimeException | LinkageError e) {
      camera.completeExceptionally(e);
      cameraDetector.completeExceptionally(e);
    }
  }

  /** What computes networks; waits until it is there. */
  Backend backend() {
    return backend.join();
  }

  /** What finds faces in photos. */
  CompletableFuture<FaceDetector> detector() {
    return detector;
  }

  /** What finds faces in what a camera sees. */
  CompletableFuture<FaceDetector> cameraDetector() {
    return cameraDetector;
  }

  /** The camera; waits until it can be asked. */
  CameraSource camera() {
    return camera.join();
  }
}
