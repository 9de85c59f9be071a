package cnnworkshop.core.inspect;

import java.util.Arrays;

/**
 * Which of a filter's numbers are looked at.
 *
 * @param kind what of it
 * @param channel which input channel, for {@link Kind#CHANNEL}; else 0
 */
public record FilterSlice(Kind kind, int channel) {

  /** What of a filter is looked at. */
  public enum Kind {
    /** All channels as the picture's own: one grey, or red, green and blue. */
    PICTURE,
    /** The mean over all channels, at each place. */
    MEAN,
    /** The root of the sum of squares over all channels, at each place. */
    NORM,
    /** One channel. */
    CHANNEL
  }

  private static final int COLOURS = 3;

  /** The filter as a picture, for layers that look at pictures of one or three channels. */
  public static final FilterSlice PICTURE = new FilterSlice(Kind.PICTURE, 0);
  /** The mean over channels. */
  public static final FilterSlice MEAN = new FilterSlice(Kind.MEAN, 0);
  /** The root of the sum of squares over channels. */
  public static final FilterSlice NORM = new FilterSlice(Kind.NORM, 0);

  /** One input channel. */
  public static FilterSlice channel(int channel) {
    return new FilterSlice(Kind.CHANNEL, channel);
  }

  /**
   * What shows most of a layer's filters at a glance.
   *
   * @param looksAtPictures whether the layer looks at the network's own input
   */
  public static FilterSlice usual(Filters filters, boolean looksAtPictures) {
    boolean picture = filters.channels() == 1 || looksAtPictures && filters.channels() == COLOURS;
    return picture ? PICTURE : MEAN;
  }

  /** Whether it has a plane each for red, green and blue rather than one. */
  boolean coloured(Filters filters) {
    return kind == Kind.PICTURE && filters.channels() == COLOURS;
  }

  /**
   * The numbers of a filter.
   *
   * @return [plane, row, column]: three planes of a coloured picture, else one
   */
  public float[] of(Filters filters, int filter) {
    int places = filters.spec().filter().rows() * filters.spec().filter().columns();
    int first = filter * filters.channels() * places;
    return switch (kind) {
      case PICTURE -> Arrays.copyOfRange(filters.weights(), first, first + filters.channels() * places);
      case MEAN -> FilterPicture.meanOverChannels(filters.weights(), filters.channels(), places, filter);
      case NORM -> norms(filters, first, places);
      case CHANNEL -> Arrays.copyOfRange(filters.weights(), first + channel * places,
          first + (channel + 1) * places);
    };
  }

  private static float[] norms(Filters filters, int first, int places) {
    double[] squares = new double[places];
    for (int i = 0; i < filters.channels() * places; i++) {
      squares[i % places] += (double) filters.weights()[first + i] * filters.weights()[first + i];
    }
    float[] norms = new float[places];
    for (int place = 0; place < places; place++) {
      norms[place] = (float) Math.sqrt(squares[place]);
    }
    return norms;
  }
}
