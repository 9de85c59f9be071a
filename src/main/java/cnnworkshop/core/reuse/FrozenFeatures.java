package cnnworkshop.core.reuse;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkView;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What frozen layers make of pictures. They give the same for the same picture for ever, so it is computed once and
 * kept; the layers behind them then learn without ever seeing a picture. Not thread-safe: it belongs to the thread that
 * owns the network.
 */
final class FrozenFeatures {

  private static final int AT_ONCE = 64;
  /** Half a gigabyte. */
  private static final long MOST_NUMBERS = 1L << 27;

  private final Network network;
  private final int last;
  private long pictures;
  private long nanos;

  /**
   * @param network one that has the frozen layers first
   * @param layers how many they are, at least 1
   */
  FrozenFeatures(Network network, int layers) {
    this.network = network;
    this.last = layers - 1;
  }

  /** How many numbers they make of a picture. */
  int valuesAPicture() {
    return network.outputShapes().get(last).size();
  }

  /** Pictures a second so far; NaN before the first. */
  double picturesPerSecond() {
    return nanos == 0 ? Double.NaN : pictures / (nanos / 1e9);
  }

  private float[] of(float[] inputs, int count) {
    long start = System.nanoTime();
    float[] features = network.activations(new int[] {last}, inputs, count).get(0);
    nanos += System.nanoTime() - start;
    pictures += count;
    return features;
  }

  /**
   * Data with every picture replaced by what the frozen layers make of it.
   *
   * @param pictures if they are changed at random, {@code variants} of each are kept and one is drawn at every use
   * @param variants how often each picture is gone through, at least 1
   * @param done told how many pictures are done, of {@code variants} times all
   * @param ended asked between batches
   * @return null if it was ended
   * @throws ReuseFailure if they would not fit into memory
   */
  TrainingData cached(TrainingData pictures, int variants, long seed, IntConsumer done, BooleanSupplier ended)
      throws ReuseFailure {
    int n = pictures.size();
    int values = valuesAPicture();
    long numbers = (long) variants * n * values;
    if (numbers > MOST_NUMBERS) {
      throw new ReuseFailure("reuse.failure.memory", null, n, numbers * Float.BYTES / 1_000_000);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Kept kept = new Kept(n, variants, values);
    for (int at = 0; at < variants * n; at += AT_ONCE) {
      if (ended.getAsBoolean()) {
        return null;
      }
      int[] asked = IntStream.range(at, Math.min(variants * n, at + AT_ONCE)).map(i -> i % n).toArray();
      TrainingData.Batch batch = pictures.batch(asked, random.split());
      kept.put(at, of(batch.inputs(), batch.count()), batch);
      done.accept(at + batch.count());
    }
    return kept;
  }

  /** What is kept, [variant, picture, value] for each of the three. */
  private static final class Kept implements TrainingData {
    private final int size;
    private final int variants;
    private final float[] features;
    private float[] targets;
    private float[] mask;

    Kept(int size, int variants, int values) {
      this.size = size;
      this.variants = variants;
      this.features = new float[variants * size * values];
    }

    private void put(int at, float[] some, Batch batch) {
      int all = variants * size;
      int outputs = batch.targets().length / batch.count();
      if (targets == null) {
        targets = new float[all * outputs];
        mask = batch.mask() == null ? null : new float[all * outputs];
      }
      System.arraycopy(some, 0, features, at * (features.length / all), some.length);
      System.arraycopy(batch.targets(), 0, targets, at * outputs, batch.targets().length);
      if (mask != null) {
        System.arraycopy(batch.mask(), 0, mask, at * outputs, batch.mask().length);
      }
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Batch batch(int[] numbers, RandomGenerator random) {
      int[] places = Arrays.stream(numbers)
          .map(number -> (variants == 1 ? 0 : random.nextInt(variants)) * size + number).toArray();
      return new Batch(some(features, places), some(targets, places), mask == null ? null : some(mask, places),
          numbers.length);
    }

    private float[] some(float[] all, int[] places) {
      int each = all.length / (variants * size);
      float[] some = new float[places.length * each];
      for (int i = 0; i < places.length; i++) {
        System.arraycopy(all, places[i] * each, some, i * each, each);
      }
      return some;
    }
  }

  /**
   * A judge for the layers behind the frozen ones. What those make of its pictures is kept from the first time on, which
   * relies on a judge asking for the same pictures in the same order every time.
   */
  TrainingSession.Judge judge(TrainingSession.Judge ofWhole) {
    List<float[]> kept = new ArrayList<>();
    return moving -> {
      int[] asked = {0};
      return ofWhole.judge(new NetworkView(moving) {
        @Override
        public float[] predict(float[] pictures, int count) {
          if (asked[0] == kept.size()) {
            kept.add(FrozenFeatures.this.of(pictures, count));
          }
          return moving.predict(kept.get(asked[0]++), count);
        }
      });
    };
  }
}
