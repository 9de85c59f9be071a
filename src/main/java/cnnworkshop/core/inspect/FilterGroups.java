package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The filters of a layer by their numbers, like ones together.
 *
 * @param alike groups of two or more
 * @param others those that are like no other
 */
public record FilterGroups(List<List<Integer>> alike, List<Integer> others) {

  public FilterGroups {
    alike = List.copyOf(alike);
    others = List.copyOf(others);
  }

  /** All on their own, in an order. */
  public static FilterGroups none(List<Integer> order) {
    return new FilterGroups(List.of(), order);
  }

  /**
   * Puts groups together without losing an order: in it stand the filters of a group, and the groups by their first.
   *
   * @param order the numbers of all filters
   * @param groups each filter in one of them
   */
  public static FilterGroups of(List<Integer> order, List<List<Integer>> groups) {
    int[] places = new int[order.size()];
    for (int i = 0; i < places.length; i++) {
      places[order.get(i)] = i;
    }
    Comparator<Integer> inOrder = Comparator.comparingInt(filter -> places[filter]);
    List<List<Integer>> alike = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (List<Integer> group : groups) {
      if (group.size() > 1) {
        alike.add(group.stream().sorted(inOrder).toList());
      } else {
        others.addAll(group);
      }
    }
    alike.sort(Comparator.comparing(group -> group.get(0), inOrder));
    others.sort(inOrder);
    return new FilterGroups(alike, others);
  }

  /** All filters, group by group, the others last. */
  public List<Integer> order() {
    return Stream.concat(alike.stream().flatMap(List::stream), others.stream()).toList();
  }
}
