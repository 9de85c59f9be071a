package cnnworkshop.core.net;

/**
 * What one layer makes of one picture.
 *
 * @param shape maps, rows, columns
 * @param values [map, row, column]; not to be changed
 */
public record FeatureMaps(Shape shape, float[] values) {

  /** One output value. */
  public float at(int map, int row, int column) {
    return values[(map * shape.height() + row) * shape.width() + column];
  }
}
