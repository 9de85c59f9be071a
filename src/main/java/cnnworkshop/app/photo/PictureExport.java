package cnnworkshop.app.photo;

import cnnworkshop.app.control.MapRegion;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.inspect.MapPicture;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.MapSheet;
import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.inspect.PredictionSheet;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes what is shown to files, in the background, and tells how that went. */
public final class PictureExport {

  /** Longest side of a map that is put on the clipboard, which has to hold it uncompressed. */
  private static final int CLIPBOARD_SIDE = 4096;

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private final MapsModel maps;
  private final Executor background;
  private final Executor ui;
  private final Texts texts;
  private final Messages messages;

  PictureExport(MapsModel maps, Executor background, Executor ui, Texts texts, Messages messages) {
    this.maps = maps;
    this.background = background;
    this.ui = ui;
    this.texts = texts;
    this.messages = messages;
  }

  /** Saves a picture as PNG. */
  public void savePicture(Path file, Photo picture) {
    save(file, target -> PngFile.write(target, picture));
  }

  /** Saves a map at full size as PNG, coloured as shown. Nothing happens while the map is not computed. */
  public void saveMap(Path file, int map) {
    MapSet set = maps.mapsProperty().get();
    ValueRange range = maps.range(map);
    if (set != null && range != null) {
      MapPicture picture = new MapPicture(set.maps(), map, maps.colourScaleProperty().get(), range);
      save(file, target -> PngFile.write(target, picture));
    }
  }

  /** Saves all maps side by side as PNG, coloured as shown. Nothing happens while they are not computed. */
  public void saveSheet(Path file) {
    sheet().ifPresent(sheet -> save(file, target -> PngFile.write(target, sheet.get())));
  }

  /** Makes the picture of a map, reduced to what a clipboard takes. */
  public void mapPicture(int map, Consumer<Photo> onUi) {
    MapSet set = maps.mapsProperty().get();
    ValueRange range = maps.range(map);
    if (set != null && range != null) {
      Maps all = set.maps();
      ColourScale colours = maps.colourScaleProperty().get();
      int step = (Math.max(all.width(), all.height()) + CLIPBOARD_SIDE - 1) / CLIPBOARD_SIDE;
      MapRegion whole = new MapRegion(0, 0, all.width(), all.height(), step);
      make(() -> Photo.ofRgb(whole.pictureWidth(), whole.pictureHeight(),
          colours.paint(RegionValues.of(all, map, whole, () -> false).orElseThrow().values(), range)), onUi);
    }
  }

  /** Makes the picture of all maps side by side. */
  public void sheetPicture(Consumer<Photo> onUi) {
    sheet().ifPresent(sheet -> make(sheet, onUi));
  }

  /** Saves faces with their points as one picture, as PNG. */
  public void saveFaces(Path file, List<JudgedFace> faces) {
    save(file, target -> PngFile.write(target, PredictionSheet.picture(faces)));
  }

  /** Makes one picture of faces with their points. */
  public void facesPicture(List<JudgedFace> faces, Consumer<Photo> onUi) {
    make(() -> PredictionSheet.picture(faces), onUi);
  }

  /** Tells that something was put on the clipboard. */
  void copied() {
    messages.note(texts.get("photo-tab.copied"));
  }

  /** Saves the points: CSV, or JSON if the name ends so. */
  void savePoints(Path file, PointsFile points) {
    save(file, points::write);
  }

  /** Draws the sheet, once all maps are computed. */
  private Optional<Supplier<Photo>> sheet() {
    List<MapReduction> all = maps.known();
    MapSet set = maps.mapsProperty().get();
    if (set == null || all.size() < set.maps().count()) {
      return Optional.empty();
    }
    MapSheet sheet = new MapSheet(maps.colourScaleProperty().get(), maps.scalingProperty().get());
    return Optional.of(() -> sheet.picture(all));
  }

  private void make(Supplier<Photo> work, Consumer<Photo> onUi) {
    background.execute(() -> {
      try {
        Photo picture = work.get();
        ui.execute(() -> onUi.accept(picture));
      } catch (Throwable e) { // also OutOfMemoryError
        messages.report(e);
      }
    });
  }

  private void save(Path file, Writing writing) {
    background.execute(() -> {
      try {
        writing.to(file);
        messages.note(texts.get("photo-tab.saved", file.toString()));
      } catch (IOException e) {
        messages.show(new SaveFailure(file, e));
      } catch (Throwable e) { // also OutOfMemoryError
        messages.report(e);
      }
    });
  }
}
