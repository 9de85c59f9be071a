package cnnworkshop.app.reuse;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Shape;
import java.util.Optional;

/**
 * A layer in the picture of a cut network.
 *
 * @param fate what becomes of it
 * @param layer its settings
 * @param output what it gives of a picture of the new task; of one that goes, of a picture it was trained with; empty
 *     if that can't be said
 * @param parameters how many numbers it has learned or can learn
 * @param rate of one that stays, what the learning rate is multiplied with; 0 for frozen
 * @param faulty whether the cut can't be made because of it
 */
record CutBlock(Fate fate, LayerSpec layer, Optional<Shape> output, long parameters, double rate, boolean faulty) {

  /** What becomes of a layer. */
  enum Fate {
    /** It is reused. */
    STAYS,
    /** It is left out. */
    GOES,
    /** It is new. */
    COMES
  }

  boolean frozen() {
    return fate == Fate.STAYS && rate == 0;
  }
}
