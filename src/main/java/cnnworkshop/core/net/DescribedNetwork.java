package cnnworkshop.core.net;

/** A network of which something else is said than its file or its layers say; all it computes is the network's own. */
public final class DescribedNetwork extends NetworkView {

  private final ModelInfo info;

  /**
   * @param network taken over: closing this closes it
   * @param info what is said of it
   */
  public DescribedNetwork(Network network, ModelInfo info) {
    super(network);
    this.info = info;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Network copy() {
    return new DescribedNetwork(super.copy(), info);
  }
}
