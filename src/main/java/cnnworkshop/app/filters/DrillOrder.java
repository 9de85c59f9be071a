package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.MapSummary;
import cnnworkshop.core.inspect.MapsSummary;
import java.util.Comparator;

/** In which order maps are shown. */
enum DrillOrder {
  /** By number. */
  NUMBER(Comparator.comparingInt(MapSummary::map)),
  /** Those with the largest values, on average, first. */
  ACTIVITY(Comparator.comparingDouble(MapSummary::activity).reversed()),
  /** Those with the most zeros first. */
  ZEROS(Comparator.comparingDouble(MapSummary::zeroShare).reversed());

  private final Comparator<MapSummary> comparator;

  DrillOrder(Comparator<MapSummary> comparator) {
    this.comparator = comparator;
  }

  /** The maps' numbers in this order; of equals the lower number comes first. */
  int[] of(MapsSummary layer) {
    return layer.maps().stream().sorted(comparator.thenComparing(MapSummary::map)).mapToInt(MapSummary::map).toArray();
  }
}
