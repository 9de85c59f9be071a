package cnnworkshop.core.net;

/** The weights of a network at one moment, kept beside it. For the thread that owns the network. */
public interface WeightMark extends AutoCloseable {

  /**
   * How far a layer's weights have gone, biases not counted; zeros for a layer without weights.
   *
   * @param layer which layer
   */
  Movement movement(int layer);

  /** Gives back native memory. */
  @Override
  void close();

  /**
   * A movement of a layer's weights, all of them taken as one vector; lengths are Euclidean (the root of the sum of
   * squares).
   *
   * @param before their length at the mark, ‖w₀‖₂
   * @param now their length now, ‖w‖₂
   * @param moved the length of the difference, ‖w − w₀‖₂
   */
  record Movement(double before, double now, double moved) {}
}
