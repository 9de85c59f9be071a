package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import java.util.function.IntFunction;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A {@link LabGuess} as buttons; after the guess the right one is marked, in colour and with a sign. */
final class LabGuessPane extends VBox {

  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final LabGuess guess;
  private final Texts texts;
  private final IntFunction<Node> pictures;
  private final FlowPane answers = new FlowPane();

  /** @param texts what it says */
  LabGuessPane(LabGuess guess, Texts texts) {
    this(guess, texts, answer -> null);
  }

  /** @param pictures what stands on the button of an answer, by its number; may give null */
  LabGuessPane(LabGuess guess, Texts texts, IntFunction<Node> pictures) {
    this.guess = guess;
    this.texts = texts;
    this.pictures = pictures;
    getStyleClass().add("lab-guess");
    answers.getStyleClass().add("lab-answers");
    Label question = LabStage.words(guess.questionProperty());
    question.getStyleClass().add("lab-question");
    Label verdict = LabStage.words(guess.verdictProperty());
    verdict.getStyleClass().add("lab-verdict");
    verdict.managedProperty().bind(verdict.visibleProperty());
    verdict.visibleProperty().bind(guess.answeredProperty());
    getChildren().addAll(question, answers, verdict);
    visibleProperty().bind(guess.questionProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    guess.answers().addListener((ListChangeListener<String>) change -> build());
    guess.answeredProperty().addListener((p, before, now) -> mark());
    build();
  }

  private void build() {
    answers.getChildren().clear();
    for (int i = 0; i < guess.answers().size(); i++) {
      int answer = i;
      Button button = new Button(guess.answers().get(i), pictures.apply(i));
      button.setContentDisplay(ContentDisplay.TOP);
      button.getStyleClass().add("lab-answer");
      button.setWrapText(true);
      button.setOnAction(event -> guess.choose(answer));
      answers.getChildren().add(button);
    }
    mark();
  }

  private void mark() {
    boolean known = guess.answeredProperty().get();
    for (int i = 0; i < answers.getChildren().size(); i++) {
      Button button = (Button) answers.getChildren().get(i);
      boolean right = known && i == guess.right();
      boolean wrong = known && i == guess.chosenProperty().get() && !right;
      String text = guess.answers().get(i);
      button.pseudoClassStateChanged(RIGHT, right);
      button.pseudoClassStateChanged(WRONG, wrong);
      button.setText(right ? texts.get("learn.lab.guess.mark-right", text)
          : wrong ? texts.get("learn.lab.guess.mark-wrong", text) : text);
      button.setAccessibleText(right ? texts.get("learn.lab.guess.aloud-right", text)
          : wrong ? texts.get("learn.lab.guess.aloud-wrong", text) : text);
    }
  }
}
