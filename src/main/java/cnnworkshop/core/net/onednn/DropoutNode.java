package cnnworkshop.core.net.onednn;

import java.nio.FloatBuffer;

/**
 * Sets values to 0 at random and makes up for it with the others; with ReLU before it, both in one pass. Only in plans
 * for training.
 *
 * <p>Which values is drawn from the step's seed piece by piece, so however many threads do it, the same are drawn, and the
 * way back draws them once more. Behind ReLU it need not: what is above 0 was let through by both.
 */
final class DropoutNode implements Node {

  /** Draws from one random number, of 16 bits each. */
  private static final int DRAWS = 4;
  private static final int DRAW_BITS = 16;
  /** Makes 1 or more of all floats above 0 but those next to it. */
  private static final float LARGE = 1e38f;

  private final Draws draws;
  private final int number;
  private final int dropped;
  private final float factor;
  private final float[] factors;
  private final boolean rectifies;
  private final boolean apart;
  private Values out;

  /**
   * @param draws gives the seed of each step
   * @param number another one for each such node of a network
   * @param rate the probability of dropping, 0 to below 1
   * @param rectifies whether negative values become 0 too
   * @param apart whether the node before needs what it made on the way back
   */
  DropoutNode(Draws draws, int number, double rate, boolean rectifies, boolean apart) {
    this.draws = draws;
    this.number = number;
    this.dropped = (int) Math.round(rate * (1 << DRAW_BITS));
    this.factor = (float) (1 / (1 - rate));
    this.factors = new float[] {0, factor};
    this.rectifies = rectifies;
    this.apart = apart;
  }

  @Override
  public Values forward(Plan plan, Values given) {
    out = apart
        ? plan.values(given.layout(), given.pictures(), given.channels(), given.rows(), given.columns()) : given;
    FloatBuffer from = given.buffer();
    FloatBuffer to = out.buffer();
    float floor = rectifies ? 0 : Float.NEGATIVE_INFINITY;
    plan.there(() -> Pieces.each(plan.threads(), to.capacity(), (piece, start, count, values, factors) -> {
      from.get(start, values, 0, count);
      draw(factors, piece);
      for (int i = 0; i < count; i++) {
        values[i] = Math.max(values[i], floor) * factors[i];
      }
      to.put(start, values, 0, count);
    }));
    return out;
  }

  @Override
  public Values backward(Plan plan, Values gradient, boolean wanted) {
    if (!wanted) {
      return null;
    }
    Values at = plan.gradientIn(gradient, out.layout());
    FloatBuffer results = out.buffer();
    plan.back(() -> {
      FloatBuffer gradients = at.buffer(); // where a gradient lies is known only when the plan is complete
      Pieces.each(plan.threads(), results.capacity(), (piece, start, count, values, factors) -> {
        gradients.get(start, values, 0, count);
        if (rectifies) {
          results.get(start, factors, 0, count);
          letThrough(factors, count);
        } else {
          draw(factors, piece);
        }
        for (int i = 0; i < count; i++) {
          values[i] *= factors[i];
        }
        gradients.put(start, values, 0, count);
      });
    });
    return at;
  }

  /** From results, 0 or above, to the factor each was made with. There is no branch, so the processor has none to guess. */
  private void letThrough(float[] results, int count) {
    for (int i = 0; i < count; i++) {
      results[i] = Math.min(results[i] * LARGE, 1) * factor;
    }
  }

  private void draw(float[] factors, int piece) {
    long state = Draws.mix(draws.ofStep() + ((long) number << 32) + piece);
    for (int i = 0; i < factors.length; i += DRAWS) {
      state += Draws.STEP;
      long bits = Draws.mix(state);
      factors[i] = factor(bits);
      factors[i + 1] = factor(bits >>> DRAW_BITS);
      factors[i + 2] = factor(bits >>> 2 * DRAW_BITS);
      factors[i + 3] = factor(bits >>> 3 * DRAW_BITS);
    }
  }

  private float factor(long bits) {
    // The sign of the difference is the number of the factor.
    return factors[dropped - 1 - (int) (bits & (1 << DRAW_BITS) - 1) >>> 31];
  }
}
