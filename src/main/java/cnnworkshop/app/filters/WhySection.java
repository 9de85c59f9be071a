package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.material2.Material2AL;

/** Why these points, as a part of the Filters tab. */
public final class WhySection {

  private WhySection() {}

  /** The part. */
  public static TabPart of(FiltersTools tools, FiltersPlaces places) {
    Texts texts = tools.texts();
    return new TabPart("why", texts.get("filters.why"), Material2AL.HELP_OUTLINE, () -> content(tools, places),
        List.of(new TabPart.Key("← → ↑ ↓", texts.get("filters.why.key.move")),
            new TabPart.Key("Home", texts.get("filters.why.key.strongest")),
            new TabPart.Key("Esc", texts.get("filters.why.key.none"))));
  }

  private static Parent content(FiltersTools tools, FiltersPlaces places) {
    WhyModel model = new WhyModel(tools, System::nanoTime);
    WhyPlaceModel place = new WhyPlaceModel(model, tools.texts());
    return new WhyView(model, place, new WhyExport(tools, model, place), places, tools.texts()).root();
  }
}
