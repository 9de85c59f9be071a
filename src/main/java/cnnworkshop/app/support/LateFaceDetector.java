package cnnworkshop.app.support;

import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A detector that is still being made when the first photo comes: its libraries take a second to load. */
public final class LateFaceDetector implements FaceDetector {

  private final CompletableFuture<? extends FaceDetector> detector;

  /** @param detector the detector, as soon as it is there; used by one thread at a time */
  public LateFaceDetector(CompletableFuture<? extends FaceDetector> detector) {
    this.detector = detector;
  }

  /**
   * Waits for the detector and asks it.
   *
   * @throws CompletionException with what went wrong, if the detector could not be made
   */
  @Override
  public synchronized List<FaceSquare> detect(Photo photo) {
    return detector.join().detect(photo);
  }
}
