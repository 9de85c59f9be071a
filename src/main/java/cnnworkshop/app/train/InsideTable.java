package cnnworkshop.app.train;

import cnnworkshop.app.control.RatioBar;
import cnnworkshop.app.control.Sparkline;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The layers of a network as a table. A column's heading explains it: as a tooltip, and below the table when it is
 * pressed, for those without a mouse.
 */
final class InsideTable extends VBox {

  /** The bar's ends; the rule of thumb, 1e-3, lies in its middle. */
  private static final double LOWEST_RATIO = 1e-5;
  private static final double HIGHEST_RATIO = 1e-1;
  private static final double RULE_OF_THUMB = 1e-3;

  private final InsideModel model;
  private final Texts texts;
  private final GridPane grid = new GridPane();
  private final ScrollPane scroll = new ScrollPane(grid);
  private final Label explanation = new Label();
  private final List<Row> rows = new ArrayList<>();

  InsideTable(InsideModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("inside-table");
    grid.getStyleClass().add("inside-grid");
    grid.addRow(0,
        head("train.inside.column.layer", texts.get("train.inside.column.layer.tip")),
        head("train.inside.column.length", texts.get("train.inside.column.length.tip")),
        head("train.inside.column.ratio", texts.get("train.inside.column.ratio.tip")),
        head("train.inside.column.outputs", texts.get("train.inside.column.outputs.tip")),
        head("train.inside.column.silent", texts.get("train.inside.column.silent.tip")));
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("inside-scroll");
    explanation.getStyleClass().add("inside-explanation");
    explanation.setWrapText(true);
    explanation.managedProperty().bind(explanation.textProperty().isNotEmpty());
    explanation.visibleProperty().bind(explanation.managedProperty());
    getChildren().addAll(scroll, explanation);
    model.rows().addListener((ListChangeListener<InsideRow>) change -> show());
    show();
  }

  private Button head(String key, String tip) {
    Button head = new Button(texts.get(key));
    head.getStyleClass().addAll("flat", "inside-head");
    Tooltip tooltip = new Tooltip(tip);
    tooltip.setWrapText(true);
    // A tooltip has its window's sheets, not this pane's.
    tooltip.setStyle("-fx-max-width: 28em;");
    head.setTooltip(tooltip);
    head.setAccessibleText(texts.get(key));
    head.setAccessibleHelp(tip);
    head.setOnAction(event -> explanation.setText(tip.equals(explanation.getText()) ? "" : tip));
    return head;
  }

  private void show() {
    List<InsideRow> shown = model.rows();
    while (rows.size() > shown.size()) {
      grid.getChildren().removeAll(rows.remove(rows.size() - 1).nodes());
    }
    while (rows.size() < shown.size()) {
      Row row = new Row();
      rows.add(row);
      grid.addRow(rows.size(), row.nodes().toArray(Node[]::new));
    }
    for (int i = 0; i < shown.size(); i++) {
      rows.get(i).show(shown.get(i));
    }
    scroll.setAccessibleText(texts.get("train.inside.layers") + ". "
        + shown.stream().map(InsideRow::words).collect(Collectors.joining(". ")));
  }

  private static final class Row {

    private final Label name = new Label();
    private final Label length = number("inside-length");
    private final RatioBar bar = new RatioBar(LOWEST_RATIO, HIGHEST_RATIO, RULE_OF_THUMB);
    private final Label ratio = number("inside-ratio-number");
    private final Sparkline curve = new Sparkline(Math.log10(LOWEST_RATIO), Math.log10(HIGHEST_RATIO));
    private final HBox ratioCell = new HBox(bar, ratio, curve);
    private final Label outputs = number("inside-outputs");
    private final Label silent = new Label();
    private final Tooltip ratioWords = new Tooltip();

    Row() {
      name.getStyleClass().add("inside-name");
      ratioCell.getStyleClass().add("inside-ratio");
      silent.getStyleClass().add("inside-silent");
      HBox.setHgrow(bar, Priority.ALWAYS);
    }

    private static Label number(String style) {
      Label label = new Label();
      label.getStyleClass().addAll("inside-number", style);
      label.setMinWidth(USE_PREF_SIZE);
      return label;
    }

    void show(InsideRow row) {
      name.setText(row.name());
      length.setText(row.length());
      bar.show(row.ratio());
      ratio.setText(row.ratioText());
      curve.show(row.ratios(), row.position());
      ratioWords.setText(row.ratioWords());
      if (row.ratioWords().isEmpty()) {
        Tooltip.uninstall(ratioCell, ratioWords);
      } else {
        Tooltip.install(ratioCell, ratioWords);
      }
      outputs.setText(row.outputs());
      silent.setText(row.silent());
      silent.setGraphic(row.manySilent() ? new FontIcon(Material2MZ.WARNING) : null);
    }

    List<Node> nodes() {
      return List.of(name, length, ratioCell, outputs, silent);
    }
  }
}
