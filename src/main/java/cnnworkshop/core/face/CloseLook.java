package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;

/**
 * Tells a face from what merely looked like one: the tiny network looks again, close and several times.
 *
 * <p>Each look is a cut-out in which the face would have the size the network knows best, a little larger or
 * smaller, turned or mirrored than the last. A face is seen in most looks; the odd fold of a coat is not.
 */
final class CloseLook {

  /** Evidence from which on a place counts as a face. */
  static final double FACE = 0.2;

  /** Pixels a side of a face above which the photo is reduced first, to be quick. */
  private static final double LARGE_FACE = 120;
  private static final int INPUT_SIDE = 224;
  /** Sides of the cut-out in sides of the face: it gets 50 pixels, at which the network misses fewest. */
  private static final double AROUND = 4.5;
  /** Where what a look shows may at most be, and how large, in sides of the asked face. */
  private static final double FARTHEST = 0.5;
  private static final double SMALLEST = 0.6;
  private static final double LARGEST = 1.7;

  /** How a look differs from the plain one. */
  private record Look(double size, double turnDegrees, boolean mirrored) {}

  private static final Look[] LOOKS = {
    new Look(1, 0, false), new Look(1, 0, true), new Look(0.93, -8, false), new Look(0.93, 8, true),
    new Look(1.1, 8, false), new Look(1.1, -8, true), new Look(1.04, -4, true), new Look(0.97, 4, false)
  };
  /** After this many looks without a trace of a face the answer is no. */
  private static final int FIRST = 3;

  private final TinyFaceDetector network;

  /** @param network with a least score well below what it would call a face alone */
  CloseLook(TinyFaceDetector network) {
    this.network = network.withInputSide(INPUT_SIDE);
  }

  /**
   * How much speaks for a face.
   *
   * @param stretched the photo with its {@link Contrast} stretched
   * @return the network's mean score over the looks, 0..1
   */
  double evidence(Photo stretched, FaceSquare face) {
    if (face.side() > LARGE_FACE) {
      int longest = Math.max(stretched.width(), stretched.height());
      Photo small = stretched.reducedTo((int) Math.ceil(longest * LARGE_FACE / face.side()));
      return mean(small, FaceCandidate.rescaled(face, stretched, small));
    }
    return mean(stretched, face);
  }

  private double mean(Photo photo, FaceSquare face) {
    double sum = 0;
    for (int i = 0; i < LOOKS.length; i++) {
      if (i == FIRST && sum == 0) {
        return 0;
      }
      sum += score(photo, face, LOOKS[i]);
    }
    return sum / LOOKS.length;
  }

  private double score(Photo photo, FaceSquare face, Look look) {
    double around = AROUND * look.size;
    float[] greys = new FaceView(new FaceSquare(face.centerX(), face.centerY(), face.side() * around,
        face.turnDegrees() + look.turnDegrees), INPUT_SIDE).sample(photo, 1);
    for (int i = 0; i < greys.length; i++) {
      greys[i] *= 255;
    }
    if (look.mirrored) {
      mirror(greys);
    }
    double best = 0;
    double facePixels = INPUT_SIDE / around;
    double middle = (INPUT_SIDE - 1) / 2.0;
    for (FaceCandidate c : network.candidates(Photo.ofGrey(INPUT_SIDE, INPUT_SIDE, greys))) {
      double away = Math.hypot(c.square().centerX() - middle, c.square().centerY() - middle) / facePixels;
      double size = c.square().side() / facePixels;
      if (away < FARTHEST && size > SMALLEST && size < LARGEST) {
        best = Math.max(best, c.sureness());
      }
    }
    return best;
  }

  private static void mirror(float[] square) {
    for (int row = 0; row < INPUT_SIDE; row++) {
      for (int left = row * INPUT_SIDE, right = left + INPUT_SIDE - 1; left < right; left++, right--) {
        float swap = square[left];
        square[left] = square[right];
        square[right] = swap;
      }
    }
  }
}
