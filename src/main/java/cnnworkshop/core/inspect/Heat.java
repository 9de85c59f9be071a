package cnnworkshop.core.inspect;

import java.util.Arrays;

/**
 * Values to be laid over a picture in colours, one a pixel.
 *
 * @param width columns of the picture
 * @param height rows of the picture
 * @param values [row, column]; NaN where nothing is known; not to be changed
 * @param scale their colours
 * @param range the values the colours run over
 */
public record Heat(int width, int height, float[] values, ColourScale scale, ValueRange range) {

  /** The share of values that run off the scale's end where a few are far larger than all others. */
  private static final double LARGEST_LEFT_OUT = 0.01;

  /** Values on a scale that ends with the largest. */
  public static Heat of(int width, int height, float[] values, boolean signed) {
    return of(width, height, values, signed, 0);
  }

  /** Values on a scale that the largest hundredth of them runs off. */
  public static Heat clipped(int width, int height, float[] values, boolean signed) {
    return of(width, height, values, signed, LARGEST_LEFT_OUT);
  }

  private static Heat of(int width, int height, float[] values, boolean signed, double leftOut) {
    float[] sizes = new float[values.length];
    int known = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        sizes[known++] = Math.abs(value);
      }
    }
    Arrays.sort(sizes, 0, known);
    float reach = known == 0 ? 0 : sizes[(int) Math.floor((known - 1) * (1 - leftOut))];
    if (reach == 0 && known > 0) {
      // Nearly all are 0: the few others must still be seen.
      reach = sizes[known - 1];
    }
    return new Heat(width, height, values, signed ? ColourScale.SIGNED : ColourScale.VIRIDIS,
        new ValueRange(signed ? -reach : 0, reach));
  }
}
