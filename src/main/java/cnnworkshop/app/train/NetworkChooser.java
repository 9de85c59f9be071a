package cnnworkshop.app.train;

import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Chooses a network to start from by name, says what it is, and saves and deletes networks of the person's own. */
final class NetworkChooser extends VBox {

  private final NetworkModel model;
  private final Texts texts;
  private final Predicate<Question> asked;
  private final ComboBox<String> names = new ComboBox<>();
  private final Button save;
  private final TextField wanted = new TextField();
  private final BooleanProperty naming = new SimpleBooleanProperty();
  private boolean following;

  /** @param asked whether a person says yes */
  NetworkChooser(NetworkModel model, Texts texts, Predicate<Question> asked) {
    this.model = model;
    this.texts = texts;
    this.asked = asked;
    getStyleClass().add("network-chooser");
    names.setAccessibleText(texts.get("train.network"));
    names.setMaxWidth(Double.MAX_VALUE);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    names.valueProperty().addListener((p, before, now) -> choose(now));
    model.names().addListener((ListChangeListener<String>) change -> follow());
    model.nameProperty().addListener((p, before, now) -> follow());
    Button reset = button("train.network.reset", Material2MZ.SETTINGS_BACKUP_RESTORE,
        () -> model.choose(model.nameProperty().get()));
    reset.disableProperty().bind(model.editedProperty().not());
    save = button("train.network.save", Material2MZ.SAVE, this::beginNaming);
    Button delete = button("train.network.delete", Material2AL.DELETE_OUTLINE, this::delete);
    delete.disableProperty().bind(Bindings.createBooleanBinding(
        () -> !model.isSaved(model.nameProperty().get()) || !model.mayBeSavedAs(model.nameProperty().get()),
        model.nameProperty(), model.names()));
    HBox row = new HBox(names, reset, save, delete);
    row.getStyleClass().add("network-chooser-row");
    getChildren().addAll(row, naming(), description());
    follow();
  }

  private Button button(String key, Ikon icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(event -> action.run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void choose(String name) {
    if (!following && name != null && !name.equals(model.nameProperty().get())) {
      model.choose(name);
      follow();
    }
  }

  /** Shows the names there are and the one there is, also if a choice came to nothing. */
  private void follow() {
    following = true;
    if (!names.getItems().equals(model.names())) {
      names.getItems().setAll(model.names());
    }
    names.setValue(model.nameProperty().get());
    following = false;
  }

  private Node description() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("ws-muted");
    label.textProperty().bind(Bindings.createStringBinding(this::describe, model.nameProperty(),
        model.editedProperty(), model.names()));
    return label;
  }

  private String describe() {
    String name = model.nameProperty().get();
    String what = Presets.textKey(name).map(key -> texts.get(key)).orElseGet(() -> texts.get(
        model.names().contains(name) ? "train.network.saved" : "train.network.not-saved"));
    return model.editedProperty().get() ? what + " " + texts.get("train.network.edited") : what;
  }

  /** The line for a name, shown while one is asked for. */
  private Node naming() {
    wanted.setAccessibleText(texts.get("train.network.name"));
    wanted.setPromptText(texts.get("train.network.name"));
    wanted.setMinWidth(0);
    HBox.setHgrow(wanted, Priority.ALWAYS);
    wanted.setOnAction(event -> save());
    wanted.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        endNaming();
        event.consume();
      }
    });
    Button keep = new Button();
    keep.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get(model.isSaved(wanted.getText()) ? "train.network.replace" : "train.network.keep"),
        wanted.textProperty(), model.names()));
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setOnAction(event -> save());
    keep.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.mayBeSavedAs(wanted.getText()),
        wanted.textProperty()));
    Button cancel = button("train.network.cancel", Material2AL.CLOSE, this::endNaming);
    HBox row = new HBox(wanted, keep, cancel);
    row.getStyleClass().add("network-chooser-row");
    Label taken = new Label();
    taken.setWrapText(true);
    taken.setMinHeight(USE_PREF_SIZE);
    taken.textProperty().bind(Bindings.createStringBinding(this::obstacle, wanted.textProperty(), model.names()));
    taken.managedProperty().bind(taken.textProperty().isNotEmpty());
    VBox box = new VBox(row, taken);
    box.visibleProperty().bind(naming);
    box.managedProperty().bind(naming);
    return box;
  }

  private String obstacle() {
    String name = wanted.getText().strip();
    if (name.isEmpty()) {
      return "";
    }
    return !model.mayBeSavedAs(name) ? texts.get("train.network.own-name", name)
        : model.isSaved(name) ? texts.get("train.network.taken", name) : "";
  }

  private void beginNaming() {
    String name = model.nameProperty().get();
    wanted.setText(model.mayBeSavedAs(name) ? name : "");
    naming.set(true);
    wanted.requestFocus();
    wanted.selectAll();
  }

  private void save() {
    if (model.mayBeSavedAs(wanted.getText())) {
      model.saveTemplate(wanted.getText());
      endNaming();
    }
  }

  private void endNaming() {
    save.requestFocus();
    naming.set(false);
  }

  /** Whether a key is for the name that is being typed. */
  boolean isTyping() {
    return wanted.isFocused();
  }

  private void delete() {
    String name = model.nameProperty().get();
    if (asked.test(new Question(texts.get("train.network.delete.question", name), texts.get("train.network.delete")))) {
      model.deleteTemplate(name);
    }
  }
}
