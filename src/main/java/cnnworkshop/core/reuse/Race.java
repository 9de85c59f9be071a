package cnnworkshop.core.reuse;

import java.util.ArrayList;
import java.util.List;

/**
 * Which trainings are compared, one after the other: every entrant with every number of pictures and every seed.
 *
 * @param perClass pictures of each class to learn from (of all, if the task has no classes), at least 1 each
 * @param entrants ways of learning
 * @param seeds each gives other pictures, another order and another head to begin with
 */
public record Race(List<Integer> perClass, List<Entrant> entrants, List<Long> seeds) {

  /**
   * One training of a race.
   *
   * @param entrant how it learns
   * @param perClass pictures of each class it learns from
   * @param seed chooses the pictures too
   */
  public record Heat(Entrant entrant, int perClass, long seed) {}

  public Race {
    perClass = List.copyOf(perClass);
    entrants = List.copyOf(entrants);
    seeds = List.copyOf(seeds);
    if (perClass.stream().anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException("pictures a class " + perClass);
    }
  }

  /** All of them, those with few pictures first, rivals next to each other. */
  public List<Heat> heats() {
    List<Heat> heats = new ArrayList<>();
    for (int number : perClass) {
      for (long seed : seeds) {
        entrants.forEach(entrant -> heats.add(new Heat(entrant, number, seed)));
      }
    }
    return heats;
  }
}
