package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  @Test
  void dropoutIsPutBeforeTheLastLayer() {
    NetworkSpec changed = new Suggestion.DropoutBeforeLast(0.5).appliedTo(Presets.cnn());

    assertThat(changed.layers()).extracting(LayerSpec::name)
        .containsExactly("conv1", "pool1", "hidden2", "dropout2", "output");
    assertThat(changed.layers().get(3)).isEqualTo(new LayerSpec.Dropout("dropout2", 0.5));
  }

  @Test
  void dropoutThatIsThereAlreadyGetsTheNewRate() {
    NetworkSpec changed = new Suggestion.DropoutBeforeLast(0.7).appliedTo(Presets.suggestedCnn());

    assertThat(changed.layers()).hasSameSizeAs(Presets.suggestedCnn().layers());
    assertThat(changed.layers()).contains(new LayerSpec.Dropout("dropout4", 0.7));
  }

  @Test
  void aNameThatIsTakenIsNotTakenAgain() {
    NetworkSpec odd = new NetworkSpec("odd", Presets.cnn().input(), List.of(new LayerSpec.Dropout("dropout1", 0.1),
        new LayerSpec.Dense("hidden", 3, LayerSpec.Activation.RELU),
        new LayerSpec.Dense("output", 10, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);

    assertThat(new Suggestion.DropoutBeforeLast(0.5).appliedTo(odd).layers()).extracting(LayerSpec::name)
        .containsExactly("dropout1", "hidden", "dropout1-2", "output");
  }

  @Test
  void aLargerNetworkHasTwiceTheFiltersAndAsManyAnswers() {
    for (String name : Presets.names()) {
      NetworkSpec before = Presets.byName(name).orElseThrow();
      NetworkSpec after = new Suggestion.Enlarge().appliedTo(before);
      assertThat(filters(after)).isEqualTo(2 * filters(before));
      int last = after.layers().size() - 1;
      assertThat(after.layers().get(last)).isEqualTo(before.layers().get(last));
    }
  }

  @Test
  void withoutConvolutionsALargerNetworkHasTwiceTheUnits() {
    NetworkSpec dense = new NetworkSpec("dense", Presets.cnn().input(), List.of(
        new LayerSpec.Dense("hidden1", 30, LayerSpec.Activation.RELU),
        new LayerSpec.Dense("output", 10, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);

    assertThat(new Suggestion.Enlarge().appliedTo(dense).layers()).containsExactly(
        new LayerSpec.Dense("hidden1", 60, LayerSpec.Activation.RELU), dense.layers().get(1));
  }

  @Test
  void everySuggestionHasWordsWithItsNumber() {
    Texts texts = Texts.load(Locale.ENGLISH);

    assertThat(List.of(new Suggestion.DropoutBeforeLast(0.5), new Suggestion.LearningRate(0.001, 0.0003),
        new Suggestion.LearningRate(0.001, 0.00001), new Suggestion.LearningRate(0.001, 0.01),
        new Suggestion.Epochs(30), new Suggestion.Pictures(20_000), new Suggestion.L2(0, 0.0001),
        new Suggestion.L2(0.01, 0.001), new Suggestion.Augmentation(), new Suggestion.Enlarge()))
        .extracting(suggestion -> suggestion.words().in(texts)).containsExactly(
            "Try dropout 0.5 before the last layer.",
            "Try a lower learning rate, 0.0003 in place of 0.001.",
            "Try a lower learning rate, 0.00001 in place of 0.001.",
            "Try a higher learning rate, 0.01 in place of 0.001.",
            "Train longer: try 30 epochs.",
            "Try more pictures: 20,000.",
            "Try an L2 penalty of 0.0001.",
            "Try a smaller L2 penalty, 0.001 in place of 0.01.",
            "Try random changes to the pictures (augmentation).",
            "Try a larger network, with twice as many filters.");
  }

  private static int filters(NetworkSpec network) {
    return network.layers().stream().filter(layer -> layer instanceof LayerSpec.Convolution)
        .mapToInt(layer -> ((LayerSpec.Convolution) layer).filters()).sum();
  }
}
