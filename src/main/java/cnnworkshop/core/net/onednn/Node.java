package cnnworkshop.core.net.onednn;

/** One function in a network. It writes its calls into a plan, the way there and then the way back. */
interface Node {

  /** @return what it makes of the values */
  Values forward(Plan plan, Values in);

  /**
   * In a plan for training, after {@link #forward}.
   *
   * @param gradient the loss's gradient at what it made; it may be overwritten
   * @param wanted whether a node before it needs to know
   * @return the gradient at what it was given; null if nobody wants it
   */
  Values backward(Plan plan, Values gradient, boolean wanted);

  /** Whether it learns something. */
  default boolean learns() {
    return false;
  }
}
