package cnnworkshop.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceResultsTest {

  @TempDir
  Path folder;

  @Test
  void rivalsAreTrainedOneAfterTheOtherOnTheSamePictures() {
    Race race = new Race(List.of(10, 30), List.of(Entrant.SCRATCH, Entrant.FROZEN), List.of(1L, 2L));
    assertThat(race.heats()).hasSize(8).startsWith(new Race.Heat(Entrant.SCRATCH, 10, 1),
        new Race.Heat(Entrant.FROZEN, 10, 1), new Race.Heat(Entrant.SCRATCH, 10, 2));
  }

  @Test
  void seedsAreSummedUpAsMeanAndStandardDeviation() {
    RaceResults results = RaceResults.NONE.with(result(Entrant.FROZEN, 10, 1, 0.5)).with(
        result(Entrant.FROZEN, 10, 2, 0.6)).with(result(Entrant.FROZEN, 10, 3, 0.7)).with(
        result(Entrant.SCRATCH, 10, 1, 0.1));
    RaceResults.Summary summary = results.of(Entrant.FROZEN, 10).orElseThrow();
    assertThat(summary.runs()).isEqualTo(3);
    assertThat(summary.mean()).isCloseTo(0.6, within(1e-12));
    assertThat(summary.spread()).isCloseTo(0.1, within(1e-12));
    assertThat(results.of(Entrant.SCRATCH, 10).orElseThrow().spread()).isZero();
    assertThat(results.of(Entrant.SCRATCH, 30)).isEmpty();
  }

  @Test
  void theTableHasALineATrainingWithDecimalPointsInEveryCountry() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Path file = folder.resolve("race.csv");
      RaceResults.NONE.with(result(Entrant.FINE_TUNED, 30, 4, 0.625)).csv(file);
      assertThat(Files.readString(file)).isEqualTo("""
          entrant,pictures_a_class,pictures,seed,test_measure,seconds,cache_speed_up
          fine_tuned,30,60,4,0.6250,1.5000,12.0000
          """);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static RaceResults.Result result(Entrant entrant, int perClass, long seed, double accuracy) {
    return new RaceResults.Result(new Race.Heat(entrant, perClass, seed), 2 * perClass, accuracy, 1.5, 12);
  }
}
