package cnnworkshop.app.filters;

import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All about the chosen filter: its numbers, which stripes it answers to, its map, what excites it most. */
final class GalleryPage extends ScrollPane {

  private final GalleryPageModel page;
  private final Texts texts;
  private final GalleryNumbers numbers;
  private final GalleryHistogram histogram;
  private final Label spread = GalleryButtons.wrapping(new Label());

  /** @param patches what stands under "What excites it most"; null for nothing */
  GalleryPage(GalleryModel model, GalleryPageModel page, GallerySaves saves, Texts texts, Node patches) {
    this.page = page;
    this.texts = texts;
    this.numbers = new GalleryNumbers(model, page, saves, texts);
    this.histogram = new GalleryHistogram(texts);
    GalleryButtons buttons = new GalleryButtons(texts);
    spread.getStyleClass().add("gallery-note");
    VBox weights = new VBox(buttons.heading(texts.get("filters.gallery.histogram")), histogram, spread);
    weights.getStyleClass().add("gallery-part");
    VBox content = new VBox(new GalleryHead(model, page, texts), new GalleryColumns(List.of(numbers,
        new GalleryMap(model, saves, texts), new GalleryResponse(model, page, saves, texts), weights)));
    if (patches != null) {
      VBox exciting = new VBox(buttons.heading(texts.get("filters.gallery.patches")), patches);
      exciting.getStyleClass().add("gallery-part");
      content.getChildren().add(exciting);
    }
    content.getStyleClass().add("gallery-page");
    setContent(content);
    getStyleClass().addAll("bounded-scroll", "gallery-page-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    content.visibleProperty().bind(page.filterProperty().isNotNull());
    page.filterProperty().addListener((p, before, now) -> show(now));
    show(page.filterProperty().get());
  }

  /** Gives the page the keyboard. */
  void takeFocus() {
    numbers.takeFocus();
  }

  private void show(GalleryFilter filter) {
    if (filter != null) {
      histogram.show(filter.own(), filter.layer());
      spread.setText(texts.get("filters.gallery.histogram.explained", filter.facts().weights(),
          filter.contents().filters().weights().length, filter.contents().layer().name()));
    }
  }
}
