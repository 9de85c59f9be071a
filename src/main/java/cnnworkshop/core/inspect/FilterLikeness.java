package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike the filters of a layer are: the cosine between them after each filter's own mean was taken from its
 * weights, over all channels. That is the correlation of their weights, 1 for two filters that differ only in strength
 * and in an even part, which look the same when each is scaled on its own; −1 for one and its negative. A filter
 * whose weights are all the same, or no numbers, has no shape left: it is 0 to every other.
 *
 * <p>From there filters are put together as average linkage does: the two groups whose filters are most alike on
 * average become one, until all are one. Immutable.
 */
public final class FilterLikeness {

  private final float[][] cosines;
  private final Row row;

  /**
   * Filters in a row.
   *
   * @param filters their numbers
   * @param joins between each and the next: how alike the two groups were, on average, that were put together there
   */
  private record Row(int[] filters, double[] joins) {

    int end(boolean right) {
      return filters[right ? filters.length - 1 : 0];
    }

    Row turned(boolean turn) {
      if (!turn) {
        return this;
      }
      int count = filters.length;
      return new Row(IntStream.range(0, count).map(i -> filters[count - 1 - i]).toArray(),
          IntStream.range(0, count - 1).mapToDouble(i -> joins[count - 2 - i]).toArray());
    }

    Row joinedTo(Row next, double join) {
      int[] all = new int[filters.length + next.filters.length];
      System.arraycopy(filters, 0, all, 0, filters.length);
      System.arraycopy(next.filters, 0, all, filters.length, next.filters.length);
      double[] allJoins = new double[all.length - 1];
      System.arraycopy(joins, 0, allJoins, 0, joins.length);
      allJoins[joins.length] = join;
      System.arraycopy(next.joins, 0, allJoins, joins.length + 1, next.joins.length);
      return new Row(all, allJoins);
    }
  }

  private FilterLikeness(float[][] cosines, Row row) {
    this.cosines = cosines;
    this.row = row;
  }

  /** Compares all filters of a layer with one another: about a second for 512 filters of 4608 weights. */
  public static FilterLikeness of(Filters filters) {
    float[][] cosines = cosines(shapes(filters));
    Row row = row(cosines);
    return new FilterLikeness(cosines, row.turned(row.end(false) > row.end(true)));
  }

  /** The filters' weights less their mean, as vectors of length 1; of length 0 where there is no shape. */
  private static float[][] shapes(Filters filters) {
    int each = filters.weights().length / filters.count();
    float[][] shapes = new float[filters.count()][each];
    for (FilterFacts facts : FilterFacts.of(filters)) {
      double squares = 0;
      for (int i = 0; i < each; i++) {
        double rest = filters.weights()[facts.filter() * each + i] - facts.mean();
        squares += rest * rest;
      }
      // Equal weights leave nothing but rounding errors, which are no shape.
      if (facts.range().low() < facts.range().high() && squares > 0 && Double.isFinite(squares)) {
        double length = Math.sqrt(squares);
        for (int i = 0; i < each; i++) {
          shapes[facts.filter()][i] =
              (float) ((filters.weights()[facts.filter() * each + i] - facts.mean()) / length);
        }
      }
    }
    return shapes;
  }

  private static float[][] cosines(float[][] shapes) {
    float[][] cosines = new float[shapes.length][shapes.length];
    for (int a = 0; a < shapes.length; a++) {
      for (int b = 0; b <= a; b++) {
        cosines[a][b] = cosines[b][a] = (float) Math.max(-1, Math.min(1, product(shapes[a], shapes[b])));
      }
    }
    return cosines;
  }

  /** In four sums, which a processor adds up side by side: a large layer has half a billion products. */
  private static double product(float[] a, float[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i < a.length - 3; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + third + fourth;
  }

  private static Row row(float[][] cosines) {
    int count = cosines.length;
    Row[] rows = new Row[count];
    double[][] alike = new double[count][count];
    for (int a = 0; a < count; a++) {
      rows[a] = new Row(new int[] {a}, new double[0]);
      for (int b = 0; b < count; b++) {
        alike[a][b] = cosines[a][b];
      }
    }
    for (int left = count; left > 1; left--) {
      int[] pair = mostAlike(rows, alike);
      int a = pair[0];
      int b = pair[1];
      rows[a] = joined(rows[a], rows[b], alike[a][b], cosines);
      int sizeB = rows[b].filters.length;
      int sizeBoth = rows[a].filters.length;
      rows[b] = null;
      for (int c = 0; c < count; c++) {
        alike[a][c] = alike[c][a] = ((sizeBoth - sizeB) * alike[a][c] + sizeB * alike[b][c]) / sizeBoth;
      }
    }
    return rows[0];
  }

  /** One behind the other, each turned so that the two that touch are as alike as can be. */
  private static Row joined(Row a, Row b, double join, float[][] cosines) {
    boolean turnA = false;
    boolean turnB = false;
    float most = Float.NEGATIVE_INFINITY;
    for (int turns = 0; turns < 4; turns++) {
      float touching = cosines[a.end((turns & 1) == 0)][b.end((turns & 2) != 0)];
      if (touching > most) {
        most = touching;
        turnA = (turns & 1) != 0;
        turnB = (turns & 2) != 0;
      }
    }
    return a.turned(turnA).joinedTo(b.turned(turnB), join);
  }

  private static int[] mostAlike(Row[] rows, double[][] alike) {
    int[] pair = {-1, -1};
    double most = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < rows.length; a++) {
      for (int b = a + 1; rows[a] != null && b < rows.length; b++) {
        if (rows[b] != null && alike[a][b] > most) {
          most = alike[a][b];
          pair[0] = a;
          pair[1] = b;
        }
      }
    }
    return pair;
  }

  /** How alike two filters are, −1..1. */
  public float cosine(int filter, int other) {
    return cosines[filter][other];
  }

  /** All filters, so that like ones stand side by side. */
  public List<Integer> order() {
    return IntStream.of(row.filters).boxed().toList();
  }

  /**
   * Groups of like filters, each in the order of {@link #order}; those that are like no other are groups of one.
   *
   * @param threshold how alike, on average, two groups have to be to become one, −1..1
   */
  public List<List<Integer>> groups(double threshold) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < row.filters.length; i++) {
      // Average linkage joins ever less alike ones: a group's own joins all lie above the join to its neighbour.
      if (i == 0 || row.joins[i - 1] < threshold) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(row.filters[i]);
    }
    return groups;
  }

  /** The filters most like one, the most alike first, without itself. */
  public List<Integer> nearest(int filter, int count) {
    return IntStream.range(0, cosines.length).filter(other -> other != filter).boxed()
        .sorted(Comparator.comparingDouble(other -> -cosines[filter][other])).limit(count).toList();
  }
}
