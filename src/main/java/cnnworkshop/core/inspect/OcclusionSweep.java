package cnnworkshop.core.inspect;

import cnnworkshop.core.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a network says to an {@link Occlusion}, as far as it has been asked: answers come in a few places at a time, in
 * order. Not thread-safe.
 */
public final class OcclusionSweep {

  private final Occlusion occlusion;
  private final float[] plain;
  private final List<float[]> answers = new ArrayList<>();

  /** @param plain the outputs for the picture without a patch */
  public OcclusionSweep(Occlusion occlusion, float[] plain) {
    this.occlusion = occlusion;
    this.plain = plain.clone();
  }

  /**
   * Asks about all places. To be called by the thread that owns the network.
   *
   * @param atOnce pictures the network is given together
   * @param goOn told after each batch how many places are done; false ends it there
   */
  public static OcclusionSweep of(Network network, Occlusion occlusion, int atOnce, IntPredicate goOn) {
    OcclusionSweep sweep = new OcclusionSweep(occlusion, network.predict(occlusion.picture(), 1));
    boolean on = true;
    while (on && !sweep.isComplete()) {
      int count = Math.min(atOnce, sweep.missing());
      sweep.add(network.predict(occlusion.occluded(sweep.done(), count), count));
      on = goOn.test(sweep.done());
    }
    return sweep;
  }

  /** What is known now; stays as it is when this one learns more. */
  public OcclusionSweep copy() {
    OcclusionSweep copy = new OcclusionSweep(occlusion, plain);
    copy.answers.addAll(answers);
    return copy;
  }

  /** What is laid over what. */
  public Occlusion occlusion() {
    return occlusion;
  }

  /** How many places have been asked about: the first ones. */
  public int done() {
    return answers.size();
  }

  /** How many places have not been asked about yet. */
  public int missing() {
    return occlusion.grid().count() - answers.size();
  }

  /** Whether all places have been asked about. */
  public boolean isComplete() {
    return missing() == 0;
  }

  /** Takes in the outputs for the next places, [place, output]. */
  public void add(float[] outputs) {
    int count = outputs.length / plain.length;
    if (count > missing()) {
      throw new IllegalArgumentException(count + " places, but " + missing() + " are missing");
    }
    for (int i = 0; i < count; i++) {
      answers.add(Arrays.copyOfRange(outputs, i * plain.length, (i + 1) * plain.length));
    }
  }

  /** The outputs for the picture without a patch. */
  public float[] plain() {
    return plain.clone();
  }

  /** The outputs for the picture with the patch in a place that is done. */
  public float[] outputs(int place) {
    return answers.get(place).clone();
  }

  /** By how much the patch in a place that is done changes what is asked about. */
  public float effect(int place, Explained explained) {
    return explained.effect(plain, answers.get(place));
  }

  /** The effects of all places, [row, column] of the grid; NaN where it has not been asked. */
  public float[] effects(Explained explained) {
    float[] effects = new float[occlusion.grid().count()];
    for (int place = 0; place < effects.length; place++) {
      effects[place] = place < done() ? effect(place, explained) : Float.NaN;
    }
    return effects;
  }

  /** The places with the largest effects, the largest first; no two of their patches overlap. */
  public List<Integer> strongest(Explained explained, int most) {
    return occlusion.grid().strongest(effects(explained), most, occlusion.grid().patch());
  }
}
