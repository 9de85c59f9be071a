package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;

/** The part of the Filters tab that goes back in a training. */
public final class TimeMachineSection {

  private TimeMachineSection() {}

  /** The part, with what it needs. */
  public static TabPart of(FiltersTools tools, FiltersPlaces places) {
    return new TabPart("time", tools.texts().get("filters.time"), Material2AL.HISTORY,
        () -> new TimeMachineView(tools, places), List.of(
            new TabPart.Key("← →", tools.texts().get("filters.time.key.step")),
            new TabPart.Key("Home, End", tools.texts().get("filters.time.key.ends")),
            new TabPart.Key("P", tools.texts().get("filters.time.play.tip"))));
  }
}
