package cnnworkshop.app.photo;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the tab's functions. */
enum PhotoKeys {
  OPEN(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
  OPEN_NETWORK(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  PASTE(KeyCode.V, KeyCombination.SHORTCUT_DOWN),
  COPY(KeyCode.C, KeyCombination.SHORTCUT_DOWN),
  SAVE(KeyCode.S, KeyCombination.SHORTCUT_DOWN),
  SAVE_POINTS(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  POINTS(KeyCode.P, KeyCombination.ALT_DOWN),
  NAMES(KeyCode.N, KeyCombination.ALT_DOWN),
  PLACE(KeyCode.E, KeyCombination.SHORTCUT_DOWN),
  WHOLE(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  REMOVE(KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN),
  FIND(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
  NEXT_FACE(KeyCode.F7),
  PREVIOUS_FACE(KeyCode.F7, KeyCombination.SHIFT_DOWN),
  NEXT_PICTURE(KeyCode.PAGE_DOWN, KeyCombination.ALT_DOWN),
  PREVIOUS_PICTURE(KeyCode.PAGE_UP, KeyCombination.ALT_DOWN),
  BACK(KeyCode.ESCAPE);

  private final KeyCombination combination;

  PhotoKeys(KeyCode code, KeyCombination.Modifier... modifiers) {
    combination = new KeyCodeCombination(code, modifiers);
  }

  KeyCombination combination() {
    return combination;
  }
}
