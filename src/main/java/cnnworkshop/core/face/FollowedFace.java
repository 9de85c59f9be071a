package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;

/**
 * A face in a moving picture, followed from frame to frame without a detector: its square is laid around the points
 * of the frame before. Immutable.
 *
 * <p>A photo's face is asked about ten times ({@link Looks}), which is what takes the time. Here it is twice a frame,
 * about the view and about one of its looks in turn; the other looks' answers are taken to differ from the view's by
 * as much as when they were last asked. So points and doubt are the same mean and spread as a photo's, and of a face
 * that holds still the very same.
 */
public final class FollowedFace {

  /**
   * Of the side: a face that has left the middle of the view so far is looked at again where it is now, since the
   * training faces lay near the middle.
   */
  private static final double MOVED_FAR = 0.1;
  private static final int MOST_AGAIN = 2;
  /** Of the side; many times what a detector's squares differ by from the points'. */
  private static final double LOST = 0.2;
  /** Logarithm of the ratio of sides; likewise. */
  private static final double LOST_SIZE = 0.35;

  private final Face face;
  /** How the answer to each look differs from that to the view itself, in pixels of the view. */
  private final List<Keypoints> differences;
  private final int lookAskedLast;

  private FollowedFace(Face face, List<Keypoints> differences, int lookAskedLast) {
    this.face = face;
    this.differences = differences;
    this.lookAskedLast = lookAskedLast;
  }

  /**
   * Begins to follow a face.
   *
   * @param square as the detector laid it
   */
  public static FollowedFace begin(KeypointPredictor predictor, Photo frame, FaceSquare square) {
    FaceSquare laid = predictor.laid(frame, square);
    List<Keypoints> answers = predictor.answers(frame, laid);
    List<Keypoints> differences = answers.stream().map(answer -> difference(answer, answers.get(0))).toList();
    return new FollowedFace(predictor.detected(laid, answers), differences, 0);
  }

  /** The face on the next frame. */
  public FollowedFace on(KeypointPredictor predictor, Photo frame) {
    FaceSquare laid = FaceLayout.around(face.keypoints());
    int look = lookAskedLast % (Looks.COUNT - 1) + 1;
    List<Keypoints> two = predictor.twoAnswers(frame, laid, look);
    FaceSquare moved = FaceLayout.around(two.get(0).toPhoto(new FaceView(laid)));
    for (int again = 0; again < MOST_AGAIN && isFar(laid, moved); again++) {
      laid = moved;
      two = predictor.twoAnswers(frame, laid, look);
      moved = FaceLayout.around(two.get(0).toPhoto(new FaceView(laid)));
    }
    Keypoints plain = two.get(0);
    List<Keypoints> now = new ArrayList<>(differences);
    now.set(look, difference(two.get(1), plain));
    List<Keypoints> answers = now.stream().map(difference -> sum(plain, difference)).toList();
    return new FollowedFace(predictor.detected(laid, answers), List.copyOf(now), look);
  }

  private static boolean isFar(FaceSquare laid, FaceSquare moved) {
    return Math.hypot(moved.centerX() - laid.centerX(), moved.centerY() - laid.centerY()) > MOVED_FAR * laid.side();
  }

  /** The face on the frame last looked at. */
  public Face face() {
    return face;
  }

  /**
   * Whether a detector's square around this face lies as it should: if not, the points have lost the face. Detectors
   * lay their squares more exactly than this.
   */
  public boolean fits(FaceSquare square) {
    FaceSquare own = FaceLayout.around(face.keypoints());
    double away = Math.hypot(own.centerX() - square.centerX(), own.centerY() - square.centerY());
    return away < LOST * square.side() && Math.abs(Math.log(own.side() / square.side())) < LOST_SIZE;
  }

  /** Whether a square can only be around this face. */
  public boolean isAt(FaceSquare square) {
    return FaceCandidate.sameFace(face.square(), square);
  }

  private static Keypoints difference(Keypoints a, Keypoints b) {
    return combined(a, b, -1);
  }

  private static Keypoints sum(Keypoints a, Keypoints b) {
    return combined(a, b, 1);
  }

  private static Keypoints combined(Keypoints a, Keypoints b, double factor) {
    double[] out = a.toArray();
    double[] other = b.toArray();
    for (int i = 0; i < out.length; i++) {
      out[i] += factor * other[i];
    }
    return Keypoints.of(out);
  }
}
