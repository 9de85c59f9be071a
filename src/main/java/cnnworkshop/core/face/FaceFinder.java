package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the faces of a photo with two detectors that know different things: a cascade that lays upright frontal
 * faces exactly, and the tiny network, which also sees small, half-turned and badly lit ones.
 *
 * <ol>
 *   <li>The cascade on the upright photo. What it is not sure of counts if the network sees it too,
 *       and is laid anew for its tilt.
 *   <li>If that finds nothing, the photo is turned by ±15° and ±30°.
 *   <li>Faces only the network sees in the upright photo.
 *   <li>If there is no face yet, or only small ones, the network once more, finer.
 * </ol>
 * Whatever only one detector sees, sure cascade faces apart, must stand a {@link CloseLook}. What each step finds
 * and costs is in {@code docs/face-detection.md}.
 *
 * <p>How far its squares lie from those of the training pictures ({@link FaceLayout}), as standard deviations on 200
 * upright pictures of other people: shift 0.017 of the side, logarithm of the side 0.086, tilt 6.3°; squares that
 * are themselves turned: shift 0.02, logarithm of the side 0.085, tilt 3.8°.
 *
 * <p>Confined to the thread that may use the cascade.
 */
public final class FaceFinder implements FaceDetector {

  /** Pixels along the longest side to which photos are reduced; all squares are given on the full photo. */
  private static final int WORKING_SIDE = 1600;
  /** The cascade needs no second opinion from here on: a dozen of its windows agree. */
  private static final double SURE_CASCADE = 1 - 1.0 / 12;
  /** A score of the network that supports another's opinion or is worth a close look. */
  private static final double WORTH_A_LOOK = 0.3;
  /** What the network's upright box weighs against what the cascade finds in turned pictures, 0..1. */
  private static final double NO_OPINION_ON_TILT = 0.5;
  /** The network's boxes below this are not even clues. */
  private static final double TRACE = 0.05;
  /** A face smaller than this part of the longest side may be one of a group. */
  private static final double SMALL_FACE = 0.12;

  private final CandidateDetector cascade;
  private final TinyFaceDetector network;
  private final CloseLook closeLook;

  /**
   * Combines two detectors.
   *
   * @param cascade whose sureness is 1 − 1 / (windows that agree)
   * @param network the tiny network, at its usual size of input
   */
  public FaceFinder(CandidateDetector cascade, TinyFaceDetector network) {
    this.cascade = cascade;
    this.network = network.withLeastScore(TRACE);
    this.closeLook = new CloseLook(this.network);
  }

  @Override
  public List<FaceSquare> detect(Photo photo) {
    Photo small = photo.reducedTo(WORKING_SIDE);
    return new Search(small).faces().stream()
        .map(square -> FaceCandidate.rescaled(square, small, photo))
        .sorted(Comparator.comparingDouble(FaceSquare::side).reversed())
        .toList();
  }

  /** The search of one photo. */
  private final class Search {

    private final Photo photo;
    private final int longest;
    private final List<FaceSquare> found = new ArrayList<>();
    private Photo stretched;

    Search(Photo photo) {
      this.photo = photo;
      this.longest = Math.max(photo.width(), photo.height());
    }

    List<FaceSquare> faces() {
      List<FaceCandidate> seen = network.candidates(photo).stream()
          .filter(c -> c.sureness() >= WORTH_A_LOOK)
          .toList();
      for (FaceCandidate c : surestFirst(cascade.candidates(photo))) {
        if (isNew(c.square())) {
          addIfUpright(c, seen);
        }
      }
      if (found.isEmpty()) {
        surestFirst(TurnedSearch.candidates(photo, cascade)).forEach(c -> addIfConfirmed(c.square()));
      }
      surestFirst(seen).forEach(c -> addIfConfirmed(straightened(c)));
      if (found.stream().allMatch(face -> face.side() < SMALL_FACE * longest)) {
        surestFirst(SmallFaceSearch.candidates(stretched(), network)).forEach(c -> addIfConfirmed(c.square()));
      }
      return found;
    }

    private List<FaceCandidate> surestFirst(List<FaceCandidate> candidates) {
      return candidates.stream().sorted(Comparator.comparingDouble(FaceCandidate::sureness).reversed()).toList();
    }

    private void addIfConfirmed(FaceSquare square) {
      if (isNew(square) && closeLook.evidence(stretched(), square) >= CloseLook.FACE) {
        found.add(square);
      }
    }

    private void addIfUpright(FaceCandidate c, List<FaceCandidate> seen) {
      if (c.sureness() >= SURE_CASCADE) {
        found.add(c.square());
      } else if (seen.stream().anyMatch(s -> FaceCandidate.sameFace(s.square(), c.square()))
          || closeLook.evidence(stretched(), c.square()) >= CloseLook.FACE) {
        // A face the cascade only just finds often is a tilted one.
        found.add(TurnedSearch.tilted(photo, c, cascade));
      }
    }

    /** The network sees tilted heads without saying so: the cascade may know the tilt. */
    private FaceSquare straightened(FaceCandidate seen) {
      return isNew(seen.square())
          ? TurnedSearch.tilted(photo, new FaceCandidate(seen.square(), NO_OPINION_ON_TILT), cascade)
          : seen.square();
    }

    private boolean isNew(FaceSquare square) {
      return found.stream().noneMatch(face -> FaceCandidate.sameFace(face, square));
    }

    /** Made when first needed: most photos never do. */
    private Photo stretched() {
      if (stretched == null) {
        stretched = Contrast.stretched(photo);
      }
      return stretched;
    }
  }
}
