package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.HeatPicture;
import cnnworkshop.core.text.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Why these points: left what is explained and how, right the picture under what explains it. */
final class WhyView {

  private static final double SIDE_BY_SIDE_EM = 44;

  private final StackPane root = new StackPane();
  private final WhyModel model;
  private final WhyPlaceModel places;
  private final WhyExport export;
  private final FiltersPlaces files;
  private final Texts texts;
  private final WhyWords words;
  private final WhyPicture picture;
  private final ScaleLegend legend;
  private final Em em = new Em(this::arrange);
  private final VBox main = new VBox();
  private final GridPane below = new GridPane();
  private final Label answer = line("ws-heading");
  private final Label legendName = line("ws-muted");

  WhyView(WhyModel model, WhyPlaceModel places, WhyExport export, FiltersPlaces files, Texts texts) {
    this.model = model;
    this.places = places;
    this.export = export;
    this.files = files;
    this.texts = texts;
    words = new WhyWords(texts, model.answers());
    picture = new WhyPicture(places);
    legend = new ScaleLegend(texts);
    root.getStyleClass().add("why-view");
    root.getStylesheets().add(WhyView.class.getResource("/assets/styles/filters-why.css").toExternalForm());
    ScrollPane column = scroll(new WhyControls(model, places, texts));
    column.getStyleClass().add("why-column");
    BorderPane both = new BorderPane(right());
    both.setLeft(column);
    shownIf(both, model.emptyProperty().isEmpty());
    Label empty = line("empty-place");
    empty.textProperty().bind(model.emptyProperty());
    shownIf(empty, model.emptyProperty().isNotEmpty());
    root.getChildren().addAll(both, empty);
    model.seenProperty().addListener((p, before, now) -> show());
    model.heatProperty().addListener((p, before, now) -> show());
    model.answers().explainedProperty().addListener((p, before, now) -> show());
    model.settings().arrowsProperty().addListener((p, before, now) -> picture.setArrows(now.doubleValue()));
    picture.setArrows(model.settings().arrowsProperty().get());
    model.settings().opacityProperty().addListener((p, before, now) -> show());
    model.shownProperty().bind(root.sceneProperty().isNotNull());
    show();
  }

  private Node right() {
    VBox.setVgrow(picture, Priority.ALWAYS);
    Label reading = line("why-reading");
    reading.textProperty().bind(places.readingProperty().map(
        sentence -> sentence.isEmpty() ? texts.get("filters.why.reading.none") : sentence));
    picture.accessibleTextProperty().bind(reading.textProperty());
    VBox scale = new VBox(legendName, legend);
    scale.getStyleClass().add("why-scale");
    below.getStyleClass().add("why-below");
    below.getChildren().setAll(reading, scale);
    GridPane.setHgrow(reading, Priority.ALWAYS);
    main.getChildren().setAll(em, top(), picture, below);
    main.widthProperty().addListener((p, before, now) -> arrange());
    main.getStyleClass().add("why-main");
    ScrollPane scroll = scroll(main);
    scroll.setFitToHeight(true);
    return scroll;
  }

  /** What is said beside the scale where there is room, else above it: the picture gets the height. */
  private void arrange() {
    boolean beside = main.getWidth() >= em.px(SIDE_BY_SIDE_EM);
    if (!below.getChildren().isEmpty()) {
      GridPane.setConstraints(below.getChildren().get(0), 0, 0);
      GridPane.setConstraints(below.getChildren().get(1), beside ? 1 : 0, beside ? 0 : 1);
    }
  }

  private Node top() {
    Button save = button(Material2MZ.SAVE_ALT, "filters.why.save", () -> files.save(FiltersPlaces.Kind.PNG,
        export.suggestion()).ifPresent(export::savePicture));
    Button numbers = button(Material2AL.GRID_ON, "filters.why.save-numbers", () -> files.save(FiltersPlaces.Kind.CSV,
        export.suggestion()).ifPresent(export::saveNumbers));
    Button copy = button(Material2AL.CONTENT_COPY, "filters.why.copy", () -> export.copyPicture(files::copy));
    for (Button button : new Button[] {save, numbers, copy}) {
      button.disableProperty().bind(model.heatProperty().isNull());
    }
    HBox.setHgrow(answer, Priority.ALWAYS);
    answer.setMaxWidth(Double.MAX_VALUE);
    HBox top = new HBox(answer, save, copy, numbers);
    top.getStyleClass().add("why-top");
    return top;
  }

  private Button button(Ikon icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void show() {
    WhySeen seen = model.seenProperty().get();
    Explained explained = model.answers().explainedProperty().get();
    Heat heat = model.heatProperty().get();
    if (seen == null || explained == null) {
      picture.show(null, null, null);
      answer.setText("");
      legendName.setText("");
      legend.show(null, null);
      return;
    }
    answer.setText(words.answer(seen, explained));
    picture.show(heat == null ? seen.picture()
        : HeatPicture.over(seen.picture(), heat, model.settings().opacityProperty().get()), seen.points(),
        explained instanceof Explained.OfPoint of ? of.point() : null);
    legend.show(heat == null ? null : heat.scale(), heat == null ? null : heat.range());
    // While nothing is known the words stay, so that the picture keeps its size.
    if (heat != null) {
      legendName.setText(words.legend(model.resultProperty().get(), explained));
    }
  }

  private static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("why-scroll");
    return scroll;
  }

  private static Label line(String style) {
    Label line = new Label();
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add(style);
    return line;
  }

  private static void shownIf(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  Parent root() {
    return root;
  }
}
