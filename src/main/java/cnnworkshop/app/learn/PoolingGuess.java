package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Naming the outputs that a move will change, before the move. */
final class PoolingGuess {

  private final Texts texts;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
  private boolean[] named = new boolean[0];
  private boolean[] truth;

  PoolingGuess(Texts texts) {
    this.texts = texts;
  }

  /** Whether one names outputs now. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  boolean isOpen() {
    return open.get();
  }

  /** What to do, or how good the guess was; empty without one. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  void begin(int outputs) {
    named = new boolean[outputs];
    truth = null;
    verdict.set(texts.get("learn.pooling.guess.how"));
    open.set(true);
  }

  void toggle(int output) {
    named[output] = !named[output];
  }

  /** No more is named; what changed is told next. */
  void close() {
    open.set(false);
    truth = new boolean[0];
  }

  /** Forgets what was named. */
  void end() {
    open.set(false);
    named = new boolean[0];
    truth = null;
    verdict.set("");
  }

  /** Takes what changed, if a guess waits for it. */
  void judge(boolean[] changed) {
    if (truth == null || named.length != changed.length) {
      return;
    }
    truth = changed;
    int found = 0;
    int missed = 0;
    int wrong = 0;
    for (int i = 0; i < changed.length; i++) {
      found += named[i] && changed[i] ? 1 : 0;
      missed += !named[i] && changed[i] ? 1 : 0;
      wrong += named[i] && !changed[i] ? 1 : 0;
    }
    verdict.set(texts.get("learn.pooling.guess.verdict", found + missed, found, missed, wrong));
  }

  /** What an output is marked as, by the guess alone; NONE without one. */
  CellMark mark(int output, boolean changed) {
    if (output >= named.length) {
      return changed ? CellMark.CHANGED : CellMark.NONE;
    }
    if (truth == null) {
      return named[output] ? CellMark.NAMED : CellMark.NONE;
    }
    if (changed) {
      return named[output] ? CellMark.FOUND : CellMark.MISSED;
    }
    return named[output] ? CellMark.WRONG : CellMark.NONE;
  }
}
