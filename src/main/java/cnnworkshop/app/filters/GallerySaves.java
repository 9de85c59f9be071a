package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.FilterSheet;
import java.util.function.Supplier;

/** Saves and copies the filters as they are shown. Nothing happens while there are none. */
final class GallerySaves {

  private final GalleryModel model;
  private final GalleryExport export;

  GallerySaves(GalleryModel model, GalleryExport export) {
    this.model = model;
    this.export = export;
  }

  /** Where pictures of a filter's page go. */
  GalleryExport export() {
    return export;
  }

  /** Saves the chosen filter's picture. */
  void saveFilter() {
    if (filter() != null) {
      export.savePicture(filterName(), filter());
    }
  }

  /** Copies the chosen filter's picture. */
  void copyFilter() {
    if (filter() != null) {
      export.copy(filter());
    }
  }

  /** Saves all filters side by side as PNG. */
  void saveSheet() {
    if (sheet() != null) {
      export.savePicture(layerName() + "-sheet", sheet()::picture);
    }
  }

  /** Saves all filters side by side as SVG. */
  void saveSvg() {
    if (sheet() != null) {
      export.saveSvg(layerName() + "-sheet", sheet());
    }
  }

  /** Copies all filters side by side. */
  void copySheet() {
    if (sheet() != null) {
      export.copy(sheet()::picture);
    }
  }

  /** Saves all numbers of the layer. */
  void saveNumbers() {
    if (model.contentsProperty().get() != null) {
      export.saveNumbers(layerName(), model.contentsProperty().get().filters());
    }
  }

  /** What a file of the chosen filter is called, without ending. */
  String filterName() {
    int filter = model.chosenProperty().get();
    return layerName() + "-" + (filter < 10 ? "0" : "") + filter;
  }

  private String layerName() {
    return model.layerProperty().get().name();
  }

  private Supplier<Photo> filter() {
    GallerySheet sheet = model.sheetProperty().get();
    if (sheet == null || model.chosenProperty().get() < 0) {
      return null;
    }
    FilterPicture picture = sheet.pictures().pictures().get(model.chosenProperty().get());
    return () -> FilterSheet.enlarged(picture);
  }

  private FilterSheet sheet() {
    GallerySheet sheet = model.sheetProperty().get();
    return sheet == null ? null : FilterSheet.of(sheet.pictures(), sheet.groups().order());
  }
}
