package cnnworkshop.core.camera;

/** Where a camera comes from: opened when somebody wants to look through it, as often as they do. */
@FunctionalInterface
public interface CameraSource {

  /**
   * Opens it. May take seconds.
   *
   * @throws CameraFailure if there is none, or another program has it
   */
  Camera open() throws CameraFailure;
}
