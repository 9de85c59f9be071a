package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Training and test loss of both copies over the batches. */
final class DropoutLossesView extends VBox {

  private static final int MOST = 300;

  private final DropoutModel model;
  private final Texts texts;
  private final SmallChart plain;
  private final SmallChart dropped;

  DropoutLossesView(DropoutModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.plain = chart(texts.get("learn.dropout.plain"));
    this.dropped = chart(texts.get("learn.dropout.dropped"));
    getStyleClass().add("play-look");
    HBox both = new HBox(plain, dropped);
    both.getStyleClass().add("play-pair");
    getChildren().add(both);
    model.stateProperty().addListener((p, before, now) -> show());
    show();
  }

  private SmallChart chart(String name) {
    SmallChart chart = new SmallChart(texts.get("learn.dropout.chart.x"), texts.get("learn.dropout.chart.y", name),
        texts.locale());
    chart.range(DropoutModel.LAST, 1000, 0.001, 10);
    chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    HBox.setHgrow(chart, Priority.ALWAYS);
    return chart;
  }

  private void show() {
    List<DropoutModel.Loss> all = model.losses();
    List<DropoutModel.Loss> some = new ArrayList<>();
    int every = Math.max(1, all.size() / MOST);
    for (int i = 0; i < all.size(); i++) {
      if (i % every == 0 || i == all.size() - 1) {
        some.add(all.get(i));
      }
    }
    draw(plain, some, DropoutModel.Loss::plainTraining, DropoutModel.Loss::plainTest);
    draw(dropped, some, DropoutModel.Loss::droppedTraining, DropoutModel.Loss::droppedTest);
  }

  private void draw(SmallChart chart, List<DropoutModel.Loss> some, ToDoubleFunction<DropoutModel.Loss> training,
      ToDoubleFunction<DropoutModel.Loss> test) {
    double[] steps = some.stream().mapToDouble(DropoutModel.Loss::steps).toArray();
    chart.show(List.of(
        new SmallChart.Line("training", false, false, steps, some.stream().mapToDouble(training).toArray()),
        new SmallChart.Line("test", true, false, steps, some.stream().mapToDouble(test).toArray())),
        Double.NaN, Double.NaN);
    chart.setAccessibleText(model.words().readingProperty().get());
  }
}
