package cnnworkshop.app.photo;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.ValueRange;
import java.util.Collection;

/**
 * How maps are coloured.
 *
 * @param colours from values to colours
 * @param scaling which values the colours run over
 */
record MapLook(ColourScale colours, MapScaling scaling) {

  /** Paints a map; {@code known} are the maps a common range is taken from. */
  TilePicture paint(MapReduction map, Collection<MapReduction> known) {
    ValueRange range = scaling.range(map, known);
    return new TilePicture(map.map(), map.width(), map.height(), colours.paint(map.values(), range));
  }
}
