package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.op.SmallNetwork;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What each unit of the last hidden layer counts in both copies, and what becomes of each once one unit is missing. */
final class DropoutWeightsView extends VBox {

  private final DropoutModel model;
  private final Texts texts;
  private final Bars plain;
  private final Bars dropped;

  DropoutWeightsView(DropoutModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.plain = new Bars(texts.get("learn.dropout.plain"));
    this.dropped = new Bars(texts.get("learn.dropout.dropped"));
    getStyleClass().add("play-look");
    HBox both = new HBox(plain, dropped);
    both.getStyleClass().add("play-pair");
    getChildren().add(both);
    model.stateProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    TwinTraining now = model.stateProperty().get();
    double[] left = weights(now.plain().network());
    double[] right = weights(now.dropped().network());
    double largest = Math.max(Math.abs(left[0]), Math.abs(right[0]));
    plain.show(left, largest, now.plain(), now.training());
    dropped.show(right, largest, now.dropped(), now.training());
  }

  /** The weights to the output unit, the largest first, whatever their signs. */
  private static double[] weights(SmallNetwork network) {
    int from = network.weightsOf(3);
    return Arrays.stream(network.parameters(), from, from + TwinTraining.HIDDEN).boxed()
        .sorted((a, b) -> Double.compare(Math.abs(b), Math.abs(a))).mapToDouble(Double::doubleValue).toArray();
  }

  /** The share of the four largest in all, signs left out, 0..1. */
  static double shareOfFour(double[] sorted) {
    double four = 0;
    double all = 0;
    for (int i = 0; i < sorted.length; i++) {
      all += Math.abs(sorted[i]);
      four += i < 4 ? Math.abs(sorted[i]) : 0;
    }
    return four / all;
  }

  /** The bars of one copy. */
  private final class Bars extends VBox {

    private final String name;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(this, "missing", "");
    private final Canvas canvas = new Canvas();
    private final Region area;
    private final StagePens pens;
    private final Em em;
    private double[] weights = new double[0];
    private double largest = 1;

    Bars(String name) {
      this.name = name;
      area = new Region() {
        @Override
        protected double computePrefHeight(double width) {
          return em.px(9);
        }

        @Override
        protected double computeMinHeight(double width) {
          return em.px(9);
        }

        @Override
        protected void layoutChildren() {
          paint();
        }
      };
      em = new Em(area::requestLayout);
      pens = new StagePens(area::requestLayout, "grid", "text", "class-a", "class-b");
      canvas.setManaged(false);
      HBox.setHgrow(this, Priority.ALWAYS);
      setPrefWidth(0);
      getChildren().addAll(PlayStage.words(words, "play-line"), wrap(), PlayStage.words(missing, "play-result"));
    }

    private Region wrap() {
      StackPane pane = new StackPane(area, canvas, em, pens);
      pane.setAlignment(Pos.TOP_LEFT);
      area.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      return pane;
    }

    void show(double[] newWeights, double newLargest, TwinTraining.Twin twin, NoisyMoons points) {
      weights = newWeights;
      largest = newLargest;
      words.set(texts.get("learn.dropout.weights", name, newLargest, shareOfFour(weights)));
      missing.set(texts.get("learn.dropout.missing", twin.trainingLoss(),
          DropoutModel.lossWithoutOne(twin.network(), points)));
      area.setAccessibleText(words.get());
      area.requestLayout();
    }

    private void paint() {
      double width = area.getWidth();
      double height = area.getHeight();
      canvas.setWidth(width);
      canvas.setHeight(height);
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, width, height);
      double middle = Math.round(height / 2);
      double left = em.px(2.6);
      double each = (width - left) / weights.length;
      g.setFont(Font.font("IBM Plex Sans", em.px(0.85)));
      g.setFill(pens.of("text"));
      g.setTextAlign(TextAlignment.RIGHT);
      g.setTextBaseline(VPos.CENTER);
      double top = em.px(0.6);
      for (int sign = -1; sign <= 1; sign++) {
        g.fillText(texts.get("learn.dropout.weight", sign * largest), left - em.px(0.4),
            middle - sign * (middle - top));
      }
      g.setStroke(pens.of("grid"));
      g.strokeLine(left, middle + 0.5, width, middle + 0.5);
      for (int i = 0; i < weights.length; i++) {
        double length = (middle - top) * Math.abs(weights[i]) / largest;
        g.setFill(pens.of(weights[i] < 0 ? "class-a" : "class-b"));
        g.fillRect(left + i * each + 1, weights[i] < 0 ? middle : middle - length, each - 2, length);
      }
    }
  }
}
