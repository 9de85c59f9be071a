package cnnworkshop.app.reuse;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the part where a network is cut and raced. */
enum ReuseKeys {
  RACE(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), "reuse.race.start"),
  ONCE(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
      "reuse.keys.once"),
  STOP(new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN), "reuse.race.stop"),
  EXERCISE(new KeyCodeCombination(KeyCode.Y, KeyCombination.ALT_DOWN), "reuse.keys.exercise"),
  USUAL(new KeyCodeCombination(KeyCode.U, KeyCombination.ALT_DOWN), "reuse.keys.usual");

  private final KeyCombination combination;
  private final String textKey;

  ReuseKeys(KeyCombination combination, String textKey) {
    this.combination = combination;
    this.textKey = textKey;
  }

  /** What to press. */
  KeyCombination combination() {
    return combination;
  }

  /** The text key of what it does. */
  String textKey() {
    return textKey;
  }
}
