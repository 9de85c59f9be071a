package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.inspect.FilterFacts;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The filters of a layer, and beside or below them all about the chosen one. */
final class GalleryView extends BorderPane {

  /** Saves all filters as one picture. */
  static final KeyCodeCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
  /** Copies the chosen filter's picture. */
  static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private static final double SIDE_BY_SIDE_EM = 26.5;
  private static final double GRID_SHARE_BESIDE = 0.48;
  private static final double GRID_SHARE_ABOVE = 0.42;
  private static final double GRID_HEIGHT_EM = 24;

  private final GalleryModel model;
  private final GallerySaves saves;
  private final Texts texts;
  private final GalleryWords words;
  private final Em em = new Em(this::turn);
  private final SplitPane split = new SplitPane();
  private final Label title = GalleryButtons.wrapping(new Label());
  private final Label below = GalleryButtons.wrapping(new Label());
  private final Label legendOf = GalleryButtons.wrapping(new Label());
  private final ScaleLegend legend;
  private final GalleryGrid grid;
  private final GalleryPageModel pageModel;
  private final Supplier<Node> patches;
  private final StackPane pagePlace = new StackPane();
  private GalleryPage page;

  /** @param patches makes what stands under "What excites it most"; gives null for nothing */
  GalleryView(GalleryModel model, GalleryPageModel pageModel, GallerySaves saves, Texts texts,
      Supplier<Node> patches) {
    this.model = model;
    this.pageModel = pageModel;
    this.patches = patches;
    this.saves = saves;
    this.texts = texts;
    this.words = new GalleryWords(texts);
    this.legend = new ScaleLegend(texts);
    this.grid = new GalleryGrid(texts.get("filters.gallery.grid"), texts.get("filters.gallery.grid.help"),
        GRID_HEIGHT_EM);
    getStyleClass().add("gallery");
    getStylesheets().add(GalleryView.class.getResource("/assets/styles/filters-gallery.css").toExternalForm());
    GalleryControls controls = new GalleryControls(model, saves, texts);
    grid.tileSizeProperty().bind(controls.tileSizeProperty());
    grid.setOnChosen(model::choose);
    grid.setOnOpen(() -> {
      if (page != null) {
        page.takeFocus();
      }
    });
    grid.selectedProperty().bind(model.chosenProperty());
    title.getStyleClass().add("gallery-title");
    below.setText(texts.get("filters.gallery.below"));
    below.getStyleClass().add("gallery-note");
    legendOf.getStyleClass().add("gallery-note");
    VBox gallery = new VBox(title, below, grid, legendOf, legend);
    gallery.getStyleClass().add("gallery-filters");
    VBox.setVgrow(grid, Priority.ALWAYS);
    split.getItems().addAll(gallery, pagePlace);
    pagePlace.getStyleClass().add("gallery-page-place");
    pageModel.filterProperty().addListener((p, before, now) -> showPage());
    showPage();
    split.widthProperty().addListener((p, before, now) -> turn());
    BooleanBinding nothing = model.troubleProperty().isNotEmpty();
    setLeft(GalleryButtons.shownIf(controls, nothing.not()));
    setCenter(new StackPane(GalleryButtons.shownIf(split, nothing.not()), GalleryButtons.shownIf(empty(), nothing)));
    getChildren().add(em);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.sheetProperty().addListener((p, before, now) -> show(now));
    model.chosenProperty().addListener((p, before, now) -> showLegend());
    sceneProperty().addListener((p, before, now) -> model.answers().shownProperty().set(now != null));
    show(model.sheetProperty().get());
    turn();
  }

  /** The page is made when there is something for it: the filters are to be seen at once. */
  private void showPage() {
    if (page == null && pageModel.filterProperty().get() != null) {
      page = new GalleryPage(model, pageModel, saves, texts, patches.get());
      pagePlace.getChildren().setAll(page);
    }
  }

  private Node empty() {
    Label place = GalleryButtons.wrapping(new Label());
    place.getStyleClass().add("gallery-empty");
    place.textProperty().bind(model.troubleProperty());
    return place;
  }

  /** Side by side where there is room for both. */
  private void turn() {
    Orientation wanted = split.getWidth() >= em.px(SIDE_BY_SIDE_EM) ? Orientation.HORIZONTAL : Orientation.VERTICAL;
    if (split.getOrientation() != wanted || split.getDividers().isEmpty()) {
      split.setOrientation(wanted);
      split.setDividerPositions(wanted == Orientation.HORIZONTAL ? GRID_SHARE_BESIDE : GRID_SHARE_ABOVE);
    }
  }

  private void key(KeyEvent event) {
    if (SAVE.match(event)) {
      saves.saveSheet();
      event.consume();
    } else if (COPY.match(event)) {
      saves.copyFilter();
      event.consume();
    }
  }

  private void show(GallerySheet sheet) {
    List<GalleryTile.Group> groups = new ArrayList<>();
    if (sheet != null) {
      title.setText(words.title(sheet.contents().layer()));
      List<List<Integer>> alike = sheet.groups().alike();
      alike.forEach(group -> groups.add(group(sheet, group, texts.get("filters.gallery.group.like", group.size()))));
      if (!sheet.groups().others().isEmpty()) {
        groups.add(group(sheet, sheet.groups().others(),
            alike.isEmpty() ? "" : texts.get("filters.gallery.group.others")));
      }
    }
    grid.show(groups);
    showLegend();
  }

  private GalleryTile.Group group(GallerySheet sheet, List<Integer> filters, String heading) {
    return new GalleryTile.Group(heading, filters.stream().map(filter -> tile(sheet, filter)).toList());
  }

  private GalleryTile tile(GallerySheet sheet, int filter) {
    FilterFacts facts = sheet.contents().facts().get(filter);
    FilterActivity activity = sheet.activity(filter);
    return new GalleryTile(filter, sheet.pictures().pictures().get(filter), words.number(facts.norm()),
        words.mark(facts, activity), words.tile(sheet.contents().layer(), facts, activity));
  }

  private void showLegend() {
    GallerySheet sheet = model.sheetProperty().get();
    int chosen = model.chosenProperty().get();
    if (sheet == null || chosen < 0 || chosen >= sheet.pictures().ranges().size()) {
      legend.show(null, null);
      legendOf.setText("");
      return;
    }
    legend.show(sheet.pictures().scaling().colours(), sheet.pictures().ranges().get(chosen));
    legendOf.setText(sheet.pictures().scaling() == FilterScaling.OWN
        ? texts.get("filters.gallery.legend.own", chosen) : texts.get("filters.gallery.legend.all"));
  }
}
