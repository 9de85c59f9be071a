package cnnworkshop.core.net;

/**
 * How fast a network was trained on this machine, and what that says about others: the time for a picture is taken to
 * grow with the multiply-adds of the network. That leaves out pooling, activation functions and the updater's work, so
 * for a network that is very unlike the measured one it is an order of magnitude.
 *
 * @param network the one that was trained
 * @param picturesPerSecond pictures learned from in a second, above 0
 */
public record MeasuredSpeed(NetworkSpec network, double picturesPerSecond) {

  /** @throws IllegalArgumentException if it is no speed */
  public MeasuredSpeed {
    if (!(picturesPerSecond > 0) || Double.isInfinite(picturesPerSecond)) {
      throw new IllegalArgumentException("not a speed: " + picturesPerSecond);
    }
  }

  /**
   * Seconds in which another network learns from every picture once.
   *
   * @param other what that network comes to, without faults
   */
  public double secondsAnEpoch(ShapeCheck other, int pictures) {
    double work = (double) other.multiplyAdds() / ShapeCheck.of(network).multiplyAdds();
    return pictures / picturesPerSecond * work;
  }
}
