package cnnworkshop.app.filters;

import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.core.inspect.FilterCsvFile;
import cnnworkshop.core.inspect.FilterSheet;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.inspect.SvgFile;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Saves and copies the filters of the epoch that is seen. */
final class TimeFilterButtons extends VBox {

  private final FiltersTools tools;
  private final Texts texts;
  private final FiltersPlaces places;
  private final TimeMachineModel model;

  /** Writes a file. */
  private interface Writing {
    void write(Path file) throws IOException;
  }

  TimeFilterButtons(FiltersTools tools, FiltersPlaces places, TimeMachineModel model) {
    this.tools = tools;
    this.texts = tools.texts();
    this.places = places;
    this.model = model;
    getStyleClass().add("compare-buttons");
    add("filters.time.save-picture", "filters.time.save-picture.tip", Material2AL.IMAGE, () -> {
      FilterSheet sheet = sheet();
      save(FiltersPlaces.Kind.PNG, file -> PngFile.write(file, sheet.picture()));
    });
    add("filters.time.save-drawing", "filters.time.save-drawing.tip", Material2MZ.TIMELINE, () -> {
      FilterSheet sheet = sheet();
      save(FiltersPlaces.Kind.SVG, file -> SvgFile.write(file, sheet));
    });
    add("filters.time.save-numbers", "filters.time.save-numbers.tip", Material2MZ.TABLE_CHART,
        () -> model.filterNumbers()
            .ifPresent(filters -> save(FiltersPlaces.Kind.CSV, file -> FilterCsvFile.write(file, filters))));
    add("filters.time.copy", "filters.time.copy.tip", Material2AL.CONTENT_COPY,
        () -> places.copy(sheet().picture()));
    model.filtersProperty().addListener((p, before, now) -> allow(now));
    allow(model.filtersProperty().get());
  }

  private void add(String key, String tipKey, Ikon icon, Runnable action) {
    getChildren().add(CompareControls.button(texts.get(key), texts.get(tipKey), icon, action));
  }

  private void allow(TimeFilters filters) {
    boolean any = filters != null && !filters.pictures().isEmpty();
    getChildren().stream().map(Button.class::cast).forEach(button -> button.setDisable(!any));
  }

  private FilterSheet sheet() {
    TimeFilters filters = model.filtersProperty().get();
    return new FilterSheet(IntStream.range(0, filters.pictures().size()).boxed().toList(), filters.pictures());
  }

  private void save(FiltersPlaces.Kind kind, Writing writing) {
    String name = texts.get("filters.time.file.filters", model.runs().chosenProperty().get().record().name(),
        model.epochs().epochProperty().get());
    places.save(kind, CompareControls.fileName(name)).ifPresent(file -> tools.background().execute(() -> {
      try {
        writing.write(file);
        tools.messages().note(texts.get("filters.time.saved.filters", String.valueOf(file.getFileName())));
      } catch (IOException e) {
        tools.messages().report(new SaveFailure(file, e));
      } catch (RuntimeException | Error e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    }));
  }
}
