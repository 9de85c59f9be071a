package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunComparison;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunWordsTest {

  private final RunWords words = new RunWords(Texts.load(Locale.ENGLISH), ZoneOffset.UTC);
  private final RunWords german = new RunWords(Texts.load(Locale.GERMANY), ZoneOffset.UTC);

  @Test
  void resultsHaveTheirUnitAndFollowTheLocale() {
    assertThat(words.result(TrainedRuns.classes(1, 0.6512))).isEqualTo("65.1 %");
    assertThat(german.result(TrainedRuns.classes(1, 0.6512))).isEqualTo("65,1 %");
    assertThat(words.result(TrainedRuns.points(1, 1.904))).isEqualTo("1.90 px");
    assertThat(words.result(TrainedRuns.begun(1, "cnn 1", Presets.cnn(), 4000))).isEqualTo("–");
  }

  @Test
  void theBestEpochAndTheTimeAreDashesBeforeAnEpochIsOver() {
    RunRecord begun = TrainedRuns.begun(1, "cnn 1", Presets.cnn(), 4000);
    assertThat(words.epochs(begun)).isEqualTo("–");
    assertThat(words.duration(begun)).isEqualTo("–");
    assertThat(words.epochs(TrainedRuns.classes(1, 0.5))).isEqualTo("2 of 2");
    assertThat(words.duration(TrainedRuns.classes(1, 0.5))).as("two epochs of 9 s").isEqualTo("18 s");
  }

  @Test
  void aRunWithoutAnEndIsSaidToRunOrToHaveBeenLeft() {
    RunRecord begun = TrainedRuns.begun(1, "cnn 1", Presets.cnn(), 4000);
    assertThat(words.end(begun, true)).isEqualTo("runs now");
    assertThat(words.end(begun, false)).startsWith("not ended");
    for (Reason reason : Reason.values()) {
      assertThat(words.end(begun.with(begun.curve(), Optional.of(reason)), false)).isNotBlank()
          .doesNotStartWith("not ended");
    }
  }

  @Test
  void theSpreadHasMeanAndDeviationInOneUnit() {
    List<RunRecord> runs =
        List.of(TrainedRuns.classes(1, 0.642), TrainedRuns.classes(2, 0.648), TrainedRuns.classes(3, 0.654));
    assertThat(words.spread(new RunComparison(runs).spreads().get(0))).isEqualTo("3 runs: 64.8 ± 0.6 %");
    List<RunRecord> faces = List.of(TrainedRuns.points(1, 1.8), TrainedRuns.points(2, 2.0));
    assertThat(german.spread(new RunComparison(faces).spreads().get(0))).isEqualTo("2 runs: 1,90 ± 0,14 px");
  }

  @Test
  void allSettingsAndLayersAreSaid() {
    assertThat(words.facts(TrainedRuns.classes(7, 0.5), false))
        .contains(new RunWords.Fact("Test accuracy", "50.0 %"), new RunWords.Fact("Seed", "7"),
            new RunWords.Fact("Updater", "Adam"), new RunWords.Fact("pool1", "pooling, max 2×2"))
        .allSatisfy(fact -> assertThat(fact.value()).isNotBlank());
    assertThat(words.facts(TrainedRuns.points(1, 1.9), false)).contains(new RunWords.Fact("Test RMSE", "1.90 px"));
  }

  @Test
  void whatDiffersBeginsWithTheResults() {
    List<RunRecord> runs = List.of(TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.6));
    assertThat(words.differences(runs)).extracting(RunComparison.Difference::setting)
        .containsExactly("Result", "Seed of the data", "Seed");
    assertThat(words.differences(runs).get(0).values()).containsExactly("50.0 %", "60.0 %");
  }
}
