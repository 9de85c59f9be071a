package cnnworkshop.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Faces split by person: some people's pictures to learn from, other people's to judge by.
 *
 * @param training pictures to learn from
 * @param checking pictures of people held out: they choose the best weights, and never teach
 */
public record HoldOut(List<FaceSample> training, List<FaceSample> checking) {

  /**
   * Holds out a seeded share of the people, at least one and never all; with a single person nothing can be held out,
   * and {@code checking} is empty.
   *
   * @param share of the people, 0..1
   */
  public static HoldOut ofPeople(List<FaceSample> samples, double share, long seed) {
    Set<String> distinct = new LinkedHashSet<>();
    samples.forEach(s -> distinct.add(s.subject()));
    List<String> people = new ArrayList<>(distinct);
    Collections.shuffle(people, new Random(seed));
    int count = share <= 0 ? 0 : Math.min(people.size() - 1, Math.max(1, (int) Math.round(share * people.size())));
    Set<String> held = Set.copyOf(people.subList(0, count));
    List<FaceSample> training = new ArrayList<>();
    List<FaceSample> checking = new ArrayList<>();
    for (FaceSample s : samples) {
      (held.contains(s.subject()) ? checking : training).add(s);
    }
    return new HoldOut(training, checking);
  }
}
