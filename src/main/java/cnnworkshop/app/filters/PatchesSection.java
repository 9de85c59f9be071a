package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.text.Texts;
import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;

/** The part of the Filters tab that shows which patches of pictures excite a unit most. */
public final class PatchesSection {

  private PatchesSection() {}

  /** The part. */
  public static TabPart of(FiltersTools tools, FiltersPlaces places) {
    Texts texts = tools.texts();
    return new TabPart("patches", texts.get("filters.patches.name"), Material2AL.COLLECTIONS,
        () -> new PatchesView(new PatchesModel(tools), tools, places), List.of(
            new TabPart.Key(texts.get("filters.patches.key.arrows"), texts.get("filters.patches.key.choose")),
            new TabPart.Key(texts.get("filters.patches.key.escape"),
                texts.get("filters.patches.key.cancel"))));
  }
}
