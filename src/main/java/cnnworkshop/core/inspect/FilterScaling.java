package cnnworkshop.core.inspect;

/** Which numbers the colours of filters run over. */
public enum FilterScaling {
  /** Greys from each filter's own lowest number, black, to its highest, white, as in the workshop. */
  OWN(ColourScale.GREY),
  /** Greys from the lowest to the highest number of all filters: shows which have large numbers. */
  COMMON(ColourScale.GREY),
  /** Blue below zero, white at zero, orange above, the same for all filters. */
  SIGNED(ColourScale.SIGNED);

  private final ColourScale colours;

  FilterScaling(ColourScale colours) {
    this.colours = colours;
  }

  /** Its colours. */
  public ColourScale colours() {
    return colours;
  }
}
