package cnnworkshop.app.train;

import cnnworkshop.core.train.EpochThinning;
import cnnworkshop.core.train.LayerState;
import cnnworkshop.core.train.TrainingEvent.Inside;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a network was like inside, epoch by epoch. Of long trainings some epochs are given up, evenly, as no slider can
 * tell more apart; the start and the last one always stay.
 */
final class InsideHistory {

  static final int MOST = 400;

  private final List<Inside> seen = new ArrayList<>();

  void clear() {
    seen.clear();
  }

  /** @param inside of a later epoch than all before */
  void add(Inside inside) {
    seen.add(inside);
    if (seen.size() > MOST) {
      OptionalInt least = EpochThinning.leastMissed(seen.stream().map(Inside::epoch).toList(), Set.of());
      seen.removeIf(earlier -> earlier.epoch() == least.orElseThrow());
    }
  }

  int size() {
    return seen.size();
  }

  Inside get(int position) {
    return seen.get(position);
  }

  /** The first position that is not before an epoch; the last one if all are. */
  int positionOf(int epoch) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i).epoch() >= epoch) {
        return i;
      }
    }
    return seen.size() - 1;
  }

  /** A layer's update ratio at each position, as its logarithm to base 10; NaN where there was no step before. */
  double[] updateRatios(int layer) {
    return seen.stream().mapToDouble(inside -> {
      LayerState state = layer < inside.layers().size() ? inside.layers().get(layer) : null;
      return state == null || !(state.updateRatio() > 0) ? Double.NaN : Math.log10(state.updateRatio());
    }).toArray();
  }
}
