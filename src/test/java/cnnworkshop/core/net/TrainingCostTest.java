package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work, time and memory of networks, against sums done by hand. */
class TrainingCostTest {

  /** One layer of 2 answers to pictures of 3 values: 8 parameters, 6 multiply-adds. */
  private static final NetworkSpec TINY = new NetworkSpec("tiny", new Shape(3, 1, 1),
      List.of(new Dense("output", 2, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);

  @Test
  void theMultiplyAddsOfCnnAreThoseOfItsLoops() {
    ShapeCheck check = ShapeCheck.of(Presets.cnn());

    // conv1: 32 filters of 3×3×3 at 32×32 places; pool1: none; hidden2: 32×16×16 by 128; output: 128 by 10.
    assertThat(check.layers()).extracting(LayerCheck::multiplyAdds).containsExactly(884_736L, 0L, 1_048_576L, 1_280L);
    assertThat(check.multiplyAdds()).isEqualTo(1_934_592);
  }

  @Test
  void theMultiplyAddsOfOurOwnNetworkAreThoseOfItsLoops() {
    // Convolutions 32·32·32·27 + 16·16·48·288 + 8·8·96·432 + 3·3·256·384; norms 16·16·32 + 8·8·48 + 4·4·96 + 3·3·256;
    // output 256·10.
    assertThat(ShapeCheck.of(Presets.sixtySeconds()).multiplyAdds())
        .isEqualTo(884_736 + 3_538_944 + 2_654_208 + 884_736 + 8_192 + 3_072 + 1_536 + 2_304 + 2_560);
  }

  @Test
  void timeGrowsWithWorkAndPictures() {
    MeasuredSpeed speed = new MeasuredSpeed(Presets.cnn(), 1000);
    ShapeCheck suggested = ShapeCheck.of(Presets.suggestedCnn());

    assertThat(speed.secondsAnEpoch(ShapeCheck.of(Presets.cnn()), 9000)).isCloseTo(9, within(1e-9));
    assertThat(speed.secondsAnEpoch(suggested, 9000))
        .isCloseTo(9.0 * suggested.multiplyAdds() / 1_934_592, within(1e-9));
  }

  @Test
  void whatIsNoSpeedIsRefused() {
    for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new MeasuredSpeed(TINY, none)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void memoryIsParametersGradientsUpdaterAndABatchThereAndBack() {
    ShapeCheck check = ShapeCheck.of(TINY);
    int batch = 5 * (3 + 2 * 2) * 4;

    assertThat(TrainingMemory.bytes(check, TINY.input(), new Updater.Sgd(), 5)).isEqualTo(2 * 8 * 4 + batch);
    assertThat(TrainingMemory.bytes(check, TINY.input(), new Updater.Nesterov(0.9), 5)).isEqualTo(3 * 8 * 4 + batch);
    assertThat(TrainingMemory.bytes(check, TINY.input(), new Updater.RmsProp(), 5)).isEqualTo(3 * 8 * 4 + batch);
    assertThat(TrainingMemory.bytes(check, TINY.input(), new Updater.Adam(), 5)).isEqualTo(4 * 8 * 4 + batch);
  }

  @Test
  void dropRatesAreScaledTogetherUpToNineTenths() {
    assertThat(rates(new DropoutScale(0.5))).containsExactly(0.05, 0.1, 0.15, 0.25);
    assertThat(rates(new DropoutScale(2))).containsExactly(0.2, 0.4, 0.6, 0.9);
    assertThat(rates(new DropoutScale(0))).containsOnly(0.0);
    assertThat(new DropoutScale(1).appliedTo(Presets.suggestedCnn())).isEqualTo(Presets.suggestedCnn());
  }

  @Test
  void aRateAtFaultStaysAtFault() {
    NetworkSpec faulty = Presets.keypoints(1.5, -1, 0.95, 0.5);

    assertThat(new DropoutScale(0.1).appliedTo(faulty).layers().get(2)).isEqualTo(faulty.layers().get(2));
    assertThat(new DropoutScale(0.1).appliedTo(faulty).layers().get(5)).isEqualTo(faulty.layers().get(5));
    assertThat(new DropoutScale(1.1).appliedTo(faulty).layers().get(8)).isEqualTo(faulty.layers().get(8));
  }

  private static List<Double> rates(DropoutScale scale) {
    return scale.appliedTo(Presets.keypoints(0.1, 0.2, 0.3, 0.5)).layers().stream()
        .filter(layer -> layer instanceof LayerSpec.Dropout).map(layer -> ((LayerSpec.Dropout) layer).dropRate())
        .toList();
  }
}
