package cnnworkshop.core.net;

import java.util.List;

/** A network that learns. Not thread-safe: the trainer thread owns it. */
public interface TrainableNetwork extends Network {

  /**
   * One step of training on one batch.
   *
   * @param inputs values 0..1, [picture, channel, row, column]
   * @param targets [picture, output]
   * @param mask 1 where a target counts, 0 where it is missing, [picture, output]; null if all count
   * @param count pictures in the batch
   * @return the batch's loss before the step, dropout on
   */
  double fit(float[] inputs, float[] targets, float[] mask, int count);

  /**
   * Measures what each layer costs in a step; nothing is learned by it.
   *
   * @param count pictures in the batch
   * @param rounds steps, at least 1; the median counts
   * @return one for each layer; ReLU and pooling are counted where they are computed, ReLU often with the layer before or
   *     with the dropout behind it; empty if the network is computed in a way that can't be taken apart
   */
  List<LayerCost> layerCosts(int count, int rounds);

  /** Sets the learning rate for the steps to come. */
  void setLearningRate(double learningRate);

  /**
   * Lets layers learn at different rates, from a first step on: what the updater remembers is forgotten.
   *
   * @param factors for each layer, what the learning rate is multiplied with, above 0: DL4J's Adam moves weights a
   *     little even at a rate of 0
   */
  void setRateFactors(double[] factors);

  /** Sets the momentum for the steps to come; a network whose updater has none takes no notice. */
  void setMomentum(double momentum);

  /**
   * Sets the L2 penalty for the steps to come: each weight is also pulled towards 0 by {@code l2} times itself, and
   * half the sum of squares times {@code l2} is part of the loss. Biases are left alone.
   */
  void setL2(double l2);

  /** Seeds what is random while training (dropout), so that a resumed training goes on as an unbroken one would. */
  void reseed(long seed);

  /** A copy of all parameters, in DL4J's order. */
  float[] parameters();

  /**
   * Takes the parameters as they are now into a running mean of them.
   *
   * @param mean as many numbers as {@link #parameters()}; each becomes keep · itself + (1 − keep) · the parameter
   * @param keep 0..1
   */
  void intoMean(float[] mean, float keep);

  /** Replaces all parameters. */
  void setParameters(float[] parameters);

  /**
   * Replaces the parameters of some layers in a row.
   *
   * @param from the first of the layers
   * @param parameters as {@link #parameters(int, int)} gives them, of as many layers as they reach
   */
  void setParameters(int from, float[] parameters);

  /** Remembers the weights as they are now, to tell later how far they have gone. */
  WeightMark mark();

  /** A copy of all that a later step depends on. */
  TrainingState trainingState();

  /**
   * Goes on from a state of the same network.
   *
   * @throws IllegalArgumentException if the state is of a network with other layers or another updater
   */
  void restore(TrainingState state);

  /**
   * What a training stands at between two steps.
   *
   * @param parameters all weights and biases, in DL4J's order
   * @param updaterState what the updater remembers (Adam: both moments); empty if nothing
   * @param steps steps done so far
   */
  record TrainingState(float[] parameters, float[] updaterState, int steps) {}
}
