package cnnworkshop.app.reuse;

import cnnworkshop.app.reuse.NetworkExport.Form;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Buttons to write the loaded network. */
final class NetworkActions extends FlowPane {

  NetworkActions(NetworkExport export, ReusePlaces places, Texts texts) {
    getStyleClass().add("network-actions");
    Button save = new Button(texts.get(Form.DL4J.textKey()), new FontIcon(Material2MZ.SAVE));
    save.setOnAction(event -> write(export, places, Form.DL4J));
    MenuButton others = new MenuButton(texts.get("reuse.network.export"), new FontIcon(Material2AL.ARTICLE));
    others.setAccessibleText(texts.get("reuse.network.export"));
    for (Form form : Form.values()) {
      if (form != Form.DL4J) {
        MenuItem item = new MenuItem(texts.get(form.textKey()));
        item.setOnAction(event -> write(export, places, form));
        others.getItems().add(item);
      }
    }
    getChildren().addAll(save, others);
  }

  private static void write(NetworkExport export, ReusePlaces places, Form form) {
    Optional<Path> place = form.extension().isEmpty() ? places.data().folder()
        : places.files().saveAs(export.suggestion(form), form.extension());
    place.ifPresent(chosen -> export.write(form, chosen));
  }
}
