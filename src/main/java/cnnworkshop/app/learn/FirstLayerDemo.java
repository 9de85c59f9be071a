package cnnworkshop.app.learn;

import cnnworkshop.app.control.ArithmeticPane;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first layer on a face: filters and maps, one place as 32 numbers, a game, and forgetting to divide by 255. */
public final class FirstLayerDemo implements Demo {

  private static final int MAPS = 0;
  private static final int PLACE = 1;
  private static final int GAME = 2;
  private static final int FORGET = 3;

  private final Texts texts;
  private final FirstLayerModel model;
  private final IntegerProperty view = new SimpleIntegerProperty(this, "view", MAPS);
  private final LabStage stage;
  private final LabPicture face = new LabPicture(16);
  private final LabPicture filter = new LabPicture(6);
  private final MapGrid grid;
  private final ScaleLegend legend;
  private final ScaleLegend filterLegend;
  private final FilterNumbers numbers;
  private final ArithmeticPane arithmetic;
  private final FilterGamePane game;
  private final LabPicture wandering = new LabPicture(24, 16);
  private FeatureMaps shown;

  /** @param settings {@code view}: {@code maps}, {@code place}, {@code game} or {@code forget} to begin with */
  public FirstLayerDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new FirstLayerModel(tools);
    stage = new LabStage(model.troubleProperty());
    grid = new MapGrid(texts);
    grid.setMinHeight(0);
    grid.tileSizeProperty().set(7);
    legend = new ScaleLegend(texts);
    filterLegend = new ScaleLegend(texts);
    numbers = new FilterNumbers(texts, model.mapProperty()::set);
    arithmetic = new ArithmeticPane(texts);
    game = new FilterGamePane(model, texts);
    view.set(Math.max(MAPS, List.of("maps", "place", "game", "forget").indexOf(settings.getOrDefault("view", "maps"))));
    stage.add(LabStage.choices(texts.get("learn.first.view"), List.of(texts.get("learn.first.view.maps"),
        texts.get("learn.first.view.place"), texts.get("learn.first.view.game"),
        texts.get("learn.first.view.forget")), view));
    stage.addGrowing(new StackPane(workPane(), only(game, GAME), only(forgetPane(), FORGET)));
    face.setOnCell(model::place);
    face.setAccessibleHelp(texts.get("learn.first.face.help"));
    grid.setOnOpen(model.mapProperty()::set);
    grid.selectedProperty().addListener((p, before, now) -> {
      if (now.intValue() >= 0) {
        model.mapProperty().set(now.intValue());
      }
    });
    for (var property : List.of(model.looksProperty(), model.mapProperty(), model.rowProperty(),
        model.columnProperty(), model.divideProperty())) {
      property.addListener((p, before, now) -> show());
    }
    show();
  }

  /** Face and filter on the left, maps or numbers on the right. */
  private Node workPane() {
    VBox left = column(LabStage.words(texts.get("learn.first.face")), face, divideBox(),
        LabStage.words(texts.get("learn.first.filter")), filter, filterLegend);
    left.getStyleClass().add("lab-side");
    VBox maps = column(LabStage.words(texts.get("learn.first.maps.words")), grid, legend);
    VBox.setVgrow(grid, Priority.ALWAYS);
    arithmetic.setMinHeight(0);
    VBox place = column(LabStage.words(model.readingProperty()), numbers, arithmetic);
    VBox.setVgrow(arithmetic, Priority.ALWAYS);
    StackPane right = new StackPane(only(maps, MAPS), only(place, PLACE));
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    HBox both = new HBox(left, right);
    both.getStyleClass().add("lab-row");
    both.visibleProperty().bind(view.lessThanOrEqualTo(PLACE));
    both.managedProperty().bind(both.visibleProperty());
    return both;
  }

  private Node forgetPane() {
    LabGuessPane guess = new LabGuessPane(model.forgotten(), texts);
    CheckBox divide = divideBox();
    divide.disableProperty().bind(model.forgotten().answeredProperty().not());
    VBox words = column(guess, divide, LabStage.words(model.pointsWordsProperty()));
    words.getStyleClass().add("lab-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox.setHgrow(wandering, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox both = new HBox(wandering, words);
    both.getStyleClass().add("lab-row");
    return both;
  }

  private CheckBox divideBox() {
    CheckBox box = new CheckBox(texts.get("learn.first.divide"));
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(model.divideProperty());
    return box;
  }

  private <N extends Node> N only(N node, int when) {
    node.visibleProperty().bind(view.isEqualTo(when));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private static VBox column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("lab-column");
    return column;
  }

  private void show() {
    FirstLayerModel.Looks looks = model.looksProperty().get();
    if (looks == null) {
      return;
    }
    int row = model.rowProperty().get();
    int column = model.columnProperty().get();
    int side = (int) Math.round(Math.sqrt(looks.face().view().length));
    float white = model.divideProperty().get() ? 1 : FirstLayerModel.UNDIVIDED;
    FeatureMaps maps = model.look().maps().maps();
    if (shown != maps) {
      shown = maps;
      int[] greys = ColourScale.GREY.paint(model.look().input(), 0, white);
      face.show(side, side, greys);
      wandering.show(side, side, greys.clone());
      wandering.setMargin(model.divideProperty().get() ? 0 : FirstLayerModel.reach(model.look().points()));
      wandering.setPoints(model.look().points(), looks.divided().points());
      LabMaps.show(maps, grid);
      numbers.setFilters(looks.filters());
    }
    face.frameProperty().set(new Rectangle2D(column, row, FirstLayerModel.FILTER, FirstLayerModel.FILTER));
    face.setAccessibleText(model.readingProperty().get());
    wandering.setAccessibleText(model.pointsWordsProperty().get());
    grid.selectedProperty().set(model.mapProperty().get());
    grid.markerProperty().set(new Point2D((column + 0.5) / maps.shape().width(), (row + 0.5) / maps.shape().height()));
    int map = model.mapProperty().get();
    legend.show(LabMaps.COLOURS, LabMaps.range(LabMaps.values(maps, map)));
    filter.show(FirstLayerModel.FILTER, FirstLayerModel.FILTER, FilterIcon.paint(looks.filters(), map));
    filter.setAccessibleText(texts.get("learn.first.game.filter", map));
    int cells = FirstLayerModel.FILTER * FirstLayerModel.FILTER;
    filterLegend.show(ColourScale.SIGNED,
        LabMaps.range(Arrays.copyOfRange(looks.filters().weights(), map * cells, (map + 1) * cells)));
    numbers.show(model.numbers(), Math.max(1e-6f, LabMaps.range(maps.values()).high()), map,
        model.readingProperty().get());
    arithmetic.setArithmetic(model.arithmetic());
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
    return List.of(new SourceCut("op/Convolution.java", "public float at"),
        new SourceCut("inspect/Arithmetic.java", "static Arithmetic of"));
  }
}
