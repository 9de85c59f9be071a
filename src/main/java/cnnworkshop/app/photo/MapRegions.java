package cnnworkshop.app.photo;

import cnnworkshop.app.control.MapRegion;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.inspect.ValueRange;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Parts of full-size maps, computed in the background where somebody looks; a newer one overtakes. */
final class MapRegions {

  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;
  private final AtomicInteger run = new AtomicInteger();

  MapRegions(Executor background, Executor ui, Consumer<Throwable> failures) {
    this.background = background;
    this.ui = ui;
    this.failures = failures;
  }

  /** What was asked for is not wanted any more. */
  void forget() {
    run.incrementAndGet();
  }

  /** Computes and paints a part of a map, and shows it unless overtaken. */
  void show(Maps maps, int map, MapRegion region, ColourScale colours, ValueRange range, MapsModel.RegionShown onUi) {
    int mine = run.incrementAndGet();
    background.execute(() -> {
      try {
        RegionValues.of(maps, map, region, () -> mine != run.get()).ifPresent(values -> {
          int[] argb = colours.paint(values.values(), range);
          ui.execute(() -> {
            if (mine == run.get()) {
              onUi.show(region, argb, region.step() == 1 ? values.values() : null);
            }
          });
        });
      } catch (Throwable e) { // also OutOfMemoryError
        ui.execute(() -> failures.accept(e));
      }
    });
  }
}
