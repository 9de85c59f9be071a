package cnnworkshop.app.photo;

import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * All maps of one frame of a moving picture, reduced to display size and painted: shown all at once, since maps that
 * change one by one would show parts of different frames.
 *
 * @param reductions by map
 * @param tiles by map
 */
record FrameMaps(List<MapReduction> reductions, List<TilePicture> tiles) {

  /**
   * Computes and paints them.
   *
   * @param detail longest side in pixels
   * @param overtaken asked often; once true, work stops
   * @param helpers where other threads come from
   * @param threads how many threads compute
   * @return empty if overtaken
   */
  static Optional<FrameMaps> of(Maps maps, int detail, MapLook look, BooleanSupplier overtaken, Executor helpers,
      int threads) {
    List<MapReduction> reductions = new ArrayList<>();
    if (!maps.reduceAll(detail, reductions::add, overtaken, helpers, threads)) {
      return Optional.empty();
    }
    List<MapReduction> all = List.copyOf(reductions);
    return Optional.of(new FrameMaps(all, all.stream().map(map -> look.paint(map, all)).toList()));
  }
}
