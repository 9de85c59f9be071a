package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The parts of the Filters tab, in the order they are shown. */
public final class FiltersSections {

  private FiltersSections() {}

  /**
   * All of them.
   *
   * @param shipped where the keypoint network that ships is; may have to be unpacked, so in the background
   */
  public static List<TabPart> all(FiltersTools tools, FiltersPlaces places, Supplier<Path> shipped) {
    return List.of(
        GallerySection.of(tools, places, PatchesStrip.of(tools)),
        PatchesSection.of(tools, places),
        MapsSection.of(tools, places),
        WhySection.of(tools, places),
        EditSection.of(tools, places),
        TimeMachineSection.of(tools, places),
        CompareSection.of(tools, places, shipped));
  }
}
