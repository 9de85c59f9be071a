package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A guess before the training: which copy will have the lower test loss at its end. */
final class DropoutBet {

  /** What one can bet on. */
  enum On { NOTHING, PLAIN, DROPPED }

  private final Texts texts;
  private final ObjectProperty<On> on = new SimpleObjectProperty<>(this, "on", On.NOTHING);
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");

  DropoutBet(Texts texts) {
    this.texts = texts;
  }

  ObjectProperty<On> onProperty() {
    return on;
  }

  /** How the bet went; empty before the end and without a bet. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  void reset() {
    on.set(On.NOTHING);
    verdict.set("");
  }

  void judge(TwinTraining now, boolean done) {
    if (!done || on.get() == On.NOTHING) {
      verdict.set("");
      return;
    }
    double plain = now.plain().testLoss();
    double dropped = now.dropped().testLoss();
    boolean right = on.get() == On.DROPPED == dropped < plain;
    verdict.set(right ? texts.get("learn.dropout.bet.right", dropped, plain)
        : texts.get("learn.dropout.bet.wrong", dropped, plain));
  }
}
