package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.FlowPane;

/** The boxes of the network in a row, which breaks where it is too long. Arrow keys go from box to box and open it. */
final class TourRow extends FlowPane {

  /** Values across all boxes, with what lies between them. */
  private static final double ACROSS = 760;
  private static final double LEAST_SCALE = 0.75;
  private static final double MOST_SCALE = 1.5;

  private final NetworkTourModel model;
  private final List<TourBox> boxes = new ArrayList<>();

  /** @param texts what it says */
  TourRow(NetworkTourModel model, Texts texts) {
    super(Orientation.HORIZONTAL);
    this.model = model;
    getStyleClass().add("tour-row");
    setRowValignment(VPos.BOTTOM);
    for (int i = 0; i < model.layers().size(); i++) {
      int index = i;
      TourLayer layer = model.layers().get(i);
      int columns = columns(layer);
      TourBox box = new TourBox(layer, columns, rows(layer, columns), layer.flat() ? 0 : layer.shape().channels(),
          () -> model.open(index));
      LabStage.arrows(box, (right, down, shift) -> {
        model.open(index + (right != 0 ? right : down));
        boxes.get(model.openedProperty().get()).requestFocus();
      });
      boxes.add(box);
    }
    getChildren().addAll(boxes);
    widthProperty().addListener((p, before, now) -> scale());
    model.outputsProperty().addListener((p, before, now) -> paint());
    model.openedProperty().addListener((p, before, now) -> mark(texts));
    model.guess().answeredProperty().addListener((p, before, now) -> mark(texts));
    mark(texts);
    paint();
  }

  /** 30 outputs are 15 points by x and y; 1000 units are 25 rows of 40. */
  private static int columns(TourLayer layer) {
    return !layer.flat() ? layer.shape().width() : layer.shape().channels() > 100 ? 40 : 2;
  }

  private static int rows(TourLayer layer, int columns) {
    return layer.flat() ? layer.shape().channels() / columns : layer.shape().height();
  }

  private void scale() {
    double scale = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, getWidth() / ACROSS));
    boxes.forEach(box -> box.setScale(scale));
  }

  private void mark(Texts texts) {
    boolean known = model.guess().answeredProperty().get();
    for (int i = 0; i < boxes.size(); i++) {
      TourLayer layer = model.layers().get(i);
      boxes.get(i).setOpen(model.openedProperty().get() == i);
      boxes.get(i).setParameters(known ? texts.get("learn.tour.count", layer.parameters())
          : texts.get("learn.tour.count.hidden"), known ? model.share(layer) : 0);
      boxes.get(i).setAccessibleText(
          texts.get("learn.tour.box", layer.name(), layer.words(), layer.shape().toString()));
    }
  }

  private void paint() {
    NetworkTourModel.Outputs outputs = model.outputsProperty().get();
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).setFace(outputs == null ? grey(model.layers().get(i)) : face(model.layers().get(i),
          outputs.outputs().get(i)));
    }
  }

  private static int[] grey(TourLayer layer) {
    int columns = columns(layer);
    int[] argb = new int[columns * rows(layer, columns)];
    Arrays.fill(argb, 0xFF808080);
    return argb;
  }

  /** The map that answers most, or all numbers of a list. */
  static int[] face(TourLayer layer, FeatureMaps maps) {
    if (layer.layer() < 0) {
      return ColourScale.GREY.paint(maps.values(), 0, 1);
    }
    if (layer.flat()) {
      return LabMaps.COLOURS.paint(maps.values(), LabMaps.range(maps.values()));
    }
    return LabMaps.paint(maps, LabMaps.strongest(maps));
  }
}
