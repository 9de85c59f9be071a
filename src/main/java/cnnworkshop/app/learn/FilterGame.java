package cnnworkshop.app.learn;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which of four filters made this map: one round after another, with a score. */
final class FilterGame {

  /** How many filters one chooses from. */
  static final int CHOICES = 4;
  /** Maps that are nearly all zero show nothing to guess by. */
  private static final double LEAST_ACTIVE = 0.1;

  private final Texts texts;
  private final LabGuess guess;
  private final Random random;
  private final List<Integer> filters = new ArrayList<>();
  private final ReadOnlyIntegerWrapper rounds = new ReadOnlyIntegerWrapper(this, "rounds", 0);
  private final ReadOnlyStringWrapper score = new ReadOnlyStringWrapper(this, "score", "");
  private List<Integer> active = List.of();
  private int right;
  private int answered;

  /** @param seed decides which filters come */
  FilterGame(Texts texts, long seed) {
    this.texts = texts;
    guess = new LabGuess(texts);
    random = new Random(seed);
    guess.answeredProperty().addListener((p, before, now) -> {
      if (now) {
        answered++;
        right += guess.chosenProperty().get() == guess.right() ? 1 : 0;
        score.set(texts.get("learn.first.game.score", right, answered));
      }
    });
  }

  /** Takes the maps to ask about, and asks. */
  void start(FeatureMaps maps) {
    active = IntStream.range(0, maps.shape().channels()).filter(map -> isActive(LabMaps.values(maps, map))).boxed()
        .toList();
    if (active.size() < CHOICES) {
      active = IntStream.range(0, maps.shape().channels()).boxed().toList();
    }
    next();
  }

  private static boolean isActive(float[] values) {
    int above = 0;
    for (float value : values) {
      above += value > 0 ? 1 : 0;
    }
    return above > LEAST_ACTIVE * values.length;
  }

  /** Asks about another map. */
  void next() {
    if (active.isEmpty()) {
      return;
    }
    List<Integer> mixed = new ArrayList<>(active);
    Collections.shuffle(mixed, random);
    filters.clear();
    filters.addAll(mixed.subList(0, CHOICES));
    int rightOne = random.nextInt(CHOICES);
    guess.ask(texts.get("learn.first.game.question"),
        filters.stream().map(filter -> texts.get("learn.first.game.filter", filter)).toList(), rightOne,
        texts.get("learn.first.game.truth", filters.get(rightOne)));
    rounds.set(rounds.get() + 1);
  }

  /** The filters to choose from. */
  List<Integer> filters() {
    return List.copyOf(filters);
  }

  /** Whose map is shown. */
  int filter() {
    return filters.get(guess.right());
  }

  /** The round's question. */
  LabGuess guess() {
    return guess;
  }

  /** Which round it is, counted from 1; 0 before the maps are there. */
  ReadOnlyIntegerProperty roundsProperty() {
    return rounds.getReadOnlyProperty();
  }

  /** How many guesses were right, in words; empty at first. */
  ReadOnlyStringProperty scoreProperty() {
    return score.getReadOnlyProperty();
  }
}
