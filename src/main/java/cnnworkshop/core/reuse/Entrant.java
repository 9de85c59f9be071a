package cnnworkshop.core.reuse;

/** A way of learning the new task that takes part in a race. All have the same layers. */
public enum Entrant {
  /** Nothing is reused: all weights begin at random. */
  SCRATCH,
  /** The layers that stay are frozen, only the head learns. */
  FROZEN,
  /** The layers that stay learn on, at a tenth of the rate. */
  FINE_TUNED,
  /** Each layer as the cut says. */
  AS_CUT;

  private static final double RATE = 0.1;

  /** The cut as this one takes it. */
  public Cut of(Cut cut) {
    return switch (this) {
      case SCRATCH -> cut.thawed();
      case FROZEN -> cut.frozen(cut.kept(), RATE);
      case FINE_TUNED -> cut.frozen(0, RATE);
      case AS_CUT -> cut;
    };
  }

  /** Whether it begins with the trained weights. */
  public boolean reuses() {
    return this != SCRATCH;
  }
}
