package cnnworkshop.app.shell;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The line at the bottom: loaded network, backend, what runs now and how far it is. */
final class StatusLine {

  private final StatusBar bar = new StatusBar();

  StatusLine(ShellViewModel model, Texts texts) {
    Label network = new Label();
    network.textProperty().bind(model.networkText());
    network.setGraphic(new FontIcon(Material2OutlinedAL.ACCOUNT_TREE));
    network.getStyleClass().add("status-network");

    Label backend = new Label();
    backend.textProperty().bind(model.backendText());
    backend.setGraphic(new FontIcon(Material2OutlinedMZ.MEMORY));
    backend.visibleProperty().bind(model.networkLoaded());
    backend.managedProperty().bind(backend.visibleProperty());
    Tooltip details = new Tooltip();
    details.textProperty().bind(model.backendDetails());
    backend.setTooltip(details);
    backend.accessibleHelpProperty().bind(model.backendDetails());

    Button stop = new Button(texts.get("shell.status.stop"), new FontIcon(Material2OutlinedMZ.STOP));
    stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    stop.accessibleTextProperty().bind(
        Bindings.createStringBinding(() -> texts.get("shell.status.stop-work", model.workTextProperty().get()),
            model.workTextProperty()));
    stop.visibleProperty().bind(model.stoppableProperty());
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setOnAction(event -> model.stop());

    // It holds things the keys reach, but is none itself.
    bar.setFocusTraversable(false);
    bar.getLeftItems().addAll(network, backend);
    bar.getRightItems().add(stop);
    bar.textProperty().bind(model.workTextProperty());
    // The control hides its progress bar at 0.
    bar.progressProperty().bind(Bindings.when(model.workingProperty()).then(model.progressProperty()).otherwise(0));
  }

  Node root() {
    return bar;
  }
}
