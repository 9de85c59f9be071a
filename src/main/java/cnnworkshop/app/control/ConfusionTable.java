package cnnworkshop.app.control;

import java.util.Arrays;
import java.util.List;

/**
 * How often which class was taken for which.
 *
 * @param names of the classes, in order of rows and columns
 * @param counts pictures, [true class][predicted class]; kept, not copied
 */
public record ConfusionTable(List<String> names, int[][] counts) {

  public ConfusionTable {
    names = List.copyOf(names);
    int classes = names.size();
    if (counts.length != classes || Arrays.stream(counts).anyMatch(row -> row.length != classes)) {
      throw new IllegalArgumentException("no square of " + classes + " classes");
    }
  }

  /** How many classes there are. */
  public int classes() {
    return names.size();
  }

  /** How many pictures of one class were taken for another, or for itself. */
  public int count(ConfusionCell cell) {
    return counts[cell.truth()][cell.guess()];
  }

  /** How many pictures of a class there are. */
  public int pictures(int truth) {
    return Arrays.stream(counts[truth]).sum();
  }

  /** How many pictures there are. */
  public int pictures() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** How many pictures were told right. */
  public int right() {
    int right = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
    }
    return right;
  }

  /** The share of the true class's pictures that is in a cell, 0..1; NaN if the class has no pictures. */
  public double share(ConfusionCell cell) {
    int pictures = pictures(cell.truth());
    return pictures == 0 ? Double.NaN : (double) count(cell) / pictures;
  }

  /** The share of a class's pictures that was told right, 0..1; NaN if it has no pictures. */
  public double recall(int truth) {
    return share(new ConfusionCell(truth, truth));
  }

  /** The commonest mistake, the first of equals; null if there is none. */
  public ConfusionCell commonestMistake() {
    ConfusionCell most = null;
    for (int truth = 0; truth < classes(); truth++) {
      for (int guess = 0; guess < classes(); guess++) {
        boolean more = counts[truth][guess] > (most == null ? 0 : count(most));
        most = truth != guess && more ? new ConfusionCell(truth, guess) : most;
      }
    }
    return most;
  }
}
