package cnnworkshop.app.train;

import cnnworkshop.app.control.KeypointNames;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How far each of the 15 points is off: a bar each, the longest for the worst. Points keep their places. */
final class ResultsPointBars extends ScrollPane {

  private final Texts texts;
  private final Map<Keypoint, Row> rows = new EnumMap<>(Keypoint.class);

  ResultsPointBars(ResultsModel model, Texts texts) {
    this.texts = texts;
    getStyleClass().add("bounded-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setAccessibleText(texts.get("train.results.points.accessible"));
    FlowPane list = new FlowPane();
    list.getStyleClass().add("results-points");
    KeypointNames names = new KeypointNames(texts);
    for (Keypoint point : Keypoint.values()) {
      Row row = new Row(names.of(point));
      rows.put(point, row);
      list.getChildren().add(row);
    }
    setContent(list);
    model.pointsProperty().addListener((p, before, now) -> show(now));
    show(model.pointsProperty().get());
  }

  private void show(List<ResultsPoint> points) {
    double most = points.stream().mapToDouble(ResultsPoint::rmse).filter(Double::isFinite).max().orElse(0);
    for (ResultsPoint point : points) {
      rows.get(point.point()).show(point.rmse(), most);
    }
  }

  private final class Row extends HBox {

    private final String name;
    private final Region bar = new Region();
    private final Label number = new Label();
    private final StackPane track = new StackPane(bar);

    Row(String name) {
      this.name = name;
      getStyleClass().add("results-point");
      setAccessibleRole(AccessibleRole.TEXT);
      Label label = new Label(name);
      label.getStyleClass().add("results-point-name");
      number.getStyleClass().add("results-point-number");
      track.getStyleClass().add("results-point-track");
      bar.getStyleClass().add("results-point-bar");
      getChildren().addAll(label, track, number);
    }

    void show(double rmse, double most) {
      boolean known = Double.isFinite(rmse);
      number.setText(known ? texts.get("train.results.face", rmse) : "–");
      setAccessibleText(name + ": " + number.getText());
      bar.maxWidthProperty().bind(track.widthProperty().multiply(known && most > 0 ? rmse / most : 0));
    }
  }
}
