package cnnworkshop.core.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** In which order the filters of a layer stand. */
public enum FilterOrder {
  /** As in the network. */
  INDEX,
  /** The largest norm first. */
  NORM,
  /** The one that answers most strongly to the picture first. */
  ACTIVITY,
  /** Like ones side by side. */
  LIKENESS;

  /**
   * The numbers of the filters in this order; equal ones as in the network.
   *
   * @param facts of all filters, in their order
   * @param activity of all filters, in their order; asked for if it is needed
   * @param likeness of the filters; asked for if it is needed
   */
  public List<Integer> of(List<FilterFacts> facts, Supplier<List<FilterActivity>> activity,
      Supplier<FilterLikeness> likeness) {
    return switch (this) {
      case INDEX -> numbers(facts.size());
      case NORM -> sorted(facts.size(), Comparator.comparingDouble(filter -> -facts.get(filter).norm()));
      case ACTIVITY -> {
        List<FilterActivity> answers = activity.get();
        yield sorted(facts.size(), Comparator.comparingDouble(filter -> -answers.get(filter).strength()));
      }
      case LIKENESS -> likeness.get().order();
    };
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<Integer> sorted(int count, Comparator<Integer> by) {
    return numbers(count).stream().sorted(by).toList();
  }
}
