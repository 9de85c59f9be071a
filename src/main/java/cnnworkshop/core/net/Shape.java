package cnnworkshop.core.net;

/**
 * The size of a volume of values, [channel, row, column]; a flat vector is {@code units}×1×1.
 *
 * @param channels channels, feature maps, or units of a flat layer; at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Shape(int channels, int height, int width) {

  /** @throws IllegalArgumentException if a side is less than 1 */
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException("not a shape: " + channels + "×" + height + "×" + width);
    }
  }

  /** A vector of {@code units} values. */
  public static Shape flat(int units) {
    return new Shape(units, 1, 1);
  }

  /** How many values the volume holds. */
  public int size() {
    return channels * height * width;
  }

  /** Channels×rows×columns, as in {@code 32×94×94}; just the number of units for a vector. */
  @Override
  public String toString() {
    return height == 1 && width == 1 ? String.valueOf(channels) : channels + "×" + height + "×" + width;
  }
}
