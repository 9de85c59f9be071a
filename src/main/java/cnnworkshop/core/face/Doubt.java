package cnnworkshop.core.face;

import cnnworkshop.core.net.DoubtScale;

/**
 * How far a network's points of a face can be believed. It is asked about the picture, its mirror and views that are
 * a little shifted, scaled and turned; where it knows what it sees, its answers lie on each other.
 *
 * @param spread how far the answers lie from their mean, root mean square, in pixels of the 96×96 view
 * @param probability that the points are off by more than {@link DoubtScale#OFF_PIXELS} pixels, 0..1
 */
public record Doubt(double spread, double probability) {

  /** Whether the points are no more than a guess. */
  public boolean isGuess() {
    return probability >= DoubtScale.GUESS;
  }
}
