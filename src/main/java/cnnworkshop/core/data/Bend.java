package cnnworkshop.core.data;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import java.util.random.RandomGenerator;

/**
 * A smooth change of a face's proportions: what the bent view shows at a pixel lay {@code shift} pixels away in the
 * unbent one. The shift is a stretch and slant of the whole and a few long waves, too gentle to fold the picture.
 */
final class Bend {

  /** Nothing moves. */
  static final Bend NONE = new Bend(0, 0, new Wave[0], new Wave[0]);

  private static final int SIZE = FaceView.SIZE;
  private static final double MIDDLE = (SIZE - 1) / 2.0;
  private static final int WAVES = 3;
  private static final double SHORTEST_HALF_WAVE = 40;
  private static final double LONGEST_HALF_WAVE = 110;
  private static final int STEPS_TO_INVERT = 6;

  private final double stretch;
  private final double slant;
  private final Wave[] across;
  private final Wave[] down;

  private Bend(double stretch, double slant, Wave[] across, Wave[] down) {
    this.stretch = stretch;
    this.slant = slant;
    this.across = across;
    this.down = down;
  }

  /**
   * @param pixels standard deviation of the waves' shift each way, in pixels of the view
   * @param stretch standard deviation of the logarithm of width to height, and of the slant
   */
  static Bend random(RandomGenerator random, double pixels, double stretch) {
    if (pixels == 0 && stretch == 0) {
      return NONE;
    }
    // The root mean square of a product of two sines is a half.
    double height = 2 * pixels / Math.sqrt(WAVES);
    return new Bend(random.nextGaussian() * stretch / 2, random.nextGaussian() * stretch / 2,
        waves(random, height), waves(random, height));
  }

  private static Wave[] waves(RandomGenerator random, double height) {
    Wave[] waves = new Wave[WAVES];
    for (int i = 0; i < WAVES; i++) {
      waves[i] = new Wave(random.nextGaussian() * height, frequency(random), phase(random), frequency(random),
          phase(random));
    }
    return waves;
  }

  private static double frequency(RandomGenerator random) {
    return Math.PI / (SHORTEST_HALF_WAVE + random.nextDouble() * (LONGEST_HALF_WAVE - SHORTEST_HALF_WAVE));
  }

  private static double phase(RandomGenerator random) {
    return random.nextDouble() * 2 * Math.PI;
  }

  /** The bent view's greys 0..1, [row, column]. */
  float[] sample(FaceView view, Photo photo) {
    double[] shiftX = shifts(across);
    double[] shiftY = shifts(down);
    float[] grey = new float[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int i = row * SIZE + column;
        double x = column + stretch * (column - MIDDLE) + slant * (row - MIDDLE) + shiftX[i];
        double y = row - stretch * (row - MIDDLE) + slant * (column - MIDDLE) + shiftY[i];
        grey[i] = view.grey(photo, x, y);
      }
    }
    return grey;
  }

  /** Where a point of the unbent view lies in the bent one; NaN stays NaN. */
  Point moved(Point point) {
    double x = point.x();
    double y = point.y();
    for (int step = 0; step < STEPS_TO_INVERT && this != NONE; step++) {
      double dx = stretch * (x - MIDDLE) + slant * (y - MIDDLE) + at(across, x, y);
      double dy = -stretch * (y - MIDDLE) + slant * (x - MIDDLE) + at(down, x, y);
      x = point.x() - dx;
      y = point.y() - dy;
    }
    return new Point(x, y);
  }

  private static double at(Wave[] waves, double x, double y) {
    double sum = 0;
    for (Wave wave : waves) {
      sum += wave.height * wave.acrossAt(x) * wave.downAt(y);
    }
    return sum;
  }

  /** The waves' sum at every pixel: a product of a sine of the column and one of the row, so 96 of each will do. */
  private static double[] shifts(Wave[] waves) {
    double[] sum = new double[SIZE * SIZE];
    double[] columns = new double[SIZE];
    for (Wave wave : waves) {
      for (int column = 0; column < SIZE; column++) {
        columns[column] = wave.acrossAt(column);
      }
      for (int row = 0; row < SIZE; row++) {
        double height = wave.height * wave.downAt(row);
        for (int column = 0; column < SIZE; column++) {
          sum[row * SIZE + column] += height * columns[column];
        }
      }
    }
    return sum;
  }

  /** {@code height · sin(across · x + acrossPhase) · sin(down · y + downPhase)}. */
  private record Wave(double height, double across, double acrossPhase, double down, double downPhase) {

    double acrossAt(double x) {
      return Math.sin(across * x + acrossPhase);
    }

    double downAt(double y) {
      return Math.sin(down * y + downPhase);
    }
  }
}
