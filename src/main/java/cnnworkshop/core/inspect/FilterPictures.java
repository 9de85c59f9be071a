package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The filters of a layer as pictures, a pixel a place. On grey scales the lowest number is level 0, the highest 255:
 * level = round(255 · (number − lowest) / (highest − lowest)), for each colour of a coloured picture; where lowest and
 * highest are the same, or no numbers, all is {@code 0x808080}.
 *
 * @param slice what of the filters is seen
 * @param scaling what the colours run over
 * @param pictures one a filter, in the layer's order
 * @param ranges the numbers each picture's colours run over
 */
public record FilterPictures(FilterSlice slice, FilterScaling scaling, List<FilterPicture> pictures,
    List<ValueRange> ranges) {

  /**
   * Paints all filters. Signed colours leave none for red, green and blue: a coloured picture becomes the mean over its
   * channels then.
   */
  public static FilterPictures of(Filters filters, FilterSlice slice, FilterScaling scaling) {
    FilterSlice seen = scaling == FilterScaling.SIGNED && slice.coloured(filters) ? FilterSlice.MEAN : slice;
    List<ValueRange> ranges = ranges(filters, seen, scaling);
    List<FilterPicture> pictures = IntStream.range(0, filters.count())
        .mapToObj(filter -> paint(filters, seen, filter, scaling, ranges.get(filter))).toList();
    return new FilterPictures(seen, scaling, pictures, ranges);
  }

  /** Paints all channels of one filter, each as it would be among the filters. */
  public static FilterPictures stack(Filters filters, int filter, FilterScaling scaling) {
    ValueRange range = ranges(filters, FilterSlice.channel(0), scaling).get(filter);
    List<FilterPicture> pictures = IntStream.range(0, filters.channels())
        .mapToObj(channel -> paint(filters, FilterSlice.channel(channel), filter, scaling, range)).toList();
    return new FilterPictures(FilterSlice.channel(0), scaling, pictures,
        IntStream.range(0, filters.channels()).mapToObj(channel -> range).toList());
  }

  /** A channel's colours run over all channels of its filter: one can leaf through them and compare. */
  private static List<ValueRange> ranges(Filters filters, FilterSlice slice, FilterScaling scaling) {
    FilterSlice over = slice.kind() == FilterSlice.Kind.CHANNEL ? FilterSlice.PICTURE : slice;
    List<ValueRange> own = new ArrayList<>();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int filter = 0; filter < filters.count(); filter++) {
      ValueRange range = range(over.of(filters, filter));
      own.add(range);
      if (!Float.isNaN(range.low())) {
        low = Math.min(low, range.low());
        high = Math.max(high, range.high());
      }
    }
    ValueRange common = scaling == FilterScaling.COMMON ? new ValueRange(low, high) : around(low, high);
    return scaling == FilterScaling.OWN ? own
        : own.stream().map(range -> Float.isNaN(range.low()) ? range : common).toList();
  }

  private static ValueRange around(float low, float high) {
    float reach = Math.max(Math.abs(low), Math.abs(high));
    return new ValueRange(-reach, reach);
  }

  private static ValueRange range(float[] numbers) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float number : numbers) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    return new ValueRange(low, high);
  }

  private static FilterPicture paint(Filters filters, FilterSlice slice, int filter, FilterScaling scaling,
      ValueRange range) {
    float[] numbers = slice.of(filters, filter);
    int columns = filters.spec().filter().columns();
    return new FilterPicture(columns, scaling == FilterScaling.SIGNED ? ColourScale.SIGNED.paint(numbers, range)
        : FilterPicture.levels(numbers, slice.coloured(filters), range.low(), range.high()));
  }
}
