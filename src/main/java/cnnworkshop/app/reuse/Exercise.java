package cnnworkshop.app.reuse;

import cnnworkshop.core.data.Shapes10;
import java.util.List;

/**
 * The ready exercise: a network learns some kinds of drawn shapes, and is then reused for the others.
 *
 * @param pictures drawn pictures the base learns from
 * @param tested drawn pictures it is tested on
 * @param epochs how often it goes through them
 */
record Exercise(int pictures, int tested, int epochs) {

  /** Takes some twenty seconds on two cores. */
  static final Exercise USUAL = new Exercise(2500, 500, 8);

  /** How many kinds the base learns, from the first on. */
  static final int KINDS = Shapes10.CLASS_NAMES.size() / 2;

  /** What the base learns. */
  static List<String> first() {
    return Shapes10.CLASS_NAMES.subList(0, KINDS);
  }

  /** What is left for the new task. */
  static List<String> others() {
    return Shapes10.CLASS_NAMES.subList(KINDS, Shapes10.CLASS_NAMES.size());
  }
}
