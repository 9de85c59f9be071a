package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.Comparator;
import java.util.List;

/** A detector that says how sure it is of each face, for others to weigh its answers with. */
public interface CandidateDetector extends FaceDetector {

  /** Where faces may be, in no particular order, each once; empty if none is found. */
  List<FaceCandidate> candidates(Photo photo);

  @Override
  default List<FaceSquare> detect(Photo photo) {
    return candidates(photo).stream()
        .map(FaceCandidate::square)
        .sorted(Comparator.comparingDouble(FaceSquare::side).reversed())
        .toList();
  }
}
