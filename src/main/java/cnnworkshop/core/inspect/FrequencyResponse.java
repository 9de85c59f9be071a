package cnnworkshop.core.inspect;

/**
 * Which stripes a filter answers to: the magnitude of its two-dimensional Fourier transform,
 * |H(v, u)| = |Σ weight[row, column] · exp(−2πi (v · row + u · column))|, on a grid of frequencies from −½ to ½
 * cycles a step in both directions. In the middle is frequency 0, an even area; to the right and left faster and faster
 * changes along the row, to the last one that every second step is the same; up and down those along the column.
 * A step is what the filter's neighbouring weights lie apart.
 *
 * @param magnitudes [vertical frequency, horizontal frequency], {@value #SIDE}×{@value #SIDE}; not to be changed
 */
public record FrequencyResponse(float[] magnitudes) {

  /** Frequencies a direction; odd, so that 0 is one of them. */
  public static final int SIDE = 33;

  private static final int STEPS_A_CYCLE = SIDE - 1;
  private static final double[] COSINES = new double[STEPS_A_CYCLE];
  private static final double[] SINES = new double[STEPS_A_CYCLE];

  static {
    for (int i = 0; i < STEPS_A_CYCLE; i++) {
      COSINES[i] = Math.cos(2 * Math.PI * i / STEPS_A_CYCLE);
      SINES[i] = Math.sin(2 * Math.PI * i / STEPS_A_CYCLE);
    }
  }

  /** What one channel's weights answer to. */
  public static FrequencyResponse of(Filters filters, int filter, int channel) {
    return root(power(filters, filter, channel));
  }

  /**
   * What all channels' weights answer to together: the root of the sum of the channels' squared magnitudes, which is
   * the most a pattern of that frequency can do that has its best phase and strength in each channel.
   */
  public static FrequencyResponse of(Filters filters, int filter) {
    double[] sum = new double[SIDE * SIDE];
    for (int channel = 0; channel < filters.channels(); channel++) {
      double[] power = power(filters, filter, channel);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += power[i];
      }
    }
    return root(sum);
  }

  /** The frequency of a row or column of the grid, −½..½ cycles a step. */
  public static double cycles(int cell) {
    return (double) (cell - SIDE / 2) / STEPS_A_CYCLE;
  }

  /** From 0 to the largest magnitude. */
  public ValueRange range() {
    float high = 0;
    for (float magnitude : magnitudes) {
      high = Math.max(high, magnitude);
    }
    return new ValueRange(0, high);
  }

  private static double[] power(Filters filters, int filter, int channel) {
    int rows = filters.spec().filter().rows();
    int columns = filters.spec().filter().columns();
    double[] power = new double[SIDE * SIDE];
    for (int v = 0; v < SIDE; v++) {
      double[] real = new double[columns];
      double[] imaginary = new double[columns];
      for (int column = 0; column < columns; column++) {
        for (int row = 0; row < rows; row++) {
          real[column] += filters.weight(filter, channel, row, column) * COSINES[phase(v, row)];
          imaginary[column] -= filters.weight(filter, channel, row, column) * SINES[phase(v, row)];
        }
      }
      for (int u = 0; u < SIDE; u++) {
        double sumReal = 0;
        double sumImaginary = 0;
        for (int column = 0; column < columns; column++) {
          double cosine = COSINES[phase(u, column)];
          double sine = SINES[phase(u, column)];
          sumReal += real[column] * cosine + imaginary[column] * sine;
          sumImaginary += imaginary[column] * cosine - real[column] * sine;
        }
        power[v * SIDE + u] = sumReal * sumReal + sumImaginary * sumImaginary;
      }
    }
    return power;
  }

  /** Frequency times place in steps of the tables: every frequency of the grid is so many of them a place. */
  private static int phase(int cell, int place) {
    return Math.floorMod((cell - SIDE / 2) * place, STEPS_A_CYCLE);
  }

  private static FrequencyResponse root(double[] power) {
    float[] magnitudes = new float[power.length];
    for (int i = 0; i < power.length; i++) {
      magnitudes[i] = (float) Math.sqrt(power[i]);
    }
    return new FrequencyResponse(magnitudes);
  }
}
