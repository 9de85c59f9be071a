package cnnworkshop.app.photo;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the tab's functions. */
enum PhotoKeys {
  OPEN("photo-tab.open", KeyCode.O, KeyCombination.SHORTCUT_DOWN),
  OPEN_NETWORK("photo-tab.open-network", KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  PASTE("photo-tab.paste", KeyCode.V, KeyCombination.SHORTCUT_DOWN),
  COPY("photo-tab.copy.photo", KeyCode.C, KeyCombination.SHORTCUT_DOWN),
  SAVE("photo-tab.save.photo", KeyCode.S, KeyCombination.SHORTCUT_DOWN),
  SAVE_POINTS("photo-tab.save.points", KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  POINTS("photo-tab.points", KeyCode.P, KeyCombination.ALT_DOWN),
  NAMES("photo-tab.names", KeyCode.N, KeyCombination.ALT_DOWN),
  PLACE("photo-tab.face.place", KeyCode.E, KeyCombination.SHORTCUT_DOWN),
  WHOLE("photo-tab.key.whole", KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  REMOVE("photo-tab.face.remove", KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN),
  FIND("photo-tab.face.find", KeyCode.F, KeyCombination.SHORTCUT_DOWN),
  NEXT_FACE("photo-tab.face.next", KeyCode.F7),
  PREVIOUS_FACE("photo-tab.face.previous", KeyCode.F7, KeyCombination.SHIFT_DOWN),
  NEXT_PICTURE("photo-tab.key.next-picture", KeyCode.PAGE_DOWN, KeyCombination.ALT_DOWN),
  PREVIOUS_PICTURE("photo-tab.key.previous-picture", KeyCode.PAGE_UP, KeyCombination.ALT_DOWN),
  SHEET("photo-tab.sheet", KeyCode.S, KeyCombination.ALT_DOWN),
  CAMERA("photo-tab.key.camera", KeyCode.C, KeyCombination.ALT_DOWN),
  TAKE("photo-tab.camera.take", KeyCode.SPACE),
  MIRROR("photo-tab.camera.mirror", KeyCode.M, KeyCombination.ALT_DOWN),
  BACK("photo-tab.key.back", KeyCode.ESCAPE);

  private final String textKey;
  private final KeyCombination combination;

  PhotoKeys(String textKey, KeyCode code, KeyCombination.Modifier... modifiers) {
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
