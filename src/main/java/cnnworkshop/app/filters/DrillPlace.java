package cnnworkshop.app.filters;

/**
 * What one looks at.
 *
 * @param level how deep; what lies deeper is where one would go next
 * @param layer a layer's number
 * @param map a map's or unit's number
 * @param row of the map
 * @param column of the map
 */
record DrillPlace(DrillLevel level, int layer, int map, int row, int column) {

  /** The whole network. */
  static final DrillPlace START = new DrillPlace(DrillLevel.NETWORK, 0, 0, 0, 0);

  DrillPlace at(DrillLevel other) {
    return new DrillPlace(other, layer, map, row, column);
  }

  DrillPlace withLayer(int other) {
    return new DrillPlace(level, other, map, row, column);
  }

  DrillPlace withMap(int other) {
    return new DrillPlace(level, layer, other, row, column);
  }

  DrillPlace withCell(int otherRow, int otherColumn) {
    return new DrillPlace(level, layer, map, otherRow, otherColumn);
  }
}
