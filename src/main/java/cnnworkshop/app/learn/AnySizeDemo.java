package cnnworkshop.app.learn;

import cnnworkshop.app.control.MapGrid;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Any size of picture: convolutions take it, the dense layer refuses, global pooling helps. */
public final class AnySizeDemo implements Demo {

  private static final int[][] SIZES = {{96, 96}, {48, 48}, {200, 150}, {512, 384}};

  private final Texts texts;
  private final AnySizeModel model;
  private final LabStage stage;
  private final LabPicture picture = new LabPicture(11);
  private final MapGrid grid;

  /** @param settings {@code pooling=global} to begin with global pooling */
  public AnySizeDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new AnySizeModel(tools);
    model.globalPoolingProperty().set("global".equals(settings.get("pooling")));
    stage = new LabStage(model.troubleProperty());
    grid = new MapGrid(texts);
    grid.tileSizeProperty().set(6);
    Button another = new Button(texts.get("learn.size.another"));
    another.setOnAction(event -> model.askAnother());
    LabGuessPane asks = new LabGuessPane(model.guess(), texts);
    another.visibleProperty().bind(model.guess().answeredProperty());
    another.managedProperty().bind(another.visibleProperty());
    stage.add(controls());
    stage.add(asks);
    stage.add(another);
    stage.add(LabStage.words(model.readingProperty()));
    VBox left = new VBox(new SizeTracePane(model, texts), globalBox());
    left.getStyleClass().addAll("lab-column", "size-side");
    Label whose = LabStage.words("");
    Runnable name = () -> whose.setText(texts.get("learn.size.maps",
        model.traceProperty().get().steps().get(model.layerProperty().get()).layer().name()));
    model.layerProperty().addListener((p, before, now) -> name.run());
    name.run();
    VBox maps = new VBox(whose, grid);
    maps.getStyleClass().add("lab-column");
    VBox.setVgrow(grid, Priority.ALWAYS);
    maps.setMinWidth(0);
    HBox.setHgrow(maps, Priority.ALWAYS);
    VBox shown = new VBox(picture, maps);
    shown.getStyleClass().add("lab-column");
    VBox.setVgrow(maps, Priority.ALWAYS);
    HBox.setHgrow(shown, Priority.ALWAYS);
    shown.setMinWidth(0);
    HBox both = new HBox(left, shown);
    both.getStyleClass().add("lab-row");
    stage.addGrowing(both);
    model.resultProperty().addListener((p, before, now) -> showPicture(now));
    showPicture(model.resultProperty().get());
    showTiles(model.tilesProperty().get());
    picture.accessibleTextProperty().bind(model.readingProperty());
    model.tilesProperty().addListener((p, before, now) -> showTiles(now));
  }

  private Node controls() {
    FlowPane sizes = new FlowPane();
    sizes.getStyleClass().add("lab-choices");
    for (int[] size : SIZES) {
      Button button = new Button(texts.get("learn.size.preset", size[1], size[0]));
      button.setOnAction(event -> model.setSize(size[0], size[1]));
      sizes.getChildren().add(button);
    }
    Button own = new Button(texts.get("learn.size.own"));
    own.setOnAction(event -> model.setOwnSize());
    sizes.getChildren().add(own);
    FlowPane sliders = new FlowPane(
        LabStage.choicesInLine(texts.get("learn.size.source"),
            List.of(texts.get("learn.size.sample"), texts.get("learn.size.photo")), model.sourceProperty()),
        slider(texts.get("learn.size.height"), model.heightProperty()),
        slider(texts.get("learn.size.width"), model.widthProperty()));
    sliders.getStyleClass().add("lab-controls");
    VBox both = new VBox(sliders, sizes);
    both.getStyleClass().add("lab-column");
    return both;
  }

  private Node slider(String name, IntegerProperty side) {
    Slider slider = new Slider(AnySizeModel.SMALLEST, AnySizeModel.LARGEST, side.get());
    slider.setBlockIncrement(1);
    slider.valueProperty().addListener((p, before, now) -> side.set((int) Math.round(now.doubleValue())));
    Label number = new Label();
    number.getStyleClass().addAll("lab-number", "lab-pixels");
    Runnable show = () -> {
      if (Math.round(slider.getValue()) != side.get()) {
        slider.setValue(side.get());
      }
      number.setText(texts.get("learn.size.pixels", side.get()));
      slider.setAccessibleText(texts.get("learn.size.slider", name, side.get()));
    };
    side.addListener((p, before, now) -> show.run());
    show.run();
    Label label = new Label(name);
    label.setLabelFor(slider);
    HBox row = new HBox(label, slider, number);
    row.getStyleClass().add("lab-slider");
    return row;
  }

  private Node globalBox() {
    CheckBox box = new CheckBox(texts.get("learn.size.global"));
    box.setWrapText(true);
    box.setMinHeight(CheckBox.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(model.globalPoolingProperty());
    Label words = LabStage.words(texts.get("learn.size.global.words"));
    words.visibleProperty().bind(box.selectedProperty());
    words.managedProperty().bind(words.visibleProperty());
    words.getStyleClass().add("ws-muted");
    VBox both = new VBox(box, words);
    both.getStyleClass().add("lab-column");
    return both;
  }

  private void showPicture(AnySizeModel.Result result) {
    if (result != null) {
      picture.show(result.picture());
    }
  }

  private void showTiles(List<AnySizeModel.Tile> tiles) {
    if (tiles.isEmpty()) {
      grid.setMaps(0, 1, 1);
      return;
    }
    var shape = model.resultProperty().get().layers().get(model.layerProperty().get()).shape();
    grid.setMaps(tiles.size(), shape.width(), shape.height());
    for (int i = 0; i < tiles.size(); i++) {
      grid.setTile(i, tiles.get(i).width(), tiles.get(i).height(), tiles.get(i).argb());
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
    return List.of(new SourceCut("net/SizeTrace.java", "public static SizeTrace of"),
        new SourceCut("inspect/ConvolutionalPart.java", "public static float[] globalMeans"));
  }

  @Override
  public void close() {
    model.close();
  }
}
