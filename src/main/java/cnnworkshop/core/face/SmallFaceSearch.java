package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for faces of 3 to 11 % of the photo's longest side: the tiny network at inputs so large that they get the
 * size it knows. Its scores are low there; what more than one size of input shows, or one shows well, is proposed.
 */
final class SmallFaceSearch {

  private static final int[] INPUT_SIDES = {736, 832, 960, 1088};
  /** Pixels a side that a face has at the input; beyond, it is the business of the usual input. */
  private static final double SMALLEST = 25;
  private static final double LARGEST = 90;
  /** Sum of scores over the inputs from which on a place is proposed. */
  private static final double WORTH_A_LOOK = 0.25;
  /** A photo with fewer pixels along its longest side has no small faces one could make out. */
  private static final int SMALLEST_PHOTO = 200;

  private SmallFaceSearch() {}

  /**
   * Places that may be small faces; each still has to be looked at closely.
   *
   * @param stretched the photo with its {@link Contrast} stretched
   * @param network with a least score well below what it would call a face alone
   */
  static List<FaceCandidate> candidates(Photo stretched, TinyFaceDetector network) {
    int longest = Math.max(stretched.width(), stretched.height());
    if (longest < SMALLEST_PHOTO) {
      return List.of();
    }
    List<FaceCandidate> places = new ArrayList<>();
    for (int side : INPUT_SIDES) {
      for (FaceCandidate c : network.withInputSide(side).candidates(stretched)) {
        double pixels = c.square().side() * side / longest;
        if (pixels > SMALLEST && pixels < LARGEST) {
          add(places, c);
        }
      }
    }
    return places.stream().filter(place -> place.sureness() >= WORTH_A_LOOK).toList();
  }

  private static void add(List<FaceCandidate> places, FaceCandidate c) {
    for (int i = 0; i < places.size(); i++) {
      FaceCandidate place = places.get(i);
      if (FaceCandidate.sameFace(place.square(), c.square())) {
        places.set(i, mean(place, c));
        return;
      }
    }
    places.add(c);
  }

  /** Both, each counting by its score; the scores add up. */
  private static FaceCandidate mean(FaceCandidate a, FaceCandidate b) {
    double sum = a.sureness() + b.sureness();
    double part = b.sureness() / sum;
    FaceSquare p = a.square();
    FaceSquare q = b.square();
    return new FaceCandidate(new FaceSquare(p.centerX() + part * (q.centerX() - p.centerX()),
        p.centerY() + part * (q.centerY() - p.centerY()), p.side() + part * (q.side() - p.side()), 0), sum);
  }
}
