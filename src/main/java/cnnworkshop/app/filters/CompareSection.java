package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.kordamp.ikonli.material2.Material2AL;

/** The part of the Filters tab that puts two networks side by side. */
public final class CompareSection {

  private CompareSection() {}

  /**
   * The part, with what it needs.
   *
   * @param shipped gives the keypoint network's file; may unpack it first
   */
  public static TabPart of(FiltersTools tools, FiltersPlaces places, Supplier<Path> shipped) {
    return new TabPart("compare", tools.texts().get("filters.compare"), Material2AL.COMPARE,
        () -> new CompareView(tools, places, shipped), List.of(
            new TabPart.Key("Enter", tools.texts().get("filters.compare.take.tip"))));
  }
}
