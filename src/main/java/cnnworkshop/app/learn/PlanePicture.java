package cnnworkshop.app.learn;

import cnnworkshop.app.control.ArithmeticPane;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.app.control.ValueGrid.Cell;
import cnnworkshop.app.control.ValueGrid.Cells;
import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The input with the kernel's place on it, the map it makes, and the sum of the chosen value. */
final class PlanePicture extends VBox {

  private final ConvolutionPlaneModel model;
  private final Texts texts;
  private final ValueGrid input;
  private final ValueGrid map;
  private final Label inputName = words("conv-head");
  private final Label mapName = words("conv-head");
  private final Label remark = words("plane-remark");
  private final Label impossible = words("plane-impossible");
  private final ScaleLegend inputLegend;
  private final ScaleLegend mapLegend;
  private final ArithmeticPane arithmetic;
  private PlaneResult drawn;
  private int drawnChannel;

  PlanePicture(ConvolutionPlaneModel model, SlideBar bar, Texts texts) {
    this.model = model;
    this.texts = texts;
    ShortNumbers numbers = new ShortNumbers(texts.locale());
    input = new ValueGrid(numbers::of);
    map = new ValueGrid(numbers::of);
    inputLegend = new ScaleLegend(texts);
    mapLegend = new ScaleLegend(texts);
    arithmetic = new ArithmeticPane(texts);
    arithmetic.getStyleClass().add("plane-arithmetic");
    input.accessibleTextProperty().bind(model.readingProperty());
    map.accessibleTextProperty().bind(model.readingProperty());
    map.setOnPointed(this::choose);
    input.setOnPointed(this::chooseByInput);
    bar.listenTo(input);
    bar.listenTo(map);
    Label formula = words("plane-formula");
    formula.textProperty().bind(model.formulaProperty());
    remark.textProperty().bind(model.remarkProperty());
    remark.managedProperty().bind(model.remarkProperty().isNotEmpty());
    HBox grids = new HBox(side(inputName, input, inputLegend),
        side(mapName, new StackPane(map, impossible), mapLegend));
    grids.getStyleClass().add("plane-grids");
    VBox.setVgrow(grids, Priority.ALWAYS);
    getChildren().addAll(grids, formula, remark, bar, arithmetic);
    model.versionProperty().addListener((p, before, now) -> show());
    show();
  }

  private static Node side(Label name, Region grid, ScaleLegend legend) {
    VBox side = new VBox(name, grid, legend);
    side.getStyleClass().add("plane-side");
    side.setPrefWidth(1);
    VBox.setVgrow(grid, Priority.ALWAYS);
    HBox.setHgrow(side, Priority.ALWAYS);
    return side;
  }

  private static Label words(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void choose(Cell cell) {
    PlaneResult now = model.resultProperty().get();
    if (now != null && !model.predict().hiddenProperty().get() && !model.slide().playingProperty().get()) {
      model.slide().choose(cell.row() * now.columns() + cell.column());
    }
  }

  /** The output whose window has the pointed cell nearest to its middle; by keys a cell is an output's step. */
  private void chooseByInput(Cell cell) {
    PlaneResult now = model.resultProperty().get();
    if (now == null) {
      return;
    }
    int half = input.isFocused() && !input.isHover() ? 0 : (now.kernel().axis().extent() - 1) / 2;
    int stride = now.kernel().stride();
    choose(new Cell(nearest(cell.row() - half, stride, now.rows()), nearest(cell.column() - half, stride,
        now.columns())));
  }

  private static int nearest(int first, int stride, int count) {
    return Math.max(0, Math.min(count - 1, Math.round((float) first / stride)));
  }

  private void show() {
    PlaneResult now = model.resultProperty().get();
    boolean hidden = model.isMapHidden();
    impossible.setText(hidden ? texts.get("learn.conv.hidden") : now == null ? model.remarkProperty().get() : "");
    remark.setVisible(now != null && !hidden);
    Arithmetic sum = model.arithmetic();
    arithmetic.setVisible(sum != null); // its room stays
    if (sum != null) {
      arithmetic.setArithmetic(sum);
    }
    map.setVisible(now != null && !hidden);
    mapLegend.show(now == null || hidden ? null : model.mapScale(), now == null ? null : now.range());
    if (now == null) {
      mapName.setText(texts.get("learn.plane.no-map"));
      input.frame(null, 0, 0);
      drawn = null;
      return;
    }
    int channel = model.shownChannelProperty().get();
    showInput(now, channel);
    mapName.setText(hidden ? texts.get("learn.plane.map-hidden")
        : texts.get("learn.plane.map", now.rows(), now.columns()));
    int reached = model.slide().reachedProperty().get();
    map.show(new Cells(now.rows(), now.columns(), now.values(), now.mapColours(model.mapScale()), 0, reached));
    int chosen = model.slide().chosenProperty().get();
    Cell cell = new Cell(chosen / now.columns(), chosen % now.columns());
    map.hide(model.isValueHidden() ? cell : null);
    map.frame(reached == 0 ? null : cell, 1, 1);
    int stride = now.kernel().stride();
    input.frame(new Cell(cell.row() * stride, cell.column() * stride), now.kernel().size(), now.kernel().dilation());
  }

  private void showInput(PlaneResult now, int channel) {
    if (drawn == now && drawnChannel == channel) {
      return;
    }
    drawn = now;
    drawnChannel = channel;
    PlaneInput over = now.input();
    boolean coloured = over.photo() && over.channels() > 1;
    input.show(new Cells(now.padded().height(), now.padded().width(), now.channel(channel), now.inputColours(channel),
        now.padded().margin(), Integer.MAX_VALUE));
    inputLegend.show(coloured ? null : ColourScale.GREY, new ValueRange(0, over.highest()));
    inputName.setText(over.channels() == 1 ? texts.get("learn.plane.input", 1, over.height(), over.width())
        : texts.get("learn.plane.input-channel", over.channels(), over.height(), over.width(), channel));
  }
}
