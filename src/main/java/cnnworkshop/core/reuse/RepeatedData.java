package cnnworkshop.core.reuse;

import cnnworkshop.core.data.TrainingData;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The same pictures several times an epoch: few pictures would else be judged after every few steps. */
record RepeatedData(TrainingData once, int times) implements TrainingData {

  @Override
  public int size() {
    return Math.multiplyExact(once.size(), times);
  }

  @Override
  public Batch batch(int[] numbers, RandomGenerator random) {
    return once.batch(Arrays.stream(numbers).map(number -> number % once.size()).toArray(), random);
  }
}
