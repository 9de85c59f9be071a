package cnnworkshop.app.train;

import cnnworkshop.core.net.Finding;
import cnnworkshop.core.text.Texts;
import java.util.function.BiPredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The network to be trained: chosen by name, then edited layer by layer; what it comes to. Made for a column of 18 em
 * and more.
 */
public final class NetworkPane extends VBox {

  private static final int ABOUT_ALL = -1;

  private final NetworkModel model;
  private final LayerWords words;
  private final NetworkChooser chooser;

  /** The network of a model. */
  public NetworkPane(NetworkModel model, Texts texts) {
    this(model, texts, Question::isAnsweredYes);
  }

  /** @param asked whether a person, in front of a node, says yes */
  NetworkPane(NetworkModel model, Texts texts, BiPredicate<Question, Node> asked) {
    this.model = model;
    this.words = new LayerWords(texts);
    chooser = new NetworkChooser(model, texts, question -> asked.test(question, this));
    getStyleClass().add("network-pane");
    getStylesheets().add(NetworkPane.class.getResource("/assets/styles/train-net.css").toExternalForm());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(chooser, new LayerListPane(model, texts), findings(), totals(texts));
  }

  /** What is wrong with the network as a whole; at its layers stands the rest. */
  private Node findings() {
    VBox findings = new VBox();
    findings.getStyleClass().add("layer-findings");
    Runnable show = () -> {
      findings.getChildren().setAll(model.checkProperty().get().findings(ABOUT_ALL).stream()
          .map((Finding finding) -> LayerRowView.line(words.finding(finding), "layer-fault")).toList());
      findings.setManaged(!findings.getChildren().isEmpty());
    };
    model.checkProperty().addListener((p, before, now) -> show.run());
    show.run();
    return findings;
  }

  private Node totals(Texts texts) {
    GridPane totals = new GridPane();
    totals.getStyleClass().add("network-totals");
    add(totals, texts.get("train.network.parameters"), Bindings.createStringBinding(
        () -> shapesKnown() ? words.count(model.checkProperty().get().parameters()) : "–", model.checkProperty()));
    add(totals, texts.get("train.network.memory"), Bindings.createStringBinding(
        () -> shapesKnown() ? words.bytes(model.memoryBytesProperty().get()) : "–", model.memoryBytesProperty(),
        model.checkProperty()));
    add(totals, texts.get("train.network.time"), Bindings.createStringBinding(() -> {
      double seconds = model.secondsAnEpochProperty().get();
      return Double.isNaN(seconds) ? "" : words.seconds(seconds);
    }, model.secondsAnEpochProperty()));
    return totals;
  }

  /** Behind a fault there may be anything: a sum without it says nothing. */
  private boolean shapesKnown() {
    return model.checkProperty().get().layers().stream().allMatch(layer -> layer.output().isPresent());
  }

  /** A line that is there as long as there is something to say. */
  private static void add(GridPane totals, String what, ObservableStringValue text) {
    Label name = new Label(what);
    name.getStyleClass().add("ws-muted");
    Label value = new Label();
    value.textProperty().bind(text);
    value.setMaxWidth(Double.MAX_VALUE);
    value.getStyleClass().add("network-total");
    GridPane.setHgrow(value, Priority.ALWAYS);
    for (Label label : new Label[] {name, value}) {
      label.visibleProperty().bind(value.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    totals.addRow(totals.getRowCount(), name, value);
  }

  /** Undo and redo of layers, unless what is being typed can be undone first. */
  private void key(KeyEvent event) {
    boolean undo = LayerListPane.UNDO.match(event);
    boolean redo = LayerListPane.REDO.match(event) || LayerListPane.REDO_TOO.match(event);
    if (!undo && !redo || chooser.isTyping()
        || event.getTarget() instanceof TextField field && (undo ? field.isUndoable() : field.isRedoable())) {
      return;
    }
    if (undo) {
      model.undo();
    } else {
      model.redo();
    }
    event.consume();
  }
}
