package cnnworkshop.app.reuse;

import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.reuse.Race;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Who takes part in a race, with how many pictures, how often. On the UI thread. */
final class RaceChoices {

  static final List<Integer> NUMBERS = List.of(10, 30, 100, 300);
  static final int MOST_SEEDS = 5;
  private static final int USUAL_SEEDS = 1;
  private static final int USUAL_ONCE = 30;

  private final Map<Entrant, BooleanProperty> entrants = new EnumMap<>(Entrant.class);
  private final Map<Integer, BooleanProperty> numbers = new TreeMap<>();
  private final IntegerProperty seeds = new SimpleIntegerProperty(this, "seeds", USUAL_SEEDS);
  private final IntegerProperty once = new SimpleIntegerProperty(this, "once", USUAL_ONCE);
  private final IntegerProperty most = new SimpleIntegerProperty(this, "most", 0);

  RaceChoices() {
    for (Entrant entrant : Entrant.values()) {
      entrants.put(entrant, new SimpleBooleanProperty(this, "entrant", entrant != Entrant.AS_CUT));
    }
    NUMBERS.forEach(number -> numbers.put(number, new SimpleBooleanProperty(this, "number", true)));
  }

  /** Whether one takes part. */
  BooleanProperty entrantProperty(Entrant entrant) {
    return entrants.get(entrant);
  }

  /** Whether it is raced with one of {@link #NUMBERS} of pictures. */
  BooleanProperty numberProperty(int number) {
    return numbers.get(number);
  }

  /** How often each is trained, 1..{@value #MOST_SEEDS}. */
  IntegerProperty seedsProperty() {
    return seeds;
  }

  /** With how many pictures a class a single training is. */
  IntegerProperty onceProperty() {
    return once;
  }

  /** How many pictures of each class there are. */
  IntegerProperty mostProperty() {
    return most;
  }

  /** All that decides which race it is. */
  List<Observable> observables() {
    List<Observable> all = new ArrayList<>(entrants.values());
    all.addAll(numbers.values());
    all.addAll(List.of(seeds, most));
    return all;
  }

  /** The race that was chosen, of as many pictures as there are; may be without a single training. */
  Race race() {
    return new Race(NUMBERS.stream().filter(number -> number <= most.get() && numbers.get(number).get()).toList(),
        Arrays.stream(Entrant.values()).filter(entrant -> entrants.get(entrant).get()).toList(),
        LongStream.rangeClosed(1, seeds.get()).boxed().toList());
  }

  /** One training as the cut says. */
  List<Race.Heat> single() {
    return List.of(new Race.Heat(Entrant.AS_CUT, Math.min(once.get(), most.get()), 1));
  }
}
