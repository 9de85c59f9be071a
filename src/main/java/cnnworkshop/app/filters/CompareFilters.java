package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first convolutions of two networks as pictures, in the same order and on the same scale.
 *
 * @param left those of the left network; empty if it has none to be seen
 * @param right those of the right network
 * @param difference what the right ones have more; empty if they are not of one shape
 * @param range what the colours of both run over; null for each filter from its lowest to its highest weight
 * @param differenceRange what the colours of the difference run over; null without one
 * @param sentence what there is to be said
 * @param words what to say of each filter
 */
record CompareFilters(List<FilterPicture> left, List<FilterPicture> right, List<FilterPicture> difference,
    ValueRange range, ValueRange differenceRange, String sentence, IntFunction<String> words) {

  private static final int NAMED = 3;

  /** How filters are seen. */
  enum Look {
    /** Greys from each filter's lowest weight to its highest. */
    OWN,
    /** Blue below zero, white at zero, orange above, on one scale for both networks. */
    SIGNED
  }

  /**
   * Paints filters.
   *
   * @param left null if the left network does not begin with a convolution
   * @param right likewise
   */
  static CompareFilters of(Filters left, Filters right, Look look, Texts texts) {
    boolean alike = left != null && right != null && areAlike(left, right);
    ValueRange range = look == Look.OWN ? null : around(left, right);
    ValueRange differenceRange = alike ? FilterPicture.rangeOfChange(right, left) : null;
    return new CompareFilters(paint(left, range), paint(right, range),
        alike ? FilterPicture.change(right, left, differenceRange) : List.of(), range, differenceRange,
        sentence(left, right, alike, texts), filter -> words(left, right, alike, filter, texts));
  }

  private static boolean areAlike(Filters left, Filters right) {
    return left.count() == right.count() && left.channels() == right.channels()
        && left.spec().filter().equals(right.spec().filter());
  }

  private static List<FilterPicture> paint(Filters filters, ValueRange range) {
    if (filters == null) {
      return List.of();
    }
    return range == null ? FilterPicture.asTheyAre(filters) : FilterPicture.change(filters, nothing(filters), range);
  }

  /** A filter is what changed since there was none. */
  private static Filters nothing(Filters filters) {
    return new Filters(filters.spec(), filters.channels(), new float[filters.weights().length],
        new float[filters.biases().length]);
  }

  private static ValueRange around(Filters left, Filters right) {
    float reach = 0;
    for (Filters filters : left == null ? new Filters[] {right} : new Filters[] {left, right}) {
      reach = filters == null ? reach : Math.max(reach, FilterPicture.rangeOfChange(filters, nothing(filters)).high());
    }
    return new ValueRange(-reach, reach);
  }

  private static String sentence(Filters left, Filters right, boolean alike, Texts texts) {
    if (left == null || right == null) {
      return texts.get("filters.compare.filters.none");
    }
    if (!alike) {
      return texts.get("filters.compare.filters.unlike", shape(left, texts), shape(right, texts));
    }
    double[] apart = IntStream.range(0, left.count())
        .mapToDouble(filter -> CompareNorms.ofDifference(left, right, filter)).toArray();
    if (IntStream.range(0, apart.length).allMatch(filter -> apart[filter] == 0)) {
      return texts.get("filters.compare.filters.identical", left.count());
    }
    String most = IntStream.range(0, apart.length).boxed().sorted(Comparator.comparingDouble(i -> -apart[i]))
        .limit(NAMED).map(i -> texts.get("filters.compare.filters.apart", i, apart[i]))
        .collect(Collectors.joining(", "));
    return texts.get("filters.compare.filters.most", most);
  }

  private static String shape(Filters filters, Texts texts) {
    return texts.get("filters.compare.filters.shape", filters.count(), filters.channels(),
        filters.spec().filter().rows(), filters.spec().filter().columns());
  }

  private static String words(Filters left, Filters right, boolean alike, int filter, Texts texts) {
    String ours = norm(left, filter, texts);
    String theirs = norm(right, filter, texts);
    return alike ? texts.get("filters.compare.filter.apart", filter, ours, theirs,
        CompareNorms.ofDifference(left, right, filter)) : texts.get("filters.compare.filter", filter, ours, theirs);
  }

  private static String norm(Filters filters, int filter, Texts texts) {
    return filters == null || filter >= filters.count() ? "–"
        : texts.get("filters.compare.number", CompareNorms.of(filters, filter));
  }
}
