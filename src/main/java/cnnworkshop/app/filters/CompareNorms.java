package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.Filters;

/** How long filters are, taken as arrows: the root of the sum of their weights' squares; biases not counted. */
final class CompareNorms {

  private CompareNorms() {}

  /** A filter's length. */
  static double of(Filters filters, int filter) {
    int size = filters.weights().length / filters.count();
    double squares = 0;
    for (int i = filter * size; i < (filter + 1) * size; i++) {
      squares += (double) filters.weights()[i] * filters.weights()[i];
    }
    return Math.sqrt(squares);
  }

  /** The length of what lies between the same filter of two layers of one shape. */
  static double ofDifference(Filters some, Filters others, int filter) {
    int size = some.weights().length / some.count();
    double squares = 0;
    for (int i = filter * size; i < (filter + 1) * size; i++) {
      double difference = (double) some.weights()[i] - others.weights()[i];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }
}
