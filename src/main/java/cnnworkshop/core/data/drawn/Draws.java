package cnnworkshop.core.data.drawn;

/**
 * Seeded random draws that are the same on every machine and under every Java: SplitMix64, and nothing but exact
 * arithmetic on its numbers. Not thread-safe; each picture has its own.
 *
 * @see "Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014"
 */
public final class Draws {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double QUARTERS_SPREAD = Math.sqrt(3);

  private long state;

  /** @param seed any number; neighbouring seeds give unrelated draws */
  public Draws(long seed) {
    this.state = mix(seed);
  }

  /** Scatters a number over all 64 bits; different numbers stay different. */
  public static long mix(long number) {
    long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** 64 random bits. */
  long bits() {
    state += GAMMA;
    return mix(state);
  }

  /** A number from 0 to below 1. */
  double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** A number between two others. */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A number as often to one side of 0 as to the other, at most {@code most} away. */
  double within(double most) {
    return between(-most, most);
  }

  /** A whole number from 0 to below {@code count}. */
  public int below(int count) {
    return (int) (uniform() * count);
  }

  /** True with a probability. */
  boolean chance(double probability) {
    return uniform() < probability;
  }

  /**
   * A bell curve of mean 0 and standard deviation 1 that ends at ±3.46: the sum of four uniform numbers. It needs no
   * logarithm, and no picture has an outlier no face or light could have.
   */
  double normal() {
    long bits = bits();
    long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    return ((sum + 2) / 65536.0 - 2) * QUARTERS_SPREAD;
  }
}
