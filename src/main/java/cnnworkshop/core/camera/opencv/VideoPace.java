package cnnworkshop.core.camera.opencv;

/** Lets the pictures of a file come no faster than a camera's would. */
@FunctionalInterface
public interface VideoPace {

  /**
   * Waits until the next picture is due.
   *
   * @param picturesPerSecond the file's own rate, above 0
   */
  void await(double picturesPerSecond);

  /** By the clock. A picture that comes late makes the next ones late, never quicker. */
  static VideoPace realTime() {
    return new RealTimePace();
  }
}
