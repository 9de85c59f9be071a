package cnnworkshop.core.train;

import cnnworkshop.core.data.TrainingData;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Pictures that are sent through a network after every epoch to see what its layers do: always the same.
 *
 * @param inputs values 0..1, [picture, channel, row, column]; not to be changed
 * @param count how many pictures, at least 1
 */
public record LayerProbe(float[] inputs, int count) {

  private static final int MOST = 64;
  private static final int FEWEST = 8;
  /** Of so many pictures one is looked at: a pass forward is a third of a step's work, so this costs half a percent. */
  private static final int ONE_OF = 64;

  /**
   * Some of the pictures, evenly from all of them: one of 64, but at least 8 and at most 64 of them.
   *
   * @param data pictures that are best not changed at random
   */
  public static LayerProbe of(TrainingData data) {
    int count = Math.min(data.size(), Math.max(FEWEST, Math.min(MOST, data.size() / ONE_OF)));
    int[] numbers = IntStream.range(0, count).map(i -> (int) ((long) i * data.size() / count)).toArray();
    return new LayerProbe(data.batch(numbers, new SplittableRandom(0)).inputs(), count);
  }
}
