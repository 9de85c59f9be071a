package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.inspect.FilterLikeness;
import cnnworkshop.core.text.Texts;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Above a filter's page: which one it is, what its numbers come to, and which others are like it. */
final class GalleryHead extends VBox {

  private static final int NEAREST = 4;

  private final GalleryModel model;
  private final GalleryPageModel page;
  private final Texts texts;
  private final GalleryWords words;
  private final Label title = GalleryButtons.wrapping(new Label());
  private final Label warning = GalleryButtons.wrapping(new Label());
  private final GridPane facts = new GridPane();
  private final FlowPane nearest = new FlowPane();

  GalleryHead(GalleryModel model, GalleryPageModel page, Texts texts) {
    this.model = model;
    this.page = page;
    this.texts = texts;
    this.words = new GalleryWords(texts);
    getStyleClass().add("gallery-head");
    title.getStyleClass().add("gallery-title");
    warning.getStyleClass().add("gallery-warning");
    GalleryButtons.shownIf(warning, warning.textProperty().isNotEmpty());
    facts.getStyleClass().add("gallery-facts");
    nearest.getStyleClass().add("gallery-nearest");
    GalleryButtons.shownIf(nearest, model.likenessProperty().isNotNull());
    getChildren().addAll(title, warning, facts, nearest);
    page.filterProperty().addListener((p, before, now) -> show());
    model.answers().mapsProperty().addListener((p, before, now) -> show());
    model.likenessProperty().addListener((p, before, now) -> showNearest());
    show();
  }

  private void show() {
    GalleryFilter filter = page.filterProperty().get();
    if (filter == null) {
      return;
    }
    GalleryLayer layer = filter.contents().layer();
    GalleryMaps maps = model.answers().mapsProperty().get();
    FilterActivity activity = maps == null ? null : maps.activity().get(filter.filter());
    title.setText(texts.get("filters.gallery.page.title", filter.filter(), layer.name()));
    warning.setText(words.warning(filter.facts(), activity));
    facts.getChildren().clear();
    int row = 0;
    for (Map.Entry<String, String> fact
        : words.facts(filter.facts(), filter.contents().filters().spec().bias()).entrySet()) {
      Label value = new Label(fact.getValue());
      value.getStyleClass().add("gallery-number");
      facts.addRow(row++, new Label(fact.getKey()), value);
    }
    showNearest();
  }

  private void showNearest() {
    nearest.getChildren().clear();
    FilterLikeness likeness = model.likenessProperty().get();
    GalleryFilter filter = page.filterProperty().get();
    if (likeness == null || filter == null || filter.contents() != model.contentsProperty().get()) {
      return;
    }
    nearest.getChildren().add(new Label(texts.get("filters.gallery.nearest")));
    for (int other : likeness.nearest(filter.filter(), NEAREST)) {
      Hyperlink link = new Hyperlink(texts.get("filters.gallery.nearest.one", other,
          words.number(likeness.cosine(filter.filter(), other))));
      link.setAccessibleText(texts.get("filters.gallery.nearest.accessible", other));
      link.setOnAction(event -> model.choose(other));
      nearest.getChildren().add(link);
    }
  }
}
