package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.text.Texts;
import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;

/** The part of the Filters tab that leads from the maps of all layers down to one number. */
public final class MapsSection {

  private MapsSection() {}

  /** The part. */
  public static TabPart of(FiltersTools tools, FiltersPlaces places) {
    Texts texts = tools.texts();
    return new TabPart("maps", texts.get("filters.maps.name"), Material2AL.LAYERS,
        () -> new MapsView(new DrillModel(tools), tools, places), List.of(
            new TabPart.Key(texts.get("filters.maps.key.enter"), texts.get("filters.maps.key.down")),
            new TabPart.Key(texts.get("filters.maps.key.escape"), texts.get("filters.maps.key.up")),
            new TabPart.Key(texts.get("filters.maps.key.arrows"), texts.get("filters.maps.key.move"))));
  }
}
