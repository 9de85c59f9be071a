package cnnworkshop.core.data;

import cnnworkshop.core.data.drawn.Draws;
import cnnworkshop.core.data.drawn.ShapeKind;
import cnnworkshop.core.data.drawn.ShapePicture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shapes-10, the built-in data set: pictures of ten kinds of object, 32×32 in colour, drawn by the program from a
 * seed. It needs no file and no network connection. The same arguments give the same bytes on every machine, and a
 * smaller set is the beginning of a larger one.
 */
public final class Shapes10 {

  /** Training pictures if nothing else is said. */
  public static final int TRAINING_COUNT = 10_000;
  /** Test pictures if nothing else is said. */
  public static final int TEST_COUNT = 4_000;
  /**
   * The difficulty at which the workshop's two networks do much as on 10,000 pictures of CIFAR-10: after 15 epochs
   * {@code cnn} has overfitted and knows 55 % of the test pictures, {@code suggested_cnn} 65 % (docs/small-pictures.md).
   */
  public static final double DIFFICULTY = 0.7;

  /** The kinds' names, in order of the labels. */
  public static final List<String> CLASS_NAMES = Arrays.stream(ShapeKind.values()).map(ShapeKind::label).toList();

  private static final int KINDS = ShapeKind.values().length;
  private static final int FOR_TRAINING = 0;
  private static final int FOR_TEST = 1;
  private static final int FOR_ORDER = 2;
  private static final int STREAMS = 3;

  private Shapes10() {}

  /**
   * Pictures to learn from, every ten in a row of ten different kinds.
   *
   * @param count pictures, at least 0
   * @param difficulty 0 (large, plain, upright) to 1
   * @throws IllegalArgumentException if the difficulty is outside its range
   */
  public static LabelledPictures training(int count, double difficulty, long seed) {
    return pictures(FOR_TRAINING, count, difficulty, seed);
  }

  /** Pictures to test with, drawn as {@link #training} draws them, none of them the same. */
  public static LabelledPictures test(int count, double difficulty, long seed) {
    return pictures(FOR_TEST, count, difficulty, seed);
  }

  private static LabelledPictures pictures(int stream, int count, double difficulty, long seed) {
    if (!(difficulty >= 0 && difficulty <= 1)) {
      throw new IllegalArgumentException("difficulty " + difficulty);
    }
    int[] labels = new int[count];
    for (int start = 0; start < count; start += KINDS) {
      int[] order = shuffledKinds(new Draws(seedOf(seed, FOR_ORDER, 2L * start + stream)));
      System.arraycopy(order, 0, labels, start, Math.min(KINDS, count - start));
    }
    int size = ShapePicture.CHANNELS * ShapePicture.SIZE * ShapePicture.SIZE;
    byte[] values = new byte[Math.multiplyExact(count, size)];
    // Every picture has draws of its own, so it does not matter which thread draws it, and when.
    IntStream.range(0, count).parallel().forEach(i -> ShapePicture.draw(ShapeKind.values()[labels[i]], difficulty,
        new Draws(seedOf(seed, stream, i)), values, i * size));
    return new LabelledPictures(CLASS_NAMES, ShapePicture.CHANNELS, ShapePicture.SIZE, ShapePicture.SIZE, values,
        labels);
  }

  /** No two streams of one seed ever share a number. */
  private static long seedOf(long seed, int stream, long number) {
    return Draws.mix(seed) + STREAMS * number + stream;
  }

  private static int[] shuffledKinds(Draws draws) {
    int[] order = IntStream.range(0, KINDS).toArray();
    for (int i = KINDS - 1; i > 0; i--) {
      int other = draws.below(i + 1);
      int kind = order[i];
      order[i] = order[other];
      order[other] = kind;
    }
    return order;
  }
}
