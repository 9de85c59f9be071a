package cnnworkshop.app.learn;

import cnnworkshop.core.op.DropoutMask.Scaling;
import cnnworkshop.core.text.Texts;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What the output unit is given while training and later, in numbers, under both ways of scaling and under none; and
 * a question on it.
 */
final class DropoutScalingView extends VBox {

  private static final Scaling[] WAYS = {Scaling.WHILE_TRAINING, Scaling.AT_TEST_TIME, null};

  private final DropoutModel model;
  private final Texts texts;
  private final GridPane table = new GridPane();
  private final Label[][] cells = new Label[5][WAYS.length];
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");

  DropoutScalingView(DropoutModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("play-look");
    table.getStyleClass().add("play-table");
    String[] columns = {texts.get("learn.dropout.scaling.training"), texts.get("learn.dropout.scaling.test"),
        texts.get("learn.dropout.scaling.none")};
    String[] rows = {texts.get("learn.dropout.scaling.training-factor"), texts.get("learn.dropout.scaling.this-mask"),
        texts.get("learn.dropout.scaling.mean", DropoutScaling.MASKS), texts.get("learn.dropout.scaling.later-factor"),
        texts.get("learn.dropout.scaling.later")};
    for (double percent : new double[] {37, 21, 21, 21}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(percent);
      table.getColumnConstraints().add(column);
    }
    for (int way = 0; way < WAYS.length; way++) {
      table.add(head(columns[way]), way + 1, 0);
    }
    for (int row = 0; row < rows.length; row++) {
      table.add(head(rows[row]), 0, row + 1);
      for (int way = 0; way < WAYS.length; way++) {
        cells[row][way] = new Label();
        cells[row][way].getStyleClass().add("play-cell");
        table.add(cells[row][way], way + 1, row + 1);
      }
    }
    getChildren().addAll(PlayStage.words(words, "play-line"), table, question(),
        PlayStage.words(verdict, "play-verdict"));
    model.stateProperty().addListener((p, before, now) -> show());
    model.exampleProperty().addListener((p, before, now) -> show());
    model.dropRateProperty().addListener((p, before, now) -> {
      verdict.set("");
      show();
    });
    show();
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("play-head");
    return label;
  }

  private FlowPane question() {
    FlowPane row = PlayStage.controls(new Label(texts.get("learn.dropout.scaling.question")));
    String[] answers = {texts.get("learn.dropout.scaling.answer.one"), texts.get("learn.dropout.scaling.answer.drop"),
        texts.get("learn.dropout.scaling.answer.inverse")};
    for (int i = 0; i < answers.length; i++) {
      boolean right = i == 2;
      Button button = new Button(answers[i]);
      button.setOnAction(event -> answer(right));
      row.getChildren().add(button);
    }
    return row;
  }

  private void answer(boolean right) {
    double rate = model.dropRateProperty().get();
    double factor = 1 / (1 - rate);
    verdict.set(right ? texts.get("learn.dropout.scaling.right", rate, factor)
        : texts.get("learn.dropout.scaling.wrong", rate, factor));
  }

  private void show() {
    DropoutScaling numbers = model.scaling();
    words.set(texts.get("learn.dropout.scaling.words", numbers.kept(), numbers.units(), numbers.masked(),
        numbers.whole(), numbers.dropRate()));
    for (int way = 0; way < WAYS.length; way++) {
      double training = numbers.trainingFactor(WAYS[way]);
      double later = numbers.testFactor(WAYS[way]);
      double[] column = {training, numbers.masked() * training, numbers.mean() * training, later,
          numbers.whole() * later};
      for (int row = 0; row < column.length; row++) {
        cells[row][way].setText(row == 0 || row == 3 ? texts.get("learn.dropout.scaling.factor", column[row])
            : texts.get("learn.dropout.scaling.sum", column[row]));
      }
    }
  }
}
