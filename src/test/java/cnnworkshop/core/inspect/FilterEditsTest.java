package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterEditsTest {

  private static final int CELLS = 2 * 3 * 2;

  private final Filters original = filters(5, 7);
  private final FilterEdits edits = FilterEdits.of(original);

  private static Filters filters(int count, long seed) {
    Random random = new Random(seed);
    float[] weights = new float[count * CELLS];
    float[] biases = new float[count];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < count; i++) {
      biases[i] = (float) random.nextGaussian();
    }
    return new Filters(new LayerSpec.Convolution("conv1", count, new Size(3, 2), Size.of(1), Size.of(1), Padding.VALID,
        true, Activation.RELU), 2, weights, biases);
  }

  @Test
  void theNetworkTakesWhatAPlainLoopGives() {
    FilterEdits changed = edits
        .with(1, filter -> filter.withWeight(4, 0.75f).withScale(-1.5f))
        .with(2, filter -> filter.withOff(true).withScale(2))
        .with(3, filter -> filter.withBias(0.25f).withScale(0.5f));

    float[] weights = original.weights().clone();
    float[] biases = original.biases().clone();
    weights[CELLS + 4] = 0.75f;
    for (int i = 0; i < CELLS; i++) {
      weights[CELLS + i] = weights[CELLS + i] * -1.5f;
      weights[2 * CELLS + i] = 0;
      weights[3 * CELLS + i] = weights[3 * CELLS + i] * 0.5f;
    }
    biases[1] = biases[1] * -1.5f;
    biases[2] = 0;
    biases[3] = 0.25f * 0.5f;
    assertThat(changed.edited().weights()).isEqualTo(weights);
    assertThat(changed.edited().biases()).isEqualTo(biases);
    assertThat(changed.changed()).isEqualTo(3);
    assertThat(changed.off()).isEqualTo(1);
  }

  @Test
  void switchedOffAndOnAFilterIsTheSameToTheLastBit() {
    FilterEdits scaled = edits.with(2, filter -> filter.withScale(0.3f).withWeight(0, 1e-30f));
    FilterEdits again = scaled.with(2, filter -> filter.withOff(true)).with(2, filter -> filter.withOff(false));

    assertThat(again.edited().weights()).isEqualTo(scaled.edited().weights());
    assertThat(again.edited().biases()).isEqualTo(scaled.edited().biases());
    assertThat(edits.only(0).allOn().edited()).isSameAs(original);
  }

  @Test
  void onlyOneFilterStaysOnWhenTheOthersAreSwitchedOff() {
    FilterEdits only = edits.with(3, filter -> filter.withOff(true)).only(3);

    for (int filter = 0; filter < 5; filter++) {
      assertThat(only.filter(filter).off()).isEqualTo(filter != 3);
    }
    assertThat(only.isChanged(3)).isFalse();
    assertThat(only.changed()).isEqualTo(4);
  }

  @Test
  void aFilterThatHasItsOldNumbersAgainIsNotChanged() {
    FilterEdits there = edits.with(1, filter -> filter.withScale(2));
    FilterEdits back = there.with(1, filter -> filter.withScale(1));

    assertThat(there.isChanged(1)).isTrue();
    assertThat(back.isChanged(1)).isFalse();
    assertThat(back.edited()).isSameAs(original);
  }

  @Test
  void resettingTakesOneFilterOrAllBack() {
    FilterEdits changed = edits.only(0).with(0, filter -> filter.withBias(3));

    assertThat(changed.reset(4).isChanged(4)).isFalse();
    assertThat(changed.reset(4).changed()).isEqualTo(4);
    assertThat(changed.resetAll().edited()).isSameAs(original);
    assertThat(edits.resetAll()).as("nothing to do").isSameAs(edits);
  }

  @Test
  void whatWasEditedNeverReachesTheOriginal() {
    float[] before = original.weights().clone();
    edits.with(0, filter -> filter.withWeight(0, 9)).only(1).edited();

    assertThat(original.weights()).isEqualTo(before);
    assertThat(edits.edited()).isSameAs(original);
  }

  @Test
  void theSummarySaysWhichFiltersWereChangedAndHow() {
    assertThat(edits.summary()).isEqualTo("conv1: nothing");
    assertThat(edits.only(3).with(3, filter -> filter.withScale(0.5f)).summary())
        .isEqualTo("conv1: off 0-2, 4; scaled 3 by 0.5");
    assertThat(edits.with(1, filter -> filter.withWeights(new float[CELLS])).with(2, filter -> filter.withBias(0))
        .summary()).isEqualTo("conv1: rewritten 1-2");
  }

  @Test
  void aFilterWithoutANumberStaysComparable() {
    Filters broken = new Filters(original.spec(), 2, original.weights().clone(), original.biases());
    broken.weights()[0] = Float.NaN;
    FilterEdits some = FilterEdits.of(broken);

    assertThat(some.isChanged(0)).isFalse();
    assertThat(some.with(0, filter -> filter.withScale(2)).with(0, filter -> filter.withScale(1)).isChanged(0))
        .isFalse();
  }
}
