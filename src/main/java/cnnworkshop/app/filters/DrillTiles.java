package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import java.util.List;

/**
 * A layer's maps as they are shown side by side.
 *
 * @param layer the layer's number
 * @param order which map is at each place; not to be changed
 * @param pictures of the maps, in that order
 */
record DrillTiles(int layer, int[] order, List<Photo> pictures) {

  DrillTiles {
    pictures = List.copyOf(pictures);
  }

  /** At which place a map is. */
  int placeOf(int map) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] == map) {
        return i;
      }
    }
    return -1;
  }
}
