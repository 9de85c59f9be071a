package cnnworkshop.app.filters;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import java.util.Arrays;

/**
 * What a network makes of a picture before and after its filters were edited.
 *
 * @param input the shape of what it sees
 * @param seen values 0..1, [channel, row, column]; not to be changed
 * @param before with the filters it came with
 * @param after with the edited ones
 */
record EditLook(Shape input, float[] seen, Answer before, Answer after) {

  /**
   * What it makes of the picture with some filters.
   *
   * @param maps of the layer that is edited
   * @param outputs of the last layer; not to be changed
   */
  record Answer(FeatureMaps maps, float[] outputs) {

    /** The points it gives, in pixels of the view; only of a keypoint network. */
    Keypoints points() {
      return Keypoints.ofTargets(outputs, 0);
    }

    /** One map's values, [row, column]. */
    float[] map(int map) {
      int cells = maps.shape().height() * maps.shape().width();
      return Arrays.copyOfRange(maps.values(), map * cells, (map + 1) * cells);
    }
  }

  /** From the lowest to the highest value of a map, before and after. */
  ValueRange range(int map) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (Answer answer : new Answer[] {before, after}) {
      for (float value : answer.map(map)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return new ValueRange(low, high);
  }
}
