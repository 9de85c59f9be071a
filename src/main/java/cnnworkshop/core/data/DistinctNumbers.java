package cnnworkshop.core.data;

import java.util.HashMap;
import java.util.Map;

/** The cells of a column that numbers a table's rows: whole numbers, none of them twice. */
final class DistinctNumbers {

  private final String column;
  /** The line each number was found in. */
  private final Map<Long, Long> lines = new HashMap<>();

  /** @param column the column's name, for a failure's sentence */
  DistinctNumbers(String column) {
    this.column = column;
  }

  /**
   * The number in a cell.
   *
   * @param line the cell's, from 1
   * @throws DataFailure a sentence with the line's number, if it is no whole number or was there before
   */
  long next(String cell, long line) throws DataFailure {
    long number;
    try {
      number = Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw new DataFailure("data.failure.csv-whole-number", e, line, column, cell);
    }
    Long before = lines.putIfAbsent(number, line);
    if (before != null) {
      throw new DataFailure("data.failure.csv-twice", null, line, column, number, before);
    }
    return number;
  }
}
