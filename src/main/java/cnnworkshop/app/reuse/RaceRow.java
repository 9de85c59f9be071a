package cnnworkshop.app.reuse;

import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.reuse.RaceResults;
import java.util.Arrays;
import java.util.List;

/**
 * A line of the table of a race.
 *
 * @param perClass with how many pictures a class
 * @param entrant who
 * @param summary what it came to
 */
record RaceRow(int perClass, Entrant entrant, RaceResults.Summary summary) {

  /** All there are, few pictures first, rivals next to each other. */
  static List<RaceRow> of(RaceResults results) {
    return results.all().stream().map(result -> result.heat().perClass()).distinct().sorted()
        .flatMap(number -> Arrays.stream(Entrant.values()).flatMap(entrant ->
            results.of(entrant, number).stream().map(summary -> new RaceRow(number, entrant, summary)))).toList();
  }
}
