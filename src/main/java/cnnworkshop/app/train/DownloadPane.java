package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The download of CIFAR-10: from where, how far, and what can be done about it. */
final class DownloadPane extends VBox {

  private final DownloadModel model;
  private final Texts texts;

  DownloadPane(DownloadModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("download-pane");
    BooleanBinding there = model.stateProperty().isEqualTo(DownloadModel.State.THERE);
    BooleanBinding running = model.stateProperty().isEqualTo(DownloadModel.State.RUNNING);
    Label line = new Label();
    line.setWrapText(true);
    line.textProperty().bind(model.lineProperty());
    line.getStyleClass().add("ws-muted");
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    bar.setAccessibleText(texts.get("train.download.work"));
    getChildren().addAll(
        shownIf(there.not(), address(running)), line,
        shownIf(running.or(model.stateProperty().isEqualTo(DownloadModel.State.BEGUN)), bar),
        shownIf(running.not().and(there.not()), start()), shownIf(running, cancel()));
  }

  private static Node shownIf(BooleanBinding condition, Node node) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  private Node address(BooleanBinding running) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(model.addressProperty());
    field.setAccessibleText(texts.get("train.download.address"));
    field.disableProperty().bind(running);
    HBox.setHgrow(field, Priority.ALWAYS);
    Label label = new Label(texts.get("train.download.address"));
    label.setLabelFor(field);
    Button reset = new Button(null, new FontIcon(Material2MZ.SETTINGS_BACKUP_RESTORE));
    reset.setAccessibleText(texts.get("train.download.reset"));
    reset.setTooltip(new Tooltip(texts.get("train.download.reset")));
    reset.setOnAction(event -> model.resetAddress());
    reset.disableProperty().bind(running);
    HBox row = new HBox(field, reset);
    row.getStyleClass().add("download-address");
    return new VBox(label, row);
  }

  private Node start() {
    Button start = new Button(null, new FontIcon(Material2AL.GET_APP));
    start.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get(model.stateProperty().get() == DownloadModel.State.BEGUN ? "train.download.resume"
            : "train.download.start"), model.stateProperty()));
    start.setOnAction(event -> model.start());
    return start;
  }

  private Node cancel() {
    Button cancel = new Button(texts.get("train.download.cancel"), new FontIcon(Material2AL.CLOSE));
    cancel.setOnAction(event -> model.cancel());
    return cancel;
  }
}
