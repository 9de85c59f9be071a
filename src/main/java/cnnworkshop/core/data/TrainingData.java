package cnnworkshop.core.data;

import java.util.random.RandomGenerator;

/** Pictures to learn from. Batches are asked for on another thread than the one that trains. */
public interface TrainingData {

  /**
   * Some pictures with what the network should answer.
   *
   * @param inputs values 0..1, [picture, channel, row, column]
   * @param targets [picture, output]
   * @param mask 1 where a target counts, [picture, output]; null if all do
   * @param count pictures, at least 1
   */
  record Batch(float[] inputs, float[] targets, float[] mask, int count) {}

  /** How many pictures there are. */
  int size();

  /** The pictures of these numbers, changed at random if the data are augmented. */
  Batch batch(int[] numbers, RandomGenerator random);
}
