package cnnworkshop.app.learn;

import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Words within a text that do something when clicked, or on Enter or Space. Unlike a control, they break into lines. */
final class LinkText extends Text {

  private final Consumer<LinkText> action;

  /** @param action told which words it is for */
  LinkText(String words, Consumer<LinkText> action) {
    super(words);
    this.action = action;
    getStyleClass().addAll("lesson-words", "lesson-link");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.HYPERLINK);
    setOnMouseClicked(event -> {
      requestFocus();
      action.accept(this);
    });
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        action.accept(this);
        event.consume();
      }
    });
  }

  @Override
  public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
    if (asked == AccessibleAction.FIRE) {
      action.accept(this);
    } else {
      super.executeAccessibleAction(asked, parameters);
    }
  }
}
