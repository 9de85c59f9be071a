package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.op.DropoutMask;
import cnnworkshop.core.text.Texts;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The network from its inputs below to its output on top, with the units crossed out that a mask drops. */
final class DropoutMaskView extends VBox {

  private final DropoutModel model;
  private final Texts texts;
  private final Picture picture = new Picture();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

  DropoutMaskView(DropoutModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("play-look");
    getChildren().addAll(PlayStage.words(words, "play-line"), picture,
        PlayStage.controls(PlayStage.number(texts.get("learn.dropout.example"), 1, TwinTraining.BATCH,
            NumberSetting.Steps.WHOLE, texts.locale(), model.exampleProperty())));
    model.stateProperty().addListener((p, before, now) -> show());
    model.exampleProperty().addListener((p, before, now) -> show());
    show();
  }

  private void show() {
    DropoutMask[] masks = model.masks();
    TwinTraining now = model.stateProperty().get();
    words.set(now.steps() == 0 ? texts.get("learn.dropout.mask.none")
        : texts.get("learn.dropout.mask", now.steps(), model.exampleProperty().get(), now.batch().length,
            masks[0].keptCount(), masks[1].keptCount(), TwinTraining.HIDDEN));
    picture.setAccessibleText(words.get());
    picture.requestLayout();
  }

  /** Drawn by hand: nearly three hundred connections. */
  private final class Picture extends Region {

    private final Canvas canvas = new Canvas();
    private final Em em = new Em(this::requestLayout);
    private final StagePens pens = new StagePens(this::requestLayout, "grid", "text", "cursor", "unit", "wrong");

    Picture() {
      canvas.setManaged(false);
      setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      getChildren().addAll(canvas, em, pens);
    }

    @Override
    protected double computePrefHeight(double width) {
      return em.px(14);
    }

    @Override
    protected double computeMinHeight(double width) {
      return em.px(14);
    }

    @Override
    protected void layoutChildren() {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, getWidth(), getHeight());
      DropoutMask[] masks = model.masks();
      int[] sizes = model.stateProperty().get().dropped().network().sizes();
      g.setLineWidth(0.8);
      g.setStroke(pens.of("cursor"));
      g.setGlobalAlpha(0.35);
      for (int layer = 1; layer < sizes.length; layer++) {
        for (int to = 0; to < sizes[layer]; to++) {
          for (int from = 0; from < sizes[layer - 1]; from++) {
            if (there(masks, layer, to) && there(masks, layer - 1, from)) {
              g.strokeLine(x(from, sizes[layer - 1]), y(layer - 1), x(to, sizes[layer]), y(layer));
            }
          }
        }
      }
      g.setGlobalAlpha(1);
      g.setFont(Font.font("IBM Plex Sans", em.px(0.85)));
      g.setTextBaseline(VPos.CENTER);
      g.setTextAlign(TextAlignment.LEFT);
      String[] names = {texts.get("learn.dropout.layer.input"), texts.get("learn.dropout.layer.hidden", 1),
          texts.get("learn.dropout.layer.hidden", 2), texts.get("learn.dropout.layer.output")};
      for (int layer = 0; layer < sizes.length; layer++) {
        g.setFill(pens.of("text"));
        g.fillText(names[layer], em.px(0.2), y(layer));
        for (int unit = 0; unit < sizes[layer]; unit++) {
          paint(g, x(unit, sizes[layer]), y(layer), there(masks, layer, unit));
        }
      }
    }

    private boolean there(DropoutMask[] masks, int layer, int unit) {
      return layer == 0 || layer > masks.length || masks[layer - 1].kept()[unit];
    }

    private void paint(GraphicsContext g, double x, double y, boolean there) {
      double r = Math.min(em.px(0.6), (getWidth() - em.px(5)) / TwinTraining.HIDDEN / 2.6);
      g.setLineWidth(1.5);
      if (there) {
        g.setFill(pens.of("unit"));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        return;
      }
      g.setStroke(pens.of("grid"));
      g.strokeOval(x - r, y - r, 2 * r, 2 * r);
      g.setStroke(pens.of("wrong"));
      g.setLineWidth(2.5);
      g.strokeLine(x - r, y - r, x + r, y + r);
      g.strokeLine(x - r, y + r, x + r, y - r);
    }

    private double x(int unit, int units) {
      double left = em.px(5);
      return left + (getWidth() - left) * (unit + 0.5) / units;
    }

    private double y(int layer) {
      return getHeight() - em.px(1.2) - layer * (getHeight() - em.px(2.4)) / 3;
    }
  }
}
