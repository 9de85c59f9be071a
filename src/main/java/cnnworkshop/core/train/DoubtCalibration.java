package cnnworkshop.core.train;

import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.DoubtScale;
import cnnworkshop.core.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Measures what the spread of a keypoint network's answers is worth. Each annotated face is looked at five times: as
 * it was annotated, twice through a square that is well off, and twice with part of it covered. Whoever fits a
 * {@link DoubtScale} must use faces of people the network did not learn from.
 */
public final class DoubtCalibration {

  /**
   * One look at a face.
   *
   * @param spread of the network's answers, in pixels of the view
   * @param error RMSE of its points, in pixels of the view
   */
  public record Outcome(double spread, double error) {

    /** Whether the points are off. */
    public boolean isOff() {
      return error > DoubtScale.OFF_PIXELS;
    }
  }

  private static final double WIDE_TURN = 18;
  private static final double WIDE_SCALE = 0.15;
  private static final double WIDE_SHIFT = 8;
  private static final double NEAR_TURN = 8;
  private static final double NEAR_SCALE = 0.06;
  private static final double NEAR_SHIFT = 3;
  private static final int SMALLEST_COVER = 25;
  private static final int LARGEST_COVER = 75;
  private static final int NEWTON_STEPS = 50;

  private DoubtCalibration() {}

  /** What a network does on faces, seen in seeded ways. */
  public static List<Outcome> outcomes(Network network, List<FaceSample> faces, long seed) {
    KeypointPredictor predictor = new KeypointPredictor(network);
    RandomGenerator random = new SplittableRandom(seed);
    List<Outcome> outcomes = new ArrayList<>();
    for (FaceSample face : faces) {
      outcomes.add(outcome(predictor, face.picture(), face.view(), face));
      for (int i = 0; i < 2; i++) {
        FaceSquare off = laid(face.view(), random, WIDE_TURN, WIDE_SCALE, WIDE_SHIFT);
        outcomes.add(outcome(predictor, face.picture(), off, face));
      }
      for (int i = 0; i < 2; i++) {
        FaceSquare near = laid(face.view(), random, NEAR_TURN, NEAR_SCALE, NEAR_SHIFT);
        outcomes.add(outcome(predictor, covered(face, random), near, face));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(KeypointPredictor predictor, Photo photo, FaceSquare square, FaceSample face) {
    Face answer = predictor.given(photo, square, Face.Source.GIVEN);
    FaceView view = new FaceView(square);
    KeypointError error = new KeypointError();
    error.add(answer.keypoints().toView(view).toArray(), face.pointsIn(view).toArray());
    return new Outcome(answer.doubt().spread(), error.rmse());
  }

  private static FaceSquare laid(FaceSquare square, RandomGenerator random, double turn, double scale, double shift) {
    double pixel = square.side() / FaceView.SIZE;
    return new FaceSquare(square.centerX() + random.nextGaussian() * shift * pixel,
        square.centerY() + random.nextGaussian() * shift * pixel,
        square.side() * Math.exp(random.nextGaussian() * scale),
        square.turnDegrees() + random.nextGaussian() * turn);
  }

  /** The picture with a rectangle over part of the view: one grey, or noise. */
  private static Photo covered(FaceSample face, RandomGenerator random) {
    Photo photo = face.picture();
    double pixel = face.view().side() / FaceView.SIZE;
    int width = (int) (random.nextInt(SMALLEST_COVER, LARGEST_COVER) * pixel);
    int height = (int) (random.nextInt(SMALLEST_COVER, LARGEST_COVER) * pixel);
    int left = (int) (face.view().left() + random.nextDouble() * (face.view().side() - width));
    int top = (int) (face.view().top() + random.nextDouble() * (face.view().side() - height));
    int grey = random.nextInt(256);
    boolean noise = random.nextInt(3) == 0;
    int[] rgb = new int[photo.width() * photo.height()];
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        boolean under = x >= left && x < left + width && y >= top && y < top + height;
        rgb[y * photo.width() + x] =
            !under ? photo.argb(x, y) & 0xFFFFFF : (noise ? random.nextInt(256) : grey) * 0x010101;
      }
    }
    return Photo.ofRgb(photo.width(), photo.height(), rgb);
  }

  /**
   * The scale that makes the outcomes likeliest, by Newton's method on the logistic likelihood. A little weight on
   * small numbers keeps it finite where the spread tells the two kinds apart without exception.
   */
  public static DoubtScale fit(List<Outcome> outcomes) {
    double ridge = 1e-4 * outcomes.size();
    double offset = 0;
    double slope = 0;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double g0 = -ridge * offset;
      double g1 = -ridge * slope;
      double h00 = ridge;
      double h01 = 0;
      double h11 = ridge;
      for (Outcome outcome : outcomes) {
        double x = Math.log(Math.max(outcome.spread(), 1e-3));
        double p = new DoubtScale(offset, slope).doubt(outcome.spread());
        double rest = (outcome.isOff() ? 1 : 0) - p;
        double weight = p * (1 - p);
        g0 += rest;
        g1 += rest * x;
        h00 += weight;
        h01 += weight * x;
        h11 += weight * x * x;
      }
      double determinant = h00 * h11 - h01 * h01;
      offset += (h11 * g0 - h01 * g1) / determinant;
      slope += (h00 * g1 - h01 * g0) / determinant;
    }
    return new DoubtScale(offset, slope);
  }

  /**
   * The area under the ROC curve of "this face is off" by spread: the share of pairs, one off and one not, in which
   * the one that is off has the larger spread; equal ones count half. NaN if there is no such pair.
   */
  public static double areaUnderCurve(List<Outcome> outcomes) {
    List<Outcome> sorted = outcomes.stream().sorted(java.util.Comparator.comparingDouble(Outcome::spread)).toList();
    double ranks = 0;
    long off = 0;
    for (int from = 0; from < sorted.size();) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).spread() == sorted.get(from).spread()) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        if (sorted.get(i).isOff()) {
          ranks += rank;
          off++;
        }
      }
      from = to;
    }
    return (ranks - off * (off + 1) / 2.0) / ((double) off * (sorted.size() - off));
  }
}
