package cnnworkshop.core.face;

import cnnworkshop.core.face.TinyFaceNetwork.Volume;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds faces, also small ones, with a tiny neural network.
 *
 * <p>The photo, padded with black at its right or lower side to a square, is scaled to {@link #inputSide()} pixels
 * a side; each cell of 32×32 of them answers with five boxes and their scores. Boxes of one face are reduced to
 * the surest. Immutable, so threads may share one.
 *
 * <p>Its box is laid to the square of the training pictures ({@link FaceLayout}) by a fixed shift and scale, measured
 * on 534 training pictures with the face about 94 pixels wide at the input. What remains, as standard deviations:
 * sideways 0.077 of the side (the box follows the head, the square the features, and a head turned to the side
 * parts them), up and down 0.031, logarithm of the side 0.067, tilt 7.1° (the box has none).
 */
public final class TinyFaceDetector implements CandidateDetector {

  /** The side the network was made for. A larger one finds smaller faces and takes longer. */
  public static final int USUAL_SIDE = 416;

  private static final double USUAL_SCORE = 0.5;
  private static final int CELL = 32;
  /** Widths and heights of the five anchors, in cells. */
  private static final double[][] ANCHORS = {
    {1.603231, 2.094468}, {6.041143, 7.080126}, {2.882459, 3.518061}, {4.266906, 5.178857}, {9.041765, 10.66308}
  };
  /** Mean red, green and blue of the pictures the network was trained with, 0..255. */
  private static final float[] MEANS = {117.001f, 114.697f, 97.404f};
  /** Two boxes that share more than this part of their union are one face. */
  private static final double SAME_FACE = 0.4;

  /** Where the training square's middle lies from the network's box, in sides, and how much larger it is. */
  private static final double RIGHTWARD = 0.013;
  private static final double DOWNWARD = -0.13;
  private static final double ENLARGED = 1.01;

  private record Box(double centerX, double centerY, double width, double height, double score) {

    double overlap(Box o) {
      double w = Math.min(centerX + width / 2, o.centerX + o.width / 2)
          - Math.max(centerX - width / 2, o.centerX - o.width / 2);
      double h = Math.min(centerY + height / 2, o.centerY + o.height / 2)
          - Math.max(centerY - height / 2, o.centerY - o.height / 2);
      double shared = Math.max(0, w) * Math.max(0, h);
      return shared / (width * height + o.width * o.height - shared);
    }
  }

  private final TinyFaceNetwork network;
  private final int inputSide;
  private final double leastScore;

  private TinyFaceDetector(TinyFaceNetwork network, int inputSide, double leastScore) {
    this.network = network;
    this.inputSide = inputSide;
    this.leastScore = leastScore;
  }

  /**
   * The detector with the weights that ship with the program, 416 pixels a side and a least score of 0.5.
   *
   * @throws IOException if the weights are missing from the program
   */
  public static TinyFaceDetector load() throws IOException {
    return new TinyFaceDetector(TinyFaceNetwork.load(), USUAL_SIDE, USUAL_SCORE);
  }

  /**
   * This detector with another size of input; the weights are shared.
   *
   * @param side pixels a side of what the network sees, a multiple of 32, at least 64
   */
  public TinyFaceDetector withInputSide(int side) {
    if (side < 2 * CELL || side % CELL != 0) {
      throw new IllegalArgumentException("not a multiple of " + CELL + " from " + 2 * CELL + " on: " + side);
    }
    return new TinyFaceDetector(network, side, leastScore);
  }

  /**
   * This detector with another idea of what counts; the weights are shared.
   *
   * @param score what a box must score, 0..1; below 0.5 more faces are found, and more of what is none
   */
  public TinyFaceDetector withLeastScore(double score) {
    return new TinyFaceDetector(network, inputSide, score);
  }

  /** Pixels a side of what the network sees. */
  public int inputSide() {
    return inputSide;
  }

  @Override
  public List<FaceCandidate> candidates(Photo photo) {
    Volume answer = network.answer(picture(photo));
    int longest = Math.max(photo.width(), photo.height());
    return surest(boxes(answer)).stream().map(box -> laid(box, longest)).toList();
  }

  private static FaceCandidate laid(Box box, int longest) {
    double side = Math.sqrt(box.width * box.height) * longest * ENLARGED;
    return new FaceCandidate(new FaceSquare(
        box.centerX * longest - 0.5 + RIGHTWARD * side, box.centerY * longest - 0.5 + DOWNWARD * side, side, 0),
        box.score);
  }

  /** What the network sees: the photo, bilinearly scaled, in the upper left of a black square. */
  private Volume picture(Photo photo) {
    // Bilinear scaling looks at two pixels a side only: what is much larger has to be averaged first.
    Photo source = photo.reducedTo(2 * inputSide);
    int width = source.width();
    int height = source.height();
    float[] rgb = source.planes(3, 0, 0, width, height);
    double scale = (double) Math.max(width, height) / inputSide;
    int columns = Math.min(inputSide, (int) Math.ceil(width / scale));
    int rows = Math.min(inputSide, (int) Math.ceil(height / scale));
    int[] left = new int[columns];
    float[] toRight = new float[columns];
    for (int column = 0; column < columns; column++) {
      double x = position(column, scale, width);
      left[column] = Math.min((int) x, Math.max(0, width - 2));
      toRight[column] = (float) (x - left[column]);
    }
    int right = Math.min(1, width - 1);
    int below = Math.min(1, height - 1) * width;
    Volume out = new Volume(3, inputSide, inputSide);
    for (int c = 0; c < 3; c++) {
      Arrays.fill(out.planes()[c], -MEANS[c] / 255);
      for (int row = 0; row < rows; row++) {
        double y = position(row, scale, height);
        int top = Math.min((int) y, Math.max(0, height - 2));
        float down = (float) (y - top);
        for (int column = 0; column < columns; column++) {
          int at = (c * height + top) * width + left[column];
          float across = toRight[column];
          float upper = rgb[at] + across * (rgb[at + right] - rgb[at]);
          float lower = rgb[at + below] + across * (rgb[at + below + right] - rgb[at + below]);
          out.planes()[c][row * inputSide + column] += upper + down * (lower - upper);
        }
      }
    }
    return out;
  }

  /** Where pixel {@code i} of the scaled picture lies in the source: pixel centres are whole numbers on both sides. */
  private static double position(int i, double scale, int length) {
    return Math.max(0, Math.min(length - 1, (i + 0.5) * scale - 0.5));
  }

  /** Every box above the least score, in parts of the padded square. */
  private List<Box> boxes(Volume answer) {
    List<Box> boxes = new ArrayList<>();
    double n = answer.width();
    for (int a = 0; a < ANCHORS.length; a++) {
      float[][] planes = Arrays.copyOfRange(answer.planes(), 5 * a, 5 * a + 5);
      for (int at = 0; at < planes[0].length; at++) {
        double score = sigmoid(planes[4][at]);
        if (score > leastScore) {
          boxes.add(new Box(
              (at % answer.width() + sigmoid(planes[0][at])) / n, (at / answer.width() + sigmoid(planes[1][at])) / n,
              Math.exp(planes[2][at]) * ANCHORS[a][0] / n, Math.exp(planes[3][at]) * ANCHORS[a][1] / n, score));
        }
      }
    }
    return boxes;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Of boxes that overlap, the one with the highest score (non-maximum suppression). */
  private static List<Box> surest(List<Box> boxes) {
    boxes.sort(Comparator.comparingDouble(Box::score).reversed());
    List<Box> kept = new ArrayList<>();
    for (Box box : boxes) {
      if (kept.stream().noneMatch(k -> k.overlap(box) > SAME_FACE)) {
        kept.add(box);
      }
    }
    return kept;
  }
}
