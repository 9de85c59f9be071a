package cnnworkshop.core.net.dl4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Long rows of numbers in ND4J's memory, all parameters of a network or all that its updater remembers, copied in and out
 * directly: each array ND4J makes on the way would stay in native memory until Java's collector happens to run.
 */
final class FlatNumbers {

  private static final int PIECE = 1 << 14;

  private FlatNumbers() {}

  /** A copy of all. */
  static float[] of(INDArray row) {
    return of(row, 0, Math.toIntExact(row.length()));
  }

  /** A copy of some. */
  static float[] of(INDArray row, long from, int count) {
    float[] copy = new float[count];
    pointer(row).position(from).get(copy);
    return copy;
  }

  /** Replaces some. */
  static void put(INDArray row, long from, float[] values) {
    if (from + values.length > row.length()) {
      throw new IllegalArgumentException(values.length + " numbers from " + from + " on, in a row of " + row.length());
    }
    pointer(row).position(from).put(values);
  }

  /** As {@link cnnworkshop.core.net.TrainableNetwork#intoMean}. */
  static void intoMean(INDArray row, float[] mean, float keep) {
    FloatBuffer numbers = pointer(row).asBuffer();
    int pieces = (mean.length + PIECE - 1) / PIECE;
    IntStream.range(0, pieces).parallel().forEach(piece -> {
      int start = piece * PIECE;
      float[] some = new float[Math.min(PIECE, mean.length - start)];
      numbers.get(start, some);
      float[] means = Arrays.copyOfRange(mean, start, start + some.length);
      for (int i = 0; i < some.length; i++) {
        means[i] = keep * means[i] + (1 - keep) * some[i];
      }
      System.arraycopy(means, 0, mean, start, means.length);
    });
  }

  private static FloatPointer pointer(INDArray row) {
    return new FloatPointer(row.data().addressPointer()).capacity(row.length());
  }
}
