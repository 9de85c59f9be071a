package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;

/** A snapshot does not hold as many weights and biases as its run's network has. */
final class TimeFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param network what it is called
   * @param wanted how many it has
   * @param found how many there are
   */
  TimeFailure(String network, long wanted, long found) {
    super("filters.time.failure.parameters", null, network, String.valueOf(wanted), String.valueOf(found));
  }
}
