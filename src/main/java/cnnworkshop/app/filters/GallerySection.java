package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.kordamp.ikonli.material2.Material2AL;

/** The gallery of filters, as a part of the Filters tab. */
public final class GallerySection {

  private GallerySection() {}

  /**
   * The part.
   *
   * @param patches makes what stands on a filter's page under "What excites it most", and follows the chosen unit by
   *     itself; null, or one that gives null, for nothing
   */
  public static TabPart of(FiltersTools tools, FiltersPlaces places, Supplier<Node> patches) {
    Texts texts = tools.texts();
    return new TabPart("gallery", texts.get("filters.gallery.name"), Material2AL.GRID_ON,
        () -> content(tools, places, patches), List.of(
            new TabPart.Key(texts.get("filters.gallery.key.arrows"), texts.get("filters.gallery.key.choose")),
            new TabPart.Key(texts.get("filters.gallery.key.enter"), texts.get("filters.gallery.key.open")),
            new TabPart.Key(texts.get("filters.gallery.key.page"), texts.get("filters.gallery.key.leaf")),
            new TabPart.Key(GalleryView.SAVE.getDisplayText(), texts.get("filters.gallery.save.sheet")),
            new TabPart.Key(GalleryView.COPY.getDisplayText(), texts.get("filters.gallery.copy.filter"))));
  }

  private static Parent content(FiltersTools tools, FiltersPlaces places, Supplier<Node> patches) {
    GalleryModel model = new GalleryModel(tools);
    return new GalleryView(model, new GalleryPageModel(model, tools),
        new GallerySaves(model, new GalleryExport(tools, places)), tools.texts(),
        patches == null ? () -> null : patches);
  }
}
