package cnnworkshop.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, padded so that columns stand below each other. Columns after the first may be set right. */
final class Table {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] right;

  private Table(boolean[] right) {
    this.right = right;
  }

  /** @param columns a letter a column: {@code l} for words, {@code r} for numbers */
  static Table ofColumns(String columns) {
    boolean[] right = new boolean[columns.length()];
    for (int i = 0; i < right.length; i++) {
      right[i] = columns.charAt(i) == 'r';
    }
    return new Table(right);
  }

  Table row(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
    }
    rows.add(cells);
    return this;
  }

  /** The lines, without spaces at their ends. */
  List<String> lines() {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String space = " ".repeat(widths[i] - width(row[i]));
      line.append(i == 0 ? "" : GAP).append(right[i] ? space + row[i] : row[i] + space);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
