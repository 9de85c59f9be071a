package cnnworkshop.core.data.drawn;

/**
 * What a face looks like beside its form. Greys are 0..1.
 *
 * @param skin the skin in full light
 * @param hair the hair's grey
 * @param brow the brows'
 * @param iris the irises'
 * @param lips what the skin's grey is multiplied by on the lips
 * @param cut how the hair is worn
 * @param volume how far the hair stands off the skull, in the head's measure
 * @param hairline how high the forehead is, 0..1
 * @param parting where the hair parts, −1..1 from the subject's right to the left
 * @param beard what grows on the face
 * @param glasses what is worn on the nose
 * @param lightX where light comes from: −0.5 the picture's left, 0.5 its right
 * @param lightY −0.5 above, 0.5 below
 */
record FaceLook(double skin, double hair, double brow, double iris, double lips, Cut cut, double volume,
    double hairline, double parting, Beard beard, Glasses glasses, double lightX, double lightY) {

  /** How hair is worn. */
  enum Cut { BALD, SHORT, SIDE, FRINGE, CURLY, CHIN, LONG }

  /** What grows on a face. */
  enum Beard { NONE, STUBBLE, MOUSTACHE, GOATEE, FULL }

  private static final double[] CUTS = {0.07, 0.23, 0.2, 0.13, 0.12, 0.12, 0.13};
  private static final double[] BEARDS = {0.66, 0.1, 0.07, 0.06, 0.11};
  private static final double[] KINDS_OF_GLASSES = {0.74, 0.09, 0.1, 0.07};

  /** Somebody's look. */
  static FaceLook random(Draws draws) {
    double skin = draws.between(0.42, 0.9);
    double hair = draws.chance(0.7) ? draws.between(0.06, 0.3) : draws.between(0.3, 0.85);
    Cut cut = Cut.values()[one(CUTS, draws)];
    boolean beardless = cut == Cut.CHIN || cut == Cut.LONG;
    return new FaceLook(skin, hair, Math.min(hair, skin * 0.62) * draws.between(0.75, 1), draws.between(0.14, 0.42),
        draws.between(0.6, 0.8), cut, draws.between(3, 9), draws.uniform(), draws.within(0.7),
        beardless ? Beard.NONE : Beard.values()[one(BEARDS, draws)], Glasses.values()[one(KINDS_OF_GLASSES, draws)],
        draws.within(0.5), draws.between(-0.35, 0.05));
  }

  /** The number of one of several things, each as likely as its share says; the shares add up to 1. */
  private static int one(double[] shares, Draws draws) {
    double left = draws.uniform();
    int i = 0;
    while (i < shares.length - 1 && left >= shares[i]) {
      left -= shares[i];
      i++;
    }
    return i;
  }
}
