package cnnworkshop.app.support;

import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/** A detector that is made when the first photo comes: its libraries take a second to load. One thread at a time. */
public final class LateFaceDetector implements FaceDetector {

  private final Callable<FaceDetector> source;
  private FaceDetector detector;

  /** @param source makes the detector; asked again at the next photo if it fails */
  public LateFaceDetector(Callable<FaceDetector> source) {
    this.source = source;
  }

  /** @throws CompletionException with what went wrong, if the detector can't be made */
  @Override
  public synchronized List<FaceSquare> detect(Photo photo) {
    if (detector == null) {
      try {
        detector = source.call();
      } catch (Exception e) {
        throw new CompletionException(e);
      }
    }
    return detector.detect(photo);
  }
}
