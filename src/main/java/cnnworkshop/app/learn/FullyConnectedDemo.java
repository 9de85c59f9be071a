package cnnworkshop.app.learn;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.text.Texts;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The dense layers: maps of pool3 and units of hidden4 go off, and the points wander. */
public final class FullyConnectedDemo implements Demo {

  private static final int MAP_COLUMNS = 16;
  private static final int UNIT_COLUMNS = 40;

  private final Texts texts;
  private final FullyConnectedModel model;
  private final LabStage stage;
  private final LabPicture face = new LabPicture(24, 16);
  private final SwitchGrid maps;
  private final SwitchGrid units;

  /** @param settings none are used */
  public FullyConnectedDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new FullyConnectedModel(tools);
    stage = new LabStage(model.troubleProperty());
    maps = new SwitchGrid(MAP_COLUMNS, model::setMaps,
        cell -> texts.get("learn.dense.map", cell, model.mapsOffProperty().get().get(cell) ? 1 : 0));
    units = new SwitchGrid(UNIT_COLUMNS, model::setUnits,
        cell -> texts.get("learn.dense.unit", cell, model.unitsOffProperty().get().get(cell) ? 1 : 0));
    for (SwitchGrid grid : List.of(maps, units)) {
      grid.setAccessibleHelp(texts.get("learn.dense.grid.help"));
    }
    stage.add(new LabGuessPane(model.guess(), texts));
    stage.add(path());
    stage.addGrowing(work());
    model.sourceProperty().addListener((p, before, now) -> showSource());
    model.answerProperty().addListener((p, before, now) -> showPoints());
    model.mapsOffProperty().addListener((p, before, now) -> maps.setOff(now));
    model.unitsOffProperty().addListener((p, before, now) -> units.setOff(now));
    showSource();
    showPoints();
  }

  private Node path() {
    Label path = LabStage.words(texts.get("learn.dense.path"));
    path.getStyleClass().add("lab-path");
    return path;
  }

  private Node work() {
    Label distance = new Label();
    distance.getStyleClass().add("lab-big");
    Runnable say = () -> distance.setText(model.answerProperty().get() == null ? ""
        : texts.get("learn.dense.distance", model.answerProperty().get().distance()));
    model.answerProperty().addListener((p, before, now) -> say.run());
    say.run();
    VBox left = column(face, distance, LabStage.words(texts.get("learn.dense.distance.words")));
    VBox.setVgrow(face, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    CheckBox scaled = new CheckBox(texts.get("learn.dense.scaled"));
    scaled.setWrapText(true);
    scaled.setMinHeight(Region.USE_PREF_SIZE);
    scaled.setWrapText(true);
    scaled.selectedProperty().bindBidirectional(model.scaledProperty());
    Button on = new Button(texts.get("learn.dense.on"));
    on.setOnAction(event -> model.allOn());
    VBox right = column(
        LabStage.choices(texts.get("learn.dense.order"), List.of(texts.get("learn.dense.order.random"),
            texts.get("learn.dense.order.strongest"), texts.get("learn.dense.order.weakest")), model.orderProperty()),
        share(texts.get("learn.dense.maps"), model::switchOffMaps, model.mapsOffProperty(), 128), maps,
        share(texts.get("learn.dense.units"), model::switchOffUnits, model.unitsOffProperty(), 1000), units,
        scaled, on);
    right.getStyleClass().add("dense-side");
    VBox.setVgrow(units, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox both = new HBox(left, right);
    both.getStyleClass().add("lab-row");
    return both;
  }

  private static VBox column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("lab-column");
    return column;
  }

  /** A slider that switches a share off; it follows when cells are switched one by one, without switching itself. */
  private Node share(String name, DoubleConsumer switchOff, ReadOnlyObjectProperty<BitSet> off, int all) {
    Slider slider = new Slider(0, all, 0);
    slider.setBlockIncrement(all / 100.0);
    Label number = new Label();
    number.getStyleClass().add("lab-number");
    boolean[] following = {false};
    slider.valueProperty().addListener((p, before, now) -> {
      if (!following[0]) {
        switchOff.accept(now.doubleValue() / all);
      }
    });
    model.orderProperty().addListener((p, before, now) -> {
      if (slider.getValue() > 0) {
        switchOff.accept(slider.getValue() / all);
      }
    });
    Runnable show = () -> {
      int gone = off.get().cardinality();
      following[0] = true;
      if (Math.abs(slider.getValue() - gone) >= 1) {
        slider.setValue(gone);
      }
      following[0] = false;
      number.setText(texts.get("learn.dense.gone", gone, all));
      slider.setAccessibleText(texts.get("learn.dense.slider", name, gone, all));
    };
    off.addListener((p, before, now) -> show.run());
    show.run();
    Label label = new Label(name);
    label.setLabelFor(slider);
    label.setMinWidth(Label.USE_PREF_SIZE);
    number.setMinWidth(Label.USE_PREF_SIZE);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(label, slider, number);
    row.getStyleClass().add("lab-slider");
    return row;
  }

  private void showSource() {
    FullyConnectedModel.Source source = model.sourceProperty().get();
    if (source == null) {
      return;
    }
    int side = (int) Math.round(Math.sqrt(source.face().view().length));
    face.show(side, side, ColourScale.GREY.paint(source.face().view(), 0, 1));
    maps.setCells(source.maps().shape().channels(), sheet(source.maps()));
    float[] values = source.units();
    units.setCells(values.length, Photo.ofRgb(UNIT_COLUMNS, values.length / UNIT_COLUMNS,
        LabMaps.COLOURS.paint(values, LabMaps.range(values))));
    maps.setOff(model.mapsOffProperty().get());
    units.setOff(model.unitsOffProperty().get());
  }

  /** All maps side by side. */
  private static Photo sheet(FeatureMaps maps) {
    int width = maps.shape().width();
    int height = maps.shape().height();
    int rows = (maps.shape().channels() + MAP_COLUMNS - 1) / MAP_COLUMNS;
    int[] argb = new int[MAP_COLUMNS * width * rows * height];
    for (int map = 0; map < maps.shape().channels(); map++) {
      int[] one = LabMaps.paint(maps, map);
      for (int row = 0; row < height; row++) {
        System.arraycopy(one, row * width, argb,
            (map / MAP_COLUMNS * height + row) * MAP_COLUMNS * width + map % MAP_COLUMNS * width, width);
      }
    }
    return Photo.ofRgb(MAP_COLUMNS * width, rows * height, argb);
  }

  private void showPoints() {
    if (model.answerProperty().get() != null) {
      face.setPoints(model.answerProperty().get().points(), model.sourceProperty().get().face().points());
      face.setAccessibleText(model.readingProperty().get());
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
    return List.of(new SourceCut("inspect/DensePart.java", "private static float[] output"));
  }

  @Override
  public void close() {
    model.close();
  }
}
