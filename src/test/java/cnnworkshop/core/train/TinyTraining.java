package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A network that trains in a moment, its pictures, and what it might look like inside. */
public final class TinyTraining {

  public static final NetworkSpec SPEC = new NetworkSpec("tiny", new Shape(1, 6, 6), List.of(
      LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dropout("dropout1", 0.3),
      new LayerSpec.Dense("hidden2", 5, LayerSpec.Activation.RELU),
      new LayerSpec.Dense("output", 2, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);

  private TinyTraining() {}

  /** Pictures of two classes: bright above or bright below. */
  public static TrainingData data(int size) {
    return new Halves(size);
  }

  /** Something to tell of an epoch; its numbers follow from the epoch. */
  public static TrainingEvent.Inside inside(int epoch) {
    float[] weights = new float[4 * 9];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (i * 7 % 11 - 5) * 0.1f + epoch * 0.01f * (i / 9);
    }
    return new TrainingEvent.Inside(epoch, 8, List.of(
        new LayerState("conv1", 4, 1.5 + epoch, epoch == 0 ? Double.NaN : 1e-3, 0.25, 0.5, OptionalInt.of(1), 0.6),
        new LayerState("hidden2", 5, 2, epoch == 0 ? Double.NaN : 2e-5, 0.1, 0.2, OptionalInt.of(1), 0.5),
        new LayerState("output", 2, 1, epoch == 0 ? Double.NaN : 0.05, 0.5, 0.3, OptionalInt.empty(), Double.NaN)),
        new Filters((LayerSpec.Convolution) SPEC.layers().get(0), 1, weights, new float[4]));
  }

  /** Keeps snapshots of the start and of so many epochs. */
  public static void keep(SnapshotStore store, int epochs) throws SnapshotFailure {
    store.open();
    for (int epoch = 0; epoch <= epochs; epoch++) {
      store.write(new SnapshotStore.Snapshot(inside(epoch), new float[] {epoch}), 0);
    }
  }

  /** Filters hold arrays, which are equal only if they are the same. */
  static void assertSame(TrainingEvent.Inside seen, TrainingEvent.Inside expected) {
    assertThat(seen.epoch()).isEqualTo(expected.epoch());
    assertThat(seen.pictures()).isEqualTo(expected.pictures());
    assertThat(seen.layers()).isEqualTo(expected.layers());
    assertThat(seen.filters().spec()).isEqualTo(expected.filters().spec());
    assertThat(seen.filters().channels()).isEqualTo(expected.filters().channels());
    assertThat(seen.filters().weights()).isEqualTo(expected.filters().weights());
    assertThat(seen.filters().biases()).isEqualTo(expected.filters().biases());
  }

  /** @param size how many there are */
  private record Halves(int size) implements TrainingData {
    @Override
    public Batch batch(int[] numbers, RandomGenerator random) {
      float[] inputs = new float[numbers.length * 36];
      float[] targets = new float[numbers.length * 2];
      for (int i = 0; i < numbers.length; i++) {
        int half = numbers[i] % 2;
        for (int p = 0; p < 36; p++) {
          inputs[i * 36 + p] = (p / 18 == half ? 0.7f : 0.1f) + (numbers[i] * 13 + p * 5) % 17 * 0.01f;
        }
        targets[2 * i + half] = 1;
      }
      return new Batch(inputs, targets, null, numbers.length);
    }
  }
}
