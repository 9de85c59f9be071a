package cnnworkshop.core.train;

/**
 * Fits pictures and epochs to the time there is. All pictures wanted and all epochs wanted if they fit; else as many
 * epochs as fit, but not fewer than {@value #FEWEST_EPOCHS}, for a network must see a picture a few times before it
 * knows it; else those few epochs over as many pictures as fit. Nothing is ever more than was wanted.
 *
 * @param picturesPerSecond measured speed of training, above 0
 * @param judgedAnEpoch pictures held out and for test, looked at after every epoch; 0 or more
 * @param judgedPerSecond measured speed of looking, above 0
 */
public record TimeBudget(double picturesPerSecond, int judgedAnEpoch, double judgedPerSecond) {

  /** Fewer epochs are proposed only if fewer are wanted. */
  public static final int FEWEST_EPOCHS = 5;

  /** Fewer pictures are proposed only if fewer are wanted: a network learns nothing worth seeing from them. */
  public static final int FEWEST_PICTURES = 100;

  /** For the start, and for what else the machine does. */
  private static final double SHARE = 0.95;

  /**
   * What to train.
   *
   * @param pictures to learn from
   * @param epochs over them
   * @param seconds how long that takes, judging counted
   * @param fits whether it does: the least there is may still take too long
   */
  public record Proposal(int pictures, int epochs, double seconds, boolean fits) {}

  public TimeBudget {
    if (!(picturesPerSecond > 0) || judgedAnEpoch < 0 || !(judgedPerSecond > 0)) {
      throw new IllegalArgumentException(picturesPerSecond + " pictures/s, judging " + judgedAnEpoch + " at "
          + judgedPerSecond + " pictures/s");
    }
  }

  /**
   * What fits.
   *
   * @param seconds the time there is, above 0
   * @param pictures wanted, at least 1
   * @param epochs wanted, at least 1
   */
  public Proposal propose(double seconds, int pictures, int epochs) {
    if (!(seconds > 0) || pictures < 1 || epochs < 1) {
      throw new IllegalArgumentException(seconds + " s, " + pictures + " pictures, " + epochs + " epochs");
    }
    double usable = seconds * SHARE;
    int fewest = Math.min(epochs, FEWEST_EPOCHS);
    int fitting = (int) Math.min(epochs, usable / secondsAnEpoch(pictures));
    if (fitting >= fewest) {
      return proposal(pictures, fitting, seconds);
    }
    double learning = usable / fewest - secondsAnEpoch(0);
    int most = round(Math.max(0, learning * picturesPerSecond));
    return proposal(Math.min(pictures, Math.max(FEWEST_PICTURES, most)), fewest, seconds);
  }

  private Proposal proposal(int pictures, int epochs, double seconds) {
    double needed = epochs * secondsAnEpoch(pictures);
    return new Proposal(pictures, epochs, needed, needed <= seconds);
  }

  private double secondsAnEpoch(int pictures) {
    return pictures / picturesPerSecond + judgedAnEpoch / judgedPerSecond;
  }

  /** Down to two figures: the speed is not known better than that. */
  private static int round(double pictures) {
    int whole = (int) Math.min(Integer.MAX_VALUE, pictures);
    int step = 1;
    while (whole / step >= 100) {
      step *= 10;
    }
    return whole / step * step;
  }
}
