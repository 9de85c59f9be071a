package cnnworkshop.app.train;

import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;

/**
 * Asks before something is done that can't be taken back.
 *
 * @param text what will happen
 * @param yes the verb that does it
 */
public record Question(String text, String yes) {

  /** Waits for the answer. On the JavaFX thread. */
  public boolean isAnsweredYes(Node owner) {
    ButtonType doIt = new ButtonType(yes, ButtonData.OK_DONE);
    Alert alert = new Alert(AlertType.CONFIRMATION, text, doIt, ButtonType.CANCEL);
    alert.setHeaderText(null);
    if (owner.getScene() != null) {
      alert.initOwner(owner.getScene().getWindow());
      alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
      alert.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    }
    return alert.showAndWait().filter(doIt::equals).isPresent();
  }
}
