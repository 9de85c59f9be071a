package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Block.Question;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A question that is being answered. It may be tried as often as one likes; a new choice takes the reply away. */
public final class QuestionModel {

  /** What became of the answers chosen. */
  public enum Verdict {
    /** Not asked yet. */
    NONE,
    /** All that are right, and no other. */
    RIGHT,
    /** All chosen are right, but others are too. */
    INCOMPLETE,
    /** One or more are wrong. */
    WRONG
  }

  private final Question question;
  private final Runnable whenRight;
  private final SortedSet<Integer> chosen = new TreeSet<>();
  private final ReadOnlyBooleanWrapper canCheck = new ReadOnlyBooleanWrapper(this, "canCheck");
  private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict", Verdict.NONE);

  /** @param whenRight told each time it is answered right */
  QuestionModel(Question question, Runnable whenRight) {
    this.question = question;
    this.whenRight = whenRight;
  }

  /** What is asked. */
  public Question question() {
    return question;
  }

  /** Whether more than one answer is right, so that several can be chosen. */
  public boolean hasSeveralRight() {
    return question.answers().stream().filter(Question.Answer::right).count() > 1;
  }

  /** Chooses an answer or takes the choice back; with one right answer, another choice is taken back. */
  public void choose(int answer, boolean on) {
    if (on == chosen.contains(answer)) {
      return;
    }
    if (on && !hasSeveralRight()) {
      chosen.clear();
    }
    if (on) {
      chosen.add(answer);
    } else {
      chosen.remove(answer);
    }
    canCheck.set(!chosen.isEmpty());
    verdict.set(Verdict.NONE);
  }

  /** Whether this answer is chosen now. */
  public boolean isChosen(int answer) {
    return chosen.contains(answer);
  }

  /** Whether anything is chosen. */
  public ReadOnlyBooleanProperty canCheckProperty() {
    return canCheck.getReadOnlyProperty();
  }

  /** Says whether what is chosen is right. */
  public void check() {
    if (chosen.isEmpty()) {
      return;
    }
    List<Integer> right = IntStream.range(0, question.answers().size())
        .filter(i -> question.answers().get(i).right()).boxed().toList();
    verdict.set(!right.containsAll(chosen) ? Verdict.WRONG
        : chosen.size() < right.size() ? Verdict.INCOMPLETE : Verdict.RIGHT);
    if (verdict.get() == Verdict.RIGHT) {
      whenRight.run();
    }
  }

  /** What became of the choice since it was made. */
  public ReadOnlyObjectProperty<Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** The answers the replies now are about: those chosen, of wrong choices the wrong ones only. */
  public List<Question.Answer> replied() {
    return chosen.stream().map(question.answers()::get)
        .filter(answer -> verdict.get() != Verdict.WRONG || !answer.right()).toList();
  }
}
