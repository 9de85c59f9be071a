package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Predict, then see: a question whose answer is hidden in the picture until a number is said. */
final class PredictModel {

  /** Nothing asked; asked and hidden; answered, right or wrong, and shown. */
  enum State { IDLE, ASKED, RIGHT, WRONG, SHOWN }

  private final Texts texts;
  private final ShortNumbers numbers;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper(this, "hidden");
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper(this, "question", "");
  private final ReadOnlyStringWrapper reply = new ReadOnlyStringWrapper(this, "reply", "");
  private double truth;
  private double tolerance;
  private String because = "";

  PredictModel(Texts texts) {
    this.texts = texts;
    this.numbers = new ShortNumbers(texts.locale());
    hidden.bind(state.isEqualTo(State.ASKED));
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the answer must not be seen. */
  ReadOnlyBooleanProperty hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /** What is asked; empty for nothing. */
  ReadOnlyStringProperty questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** What is said to the answer; empty for nothing. */
  ReadOnlyStringProperty replyProperty() {
    return reply.getReadOnlyProperty();
  }

  /**
   * Asks, and hides the answer.
   *
   * @param words the question
   * @param answer the true one
   * @param howFar how far off is right as well
   * @param why how the answer comes about, said with it
   */
  void ask(String words, double answer, double howFar, String why) {
    truth = answer;
    tolerance = howFar;
    because = why;
    question.set(words);
    reply.set("");
    state.set(State.ASKED);
  }

  /** Takes what was typed; what is no number is asked for again. */
  void answer(String typed) {
    if (state.get() != State.ASKED) {
      return;
    }
    OptionalDouble said = numbers.read(typed);
    if (said.isEmpty()) {
      reply.set(texts.get("learn.conv.no-number"));
      return;
    }
    boolean right = Math.abs(said.getAsDouble() - truth) <= tolerance;
    reply.set(right ? texts.get("learn.conv.right", numbers.of(truth), because)
        : texts.get("learn.conv.wrong", numbers.of(said.getAsDouble()), numbers.of(truth), because));
    state.set(right ? State.RIGHT : State.WRONG);
  }

  /** Gives the answer away. */
  void show() {
    if (state.get() == State.ASKED) {
      reply.set(texts.get("learn.conv.shown", numbers.of(truth), because));
      state.set(State.SHOWN);
    }
  }

  /** Something else is looked at: an open question ends, what was said to an answer stays. */
  void leave() {
    if (state.get() == State.ASKED) {
      drop();
    }
  }

  /** Asks nothing any more, for example because what it was about has changed. */
  void drop() {
    if (state.get() != State.IDLE) {
      state.set(State.IDLE);
      question.set("");
      reply.set("");
    }
  }
}
