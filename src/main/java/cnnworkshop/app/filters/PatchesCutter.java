package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FoundPatch;
import cnnworkshop.core.inspect.PatchCut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Cuts found patches out of their pictures, in the background, one after the other. Used on the UI thread. */
final class PatchesCutter {

  /** What was cut in so long is shown together. */
  private static final long GROUP_NANOS = 100_000_000;

  private final FiltersTools tools;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger pictureTurn = new AtomicInteger();
  private Map<FoundPatch, Photo> cut = new HashMap<>();
  private PatchCut cutOf;

  PatchesCutter(FiltersTools tools) {
    this.tools = tools;
  }

  /**
   * Cuts patches; of an earlier call nothing more comes.
   *
   * @param each gets the pixels of patches by their numbers, a few at a time, on the UI thread: those that are known
   *     at once, within the call
   */
  void cut(List<FoundPatch> patches, PatchesPictures pictures, PatchCut how, Consumer<Map<Integer, Photo>> each) {
    int mine = turn.incrementAndGet();
    Map<FoundPatch, Photo> known = how.equals(cutOf) ? cut : Map.of();
    cut = new HashMap<>();
    cutOf = how;
    Map<Integer, Photo> first = new HashMap<>();
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < patches.size(); i++) {
      Photo pixels = known.get(patches.get(i));
      if (pixels == null) {
        missing.add(i);
      } else {
        first.put(i, pixels);
        cut.put(patches.get(i), pixels);
      }
    }
    if (!first.isEmpty()) {
      each.accept(first);
    }
    if (!missing.isEmpty()) {
      tools.background().execute(() -> cut(patches, missing, pictures, how, group -> tools.ui().execute(() -> {
        if (mine == turn.get()) {
          group.forEach((number, pixels) -> cut.put(patches.get(number), pixels));
          each.accept(group);
        }
      }), mine));
    }
  }

  private void cut(List<FoundPatch> patches, List<Integer> missing, PatchesPictures pictures, PatchCut how,
      Consumer<Map<Integer, Photo>> deliver, int mine) {
    try {
      Map<Integer, Photo> group = new HashMap<>();
      long start = System.nanoTime();
      for (int number : missing) {
        if (mine != turn.get()) {
          return;
        }
        FoundPatch patch = patches.get(number);
        group.put(number, how.cut(patch, pictures.read(patch.look().picture())));
        if (System.nanoTime() - start > GROUP_NANOS) {
          deliver.accept(group);
          group = new HashMap<>();
          start = System.nanoTime();
        }
      }
      if (!group.isEmpty()) {
        deliver.accept(group);
      }
    } catch (Throwable e) { // also OutOfMemoryError
      tools.messages().report(e);
    }
  }

  /** Reads the picture a patch is from; of an earlier call nothing comes. */
  void picture(FoundPatch patch, PatchesPictures pictures, Consumer<Photo> onUi) {
    int mine = pictureTurn.incrementAndGet();
    tools.background().execute(() -> {
      try {
        Photo photo = pictures.read(patch.look().picture());
        tools.ui().execute(() -> {
          if (mine == pictureTurn.get()) {
            onUi.accept(photo);
          }
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }
}
