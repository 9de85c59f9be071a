package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.MapsSummary;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Shape;

/**
 * What a layer makes of the picture.
 *
 * @param spec the layer's settings
 * @param maps all of its values
 * @param summary in a few numbers
 */
record DrillLayer(LayerSpec spec, FeatureMaps maps, MapsSummary summary) {

  Shape shape() {
    return maps.shape();
  }

  /** Whether each of its maps is a single value. */
  boolean isFlat() {
    return shape().height() == 1 && shape().width() == 1;
  }
}
