package cnnworkshop.app.filters;

import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Two networks side by side: left what to compare and how, right a page of it. */
final class CompareView extends BorderPane {

  private final FiltersTools tools;
  private final Texts texts;
  private final FiltersPlaces places;
  private final CompareModel model;

  /** What is written, and where. */
  private interface Writing {
    void write(CompareExport export, Path file) throws IOException;
  }

  /** @param shipped gives the keypoint network's file; may unpack it first */
  CompareView(FiltersTools tools, FiltersPlaces places, Supplier<Path> shipped) {
    this.tools = tools;
    this.texts = tools.texts();
    this.places = places;
    this.model = new CompareModel(tools, shipped);
    getStyleClass().add("compare");
    getStylesheets().add(CompareView.class.getResource("/assets/styles/filters-compare.css").toExternalForm());
    BooleanBinding both = model.networks().left().networkProperty().isNotNull()
        .and(model.networks().right().networkProperty().isNotNull());
    setLeft(controls(both));
    setCenter(new StackPane(CompareControls.shownIf(pages(), both), empty(both)));
    sceneProperty().addListener((p, before, now) -> model.shownProperty().set(now != null));
  }

  private Node empty(BooleanBinding both) {
    Label words = CompareControls.words("");
    words.getStyleClass().add("compare-empty");
    words.textProperty().bind(Bindings.when(model.networks().openingProperty())
        .then(texts.get("filters.compare.opening"))
        .otherwise(Bindings.when(model.networks().left().networkProperty().isNull())
            .then(texts.get("filters.compare.no-network")).otherwise(texts.get("filters.compare.empty"))));
    VBox box = new VBox(words);
    box.getStyleClass().add("compare-empty-place");
    return CompareControls.shownIf(box, both.not());
  }

  private ScrollPane controls(BooleanBinding both) {
    ListView<CompareSource> sources = new ListView<>(model.networks().sources());
    sources.getStyleClass().add("compare-sources");
    sources.setAccessibleText(texts.get("filters.compare.sources"));
    sources.setCellFactory(view -> new CompareListCell<>(CompareSource::name, CompareSource::about));
    // Something is always selected, so that Enter does what it says.
    model.networks().sources().addListener((ListChangeListener<CompareSource>) change ->
        sources.getSelectionModel().selectFirst());
    Runnable chosen = () -> {
      CompareSource source = sources.getSelectionModel().getSelectedItem();
      if (source != null) {
        model.networks().open(source);
      }
    };
    sources.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        chosen.run();
        event.consume();
      }
    });
    sources.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        chosen.run();
      }
    });
    Button take = CompareControls.button(texts.get("filters.compare.take"), texts.get("filters.compare.take.tip"),
        Material2AL.COMPARE_ARROWS, chosen);
    take.disableProperty().bind(sources.getSelectionModel().selectedItemProperty().isNull()
        .or(model.networks().openingProperty()));
    Button open = CompareControls.button(texts.get("filters.compare.open"), texts.get("filters.compare.open.tip"),
        Material2AL.FOLDER_OPEN, () -> places.network().ifPresent(model.networks()::open));
    open.disableProperty().bind(model.networks().openingProperty());
    Button swap = CompareControls.button(texts.get("filters.compare.swap"), texts.get("filters.compare.swap.tip"),
        Material2MZ.SWAP_HORIZ, model.networks()::swap);
    Button png = CompareControls.button(texts.get("filters.compare.save-picture"),
        texts.get("filters.compare.save-picture.tip"), Material2AL.IMAGE,
        () -> save(FiltersPlaces.Kind.PNG, (export, file) -> PngFile.write(file, export.picture())));
    Button copy = CompareControls.button(texts.get("filters.compare.copy"), texts.get("filters.compare.copy.tip"),
        Material2AL.CONTENT_COPY, () -> places.copy(model.export().picture()));
    Button csv = CompareControls.button(texts.get("filters.compare.save-numbers"),
        texts.get("filters.compare.save-numbers.tip"), Material2MZ.TABLE_CHART,
        () -> save(FiltersPlaces.Kind.CSV, CompareExport::csv));
    for (Button button : List.of(swap, png, copy, csv)) {
      button.disableProperty().bind(both.not());
    }
    return CompareControls.column(CompareControls.heading(texts.get("filters.compare.sources")), sources, take, open,
        swap, CompareControls.shownIf(look(), both), CompareControls.heading(texts.get("filters.compare.save")), png,
        copy, csv);
  }

  /** How to look at the page that is shown. */
  private Node look() {
    VBox filters = new VBox(CompareControls.heading(texts.get("filters.compare.look")),
        CompareControls.choices(model.filterLookProperty(), CompareFilters.Look.values(), look -> texts.get(
            look == CompareFilters.Look.OWN ? "filters.compare.look.own" : "filters.compare.look.signed")));
    CheckBox common = new CheckBox(texts.get("filters.compare.maps.common"));
    common.setAccessibleText(texts.get("filters.compare.maps.common"));
    common.setWrapText(true);
    common.setMinHeight(Region.USE_PREF_SIZE);
    common.selectedProperty().bindBidirectional(model.maps().commonProperty());
    VBox maps = new VBox(CompareControls.heading(texts.get("filters.compare.layer.left")),
        layer("filters.compare.layer.left", model.maps().leftLayers(), model.maps().leftProperty()),
        CompareControls.heading(texts.get("filters.compare.layer.right")),
        layer("filters.compare.layer.right", model.maps().rightLayers(), model.maps().rightProperty()), common);
    for (VBox box : List.of(filters, maps)) {
      box.getStyleClass().add("compare-group");
    }
    CompareControls.shownIf(filters, model.pageProperty().isEqualTo(CompareModel.Page.FILTERS));
    CompareControls.shownIf(maps, model.pageProperty().isEqualTo(CompareModel.Page.MAPS));
    return new VBox(filters, maps);
  }

  private ComboBox<CompareLayer> layer(String key, ObservableList<CompareLayer> layers,
      ObjectProperty<CompareLayer> chosen) {
    ComboBox<CompareLayer> box = new ComboBox<>(layers);
    box.setAccessibleText(texts.get(key));
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private Node pages() {
    FlowPane row = CompareControls.row();
    ToggleGroup group = new ToggleGroup();
    StackPane place = new StackPane();
    for (CompareModel.Page page : CompareModel.Page.values()) {
      ToggleButton button = new ToggleButton(words(page));
      button.setAccessibleText(words(page));
      button.setToggleGroup(group);
      button.setSelected(model.pageProperty().get() == page);
      button.setOnAction(event -> {
        button.setSelected(true);
        model.pageProperty().set(page);
      });
      row.getChildren().add(button);
      place.getChildren().add(CompareControls.shownIf(CompareControls.filling(page(page)),
          model.pageProperty().isEqualTo(page)));
    }
    VBox.setVgrow(place, Priority.ALWAYS);
    VBox box = new VBox(row, place);
    box.getStyleClass().add("compare-place");
    return box;
  }

  private Region page(CompareModel.Page page) {
    return switch (page) {
      case LAYERS -> new CompareLayersPage(model, texts);
      case FILTERS -> new CompareFiltersPage(model, texts);
      case MAPS -> new CompareMapsPage(model, texts);
      case ANSWERS -> new CompareAnswersPage(model, texts);
    };
  }

  private String words(CompareModel.Page page) {
    return texts.get(switch (page) {
      case LAYERS -> "filters.compare.page.layers";
      case FILTERS -> "filters.compare.page.filters";
      case MAPS -> "filters.compare.page.maps";
      case ANSWERS -> "filters.compare.page.answers";
    });
  }

  private void save(FiltersPlaces.Kind kind, Writing writing) {
    CompareExport export = model.export();
    places.save(kind, texts.get("filters.compare.file")).ifPresent(file -> tools.background().execute(() -> {
      try {
        writing.write(export, file);
        tools.messages().note(texts.get("filters.compare.saved", String.valueOf(file.getFileName())));
      } catch (IOException e) {
        tools.messages().report(new SaveFailure(file, e));
      } catch (RuntimeException | Error e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    }));
  }
}
