package cnnworkshop.app.train;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the Train tab. */
enum TrainKeys {
  START(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), "train.start"),
  PAUSE(new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN), "train.keys.pause"),
  ONE_BATCH(new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN), "train.one-batch"),
  ONE_EPOCH(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN), "train.one-epoch"),
  STOP(new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN), "train.stop"),
  RESTART(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN), "train.restart"),
  TRY(new KeyCodeCombination(KeyCode.Y, KeyCombination.ALT_DOWN), "train.keys.try"),
  EXERCISE(new KeyCodeCombination(KeyCode.DIGIT1, KeyCombination.ALT_DOWN), "train.section.ladder"),
  RESULTS(new KeyCodeCombination(KeyCode.DIGIT2, KeyCombination.ALT_DOWN), "train.section.results"),
  INSIDE(new KeyCodeCombination(KeyCode.DIGIT3, KeyCombination.ALT_DOWN), "train.section.inside"),
  RUNS(new KeyCodeCombination(KeyCode.DIGIT4, KeyCombination.ALT_DOWN), "train.section.runs");

  private final KeyCombination combination;
  private final String textKey;

  TrainKeys(KeyCombination combination, String textKey) {
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
