package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.List;

/** Finds faces. */
public interface FaceDetector {

  /** Squares around the faces of a photo, the largest first, as laid by the detector; empty if none is found. */
  List<FaceSquare> detect(Photo photo);
}
