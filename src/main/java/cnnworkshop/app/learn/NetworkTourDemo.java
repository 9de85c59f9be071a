package cnnworkshop.app.learn;

import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keypoint network from the face to its points: boxes on one scale, which open; the same in code beside them. */
public final class NetworkTourDemo implements Demo {

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final int UNIT_COLUMNS = 40;

  private final NetworkTourModel model;
  private final LabStage stage;
  private final MapGrid grid;
  private final LabPicture picture = new LabPicture(18);
  private final ScaleLegend legend;
  private final VBox code = new VBox();
  private final Label caption = LabStage.words("");
  private final Texts texts;

  /** @param settings none are used */
  public NetworkTourDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new NetworkTourModel(tools);
    caption.getStyleClass().add("ws-muted");
    stage = new LabStage(model.troubleProperty());
    grid = new MapGrid(tools.texts());
    grid.setMinHeight(0);
    legend = new ScaleLegend(tools.texts());
    legend.managedProperty().bind(legend.accessibleTextProperty().isNotNull());
    stage.add(new TourRow(model, tools.texts()));
    stage.add(new LabGuessPane(model.guess(), tools.texts()));
    StackPane shown = new StackPane(grid, picture);
    shown.getStyleClass().add("tour-opened");
    VBox left = new VBox(LabStage.words(model.readingProperty()), caption, shown, legend);
    left.getStyleClass().add("lab-column");
    VBox.setVgrow(shown, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    HBox below = new HBox(left, codePane());
    below.getStyleClass().add("lab-row");
    stage.addGrowing(below);
    model.openedProperty().addListener((p, before, now) -> open());
    model.outputsProperty().addListener((p, before, now) -> open());
    open();
  }

  private Node codePane() {
    code.getStyleClass().add("tour-code");
    for (int i = 0; i < model.code().size(); i++) {
      Label line = new Label(model.code().get(i));
      line.getStyleClass().add("tour-line");
      line.setMaxWidth(Double.MAX_VALUE);
      line.setMinHeight(Label.USE_PREF_SIZE);
      int number = i;
      line.setOnMouseClicked(event -> {
        for (int box = 0; box < model.layers().size(); box++) {
          if (model.layers().get(box).line() == number) {
            model.open(box);
          }
        }
      });
      code.getChildren().add(line);
    }
    Label title = LabStage.words(texts.get("learn.tour.code"));
    VBox both = new VBox(title, code);
    both.getStyleClass().add("lab-column");
    both.setMinWidth(VBox.USE_PREF_SIZE);
    return both;
  }

  private void open() {
    TourLayer layer = model.layers().get(model.openedProperty().get());
    for (int i = 0; i < code.getChildren().size(); i++) {
      code.getChildren().get(i).pseudoClassStateChanged(OPEN, layer.line() == i);
    }
    NetworkTourModel.Outputs outputs = model.outputsProperty().get();
    boolean last = layer == model.layers().get(model.layers().size() - 1);
    boolean maps = !layer.flat() && layer.layer() >= 0;
    grid.setVisible(outputs != null && maps);
    picture.setVisible(outputs != null && !maps);
    if (outputs == null) {
      return;
    }
    FeatureMaps values = outputs.outputs().get(model.openedProperty().get());
    picture.setAccessibleText(model.readingProperty().get());
    picture.setPoints(last ? outputs.face().points() : null, null);
    caption.setText(maps ? texts.get("learn.tour.caption.maps")
        : last ? texts.get("learn.tour.caption.output")
        : layer.layer() < 0 ? texts.get("learn.tour.caption.picture", layer.shape().height(), layer.shape().width())
        : texts.get("learn.tour.caption.units"));
    if (maps) {
      LabMaps.show(values, grid);
      legend.show(null, null);
    } else if (last || layer.layer() < 0) {
      picture.show(face(outputs));
      legend.show(layer.layer() < 0 ? ColourScale.GREY : null, LabMaps.range(outputs.face().view()));
    } else {
      picture.show(UNIT_COLUMNS, values.values().length / UNIT_COLUMNS, TourRow.face(layer, values));
      legend.show(LabMaps.COLOURS, LabMaps.range(values.values()));
    }
  }

  private static Photo face(NetworkTourModel.Outputs outputs) {
    int side = outputs.outputs().get(0).shape().width();
    return Photo.ofRgb(side, side, ColourScale.GREY.paint(outputs.face().view(), 0, 1));
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
    return List.of(new SourceCut("net/Presets.java", "public static NetworkSpec keypoints"));
  }
}
