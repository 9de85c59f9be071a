package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A question one guesses at before the truth is shown: one of a few answers, once. */
final class LabGuess {

  private final Texts texts;
  private final ObservableList<String> answers = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper(this, "question", "");
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
  private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper(this, "answered");
  private int right;
  private String truth = "";

  /** @param texts what it says */
  LabGuess(Texts texts) {
    this.texts = texts;
  }

  /**
   * Asks something new.
   *
   * @param newAnswers two or more
   * @param rightAnswer which of them is right
   * @param newTruth said after the guess, whatever it was
   */
  void ask(String newQuestion, List<String> newAnswers, int rightAnswer, String newTruth) {
    chosen.set(-1);
    answered.set(false);
    verdict.set("");
    right = rightAnswer;
    truth = newTruth;
    question.set(newQuestion);
    answers.setAll(newAnswers);
  }

  /** Guesses; only the first guess counts. */
  void choose(int answer) {
    if (answered.get()) {
      return;
    }
    verdict.set(texts.get(answer == right ? "learn.lab.guess.right" : "learn.lab.guess.wrong", truth));
    chosen.set(answer);
    answered.set(true);
  }

  /** Which answer is right. */
  int right() {
    return right;
  }

  /** What is asked; empty for nothing yet. */
  ReadOnlyStringProperty questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** What one chooses from. */
  ObservableList<String> answers() {
    return answers;
  }

  /** The guess, −1 before it. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether the truth may be shown. */
  ReadOnlyBooleanProperty answeredProperty() {
    return answered.getReadOnlyProperty();
  }

  /** Whether the guess was right, and the truth; empty before it. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }
}
