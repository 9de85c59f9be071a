package cnnworkshop.core.train;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which epoch to give up when there is no more room, so that the others still cover the whole training: the one that
 * leaves the smallest gap, of several the earliest. Done again and again, what is left lies about evenly from the first
 * epoch to the last, whenever the training ends.
 */
public final class EpochThinning {

  private EpochThinning() {}

  /**
   * The epoch to give up.
   *
   * @param epochs those there are, ascending; the first and the last are never given up
   * @param wanted others never to give up
   * @return empty if none may be given up
   */
  public static OptionalInt leastMissed(List<Integer> epochs, Set<Integer> wanted) {
    int least = -1;
    int smallest = Integer.MAX_VALUE;
    for (int i = 1; i < epochs.size() - 1; i++) {
      int gap = epochs.get(i + 1) - epochs.get(i - 1);
      if (gap < smallest && !wanted.contains(epochs.get(i))) {
        smallest = gap;
        least = epochs.get(i);
      }
    }
    return least < 0 ? OptionalInt.empty() : OptionalInt.of(least);
  }
}
