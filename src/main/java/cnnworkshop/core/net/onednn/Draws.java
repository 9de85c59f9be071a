package cnnworkshop.core.net.onednn;

/**
 * What is random in a training: a seed for each step, the next one from the one before. The generator is SplitMix64
 * (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
 */
final class Draws {

  /** What a generator's state grows by between two numbers. */
  static final long STEP = 0x9E3779B97F4A7C15L;

  private long seed;
  private long ofStep;

  Draws(long seed) {
    restart(seed);
  }

  /** Starts anew from a seed. */
  void restart(long newSeed) {
    seed = newSeed;
    nextStep();
  }

  /** Another seed for the step that begins. */
  void nextStep() {
    seed += STEP;
    ofStep = mix(seed);
  }

  /** The seed of this step. */
  long ofStep() {
    return ofStep;
  }

  /** 64 bits that look independent of those of any other number. */
  static long mix(long value) {
    long z = value;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
