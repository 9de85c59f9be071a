package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What the two networks are, and their layers side by side; those that differ have a mark. */
final class CompareLayersPage extends VBox {

  private static final double WIDE_EM = 44;

  private final CompareModel model;
  private final Texts texts;
  private final SpecWords words;
  private final Em em = new Em(this::arrange);
  private final GridPane table = new GridPane();
  private boolean wide;

  CompareLayersPage(CompareModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new SpecWords(texts);
    getStyleClass().add("compare-page");
    GridPane cards = new GridPane();
    cards.getStyleClass().add("compare-halves");
    CompareControls.halves(cards, card(model.networks().left().networkProperty(), "filters.compare.left", this::facts),
        card(model.networks().right().networkProperty(), "filters.compare.right", this::facts));
    GridPane records = new GridPane();
    records.getStyleClass().add("compare-halves");
    CompareControls.halves(records,
        card(model.networks().left().networkProperty(), "filters.compare.record", this::record),
        card(model.networks().right().networkProperty(), "filters.compare.record", this::record));
    Label verdict = CompareControls.words(model.weights().verdictProperty(), "compare-verdict");
    table.getStyleClass().add("compare-table");
    getChildren().addAll(em, verdict, cards, table, records);
    widthProperty().addListener((p, before, now) -> arrange());
    model.weights().rows().addListener((ListChangeListener<CompareRow>) change -> show());
    show();
  }

  private VBox card(ObservableValue<LoadedNetwork> network, String heading,
      Function<LoadedNetwork, List<Label>> lines) {
    VBox card = new VBox();
    card.getStyleClass().add("compare-card");
    Consumer<LoadedNetwork> show = now -> {
      card.getChildren().setAll(CompareControls.heading(texts.get(heading)));
      card.getChildren().addAll(now == null ? List.of() : lines.apply(now));
    };
    network.addListener((p, before, now) -> show.accept(now));
    show.accept(network.getValue());
    return card;
  }

  private List<Label> facts(LoadedNetwork network) {
    return List.of(CompareControls.words(network.name()),
        fact(texts.get("filters.compare.task"), task(network.info().task())),
        fact(texts.get("filters.compare.input"), network.spec().input().toString()),
        fact(texts.get("filters.compare.parameters"), texts.get("filters.compare.count", network.parameterCount())));
  }

  private List<Label> record(LoadedNetwork network) {
    return network.info().record().entrySet().stream().map(said -> fact(said.getKey(), said.getValue())).toList();
  }

  private Label fact(String name, String value) {
    Label fact = CompareControls.words(texts.get("filters.compare.fact", name, value));
    fact.getStyleClass().add("compare-fact");
    return fact;
  }

  private String task(ModelInfo.Task task) {
    return texts.get(switch (task) {
      case KEYPOINTS -> "filters.compare.task.points";
      case CLASSES -> "filters.compare.task.classes";
      case OTHER -> "filters.compare.task.other";
    });
  }

  private void arrange() {
    if (wide != getWidth() >= em.px(WIDE_EM)) {
      wide = !wide;
      show();
    }
  }

  /** Where there is room a line a layer, else three. */
  private void show() {
    table.getChildren().clear();
    table.getColumnConstraints().clear();
    List<CompareRow> rows = List.copyOf(model.weights().rows());
    if (rows.isEmpty()) {
      return;
    }
    for (int column = 0; column < (wide ? 6 : 3); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      boolean grows = wide && (column == 1 || column == 2);
      constraints.setHgrow(grows ? Priority.ALWAYS : Priority.NEVER);
      constraints.setHalignment(column > 2 ? HPos.RIGHT : HPos.LEFT);
      if (!wide) {
        constraints.setPercentWidth(100 / 3.0);
      }
      table.getColumnConstraints().add(constraints);
    }
    if (wide) {
      table.addRow(0, head("filters.compare.column.layer"), head("filters.compare.column.left"),
          head("filters.compare.column.right"), head("filters.compare.column.norm-left"),
          head("filters.compare.column.norm-right"), head("filters.compare.column.norm-difference"));
    } else {
      table.addRow(0, head("filters.compare.column.norm-left"), head("filters.compare.column.norm-right"),
          head("filters.compare.column.norm-difference"));
    }
    for (CompareRow row : rows) {
      if (wide) {
        table.addRow(table.getRowCount(), name(row), layer(row.left()), layer(row.right()), norm(row, 0), norm(row, 1),
            norm(row, 2));
      } else {
        int at = table.getRowCount();
        table.add(name(row), 0, at, 3, 1);
        table.add(CompareControls.words(texts.get("filters.compare.layer.both", words(row.left()),
            words(row.right()))), 0, at + 1, 3, 1);
        if (row.hasWeights()) {
          table.addRow(at + 2, norm(row, 0), norm(row, 1), norm(row, 2));
        }
      }
    }
  }

  private Label name(CompareRow row) {
    Label name = CompareControls.heading(row.name());
    if (!row.isAlike()) {
      name.setGraphic(new FontIcon(Material2AL.COMPARE_ARROWS));
      name.getStyleClass().add("compare-unlike");
      name.setAccessibleText(texts.get("filters.compare.layer.unlike", row.name()));
    }
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private Node head(String key) {
    Label head = CompareControls.words(texts.get(key));
    head.getStyleClass().add("compare-head");
    return head;
  }

  private Node layer(CompareRow.Layer layer) {
    return CompareControls.words(words(layer));
  }

  private String words(CompareRow.Layer layer) {
    if (layer == null) {
      return texts.get("filters.compare.layer.none");
    }
    String settings = words.settings(layer.spec());
    return texts.get("filters.compare.layer", settings.isEmpty() ? words.kind(layer.spec()) : settings,
        layer.shape().toString());
  }

  private Label norm(CompareRow row, int which) {
    Label label = new Label();
    label.getStyleClass().add("compare-number");
    label.setMinWidth(USE_PREF_SIZE);
    if (row.norms() != null) {
      double value = which == 0 ? row.norms().left() : which == 1 ? row.norms().right() : row.norms().difference();
      label.setText(which == 2 && row.norms().identical() ? texts.get("filters.compare.identical")
          : Double.isNaN(value) ? "–" : texts.get("filters.compare.number", value));
    }
    return label;
  }
}
