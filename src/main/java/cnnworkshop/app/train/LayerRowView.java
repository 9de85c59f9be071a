package cnnworkshop.app.train;

import cnnworkshop.core.net.Finding;
import cnnworkshop.core.text.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * A layer in the list: what it is and comes to, what is wrong with it; if it is the chosen one, its settings below.
 * The view stays while the layer's settings change, so that a slider is not taken out of the person's hand.
 */
final class LayerRowView extends VBox {

  private final Texts texts;
  private final LayerWords words;
  private final NetworkModel model;
  private final ToggleButton head = new ToggleButton();
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label summary = new Label();
  private final Label output = new Label();
  private final Label parameters = new Label();
  private final VBox findings = new VBox();
  private final VBox figures = new VBox();
  private LayerRow row;
  private LayerSettings settings;
  private LayerKind settingsKind;
  private boolean settingsFixed;

  LayerRowView(NetworkModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new LayerWords(texts);
    getStyleClass().add("layer-row");
    head.getStyleClass().add("layer-head");
    head.setMaxWidth(Double.MAX_VALUE);
    head.setGraphic(facts());
    head.setOnAction(event -> {
      model.selectedProperty().set(head.isSelected() ? row.index() : NetworkModel.NONE);
      head.requestFocus();
    });
    findings.getStyleClass().add("layer-findings");
    figures.getStyleClass().add("layer-figures");
    getChildren().addAll(head, findings);
  }

  private Node facts() {
    name.getStyleClass().add("layer-name");
    summary.getStyleClass().add("layer-summary");
    output.getStyleClass().add("layer-output");
    parameters.getStyleClass().add("layer-parameters");
    // What a row comes to is always whole; names and settings give way.
    output.setMinWidth(USE_PREF_SIZE);
    parameters.setMinWidth(USE_PREF_SIZE);
    GridPane facts = new GridPane();
    facts.getStyleClass().add("layer-facts");
    facts.add(icon, 0, 0, 1, 2);
    facts.add(name, 1, 0);
    facts.add(summary, 1, 1);
    facts.add(output, 2, 0);
    facts.add(parameters, 2, 1);
    ColumnConstraints growing = new ColumnConstraints();
    growing.setHgrow(Priority.ALWAYS);
    ColumnConstraints right = new ColumnConstraints();
    right.setHalignment(HPos.RIGHT);
    facts.getColumnConstraints().setAll(new ColumnConstraints(), growing, right);
    GridPane.setValignment(icon, VPos.CENTER);
    facts.prefWidthProperty().bind(head.widthProperty().subtract(
        Bindings.createDoubleBinding(
            () -> head.getInsets().getLeft() + head.getInsets().getRight(), head.insetsProperty())));
    return facts;
  }

  /** Shows a layer, its settings only if it is chosen. */
  void show(LayerRow now, boolean selected, boolean tabStop) {
    row = now;
    head.setSelected(selected);
    head.setFocusTraversable(tabStop);
    icon.setIconCode(icon(now.kind()));
    name.setText(now.listed().name());
    summary.setText(words.summary(now));
    output.setText(words.output(now));
    parameters.setText(words.parameters(now));
    head.setAccessibleText(words.aloud(now));
    // Notes are for who looks into the layer.
    findings.getChildren().setAll(now.findings().stream()
        .filter(finding -> selected || finding.severity() != Finding.Severity.NOTE).map(this::finding).toList());
    findings.setManaged(!findings.getChildren().isEmpty());
    if (selected) {
      unfold();
    } else {
      fold();
    }
  }

  private void unfold() {
    if (settings == null || settingsKind != row.kind() || settingsFixed != row.fixed()) {
      fold();
      settings = PlainSettings.of(row, texts, layer -> model.adjust(row.index(), layer));
      settingsKind = row.kind();
      settingsFixed = row.fixed();
      endsOfChanges(settings);
      getChildren().addAll(settings, figures);
    }
    settings.show(row.listed());
    figures.getChildren().setAll(words.figures(row).stream().map(text -> line(text, "ws-muted")).toList());
  }

  /** A slider let go, a number taken, another control: what comes then is another change. */
  private void endsOfChanges(LayerSettings of) {
    of.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.settle());
    of.addEventHandler(ActionEvent.ACTION, event -> model.settle());
    of.controls().forEach(control -> control.focusWithinProperty().addListener((p, before, now) -> model.settle()));
  }

  private void fold() {
    if (settings != null) {
      getChildren().removeAll(settings, figures);
      settings = null;
    }
  }

  private Node finding(Finding finding) {
    return line(words.finding(finding), "layer-" + finding.severity().name().toLowerCase(Locale.ROOT));
  }

  static Node line(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** Gets the focus, for the keys of the list. */
  void focusHead() {
    head.requestFocus();
  }

  /** Whether the keys go to the row itself and not to a setting. */
  boolean hasFocus() {
    return head.isFocused();
  }

  static Ikon icon(LayerKind kind) {
    return switch (kind) {
      case CONVOLUTION -> Material2AL.FILTER_NONE;
      case POOLING -> Material2AL.GRID_ON;
      case GLOBAL_POOLING -> Material2AL.CROP_FREE;
      case DROPOUT -> Material2AL.BLUR_ON;
      case BATCH_NORMALIZATION -> Material2AL.EQUALIZER;
      case ACTIVATION -> Material2MZ.SHOW_CHART;
      case DENSE -> Material2AL.DEVICE_HUB;
      case OTHER -> Material2AL.HELP_OUTLINE;
    };
  }
}
