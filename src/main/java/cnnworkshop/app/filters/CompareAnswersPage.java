package cnnworkshop.app.filters;

import cnnworkshop.app.control.KeypointNames;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What both networks say of the picture, and how far that lies apart. */
final class CompareAnswersPage extends VBox {

  private final Texts texts;
  private final KeypointNames names;
  private final CompareAnswerPane left;
  private final CompareAnswerPane right;
  private final Label sentence = CompareControls.words("");
  private final FlowPane numbers = new FlowPane();

  CompareAnswersPage(CompareModel model, Texts texts) {
    this.texts = texts;
    names = new KeypointNames(texts);
    left = new CompareAnswerPane(texts);
    right = new CompareAnswerPane(texts);
    getStyleClass().add("compare-page");
    sentence.getStyleClass().add("compare-verdict");
    numbers.getStyleClass().add("compare-numbers");
    GridPane both = new GridPane();
    both.getStyleClass().add("compare-halves");
    CompareControls.halves(both, half("filters.compare.left", left), half("filters.compare.right", right));
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(CompareControls.words(model.noteProperty(), "compare-note"), sentence, both, numbers);
    model.answersProperty().addListener((p, before, now) -> show(now));
    show(model.answersProperty().get());
  }

  private VBox half(String key, CompareAnswerPane pane) {
    VBox half = new VBox(CompareControls.heading(texts.get(key)), pane);
    half.getStyleClass().add("compare-part");
    VBox.setVgrow(pane, Priority.ALWAYS);
    return half;
  }

  private void show(CompareAnswers answers) {
    left.show(answers.left(), null);
    right.show(answers.right(), answers.arePoints() ? answers.left().points() : null);
    sentence.setText(answers.sentence(texts));
    sentence.setVisible(!sentence.getText().isEmpty());
    sentence.setManaged(sentence.isVisible());
    numbers.getChildren().clear();
    if (answers.arePoints()) {
      for (Keypoint point : Keypoint.values()) {
        add(names.of(point), texts.get("filters.compare.pixels", answers.distance(point)));
      }
    } else if (answers.areClasses()) {
      for (int i = 0; i < answers.left().names().size(); i++) {
        add(answers.left().names().get(i), texts.get("filters.compare.gain", 100 * answers.gain(i)));
      }
    }
  }

  private void add(String name, String number) {
    Label what = new Label(name);
    what.getStyleClass().add("compare-what");
    Label much = new Label(number);
    much.getStyleClass().add("compare-number");
    HBox pair = new HBox(what, much);
    pair.getStyleClass().add("compare-pair");
    numbers.getChildren().add(pair);
  }
}
