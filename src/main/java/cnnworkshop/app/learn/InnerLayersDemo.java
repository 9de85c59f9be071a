package cnnworkshop.app.learn;

import cnnworkshop.app.control.MapGrid;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.StrongestPatches.Patch;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.ReceptiveField;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A map of an inner layer: the patches that excite it most, and what one of its values sees of the picture. */
public final class InnerLayersDemo implements Demo {

  private final Texts texts;
  private final InnerLayersModel model;
  private final LabStage stage;
  private final MapGrid grid;
  private final LabPicture picture = new LabPicture(17, 12);
  private final LabPicture map = new LabPicture(17, 12);
  private final FlowPane patches = new FlowPane();
  private FeatureMaps shownMaps;
  private int shownPicture = -1;

  /** @param settings {@code layer}: {@code conv2} or {@code conv3} to begin with */
  public InnerLayersDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new InnerLayersModel(tools);
    if (InnerLayersModel.LAYERS.contains(settings.getOrDefault("layer", ""))) {
      model.layerProperty().set(InnerLayersModel.LAYERS.indexOf(settings.getOrDefault("layer", "")));
    }
    stage = new LabStage(model.troubleProperty());
    grid = new MapGrid(texts);
    grid.tileSizeProperty().set(4.2);
    patches.getStyleClass().add("lab-answers");
    stage.add(LabStage.choices(texts.get("learn.inner.layer"), InnerLayersModel.LAYERS, model.layerProperty()));
    stage.add(progressPane());
    stage.add(new LabGuessPane(model.guess(), texts));
    stage.add(LabStage.words(model.readingProperty()));
    stage.addGrowing(work());
    picture.setOnCell(model::placeAtPixel);
    picture.setAccessibleHelp(texts.get("learn.inner.place.help"));
    map.setOnCell(model::place);
    map.setAccessibleHelp(texts.get("learn.inner.place.help"));
    grid.selectedProperty().addListener((p, before, now) -> {
      if (now.intValue() >= 0 && now.intValue() != model.mapProperty().get()) {
        model.chooseMap(now.intValue());
      }
    });
    for (var property : List.of(model.foundProperty(), model.mapProperty(), model.layerProperty(),
        model.pictureProperty(), model.rowProperty(), model.columnProperty(), model.guess().answeredProperty())) {
      property.addListener((p, before, now) -> show());
    }
    model.foundProperty().addListener((p, before, now) -> showPatches());
    model.mapProperty().addListener((p, before, now) -> showPatches());
    model.layerProperty().addListener((p, before, now) -> showPatches());
    show();
    showPatches();
  }

  private Node progressPane() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("learn.inner.wait"));
    bar.visibleProperty().bind(model.foundProperty().isNull().and(model.troubleProperty().isEmpty()));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private Node work() {
    VBox maps = column(LabStage.words(texts.get("learn.inner.maps")), grid);
    maps.getStyleClass().add("lab-side");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox seen = column(LabStage.words(texts.get("learn.inner.picture")), picture);
    VBox answer = column(LabStage.words(texts.get("learn.inner.map")), map);
    HBox pair = new HBox(seen, answer);
    pair.getStyleClass().add("lab-row");
    for (VBox one : List.of(seen, answer)) {
      HBox.setHgrow(one, Priority.ALWAYS);
      one.setMinWidth(0);
    }
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox.setVgrow(map, Priority.ALWAYS);
    VBox right = column(pair, LabStage.words(texts.get("learn.inner.patches")), patches);
    VBox.setVgrow(pair, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    HBox both = new HBox(maps, right);
    both.getStyleClass().add("lab-row");
    return both;
  }

  private static VBox column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("lab-column");
    return column;
  }

  private void show() {
    InnerLayersModel.Found found = model.foundProperty().get();
    if (found == null) {
      return;
    }
    FeatureMaps maps = model.maps();
    int row = model.rowProperty().get();
    int column = model.columnProperty().get();
    if (shownMaps != maps) {
      shownMaps = maps;
      LabMaps.show(maps, grid);
    }
    if (shownPicture != model.pictureProperty().get()) {
      shownPicture = model.pictureProperty().get();
      var photo = found.pictures().get(shownPicture);
      picture.show(photo.width(), photo.height(), ColourScale.GREY.paint(photo.planes(1, 0, 0, photo.width(),
          photo.height()), 0, 1));
    }
    grid.selectedProperty().set(model.mapProperty().get());
    map.show(maps.shape().width(), maps.shape().height(), LabMaps.paint(maps, model.mapProperty().get()));
    map.frameProperty().set(new Rectangle2D(column, row, 1, 1));
    ReceptiveField field = model.field();
    int right = column * field.jump().columns();
    int down = row * field.jump().rows();
    picture.frameProperty().set(model.guess().answeredProperty().get()
        ? new Rectangle2D(right, down, field.size().columns(), field.size().rows()) : null);
    picture.setAccessibleText(model.readingProperty().get());
    map.setAccessibleText(model.readingProperty().get());
  }

  private void showPatches() {
    patches.getChildren().clear();
    List<Patch> best = model.patchesOfMap();
    if (model.foundProperty().get() != null && best.isEmpty()) {
      patches.getChildren().add(new Label(texts.get("learn.inner.silent")));
    }
    for (Patch patch : best) {
      var cut = model.cut(patch);
      LabPicture small = new LabPicture(3);
      small.show(cut.width(), cut.height(),
          ColourScale.GREY.paint(cut.planes(1, 0, 0, cut.width(), cut.height()), 0, 1));
      Button button = new Button(texts.get("learn.inner.value", patch.value()), small);
      button.getStyleClass().add("lab-answer");
      button.setContentDisplay(ContentDisplay.TOP);
      button.setAccessibleText(texts.get("learn.inner.patch", patch.picture() + 1, patch.row(), patch.column(),
          patch.value()));
      button.setOnAction(event -> model.choose(patch));
      patches.getChildren().add(button);
    }
  }

  @Override
  public Node node() {
    return stage;
  }

  @Override
  public ObservableStringValue reading() {
    return model.readingProperty();
  }

  @Override
  public List<SourceCut> sources() {
    return List.of(new SourceCut("inspect/StrongestPatches.java", "private Patch peak"),
        new SourceCut("net/ReceptiveField.java", "ReceptiveField through"));
  }

  @Override
  public void close() {
    model.close();
  }
}
