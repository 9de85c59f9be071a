package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How batch normalisation made a value when predicting: {@code value = factor · input + offset}, the same for all of a
 * channel. With the layer's four numbers, {@code factor = γ / √(variance + ε)} and
 * {@code offset = β − factor · mean}; here both are read off two values of the channel and what became of them.
 *
 * @param input the value of the layer before
 * @param line factor and offset; empty if all values of the channel are the same, for any picture tried
 * @param value what became of it
 */
public record NormalizationOrigin(float input, Optional<Line> line, float value) implements ValueOrigin {

  /** What a channel's values are multiplied by, and what is then added. */
  public record Line(double factor, double offset) {}

  /**
   * @param other what the layer gets and gives for another picture, asked for if all values of the channel are the same
   */
  static NormalizationOrigin of(FeatureMaps before, FeatureMaps own, int map, int row, int column,
      Supplier<List<FeatureMaps>> other) {
    float input = before.at(map, row, column);
    float value = own.at(map, row, column);
    Optional<Line> line = farthest(before, own, map, input, value);
    if (line.isEmpty()) {
      List<FeatureMaps> pair = other.get();
      line = farthest(pair.get(0), pair.get(1), map, input, value);
    }
    return new NormalizationOrigin(input, line, value);
  }

  /** The line through a value and the one farthest from it, which rounding disturbs least. */
  private static Optional<Line> farthest(FeatureMaps before, FeatureMaps own, int map, float input, float value) {
    int cells = before.shape().height() * before.shape().width();
    int farthest = map * cells;
    for (int i = map * cells; i < (map + 1) * cells; i++) {
      farthest = Math.abs(before.values()[i] - input) > Math.abs(before.values()[farthest] - input) ? i : farthest;
    }
    double run = (double) before.values()[farthest] - input;
    double factor = ((double) own.values()[farthest] - value) / run;
    return run == 0 || !Double.isFinite(factor) ? Optional.empty()
        : Optional.of(new Line(factor, value - factor * input));
  }
}
