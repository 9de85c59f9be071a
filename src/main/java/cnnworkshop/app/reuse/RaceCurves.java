package cnnworkshop.app.reuse;

import cnnworkshop.app.control.ComparisonLine;
import cnnworkshop.app.control.ComparisonLine.Look;
import cnnworkshop.app.control.ComparisonLine.Point;
import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.reuse.Race.Heat;
import cnnworkshop.core.reuse.RaceResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of trainings is drawn: how each of those with the present number of pictures goes, step by step; and what was
 * reached with how many pictures. On the UI thread.
 */
final class RaceCurves {

  private final ReuseWords words;
  private final Map<Heat, List<Point>> rounds = new LinkedHashMap<>();
  private int perClass;

  RaceCurves(ReuseWords words) {
    this.words = words;
  }

  /** Forgets all. */
  void clear() {
    rounds.clear();
    perClass = 0;
  }

  /** A training begins; those with another number of pictures are no longer drawn. */
  void begin(Heat heat) {
    if (heat.perClass() != perClass) {
      clear();
      perClass = heat.perClass();
    }
    rounds.put(heat, new ArrayList<>());
  }

  /** A round of it is over. */
  void add(Heat heat, HeatRun.Round round) {
    if (Double.isFinite(round.measure())) {
      rounds.get(heat).add(new Point(round.steps(), round.measure(), 0));
    }
  }

  /** With how many pictures a class they are; 0 for none. */
  int perClass() {
    return perClass;
  }

  /** The measure over the steps, a line a training. */
  List<ComparisonLine> overSteps() {
    return rounds.entrySet().stream().map(entry -> new ComparisonLine(words.entrant(entry.getKey().entrant()),
        look(entry.getKey().entrant()), entry.getValue())).toList();
  }

  /** The measure over the number of pictures a class, mean and spread of the seeds, a line an entrant. */
  List<ComparisonLine> overPictures(RaceResults results) {
    List<Integer> numbers = results.all().stream().map(result -> result.heat().perClass()).distinct().sorted().toList();
    List<ComparisonLine> lines = new ArrayList<>();
    for (Entrant entrant : Entrant.values()) {
      List<Point> points = new ArrayList<>();
      for (int number : numbers) {
        Optional<RaceResults.Summary> summary = results.of(entrant, number);
        summary.filter(s -> Double.isFinite(s.mean()))
            .ifPresent(s -> points.add(new Point(number, s.mean(), s.spread())));
      }
      if (!points.isEmpty()) {
        lines.add(new ComparisonLine(words.entrant(entrant), look(entrant), points));
      }
    }
    return lines;
  }

  private static Look look(Entrant entrant) {
    return switch (entrant) {
      case SCRATCH -> Look.FIRST;
      case FROZEN -> Look.SECOND;
      case FINE_TUNED -> Look.THIRD;
      case AS_CUT -> Look.FOURTH;
    };
  }
}
