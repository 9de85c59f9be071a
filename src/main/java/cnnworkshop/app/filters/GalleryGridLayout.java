package cnnworkshop.app.filters;

import java.util.ArrayList;
import java.util.List;

/**
 * Where tiles lie that stand in rows, in groups one below the other, each under its heading. Tiles are numbered through
 * all groups. Lengths in pixels, from the upper left corner of all.
 */
final class GalleryGridLayout {

  /**
   * Lengths of one tile and what is between.
   *
   * @param width of a tile
   * @param height of a tile, with what is written under it
   * @param gap between tiles and around all
   * @param heading height of a group's heading; 0 for none
   */
  record Sizes(double width, double height, double gap, double heading) {}

  /** A row: its upper edge, the first of its tiles, how many there are, the group it begins or −1. */
  record Row(double top, int first, int count, int group) {}

  private final Sizes sizes;
  private final List<Row> rows = new ArrayList<>();
  private final int columns;
  private final double height;

  /**
   * @param room width for all
   * @param groups how many tiles each group has
   */
  GalleryGridLayout(double room, Sizes sizes, List<Integer> groups) {
    this.sizes = sizes;
    this.columns = Math.max(1, (int) ((room - sizes.gap) / (sizes.width + sizes.gap)));
    double top = sizes.gap;
    int first = 0;
    for (int group = 0; group < groups.size(); group++) {
      top += sizes.heading;
      for (int done = 0; done < groups.get(group); done += columns) {
        int count = Math.min(columns, groups.get(group) - done);
        rows.add(new Row(top, first, count, done == 0 ? group : -1));
        first += count;
        top += sizes.height + sizes.gap;
      }
    }
    this.height = top;
  }

  /** Height of all. */
  double height() {
    return height;
  }

  /** From one row to the next within a group. */
  double step() {
    return sizes.height + sizes.gap;
  }

  List<Row> rows() {
    return rows;
  }

  double left(int tile) {
    Row row = rows.get(rowOf(tile));
    return sizes.gap + (tile - row.first) * (sizes.width + sizes.gap);
  }

  double top(int tile) {
    return rows.get(rowOf(tile)).top;
  }

  /** The tile under a point; −1 for none. */
  int at(double x, double y) {
    int column = (int) Math.floor((x - sizes.gap) / (sizes.width + sizes.gap));
    double within = x - sizes.gap - column * (sizes.width + sizes.gap);
    for (Row row : rows) {
      if (y >= row.top && y < row.top + sizes.height) {
        return column >= 0 && column < row.count && within < sizes.width ? row.first + column : -1;
      }
    }
    return -1;
  }

  /** The tile some rows further down or, below 0, up, in the same column where that has one; else the nearest. */
  int down(int tile, int by) {
    int row = rowOf(tile);
    int wanted = Math.max(0, Math.min(rows.size() - 1, row + by));
    int column = tile - rows.get(row).first;
    return rows.get(wanted).first + Math.min(column, rows.get(wanted).count - 1);
  }

  private int rowOf(int tile) {
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (rows.get(middle).first <= tile) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
