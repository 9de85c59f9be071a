package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a square patch is laid on a picture, one place after the other: row by row, a step apart, and once more against
 * the far edge where the steps don't end there, so that no pixel is left out. A patch of one pixel and a step of one
 * make the picture's own pixels.
 */
public final class PatchGrid {

  private final int height;
  private final int width;
  private final int patch;
  private final int step;
  private final int rows;
  private final int columns;

  /**
   * @param height rows of the picture
   * @param width columns of the picture
   * @param patch pixels a side of the patch, at least 1; no more than the picture's shorter side are used
   * @param step pixels from one place to the next, at least 1
   */
  public PatchGrid(int height, int width, int patch, int step) {
    if (patch < 1 || step < 1) {
      throw new IllegalArgumentException("a patch of " + patch + ", a step of " + step);
    }
    this.height = height;
    this.width = width;
    this.patch = Math.min(patch, Math.min(height, width));
    this.step = step;
    this.rows = places(height);
    this.columns = places(width);
  }

  private int places(int length) {
    return (length - patch + step - 1) / step + 1;
  }

  /** Pixels a side of the patch. */
  public int patch() {
    return patch;
  }

  /** Rows of places. */
  public int rows() {
    return rows;
  }

  /** Columns of places. */
  public int columns() {
    return columns;
  }

  /** How many places there are. */
  public int count() {
    return rows * columns;
  }

  /** The picture's row in which the patch begins. */
  public int top(int place) {
    return Math.min(place / columns * step, height - patch);
  }

  /** The picture's column in which the patch begins. */
  public int left(int place) {
    return Math.min(place % columns * step, width - patch);
  }

  /** The place whose patch has its middle nearest to a pixel of the picture. */
  public int nearest(int row, int column) {
    return nearest(row, rows, height) * columns + nearest(column, columns, width);
  }

  private int nearest(int pixel, int places, int length) {
    int regular = Math.max(0, Math.min(places - 1, Math.round((pixel - (patch - 1) / 2f) / step)));
    int before = Math.max(0, Math.min(regular, places - 2));
    // The last place may be nearer to the one before than a step.
    return places > 1 && off(pixel, before + 1, length) < off(pixel, before, length) ? before + 1 : before;
  }

  private float off(int pixel, int index, int length) {
    return Math.abs(Math.min(index * step, length - patch) + (patch - 1) / 2f - pixel);
  }

  /** The place so many rows and columns further; the grid's edge where there is none. */
  public int moved(int place, int rowsDown, int columnsRight) {
    int row = Math.max(0, Math.min(rows - 1, place / columns + rowsDown));
    int column = Math.max(0, Math.min(columns - 1, place % columns + columnsRight));
    return row * columns + column;
  }

  /**
   * Spreads a value a place over the picture: each pixel gets that of the {@linkplain #nearest nearest} place.
   *
   * @param values one a place
   * @return [row, column]
   */
  public float[] spread(float[] values) {
    float[] pixels = new float[height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        pixels[row * width + column] = values[nearest(row, column)];
      }
    }
    return pixels;
  }

  /**
   * The places with the largest values, whichever sign, the largest first, so far apart that they are no neighbours.
   *
   * @param values one a place; NaN and 0 are passed over
   * @param most how many places at most
   * @param apart by how many pixels rows or columns of two of them differ at least
   */
  public List<Integer> strongest(float[] values, int most, int apart) {
    List<Integer> chosen = new ArrayList<>();
    Iterator<Integer> falling = IntStream.range(0, count()).filter(place -> Math.abs(values[place]) > 0).boxed()
        .sorted((a, b) -> Float.compare(Math.abs(values[b]), Math.abs(values[a]))).iterator();
    while (falling.hasNext() && chosen.size() < most) {
      int place = falling.next();
      if (chosen.stream().noneMatch(other -> Math.abs(top(place) - top(other)) < apart
          && Math.abs(left(place) - left(other)) < apart)) {
        chosen.add(place);
      }
    }
    return chosen;
  }
}
