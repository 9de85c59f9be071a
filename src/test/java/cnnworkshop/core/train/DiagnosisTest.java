package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Diagnosis.Finding;
import cnnworkshop.core.train.Diagnosis.Kind;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {

  /** The workshop's first network on CIFAR-10: training and test loss of 15 epochs. */
  private static final double[] CNN_TRAINING =
      {1.71, 1.38, 1.22, 1.09, 0.97, 0.86, 0.75, 0.64, 0.54, 0.45, 0.37, 0.3, 0.24, 0.19, 0.15};
  private static final double[] CNN_TEST =
      {1.46, 1.33, 1.28, 1.27, 1.29, 1.33, 1.37, 1.45, 1.53, 1.64, 1.75, 1.89, 2.02, 2.17, 2.31};

  /** Its second one. */
  private static final double[] SUGGESTED_TRAINING =
      {1.94, 1.62, 1.48, 1.38, 1.3, 1.22, 1.16, 1.1, 1.04, 0.99, 0.94, 0.9, 0.85, 0.81, 0.77};
  private static final double[] SUGGESTED_TEST =
      {1.74, 1.49, 1.4, 1.3, 1.25, 1.21, 1.17, 1.11, 1.12, 1.08, 1.07, 1.05, 1.06, 1.03, 1.03};

  private final Texts texts = Texts.load(Locale.ENGLISH);

  @Test
  void nothingIsSaidBeforeThreeEpochsAreOver() {
    for (int epochs = 0; epochs < 3; epochs++) {
      assertThat(findings(cut(CNN_TRAINING, epochs), cut(CNN_TEST, epochs), 15)).isEmpty();
    }
    assertThat(findings(cut(CNN_TRAINING, 3), cut(CNN_TEST, 3), 15)).isNotEmpty();
  }

  @Test
  void theWorkshopsFirstNetworkOverfitsAndIsToldSoWithItsEvidence() {
    Finding finding = only(findings(cut(CNN_TRAINING, 8), cut(CNN_TEST, 8), 15));

    assertThat(words(finding)).isEqualTo("Test loss has risen for 4 epochs, from 1.270 to 1.450, while training loss "
        + "falls, to 0.640: overfitting. Try dropout 0.5 before the last layer.");
  }

  @Test
  void onceItOverfitsThatIsSaidUntilTheEnd() {
    for (int epochs = 8; epochs <= 15; epochs++) {
      assertThat(kinds(findings(cut(CNN_TRAINING, epochs), cut(CNN_TEST, epochs), 15)))
          .containsExactly(Kind.OVERFITTING);
    }
    for (int epochs = 3; epochs <= 6; epochs++) {
      assertThat(kinds(findings(cut(CNN_TRAINING, epochs), cut(CNN_TEST, epochs), 15)))
          .containsExactly(Kind.GOING_WELL);
    }
  }

  @Test
  void theWorkshopsSecondNetworkGoesWellAllTheWayAndWasStillImproving() {
    RunSetup setup = SampleRuns.setup("suggested_cnn", 15);
    for (int epochs = 3; epochs < 15; epochs++) {
      Curve curve = SampleRuns.curve(cut(SUGGESTED_TRAINING, epochs), cut(SUGGESTED_TEST, epochs));
      assertThat(kinds(new Diagnosis(setup, curve, Optional.empty()).findings())).containsExactly(Kind.GOING_WELL);
    }
    double[] test = SUGGESTED_TEST.clone();
    test[14] = 1.0;
    Curve curve = SampleRuns.curve(SUGGESTED_TRAINING, test);
    Finding finding = only(new Diagnosis(setup, curve, Optional.of(Reason.COMPLETE)).findings());
    assertThat(finding.kind()).isEqualTo(Kind.STILL_IMPROVING);
    assertThat(finding.suggestion()).contains(new Suggestion.Epochs(30));
  }

  @Test
  void whatIsToTryAgainstOverfittingGoesOnFromWhatThereIs() {
    TrainingSettings settings = SampleRuns.settings(15, 0.001, 1);
    RunSetup dropped = SampleRuns.setup(Presets.suggestedCnn(), settings, "");
    RunSetup changed = SampleRuns.setup(Presets.suggestedCnn(), settings, "flip 0.5");
    RunSetup part = new RunSetup(new RunSetup.Data("CIFAR-10", 4000, 9000, 1000, 4000, 1, 0.1), changed.network(),
        changed.updater(), settings, "flip 0.5");
    RunSetup penalized = SampleRuns.setup(Presets.suggestedCnn(),
        new TrainingSettings(15, 64, settings.learningRate(), settings.momentum(), 1e-3, 0, 0, 1), "flip 0.5");

    assertThat(overfitting(dropped)).contains(new Suggestion.Augmentation());
    assertThat(overfitting(changed)).contains(new Suggestion.L2(0, 1e-4));
    assertThat(overfitting(part)).contains(new Suggestion.Pictures(8000));
    assertThat(overfitting(penalized)).isEmpty();
  }

  private Optional<Suggestion> overfitting(RunSetup setup) {
    Finding finding = only(new Diagnosis(setup, SampleRuns.curve(CNN_TRAINING, CNN_TEST), Optional.empty()).findings());
    assertThat(finding.kind()).isEqualTo(Kind.OVERFITTING);
    return finding.suggestion();
  }

  @Test
  void aTrainingLossFarBelowIsOverfittingThoughTheTestLossStandsStill() {
    double[] training = {1.5, 1.1, 0.8, 0.6, 0.45, 0.4, 0.35, 0.3};
    double[] test = {1.4, 1.2, 1.1, 1.05, 1.06, 1.055, 1.06, 1.058};
    Finding finding = only(findings(training, test, 15));

    assertThat(finding.kind()).isEqualTo(Kind.OVERFITTING);
    assertThat(words(finding)).startsWith("Test loss has not come down for 4 epochs and is 1.058, while training loss "
        + "is only 0.300: overfitting.");
  }

  @Test
  void aGapBetweenTwoVerySmallLossesIsNoOverfitting() {
    double[] training = {0.5, 0.1, 0.03, 0.01, 0.005, 0.002, 0.001, 0.001};
    double[] test = {0.3, 0.1, 0.05, 0.04, 0.042, 0.043, 0.044, 0.044};

    assertThat(kinds(findings(training, test, 8))).containsExactly(Kind.GOOD);
  }

  @Test
  void picturesHeldOutStandInWhereThereAreNoTestPictures() {
    List<Curve.Point> points = IntStream.range(0, 15).mapToObj(i -> new Curve.Point(i + 1, CNN_TRAINING[i],
        CNN_TEST[i], 0.5, Double.NaN, Double.NaN, 0.001, 100)).toList();
    Finding finding = only(new Diagnosis(SampleRuns.setup("cnn", 15), new Curve(points, 4), Optional.empty())
        .findings());

    assertThat(finding.kind()).isEqualTo(Kind.OVERFITTING);
    assertThat(words(finding)).startsWith("The loss on pictures held out has risen for 11 epochs");
  }

  @Test
  void withoutOtherPicturesOverfittingCannotBeSeenAndThatIsSaid() {
    List<Curve.Point> points = IntStream.range(0, 15).mapToObj(i -> new Curve.Point(i + 1, CNN_TRAINING[i],
        Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0.001, 100)).toList();
    Finding finding = only(new Diagnosis(SampleRuns.setup("cnn", 15), new Curve(points, 15), Optional.empty())
        .findings());

    assertThat(finding.kind()).isEqualTo(Kind.GOOD);
    assertThat(words(finding)).startsWith("Training loss is 0.150. There are no other pictures to judge by");
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.005", "0.03, 0.005", "0.06, 0.02", "0.1, 0.03"})
  void noiseIsNotTakenForOverfitting(double noise, double share) {
    // Level, falling and high curves, with a training loss that falls beneath: 240 of them, looked at when over.
    int called = 0;
    for (int seed = 0; seed < 80; seed++) {
      for (int epochs : new int[] {6, 15, 40}) {
        called += calledOverfitting(seed, noise, epochs, x -> 1 + 0.9 * Math.exp(-5.0 * x / epochs),
            x -> 1.05 + 0.7 * Math.exp(-5.0 * x / epochs));
        called += calledOverfitting(seed, noise, epochs, x -> 0.7 + 1.2 * Math.exp(-1.5 * x / epochs),
            x -> 0.9 + 0.9 * Math.exp(-1.5 * x / epochs));
        called += calledOverfitting(seed, noise, epochs, x -> 1.75 + 0.4 * Math.exp(-5.0 * x / epochs),
            x -> 1.75 + 0.3 * Math.exp(-5.0 * x / epochs));
      }
    }
    assertThat(called / (3 * 240.0)).isLessThanOrEqualTo(share);
  }

  private int calledOverfitting(long seed, double noise, int epochs, IntToDoubleFunction training,
      IntToDoubleFunction test) {
    Random random = new Random(seed);
    double[] trainingLoss = IntStream.rangeClosed(1, epochs).mapToDouble(training)
        .map(loss -> loss * (1 + 0.01 * random.nextGaussian())).toArray();
    double[] testLoss = IntStream.rangeClosed(1, epochs).mapToDouble(test)
        .map(loss -> loss * (1 + noise * random.nextGaussian())).toArray();
    return kinds(findings(trainingLoss, testLoss, epochs)).contains(Kind.OVERFITTING) ? 1 : 0;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.01, 0.03})
  void overfittingIsSeenThroughNoise(double noise) {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      double[] training = Arrays.stream(CNN_TRAINING).map(x -> x * (1 + 0.01 * random.nextGaussian())).toArray();
      double[] test = Arrays.stream(CNN_TEST).map(x -> x * (1 + noise * random.nextGaussian())).toArray();
      assertThat(kinds(findings(training, test, 15))).as("seed " + seed).containsExactly(Kind.OVERFITTING);
    }
  }

  @Test
  void oneBadEpochIsNoOverfitting() {
    double[] test = SUGGESTED_TEST.clone();
    test[9] = 1.4;

    assertThat(kinds(findings(SUGGESTED_TRAINING, test, 15))).doesNotContain(Kind.OVERFITTING);
  }

  @Test
  void twoHighLossesThatHardlyFallAreUnderfittingAndALargerNetworkIsToTry() {
    double[] training = {1.95, 1.85, 1.8, 1.78, 1.77, 1.765, 1.76, 1.757};
    double[] test = {1.9, 1.83, 1.79, 1.78, 1.77, 1.765, 1.762, 1.76};
    Finding finding = only(findings(training, test, 8));

    assertThat(finding.suggestion()).contains(new Suggestion.Enlarge());
    assertThat(words(finding)).isEqualTo("Test loss is 1.760 and training loss 1.757; guessing gives 2.303. Both are "
        + "high and hardly fall: underfitting. Try a larger network, with twice as many filters.");
  }

  @Test
  void withAnL2PenaltyUnderfittingMeansLessOfIt() {
    double[] losses = {1.95, 1.85, 1.8, 1.78, 1.77, 1.765, 1.76, 1.757};
    TrainingSettings settings = SampleRuns.settings(8, 0.001, 1);
    RunSetup setup = SampleRuns.setup(Presets.cnn(),
        new TrainingSettings(8, 64, settings.learningRate(), settings.momentum(), 0.01, 0, 0, 1), "");
    Finding finding = only(new Diagnosis(setup, SampleRuns.curve(losses, losses), Optional.empty()).findings());

    assertThat(finding.kind()).isEqualTo(Kind.UNDERFITTING);
    assertThat(finding.suggestion()).contains(new Suggestion.L2(0.01, 0.001));
  }

  @Test
  void highLossesThatFallFastEnoughForTheEpochsToComeAreNoUnderfitting() {
    double[] losses = {1.9, 1.86, 1.83, 1.8, 1.78, 1.76};

    assertThat(kinds(findings(losses, losses, 100))).containsExactly(Kind.GOING_WELL);
  }

  @Test
  void aLossThatJumpsUpAndDownMeansALowerRate() {
    double[] training = {1.9, 1.5, 1.8, 1.4, 1.9, 1.5, 1.7};
    double[] test = {1.7, 1.5, 1.9, 1.4, 1.8, 1.6, 1.8};
    Finding finding = findings(training, test, 15).get(0);

    assertThat(finding.kind()).isEqualTo(Kind.RATE_TOO_HIGH);
    assertThat(words(finding)).isEqualTo("Training loss jumped up 3 times in the last 6 epochs: the learning rate is "
        + "too high. Try a lower learning rate, 0.0003 in place of 0.001.");
  }

  @Test
  void lossesThatRiseTogetherAreNoOverfittingButARateTooHigh() {
    double[] training = {1.5, 1.3, 1.2, 1.22, 1.26, 1.3, 1.34, 1.38};
    double[] test = {1.45, 1.32, 1.25, 1.28, 1.32, 1.36, 1.39, 1.42};
    Finding finding = only(findings(training, test, 15));

    assertThat(finding.kind()).isEqualTo(Kind.RATE_TOO_HIGH);
    assertThat(words(finding)).startsWith("Training loss has risen for 5 epochs, from 1.200 to 1.380: the learning "
        + "rate is too high. Try a lower learning rate");
  }

  @Test
  void aTestLossThatJumpsCountsOnlyIfTheScheduleWillNotCureIt() {
    double[] training = {1.6, 1.3, 1.1, 1, 0.95, 0.9, 0.86, 0.82};
    double[] test = {1.5, 1.9, 1.2, 1.8, 1.15, 1.6, 1.1, 1.4};
    TrainingSettings falling = new TrainingSettings(12, 64, new Schedule.Cosine(0.01, 1e-5, 0.25), 0, 1);
    Curve curve = SampleRuns.curve(training, test);

    assertThat(kinds(findings(training, test, 12))).contains(Kind.RATE_TOO_HIGH);
    assertThat(kinds(new Diagnosis(SampleRuns.setup(Presets.sixtySeconds(), falling, ""), curve, Optional.empty())
        .findings())).containsExactly(Kind.GOING_WELL);
  }

  @Test
  void jumpsAtARateThatHasComeDownSinceAreForgotten() {
    double[] training = {1.9, 1.5, 1.8, 1.4, 1.9, 1.2, 1.1, 1.0};
    double[] rates = {0.01, 0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001};
    Curve curve = SampleRuns.curve(training, training, rates);

    assertThat(kinds(new Diagnosis(SampleRuns.setup("cnn", 15), curve, Optional.empty()).findings()))
        .doesNotContain(Kind.RATE_TOO_HIGH);
  }

  @Test
  void aDivergedTrainingIsToldAtOnceWithATenthOfTheRate() {
    RunSetup setup = SampleRuns.setup(Presets.cnn(), SampleRuns.settings(15, 0.5, 1), "");
    Finding atOnce = only(new Diagnosis(setup, Curve.EMPTY, Optional.of(Reason.DIVERGED)).findings());
    Finding later = only(new Diagnosis(setup, SampleRuns.curve(cut(CNN_TRAINING, 4), cut(CNN_TEST, 4)),
        Optional.of(Reason.DIVERGED)).findings());

    assertThat(atOnce.kind()).isEqualTo(Kind.DIVERGED);
    assertThat(words(atOnce)).isEqualTo("The numbers left all bounds in the first epoch: the learning rate is too "
        + "high. Try a lower learning rate, 0.05 in place of 0.5.");
    assertThat(words(later)).contains("The weights of epoch 4 are kept.");
  }

  @Test
  void aLossThatExplodesIsDivergenceThoughItIsStillANumber() {
    double[] training = {1.9, 1.5, 2500, 1e9};

    assertThat(kinds(findings(training, training, 15))).containsExactly(Kind.DIVERGED);
    double[] infinite = {1.9, Double.POSITIVE_INFINITY};
    assertThat(kinds(findings(cut(training, 2), infinite, 15))).containsExactly(Kind.DIVERGED);
  }

  @Test
  void aLossThatFallsSteadilyButByALittleMeansAHigherRate() {
    double[] training = {2.3, 2.293, 2.286, 2.279, 2.272};
    Finding finding = only(findings(training, training, 15));

    assertThat(finding.kind()).isEqualTo(Kind.RATE_TOO_LOW);
    assertThat(words(finding)).isEqualTo("Training loss falls steadily, but only by 0.3 % an epoch: the learning rate "
        + "is too low. Try a higher learning rate, 0.01 in place of 0.001.");
  }

  @Test
  void slowIsFineIfThereAreEpochsEnough() {
    double[] training = {2.3, 2.29, 2.28, 2.27, 2.26};

    assertThat(kinds(findings(training, training, 400))).containsExactly(Kind.GOING_WELL);
  }

  @Test
  void whileTheRateIsOnItsWayUpNothingIsSlow() {
    double[] training = {2.3, 2.293, 2.286};
    TrainingSettings warmUp = new TrainingSettings(12, 64, new Schedule.Cosine(0.01, 1e-5, 0.5), 0, 1);
    Curve curve = SampleRuns.curve(training, training, new double[] {0.001, 0.002, 0.003});

    assertThat(kinds(new Diagnosis(SampleRuns.setup(Presets.cnn(), warmUp, ""), curve, Optional.empty()).findings()))
        .containsExactly(Kind.GOING_WELL);
  }

  @Test
  void aRateThatIsAsHighAsMakesSenseIsNotRaised() {
    double[] training = {2.3, 2.293, 2.286, 2.279, 2.272};
    RunSetup setup = SampleRuns.setup(Presets.cnn(), SampleRuns.settings(15, 0.01, 1), "");
    Finding finding = only(new Diagnosis(setup, SampleRuns.curve(training, training), Optional.empty()).findings());

    assertThat(finding.suggestion()).contains(new Suggestion.Epochs(30));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.001", "0.00001, 0.0001"})
  void aLossAsOfOneWhoGuessesIsACollapseAndTheRateIsToBlame(double rate, double better) {
    double[] training = {2.4, 2.3031, 2.3029, 2.3027, 2.303};
    double[] test = {2.304, 2.3028, 2.3027, 2.3026, 2.3026};
    RunSetup setup = SampleRuns.setup(Presets.cnn(), SampleRuns.settings(15, rate, 1), "");
    Finding finding = only(new Diagnosis(setup, SampleRuns.curve(training, test), Optional.empty()).findings());

    assertThat(finding.kind()).isEqualTo(Kind.LEARNS_NOTHING);
    assertThat(finding.suggestion()).contains(new Suggestion.LearningRate(rate, better));
    assertThat(words(finding)).startsWith("Test loss is 2.303 after 5 epochs; saying the same of every picture gives "
        + "2.303.");
  }

  @Test
  void aTestLossThatStandsStillForLongIsAPlateauAndALowerRateIsToTry() {
    double[] training = {1.6, 1.4, 1.25, 1.15, 1.1, 1.08, 1.07, 1.06, 1.06, 1.05, 1.05, 1.04};
    double[] test = {1.5, 1.3, 1.2, 1.15, 1.13, 1.13, 1.128, 1.131, 1.129, 1.13, 1.128, 1.13};
    Finding finding = only(findings(training, test, 15));

    assertThat(words(finding)).isEqualTo("Test loss has hardly changed for 5 epochs and is 1.130. "
        + "Try a lower learning rate, 0.0003 in place of 0.001.");
  }

  @Test
  void aPlateauAtAFallingRateIsForTheScheduleToEnd() {
    double[] training = {1.6, 1.4, 1.25, 1.15, 1.1, 1.08, 1.07, 1.06, 1.06, 1.05, 1.05, 1.04};
    double[] test = {1.5, 1.3, 1.2, 1.15, 1.13, 1.13, 1.128, 1.131, 1.129, 1.13, 1.128, 1.13};
    TrainingSettings falling = new TrainingSettings(24, 64, new Schedule.Linear(0.001, 1e-5), 0, 1);
    Curve curve = SampleRuns.curve(training, test);

    assertThat(kinds(new Diagnosis(SampleRuns.setup(Presets.cnn(), falling, ""), curve, Optional.empty()).findings()))
        .containsExactly(Kind.GOING_WELL);
  }

  @Test
  void whatIsGoodIsPraisedWithItsNumber() {
    double[] training = {1.6, 1.2, 1, 0.95, 0.92, 0.9};
    double[] test = {1.5, 1.2, 1.05, 1.0, 0.985, 0.98};
    Finding running = only(findings(cut(training, 5), cut(test, 5), 6));
    Finding over = only(findings(training, new double[] {1.5, 1.2, 1.05, 0.98, 0.985, 0.981}, 6));

    assertThat(words(running)).isEqualTo("So far so good: 62.5 % right on the test pictures after epoch 5.");
    assertThat(words(over)).isEqualTo("Well trained: 62.5 % right on the test pictures with the weights of epoch 4, "
        + "and no sign of over- or underfitting.");
    assertThat(over.suggestion()).isEmpty();
  }

  @Test
  void aKeypointNetworkThatOverfitsIsToldInPixels() {
    double[] training = {3.7, 3.2, 2.8, 2.5, 2.2, 1.9, 1.6, 1.4, 1.2, 1.1};
    double[] test = {3.5, 3.0, 2.7, 2.5, 2.45, 2.5, 2.55, 2.6, 2.66, 2.7};
    Finding finding = only(points(training, test, 30));

    assertThat(finding.kind()).isEqualTo(Kind.OVERFITTING);
    assertThat(words(finding)).isEqualTo("The error on test pictures has risen for 5 epochs, from 2.45 px to 2.70 px, "
        + "while the error on training pictures falls, to 1.10 px: overfitting. "
        + "Try dropout 0.5 before the last layer.");
  }

  @Test
  void aKeypointNetworkThatSaysTheMeanFaceHasLearnedNothing() {
    double[] training = {9, 4.1, 3.9, 3.9, 3.9};
    double[] test = {4, 3.62, 3.61, 3.61, 3.6};

    assertThat(kinds(points(training, test, 30))).containsExactly(Kind.LEARNS_NOTHING);
  }

  @Test
  void aKeypointNetworkThatStaysHighUnderfits() {
    double[] training = {4.5, 3.3, 3.1, 3.02, 3, 2.99, 2.98, 2.98};
    double[] test = {3.5, 3.2, 3.05, 3, 2.99, 2.98, 2.98, 2.97};
    Finding finding = only(points(training, test, 8));

    assertThat(finding.kind()).isEqualTo(Kind.UNDERFITTING);
    assertThat(words(finding)).contains("guessing gives 3.60 px");
  }

  @Test
  void aKeypointNetworkThatIsGoodIsPraisedInPixels() {
    double[] training = {4, 3, 2.5, 2.2, 2.05, 2, 1.98, 1.97};
    double[] test = {3.4, 2.7, 2.3, 2.05, 1.95, 1.93, 1.925, 1.93};

    assertThat(kinds(points(training, test, 30))).containsExactly(Kind.GOING_WELL);
    assertThat(words(only(points(training, test, 30)))).startsWith("So far so good: 1.93 px on the test pictures");
  }

  @Test
  void withoutAMeasuredMeanFaceAKeypointNetworkIsJudgedByWhatIsKnown() {
    RunSetup known = SampleRuns.setup("keypoints", 30);
    RunSetup unknown = new RunSetup(new RunSetup.Data("faces", 100, 100, 10, 10, 1, null), known.network(),
        known.updater(), known.settings(), "");
    double[] training = {3.7, 3.2, 2.8, 2.5, 2.2, 1.9, 1.6, 1.4, 1.2, 1.1};
    double[] test = {3.5, 3.0, 2.7, 2.5, 2.45, 2.5, 2.55, 2.6, 2.66, 2.7};

    assertThat(kinds(new Diagnosis(unknown, pixels(training, test), Optional.empty()).findings()))
        .containsExactly(Kind.OVERFITTING);
  }

  @Test
  void aNetworkOfLayersThatAreNotKnownIsDiagnosedToo() {
    NetworkSpec odd = new NetworkSpec("odd", Presets.cnn().input(), List.of(new LayerSpec.Other("a", "LSTM")),
        NetworkSpec.Loss.CROSS_ENTROPY);
    RunSetup setup = new RunSetup(SampleRuns.setup("cnn", 15).data(), odd, new Updater.Sgd(),
        SampleRuns.settings(15, 0.01, 1), "");

    assertThat(kinds(new Diagnosis(setup, SampleRuns.curve(CNN_TRAINING, CNN_TEST), Optional.empty()).findings()))
        .containsExactly(Kind.OVERFITTING);
  }

  @Test
  void anyCurveHasAFindingAndItsWordsCanBeSaid() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      int epochs = random.nextInt(3, 30);
      double level = Math.exp(random.nextDouble(-6, 3));
      double trend = random.nextDouble(-0.2, 0.1);
      double noise = random.nextDouble(0.3);
      double[] training = IntStream.range(0, epochs)
          .mapToDouble(e -> level * Math.exp(trend * e + noise * random.nextGaussian())).toArray();
      double[] test = IntStream.range(0, epochs)
          .mapToDouble(e -> level * Math.exp(trend / 2 * e + noise * random.nextGaussian())).toArray();
      List<Finding> found = random.nextBoolean() ? findings(training, test, epochs + random.nextInt(20))
          : points(training, test, epochs + random.nextInt(20));
      assertThat(found).isNotEmpty();
      found.forEach(finding -> assertThat(words(finding)).isNotBlank().doesNotContain("{").doesNotContain("NaN"));
    }
  }

  private static double[] cut(double[] values, int epochs) {
    return Arrays.copyOf(values, epochs);
  }

  private static List<Finding> findings(double[] training, double[] test, int epochs) {
    return new Diagnosis(SampleRuns.setup("cnn", epochs), SampleRuns.curve(training, test), Optional.empty())
        .findings();
  }

  /** Errors in pixels of the view. */
  private static List<Finding> points(double[] training, double[] test, int epochs) {
    NetworkSpec network = Presets.keypoints(0, 0, 0, 0);
    RunSetup setup = SampleRuns.setup(network, SampleRuns.settings(epochs, 0.001, 1), "");
    return new Diagnosis(setup, pixels(training, test), Optional.empty()).findings();
  }

  private static Curve pixels(double[] training, double[] test) {
    List<Curve.Point> points = IntStream.range(0, training.length).mapToObj(i -> new Curve.Point(i + 1,
        inTargets(training[i]), inTargets(test[i]), test[i], inTargets(test[i]), test[i], 0.001, 100)).toList();
    return new Curve(points, training.length);
  }

  private static double inTargets(double pixels) {
    return pixels / 48 * (pixels / 48);
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Kind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).toList();
  }

  private String words(Finding finding) {
    String evidence = finding.evidence().in(texts);
    return finding.suggestion().map(next -> evidence + " " + next.words().in(texts)).orElse(evidence);
  }
}
