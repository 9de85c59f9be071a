package cnnworkshop.core.reuse;

import cnnworkshop.core.FreshFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How the trainings of a race went.
 *
 * @param all in the order they were run
 */
public record RaceResults(List<Result> all) {

  /** Nothing yet. */
  public static final RaceResults NONE = new RaceResults(List.of());

  private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
      .setHeader("entrant", "pictures_a_class", "pictures", "seed", "test_measure", "seconds", "cache_speed_up")
      .setRecordSeparator('\n').get();

  /**
   * One training.
   *
   * @param heat which
   * @param learned pictures it learned from
   * @param measure accuracy 0..1 on the test pictures after the last step, or RMSE in pixels; NaN without test pictures
   * @param seconds all of it took, frozen layers and judging included
   * @param speedUp how many times longer its steps would have taken without the cache of frozen layers; 1 without any
   */
  public record Result(Race.Heat heat, int learned, double measure, double seconds, double speedUp) {}

  /**
   * Several seeds of the same.
   *
   * @param runs how many
   * @param mean of what was measured
   * @param spread standard deviation over the seeds (n − 1); 0 for a single one
   * @param seconds mean
   * @param speedUp mean
   */
  public record Summary(int runs, double mean, double spread, double seconds, double speedUp) {}

  public RaceResults {
    all = List.copyOf(all);
  }

  /** With one more. */
  public RaceResults with(Result result) {
    List<Result> more = new ArrayList<>(all);
    more.add(result);
    return new RaceResults(more);
  }

  /** What an entrant reached with so many pictures a class; empty before its first training is over. */
  public Optional<Summary> of(Entrant entrant, int perClass) {
    List<Result> some = all.stream()
        .filter(result -> result.heat.entrant() == entrant && result.heat.perClass() == perClass).toList();
    if (some.isEmpty()) {
      return Optional.empty();
    }
    double mean = some.stream().mapToDouble(Result::measure).average().orElseThrow();
    double squares = some.stream().mapToDouble(result -> Math.pow(result.measure - mean, 2)).sum();
    return Optional.of(new Summary(some.size(), mean, some.size() == 1 ? 0 : Math.sqrt(squares / (some.size() - 1)),
        some.stream().mapToDouble(Result::seconds).average().orElseThrow(),
        some.stream().mapToDouble(Result::speedUp).average().orElseThrow()));
  }

  /**
   * A line a training, with decimal points whatever the language is.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public void csv(Path file) throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter printer = new CSVPrinter(writer, FORMAT);
      for (Result result : all) {
        printer.printRecord(result.heat.entrant().name().toLowerCase(Locale.ROOT), result.heat.perClass(),
            result.learned, result.heat.seed(), number(result.measure), number(result.seconds),
            number(result.speedUp));
      }
      printer.flush();
    });
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "";
  }
}
