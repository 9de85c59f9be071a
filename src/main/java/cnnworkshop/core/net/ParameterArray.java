package cnnworkshop.core.net;

/**
 * Numbers of a layer under the name they have in DL4J: {@code W} the weights, [filter, channel, row, column] of
 * convolutions and [input, unit] of dense layers; {@code b} the biases; of batch normalisation {@code gamma},
 * {@code beta}, {@code mean} and {@code var}, one number a channel.
 *
 * @param layer the layer's name
 * @param name the array's
 * @param shape how long it is in each direction
 * @param values the last index runs fastest
 */
public record ParameterArray(String layer, String name, int[] shape, float[] values) {}
