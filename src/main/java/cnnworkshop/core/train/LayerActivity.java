package cnnworkshop.core.train;

import java.util.OptionalInt;

/** Adds up what one layer's units answer to pictures: mean, standard deviation, zeros, and units that are silent. */
final class LayerActivity {

  private final int units;
  private final boolean[] awake;
  private long values;
  private double sum;
  private double squares;
  private long zeros;

  LayerActivity(int units) {
    this.units = units;
    this.awake = new boolean[units];
  }

  /** @param outputs of some pictures, [picture, unit, place]; a unit has one place or many */
  void add(float[] outputs, int pictures) {
    int places = outputs.length / pictures / units;
    int at = 0;
    for (int block = 0; block < pictures * units; block++) {
      double ofUnit = 0;
      int above = 0;
      for (int place = 0; place < places; place++) {
        float value = outputs[at++];
        ofUnit += value;
        squares += (double) value * value;
        above += value > 0 ? 1 : 0;
      }
      sum += ofUnit;
      zeros += places - above;
      awake[block % units] |= above > 0;
    }
    values += outputs.length;
  }

  double mean() {
    return sum / values;
  }

  double deviation() {
    return Math.sqrt(Math.max(0, squares / values - mean() * mean()));
  }

  /** Share of outputs that are not above 0. */
  double zeros() {
    return (double) zeros / values;
  }

  /** Units that never answered with more than 0. */
  OptionalInt silent() {
    int silent = 0;
    for (boolean unit : awake) {
      silent += unit ? 0 : 1;
    }
    return OptionalInt.of(silent);
  }
}
