package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunComparison.Board;
import cnnworkshop.core.train.RunComparison.Difference;
import cnnworkshop.core.train.RunComparison.Spread;
import cnnworkshop.core.train.RunComparison.Standing;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);

  @Test
  void runsThatAreAlikeDifferInNothing() {
    RunRecord run = SampleRuns.ended("a", SampleRuns.setup("cnn", 15), 0.5);

    assertThat(differences(run, run.withName("another").withNotes("x"))).isEmpty();
    assertThat(differences(run)).isEmpty();
    assertThat(differences()).isEmpty();
  }

  @Test
  void theSettingsThatDifferAreNamedWithEachRunsValue() {
    TrainingSettings cosine = new TrainingSettings(30, 64, new Schedule.Cosine(0.01, 1e-5, 0.25), 0, 1);
    RunRecord a = SampleRuns.ended("a", SampleRuns.setup("cnn", 15), 0.5);
    RunRecord b = SampleRuns.ended("b", SampleRuns.setup(Presets.cnn(), cosine, "shift 3, flip 0.5"), 0.6);

    assertThat(differences(a, b)).containsExactly(
        new Difference("Epochs", List.of("15", "30")),
        new Difference("Learning rate",
            List.of("0.001", "up to 0.01 in 25 % of the time, then along a cosine to 0.00001")),
        new Difference("Augmentation", List.of("none", "shift 3, flip 0.5")));
  }

  @Test
  void numbersFollowThePersonsLocale() {
    RunRecord a = SampleRuns.ended("a", SampleRuns.setup("cnn", 15), 0.5);
    RunRecord b = SampleRuns.ended("b", SampleRuns.setup(Presets.cnn(), SampleRuns.settings(15, 0.05, 1), ""), 0.5);

    assertThat(new RunComparison(List.of(a, b)).differences(Texts.load(Locale.GERMANY), LayerSpec::toString))
        .containsExactly(new Difference("Learning rate", List.of("0,001", "0,05")));
  }

  @Test
  void layersThatDifferAreNamedAndMissingOnesHaveADash() {
    RunRecord a = SampleRuns.ended("a", SampleRuns.setup("cnn", 15), 0.5);
    NetworkSpec dropout = new Suggestion.DropoutBeforeLast(0.5).appliedTo(Presets.cnn());
    RunRecord b = SampleRuns.ended("b", SampleRuns.setup(dropout, SampleRuns.settings(15, 0.001, 1), ""), 0.5);

    assertThat(differences(a, b)).containsExactly(new Difference("dropout2", List.of("–", "Dropout")));
  }

  @Test
  void layersInAnotherOrderAreSeen() {
    List<LayerSpec> turned = new ArrayList<>(Presets.cnn().layers());
    Collections.swap(turned, 0, 1);
    NetworkSpec other = new NetworkSpec("cnn", Presets.cnn().input(), turned, Presets.cnn().loss());
    RunRecord a = SampleRuns.ended("a", SampleRuns.setup("cnn", 15), 0.5);
    RunRecord b = SampleRuns.ended("b", SampleRuns.setup(other, SampleRuns.settings(15, 0.001, 1), ""), 0.5);

    assertThat(differences(a, b)).containsExactly(new Difference("Order of layers",
        List.of("conv1, pool1, hidden2, output", "pool1, conv1, hidden2, output")));
    assertThat(new RunComparison(List.of(a, b)).spreads()).isEmpty();
  }

  @Test
  void noSettingOfATrainingIsForgotten() throws Exception {
    // Whoever adds a setting adds it to the comparison: a difference that isn't shown would be taken for chance.
    TrainingSettings all = new TrainingSettings(11, 12, new Schedule.Constant(13), new Schedule.Constant(14), 15, 0.16,
        17, 18);
    RunSetup setup = SampleRuns.setup(Presets.cnn(), all, "");
    List<Object> compared = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      compared.add(setting.value(setup));
    }
    for (RecordComponent component : TrainingSettings.class.getRecordComponents()) {
      assertThat(compared).as(component.getName()).contains(component.getAccessor().invoke(all));
    }
  }

  @Test
  void everySettingHasWords() {
    for (Updater updater : List.of(new Updater.Adam(), new Updater.Nesterov(0.9), new Updater.Sgd(),
        new Updater.RmsProp())) {
      RunSetup one = SampleRuns.setup(Presets.cnn(),
          new TrainingSettings(3, 64, new Schedule.Linear(0.03, 1e-4), 0, 4711), "");
      RunSetup setup = new RunSetup(one.data(), one.network(), updater, one.settings(), "");
      for (Setting setting : Setting.values()) {
        assertThat(setting.label().in(texts)).isNotBlank();
        assertThat(setting.words(setup).in(texts)).isNotBlank().doesNotContain("[");
      }
    }
    RunSetup setup = SampleRuns.setup(Presets.cnn(), SampleRuns.settings(3, 0.1, 4711), "");
    assertThat(Setting.SEED.words(setup).in(texts)).as("no thousands separator").isEqualTo("4711");
    assertThat(Setting.INPUT.words(setup).in(texts)).isEqualTo("3×32×32");
  }

  @Test
  void theSpreadIsOverRunsThatDifferInTheirSeedsAlone() {
    RunRecord other = SampleRuns.ended("other", SampleRuns.setup("suggested_cnn", 15), 0.9);
    List<Spread> spreads = new RunComparison(List.of(seeded(1, 0.5), other, seeded(2, 0.6), seeded(3, 0.7))).spreads();

    assertThat(spreads).singleElement().satisfies(spread -> {
      assertThat(spread.runs()).extracting(RunRecord::id).containsExactly("seed-1", "seed-2", "seed-3");
      assertThat(spread.mean()).isCloseTo(0.6, within(1e-12));
      assertThat(spread.deviation()).isCloseTo(0.1, within(1e-12));
      assertThat(spread.measure()).isEqualTo(Measure.ACCURACY);
    });
  }

  @Test
  void runsThatWereStoppedOrHaveNoResultDoNotCountForTheSpread() {
    RunRecord stopped = seeded(2, 0.1);
    RunComparison comparison = new RunComparison(List.of(seeded(1, 0.5),
        stopped.with(stopped.curve(), Optional.of(Reason.STOPPED)),
        stopped.with(stopped.curve(), Optional.empty()),
        stopped.with(Curve.EMPTY, Optional.of(Reason.COMPLETE))));

    assertThat(comparison.spreads()).isEmpty();
  }

  @Test
  void theBestBoardHasTheHighestAccuracyFirstAndEqualOnesShareARank() {
    List<Board> boards = new RunComparison(
        List.of(seeded(1, 0.5), seeded(2, 0.7), seeded(3, 0.6), seeded(4, 0.6), seeded(5, 0.55))).boards();

    assertThat(boards).singleElement().satisfies(board -> {
      assertThat(board.standings()).extracting(s -> s.run().id())
          .containsExactly("seed-2", "seed-3", "seed-4", "seed-5", "seed-1");
      assertThat(board.standings()).extracting(Standing::rank).containsExactly(1, 2, 2, 4, 5);
    });
  }

  @Test
  void ofKeypointNetworksTheLowestErrorIsFirst() {
    RunSetup setup = SampleRuns.setup("keypoints", 3);
    List<Board> boards = new RunComparison(
        List.of(SampleRuns.ended("a", setup, 2.5), SampleRuns.ended("b", setup, 1.9))).boards();

    assertThat(boards.get(0).measure()).isEqualTo(Measure.RMSE_PIXELS);
    assertThat(boards.get(0).standings()).extracting(s -> s.run().id()).containsExactly("b", "a");
  }

  @Test
  void runsOnOtherPicturesHaveABoardOfTheirOwn() {
    RunSetup here = SampleRuns.setup("cnn", 15);
    RunSetup there = new RunSetup(new RunSetup.Data("CIFAR-10", 9000, 9000, 1000, 4000, 1, 0.1), here.network(),
        here.updater(), here.settings(), "");
    List<Board> boards = new RunComparison(
        List.of(SampleRuns.ended("a", here, 0.5), SampleRuns.ended("b", there, 0.4))).boards();

    assertThat(boards).extracting(Board::data).containsExactly("Shapes-10", "CIFAR-10");
  }

  private static RunRecord seeded(long seed, double accuracy) {
    RunSetup one = SampleRuns.setup(Presets.cnn(), SampleRuns.settings(15, 0.001, seed), "");
    RunSetup.Data data = new RunSetup.Data("Shapes-10", 9000, 9000, 1000, 4000, seed, 0.1);
    return SampleRuns.ended("seed-" + seed,
        new RunSetup(data, one.network(), one.updater(), one.settings(), ""), accuracy);
  }

  private List<Difference> differences(RunRecord... runs) {
    return new RunComparison(List.of(runs)).differences(texts, layer -> layer.getClass().getSimpleName());
  }
}
