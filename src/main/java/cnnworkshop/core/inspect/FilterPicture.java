package cnnworkshop.core.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One filter as a small picture, a pixel a place. Filters of three channels are shown in colour, red, green and blue as
 * the input's; those of another number in grey, by the mean over channels.
 *
 * @param columns its width in pixels
 * @param argb opaque pixels {@code 0xFFRRGGBB}, [row, column]; not to be changed
 */
public record FilterPicture(int columns, int[] argb) {

  private static final int COLOURS = 3;
  private static final int MIDDLE_GREY = 128;

  /** Its height in pixels. */
  public int rows() {
    return argb.length / columns;
  }

  /**
   * All filters as they are, each scaled on its own: its lowest number becomes 0, its highest 255, over all its
   * channels. One whose numbers are all the same is grey.
   */
  public static List<FilterPicture> asTheyAre(Filters filters) {
    return IntStream.range(0, filters.count()).mapToObj(filter -> asItIs(filters, filter)).toList();
  }

  private static FilterPicture asItIs(Filters filters, int filter) {
    int places = filters.spec().filter().rows() * filters.spec().filter().columns();
    int shown = filters.channels() == COLOURS ? COLOURS : 1;
    float[] numbers = shown == COLOURS
        ? Arrays.copyOfRange(filters.weights(), filter * shown * places, (filter + 1) * shown * places)
        : meanOverChannels(filters.weights(), filters.channels(), places, filter);
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float number : numbers) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    return new FilterPicture(filters.spec().filter().columns(), levels(numbers, shown == COLOURS, low, high));
  }

  /**
   * Numbers as levels from 0 for the lowest to 255 for the highest.
   *
   * @param numbers [row, column], or of a coloured picture [colour, row, column]
   */
  static int[] levels(float[] numbers, boolean coloured, float low, float high) {
    int shown = coloured ? COLOURS : 1;
    int places = numbers.length / shown;
    int[] argb = new int[places];
    for (int place = 0; place < places; place++) {
      int colour = 0xFF;
      for (int channel = 0; channel < COLOURS; channel++) {
        colour = colour << 8 | level(numbers[channel % shown * places + place], low, high);
      }
      argb[place] = colour;
    }
    return argb;
  }

  private static int level(float number, float low, float high) {
    // Not above: so NaN, of a training that diverged, is grey as well.
    return high > low ? Math.round(255 * ((number - low) / (high - low))) : MIDDLE_GREY;
  }

  /**
   * How filters differ from earlier ones of the same layer: the mean over channels of the difference at each place, on
   * {@link ColourScale#SIGNED}, all filters on one scale, so that those that changed most stand out.
   *
   * @param range the values the scale runs over, such as {@link #rangeOfChange}
   */
  public static List<FilterPicture> change(Filters now, Filters before, ValueRange range) {
    int places = now.spec().filter().rows() * now.spec().filter().columns();
    float[] change = difference(now, before);
    return IntStream.range(0, now.count()).mapToObj(filter -> new FilterPicture(now.spec().filter().columns(),
        ColourScale.SIGNED.paint(meanOverChannels(change, now.channels(), places, filter), range))).toList();
  }

  /** The range around zero that holds all that {@link #change} shows. */
  public static ValueRange rangeOfChange(Filters now, Filters before) {
    int places = now.spec().filter().rows() * now.spec().filter().columns();
    float[] change = difference(now, before);
    float reach = 0;
    for (int filter = 0; filter < now.count(); filter++) {
      for (float number : meanOverChannels(change, now.channels(), places, filter)) {
        reach = Math.max(reach, Math.abs(number));
      }
    }
    return new ValueRange(-reach, reach);
  }

  private static float[] difference(Filters now, Filters before) {
    float[] change = now.weights().clone();
    for (int i = 0; i < change.length; i++) {
      change[i] -= before.weights()[i];
    }
    return change;
  }

  static float[] meanOverChannels(float[] weights, int channels, int places, int filter) {
    float[] mean = new float[places];
    for (int channel = 0; channel < channels; channel++) {
      for (int place = 0; place < places; place++) {
        mean[place] += weights[(filter * channels + channel) * places + place] / channels;
      }
    }
    return mean;
  }
}
