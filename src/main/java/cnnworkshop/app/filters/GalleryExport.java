package cnnworkshop.app.filters;

import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FilterCsvFile;
import cnnworkshop.core.inspect.FilterSheet;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.inspect.SvgFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Saves pictures and numbers of filters, and puts pictures on the clipboard: made in the background, files first under
 * a temporary name. Tells how it went.
 */
final class GalleryExport {

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private final FiltersTools tools;
  private final FiltersPlaces places;

  GalleryExport(FiltersTools tools, FiltersPlaces places) {
    this.tools = tools;
    this.places = places;
  }

  /** Saves a picture as PNG. */
  void savePicture(String suggestion, Supplier<Photo> picture) {
    save(FiltersPlaces.Kind.PNG, suggestion, file -> PngFile.write(file, picture.get()));
  }

  /** Saves filters side by side as SVG. */
  void saveSvg(String suggestion, FilterSheet sheet) {
    save(FiltersPlaces.Kind.SVG, suggestion, file -> SvgFile.write(file, sheet));
  }

  /** Saves all numbers of a layer as a table. */
  void saveNumbers(String suggestion, Filters filters) {
    save(FiltersPlaces.Kind.CSV, suggestion, file -> FilterCsvFile.write(file, filters));
  }

  /** Puts a picture on the clipboard. */
  void copy(Supplier<Photo> picture) {
    tools.background().execute(() -> {
      try {
        Photo made = picture.get();
        tools.ui().execute(() -> {
          places.copy(made);
          tools.messages().note(tools.texts().get("filters.gallery.copied"));
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }

  private void save(FiltersPlaces.Kind kind, String suggestion, Writing writing) {
    places.save(kind, fileName(suggestion)).ifPresent(file -> tools.background().execute(() -> {
      try {
        writing.to(file);
        tools.messages().note(tools.texts().get("filters.gallery.saved", file.toString()));
      } catch (IOException e) {
        tools.messages().show(new SaveFailure(file, e));
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    }));
  }

  /** Names of layers of other programs may hold what no file name can. */
  private static String fileName(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
  }
}
