package cnnworkshop.app.shell;

import cnnworkshop.app.shell.ShellTab.KeyHint;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the window's frame. */
final class ShellKeys {

  static final KeyCombination OPEN_PICTURE = shortcut(KeyCode.O);
  static final KeyCombination OPEN_NETWORK = shortcut(KeyCode.O, KeyCombination.SHIFT_DOWN);
  static final KeyCombination QUIT = shortcut(KeyCode.Q);
  static final KeyCombination TOGGLE_DARK = shortcut(KeyCode.T);
  static final KeyCombination TYPE_LARGER = shortcut(KeyCode.PLUS);
  static final KeyCombination TYPE_SMALLER = shortcut(KeyCode.MINUS);
  static final KeyCombination TYPE_NORMAL = shortcut(KeyCode.DIGIT0);
  static final KeyCombination SHOW_KEYS = new KeyCodeCombination(KeyCode.F1);

  private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
      KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9);

  private ShellKeys() {}

  private static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
    KeyCombination.Modifier[] modifiers = new KeyCombination.Modifier[more.length + 1];
    modifiers[0] = KeyCombination.SHORTCUT_DOWN;
    System.arraycopy(more, 0, modifiers, 1, more.length);
    return new KeyCodeCombination(code, modifiers);
  }

  /** The key that shows tab {@code index}: Ctrl+1 for the first. */
  static KeyCombination tab(int index) {
    return shortcut(DIGITS.get(index));
  }

  /** Other keys for the size of type: where + lies differs from keyboard to keyboard, and there is the number pad. */
  static Map<KeyCombination, Runnable> otherTypeKeys(Settings settings) {
    return Map.of(
        shortcut(KeyCode.EQUALS), settings::enlargeType,
        shortcut(KeyCode.EQUALS, KeyCombination.SHIFT_DOWN), settings::enlargeType,
        shortcut(KeyCode.PLUS, KeyCombination.SHIFT_DOWN), settings::enlargeType,
        shortcut(KeyCode.ADD), settings::enlargeType,
        shortcut(KeyCode.SUBTRACT), settings::reduceType,
        shortcut(KeyCode.NUMPAD0), settings::resetType);
  }

  /** What the overview of keys says of them. */
  static List<KeyHint> hints(Texts texts, List<ShellTab> tabs) {
    List<KeyHint> hints = new ArrayList<>(List.of(
        hint(OPEN_PICTURE, texts.get("shell.keys.open-picture")),
        hint(OPEN_NETWORK, texts.get("shell.keys.open-network")),
        hint(TOGGLE_DARK, texts.get("shell.keys.toggle-dark")),
        new KeyHint(TYPE_LARGER.getDisplayText() + "  " + TYPE_SMALLER.getDisplayText() + "  "
            + TYPE_NORMAL.getDisplayText(), texts.get("shell.keys.type")),
        hint(new KeyCodeCombination(KeyCode.F10), texts.get("shell.keys.menu")),
        hint(SHOW_KEYS, texts.get("shell.keys.keys")),
        hint(QUIT, texts.get("shell.keys.quit"))));
    for (int i = 0; i < tabs.size(); i++) {
      hints.add(hint(tab(i), texts.get("shell.keys.tab", tabs.get(i).name())));
    }
    return hints;
  }

  private static KeyHint hint(KeyCombination key, String what) {
    return new KeyHint(key.getDisplayText(), what);
  }
}
