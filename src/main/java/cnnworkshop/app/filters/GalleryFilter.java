package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterFacts;
import cnnworkshop.core.inspect.FilterPictures;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.inspect.WeightHistogram;

/**
 * What a filter's page shows of its numbers.
 *
 * @param contents the layer's numbers
 * @param filter its number in the layer
 * @param stack all its channels as pictures
 * @param own how its weights are spread
 * @param layer how the weights of the whole layer are spread, in the same bins
 */
record GalleryFilter(GalleryContents contents, int filter, FilterPictures stack, WeightHistogram own,
    WeightHistogram layer) {

  /** Odd, so that a layer whose ends lie as far below zero as above has a bin around zero. */
  private static final int BINS = 21;

  static GalleryFilter of(GalleryContents contents, int filter, FilterScaling scaling) {
    float[] weights = contents.filters().weights();
    int each = contents.facts().get(filter).weights();
    ValueRange range = range(contents);
    return new GalleryFilter(contents, filter, FilterPictures.stack(contents.filters(), filter, scaling),
        WeightHistogram.of(weights, filter * each, (filter + 1) * each, range, BINS),
        WeightHistogram.of(weights, 0, weights.length, range, BINS));
  }

  private static ValueRange range(GalleryContents contents) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (FilterFacts facts : contents.facts()) {
      // Filters with weights that are no numbers have no ends.
      if (facts.range().low() <= facts.range().high()) {
        low = Math.min(low, facts.range().low());
        high = Math.max(high, facts.range().high());
      }
    }
    return low <= high ? new ValueRange(low, high) : new ValueRange(0, 0);
  }

  /** What is to be said of its numbers. */
  FilterFacts facts() {
    return contents.facts().get(filter);
  }
}
