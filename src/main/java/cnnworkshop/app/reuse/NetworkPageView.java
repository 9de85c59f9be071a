package cnnworkshop.app.reuse;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The page of the loaded network: its facts, its card, its layers, what it is good for, and ways to write it. */
final class NetworkPageView {

  private final ScrollPane root = new ScrollPane();
  private final NetworkPageModel model;
  private final Texts texts;
  private final Node actions;

  /** @param actions what can be done with it */
  NetworkPageView(NetworkPageModel model, Node actions, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.actions = actions;
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setAccessibleText(texts.get("reuse.network"));
    root.getStylesheets().add(NetworkPageView.class.getResource("/assets/styles/reuse-network.css").toExternalForm());
    model.pageProperty().addListener((p, before, now) -> show(now));
    show(model.pageProperty().get());
  }

  private void show(NetworkPageModel.Page page) {
    VBox column = new VBox();
    column.getStyleClass().add("network-page");
    if (page == null) {
      column.getChildren().add(wrapped(texts.get("reuse.network.none"), "network-empty"));
    } else {
      Label title = new Label(page.name());
      title.getStyleClass().add(Styles.TITLE_2);
      FlowPane parts = new FlowPane(
          part("reuse.network.about", facts(page.facts())),
          part("reuse.network.uses", uses(page.uses())),
          part("reuse.network.card", page.card().isEmpty()
              ? wrapped(texts.get("reuse.network.card.none"), "network-fact") : facts(page.card())));
      parts.getStyleClass().add("network-parts");
      column.getChildren().addAll(title, actions, parts, part("reuse.network.layers", layers(page.layers())));
    }
    root.setContent(column);
  }

  private Node part(String key, Node content) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add(Styles.TITLE_4);
    VBox part = new VBox(name, content);
    part.getStyleClass().add("network-part");
    return part;
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static Node facts(List<NetworkPageModel.Fact> facts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("network-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    for (NetworkPageModel.Fact fact : facts) {
      Label name = new Label(fact.name());
      name.getStyleClass().add(Styles.TEXT_MUTED);
      Label value = wrapped(fact.value(), "network-fact");
      GridPane.setValignment(name, VPos.TOP);
      grid.addRow(grid.getRowCount(), name, value);
    }
    return grid;
  }

  private static Node uses(List<NetworkPageModel.Use> uses) {
    VBox list = new VBox();
    list.getStyleClass().add("network-uses");
    for (NetworkPageModel.Use use : uses) {
      FontIcon icon = new FontIcon(use.possible() ? Material2AL.CHECK : Material2AL.CLOSE);
      icon.getStyleClass().add(use.possible() ? Styles.SUCCESS : Styles.TEXT_MUTED);
      HBox row = new HBox(icon, wrapped(use.sentence(), "network-fact"));
      row.getStyleClass().add("network-use");
      list.getChildren().add(row);
    }
    return list;
  }

  private Node layers(List<NetworkPageModel.Layer> layers) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("network-layers");
    List<String> columns = List.of("reuse.network.layer.name", "reuse.network.layer.kind",
        "reuse.network.layer.settings", "reuse.network.layer.output", "reuse.network.layer.parameters");
    for (int i = 0; i < columns.size(); i++) {
      Label head = new Label(texts.get(columns.get(i)));
      head.getStyleClass().add(Styles.TEXT_MUTED);
      grid.add(head, i, 0);
      if (i >= 3) {
        GridPane.setHalignment(head, HPos.RIGHT);
      }
    }
    for (NetworkPageModel.Layer layer : layers) {
      Label output = new Label(layer.output());
      Label parameters = new Label(layer.parameters());
      GridPane.setHalignment(output, HPos.RIGHT);
      GridPane.setHalignment(parameters, HPos.RIGHT);
      Label name = new Label(layer.name());
      name.getStyleClass().add(Styles.TEXT_BOLD);
      grid.addRow(grid.getRowCount(), name, new Label(layer.kind()), new Label(layer.settings()), output, parameters);
    }
    ScrollPane wide = new ScrollPane(grid);
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    wide.setAccessibleText(texts.get("reuse.network.layers"));
    return wide;
  }

  Parent root() {
    return root;
  }
}
