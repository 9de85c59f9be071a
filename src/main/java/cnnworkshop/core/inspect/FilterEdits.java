package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The filters of a layer, with what somebody has changed about them. Immutable. */
public final class FilterEdits {

  private final Filters original;
  private final List<EditedFilter> untouched;
  private final List<EditedFilter> filters;

  private FilterEdits(Filters original, List<EditedFilter> untouched, List<EditedFilter> filters) {
    this.original = original;
    this.untouched = untouched;
    this.filters = filters;
  }

  /** Filters nobody has changed yet. */
  public static FilterEdits of(Filters original) {
    List<EditedFilter> untouched = IntStream.range(0, original.count())
        .mapToObj(filter -> EditedFilter.of(original, filter)).toList();
    return new FilterEdits(original, untouched, untouched);
  }

  /** As they were before anything was changed. */
  public Filters original() {
    return original;
  }

  /** How many filters there are. */
  public int count() {
    return filters.size();
  }

  /** One filter as it is now. */
  public EditedFilter filter(int filter) {
    return filters.get(filter);
  }

  /** The same with one filter changed. */
  public FilterEdits with(int filter, UnaryOperator<EditedFilter> change) {
    return each(i -> i == filter ? change.apply(filters.get(i)) : filters.get(i));
  }

  /** The same with one filter as it was at first. */
  public FilterEdits reset(int filter) {
    return with(filter, edited -> untouched.get(filter));
  }

  /** All filters as they were at first. */
  public FilterEdits resetAll() {
    return each(untouched::get);
  }

  /** The same with all filters but one switched off, and that one on. */
  public FilterEdits only(int filter) {
    return each(i -> filters.get(i).withOff(i != filter));
  }

  /** The same with all filters switched on. */
  public FilterEdits allOn() {
    return each(i -> filters.get(i).withOff(false));
  }

  private interface Each {
    EditedFilter at(int filter);
  }

  private FilterEdits each(Each now) {
    List<EditedFilter> changed = new ArrayList<>(filters.size());
    boolean same = true;
    for (int i = 0; i < filters.size(); i++) {
      changed.add(now.at(i));
      same &= changed.get(i) == filters.get(i);
    }
    return same ? this : new FilterEdits(original, untouched, List.copyOf(changed));
  }

  /** Whether the network takes other numbers for a filter than at first. */
  public boolean isChanged(int filter) {
    EditedFilter now = filters.get(filter);
    EditedFilter before = untouched.get(filter);
    if (now == before) {
      return false;
    }
    for (int i = 0; i < now.weights().length; i++) {
      if (Float.compare(now.effectiveWeight(i), before.weights()[i]) != 0) {
        return true;
      }
    }
    return Float.compare(now.effectiveBias(), before.bias()) != 0;
  }

  /** How many filters are changed. */
  public int changed() {
    return (int) IntStream.range(0, count()).filter(this::isChanged).count();
  }

  /** How many filters are switched off. */
  public int off() {
    return (int) filters.stream().filter(EditedFilter::off).count();
  }

  /** The numbers the network takes; the very same object as at first if nothing is changed. */
  public Filters edited() {
    if (IntStream.range(0, count()).noneMatch(this::isChanged)) {
      return original;
    }
    float[] weights = new float[original.weights().length];
    float[] biases = new float[count()];
    int length = weights.length / count();
    for (int filter = 0; filter < count(); filter++) {
      EditedFilter now = filters.get(filter);
      for (int i = 0; i < length; i++) {
        weights[filter * length + i] = now.effectiveWeight(i);
      }
      biases[filter] = now.effectiveBias();
    }
    return new Filters(original.spec(), original.channels(), weights, biases, original.scale());
  }

  /** What was changed, for a file: such as {@code conv1: off 0-3, 7; scaled 4 by 0.5; rewritten 5}. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    IntPredicate off = i -> filters.get(i).off();
    add(parts, "off ", ranges(off.and(this::isChanged)));
    IntPredicate scaled = i -> !filters.get(i).off() && filters.get(i).scale() != 1;
    List<String> factors = IntStream.range(0, count()).filter(scaled)
        .mapToObj(i -> String.format(Locale.ROOT, "%d by %s", i, filters.get(i).scale())).toList();
    add(parts, "scaled ", factors);
    add(parts, "rewritten ", ranges(i -> !filters.get(i).off() && isRewritten(i)));
    return original.spec().name() + ": " + (parts.isEmpty() ? "nothing" : String.join("; ", parts));
  }

  private boolean isRewritten(int filter) {
    EditedFilter now = filters.get(filter);
    EditedFilter before = untouched.get(filter);
    return !Arrays.equals(now.weights(), before.weights()) || Float.compare(now.bias(), before.bias()) != 0;
  }

  private static void add(List<String> parts, String what, List<String> which) {
    if (!which.isEmpty()) {
      parts.add(what + String.join(", ", which));
    }
  }

  private List<String> ranges(IntPredicate which) {
    List<String> ranges = new ArrayList<>();
    for (int first = 0; first < count(); first++) {
      if (which.test(first)) {
        int last = first;
        while (last + 1 < count() && which.test(last + 1)) {
          last++;
        }
        ranges.add(first == last ? String.valueOf(first) : first + "-" + last);
        first = last;
      }
    }
    return ranges;
  }
}
