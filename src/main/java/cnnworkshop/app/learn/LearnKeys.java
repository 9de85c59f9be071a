package cnnworkshop.app.learn;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the tab's functions. */
enum LearnKeys {
  NEXT("learn.next", KeyCode.RIGHT, KeyCombination.ALT_DOWN),
  PREVIOUS("learn.previous", KeyCode.LEFT, KeyCombination.ALT_DOWN),
  MAP("learn.map.toggle", KeyCode.M, KeyCombination.ALT_DOWN),
  SEARCH("learn.search", KeyCode.F, KeyCombination.SHORTCUT_DOWN),
  STAGE("learn.key.stage", KeyCode.D, KeyCombination.ALT_DOWN),
  TEXT("learn.key.text", KeyCode.T, KeyCombination.ALT_DOWN),
  SCROLL_DOWN("learn.key.scroll-down", KeyCode.PAGE_DOWN),
  SCROLL_UP("learn.key.scroll-up", KeyCode.PAGE_UP);

  private final String textKey;
  private final KeyCombination combination;

  LearnKeys(String textKey, KeyCode code, KeyCombination.Modifier... modifiers) {
    this.textKey = textKey;
    combination = new KeyCodeCombination(code, modifiers);
  }

  /** The text key of what it does. */
  String textKey() {
    return textKey;
  }

  KeyCombination combination() {
    return combination;
  }
}
