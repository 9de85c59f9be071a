package cnnworkshop.app.filters;

import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.ExplanationTable;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.HeatPicture;
import cnnworkshop.core.inspect.OcclusionSweep;
import cnnworkshop.core.inspect.PatchGrid;
import cnnworkshop.core.inspect.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes what is seen to files, in the background, and tells how that went. To be used on the UI thread. */
final class WhyExport {

  /** Pixels of the longest side of a picture that is saved. */
  private static final int LONGEST_SIDE = 960;

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private final FiltersTools tools;
  private final WhyModel model;
  private final WhyPlaceModel places;

  WhyExport(FiltersTools tools, WhyModel model, WhyPlaceModel places) {
    this.tools = tools;
    this.model = model;
    this.places = places;
  }

  /** A name for files, without an ending. */
  String suggestion() {
    return model.settings().methodProperty().get() == WhyMethod.OCCLUSION ? "occlusion" : "saliency";
  }

  /** Draws what is seen; empty while there is nothing. Drawing takes a while: it is done where it is asked for. */
  private Optional<Supplier<Photo>> picture() {
    WhySeen seen = model.seenProperty().get();
    Heat heat = model.heatProperty().get();
    if (seen == null || heat == null) {
      return Optional.empty();
    }
    double opacity = model.settings().opacityProperty().get();
    int place = places.placeProperty().get();
    PatchGrid grid = places.grid();
    Keypoints pushed = places.pushedProperty().get();
    Explained explained = model.answers().explainedProperty().get();
    double times = model.settings().arrowsProperty().get();
    return Optional.of(() -> {
      HeatPicture picture = new HeatPicture(HeatPicture.over(seen.picture(), heat, opacity), LONGEST_SIDE);
      if (place != WhyPlaceModel.NONE) {
        picture.withFrame(grid.left(place), grid.top(place), grid.patch());
      }
      if (seen.points() != null) {
        picture.withPoints(seen.points());
      }
      if (pushed != null && explained instanceof Explained.OfPoint of) {
        double x = seen.points().x(of.point());
        double y = seen.points().y(of.point());
        picture.withArrow(x, y, x + times * (pushed.x(of.point()) - x), y + times * (pushed.y(of.point()) - y));
      }
      return picture.photo();
    });
  }

  /** Saves what is seen as PNG. */
  void savePicture(Path file) {
    picture().ifPresent(picture -> save(file, target -> PngFile.write(target, picture.get())));
  }

  /** Saves the numbers as CSV: of a patch the effects on all answers, of gradients what is shown of them. */
  void saveNumbers(Path file) {
    WhyResult result = model.resultProperty().get();
    Explained explained = model.answers().explainedProperty().get();
    if (result instanceof WhyResult.Swept swept) {
      List<String> names = List.copyOf(model.answers().classes());
      Map<String, Explained> columns = explained instanceof Explained.OfPoint ? ExplanationTable.ofPoints()
          : ExplanationTable.ofClasses(names);
      OcclusionSweep known = swept.sweep().copy();
      save(file, target -> ExplanationTable.write(target, known, columns));
    } else if (result instanceof WhyResult.Felt felt) {
      float[] values = felt.values(explained);
      int width = felt.shape().width();
      save(file, target -> ExplanationTable.write(target, width, values));
    }
  }

  /**
   * Draws what is seen for the clipboard.
   *
   * @param clipboard takes it, on the UI thread
   */
  void copyPicture(Consumer<Photo> clipboard) {
    picture().ifPresent(picture -> tools.background().execute(() -> {
      try {
        Photo drawn = picture.get();
        tools.ui().execute(() -> {
          clipboard.accept(drawn);
          tools.messages().note(tools.texts().get("photo-tab.copied"));
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    }));
  }

  private void save(Path file, Writing writing) {
    tools.background().execute(() -> {
      try {
        writing.to(file);
        tools.messages().note(tools.texts().get("photo-tab.saved", file.toString()));
      } catch (IOException e) {
        tools.messages().show(new SaveFailure(file, e));
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }
}
