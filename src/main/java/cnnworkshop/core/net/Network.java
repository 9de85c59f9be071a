package cnnworkshop.core.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A network that predicts. Not thread-safe: one thread owns it.
 * Layers are numbered as in {@link NetworkSpec#layers()}.
 */
public interface Network extends AutoCloseable {

  /** Its layers as settings. */
  NetworkSpec spec();

  /** What its file says of it. */
  ModelInfo info();

  /** The output shape of each layer for its own input size. */
  List<Shape> outputShapes();

  /** How many numbers training can change. */
  long parameterCount();

  /**
   * The outputs for some pictures; dropout is off, the same input gives the same answer to the last bit.
   *
   * @param inputs values 0..1, [picture, channel, row, column], each picture of the input's shape
   * @param count how many pictures, at least 1
   * @return [picture, output]
   */
  float[] predict(float[] inputs, int count);

  /**
   * What a layer makes of one picture.
   *
   * @param layer which layer
   * @param input values 0..1, [channel, row, column]
   */
  FeatureMaps featureMaps(int layer, float[] input);

  /**
   * What some layers make of some pictures, in one pass; dropout is off and nothing that training depends on changes.
   *
   * @param layers which layers, ascending
   * @param inputs values 0..1, [picture, channel, row, column]
   * @param count how many pictures, at least 1
   * @return for each of the layers its outputs, [picture, channel, row, column]
   */
  List<float[]> activations(int[] layers, float[] inputs, int count);

  /**
   * How scores follow the inputs: the gradient of Σ weight · score over the outputs, as the network predicts (dropout
   * off, batches normalised by what training remembered). An output's score is the output itself; where a softmax makes
   * probabilities of the last sums, it is the sum. Nothing the network remembers changes.
   *
   * @param inputs values 0..1, [picture, channel, row, column]
   * @param count how many pictures, at least 1
   * @param outputWeights a weight for each output
   * @return [picture, channel, row, column]
   */
  float[] scoreGradient(float[] inputs, int count, float[] outputWeights);

  /**
   * A copy of a layer's weights: [filter, channel, row, column] for convolutions, [input, unit] for dense layers,
   * empty for layers without.
   */
  float[] weights(int layer);

  /** A copy of a layer's biases, one a filter or unit; zeros for a convolution or dense layer without, empty for others. */
  float[] biases(int layer);

  /**
   * A copy of all that some layers in a row have learned, batch normalisation's running means and variances included,
   * in DL4J's order: the same layers elsewhere have theirs in the same order.
   *
   * @param from the first of the layers
   * @param to the one after the last
   */
  float[] parameters(int from, int to);

  /** Copies of all arrays of a layer, batch normalisation's too; empty for layers without. */
  List<ParameterArray> parameterArrays(int layer);

  /**
   * Replaces a layer's weights and biases.
   *
   * @param layer a convolution or a dense layer
   * @param weights laid out and as many as {@link #weights} gives
   * @param biases as many as {@link #biases} gives; of a convolution without biases all zeros
   * @throws IllegalArgumentException if they are too many or too few, or the layer has none to replace
   */
  void setWeights(int layer, float[] weights, float[] biases);

  /** Another network with the same layers, weights and description, which goes its own way from here on. */
  Network copy();

  /**
   * Writes a DL4J zip with the workshop's description in it, first to a temporary name, then moved into place.
   *
   * @param info what the file shall say of the network
   */
  void save(Path file, ModelInfo info) throws IOException;

  /** Gives back native memory. */
  @Override
  void close();
}
