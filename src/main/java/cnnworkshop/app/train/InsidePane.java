package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.FilterStrip;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Inside the network of a training: left the filters of its first convolution, right its layers; one below the other
 * where there is little room.
 */
public final class InsidePane extends VBox {

  private static final double SIDE_BY_SIDE_EM = 66;

  private final InsideModel model;
  private final Texts texts;
  private final Em em = new Em(this::arrange);
  private final FilterStrip strip = new FilterStrip();
  private final ScaleLegend legend;
  private final Label ownScale = new Label();
  private final Label noFilters = new Label();
  private final Node filters;
  private final Node table;
  private final GridPane body = new GridPane();

  public InsidePane(InsideModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.legend = new ScaleLegend(texts);
    this.filters = filters();
    this.table = new InsideTable(model, texts);
    getStyleClass().add("inside-pane");
    getStylesheets().add(InsidePane.class.getResource("/assets/styles/train-inside.css").toExternalForm());
    BooleanBinding any = model.countProperty().greaterThan(0);
    Label empty = label("inside-empty");
    empty.textProperty().bind(Bindings.when(model.readingProperty()).then(texts.get("train.inside.reading"))
        .otherwise(texts.get("train.inside.empty")));
    shownIf(empty, any.not());
    Label line = label("inside-line");
    line.textProperty().bind(model.lineProperty());
    shownIf(line, any);
    Label snapshots = label("inside-snapshots");
    snapshots.textProperty().bind(model.snapshotLineProperty());
    shownIf(snapshots, model.snapshotLineProperty().isNotEmpty());
    body.getStyleClass().add("inside-body");
    GridPane.setHgrow(filters, Priority.ALWAYS);
    shownIf(body, any);
    getChildren().addAll(em, empty, line, body, snapshots);
    widthProperty().addListener((p, before, now) -> arrange());
    model.filtersProperty().addListener((p, before, now) -> show(now));
    arrange();
    show(model.filtersProperty().get());
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    // Below their wrapped height, labels cut themselves short.
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static void shownIf(Node node, BooleanBinding condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  private Node filters() {
    Label name = new Label(texts.get("train.inside.filters"));
    ToggleGroup group = new ToggleGroup();
    RadioButton asTheyAre = choice("train.inside.as-they-are", group);
    RadioButton change = choice("train.inside.change", group);
    change.selectedProperty().bindBidirectional(model.changeProperty());
    asTheyAre.setSelected(!model.changeProperty().get());
    model.changeProperty().addListener((p, before, now) -> (now ? change : asTheyAre).setSelected(true));
    FlowPane choices = new FlowPane(name, asTheyAre, change);
    choices.getStyleClass().add("inside-choices");
    ownScale.setText(texts.get("train.inside.own-scale"));
    ownScale.getStyleClass().add("inside-own-scale");
    ownScale.setWrapText(true);
    noFilters.setText(texts.get("train.inside.no-filters"));
    noFilters.setWrapText(true);
    StackPane scale = new StackPane(ownScale, legend);
    scale.getStyleClass().add("inside-scale");
    VBox.setVgrow(strip, Priority.ALWAYS);
    VBox box = new VBox(choices, noFilters, strip, scale, new InsideEpochSlider(model, texts));
    box.getStyleClass().add("inside-filters");
    return box;
  }

  private RadioButton choice(String key, ToggleGroup group) {
    RadioButton choice = new RadioButton(texts.get(key));
    choice.setAccessibleText(texts.get(key));
    choice.setToggleGroup(group);
    return choice;
  }

  private void arrange() {
    if (table == null) {
      return;
    }
    boolean sideBySide = getWidth() >= em.px(SIDE_BY_SIDE_EM);
    GridPane.setConstraints(filters, 0, 0);
    GridPane.setConstraints(table, sideBySide ? 1 : 0, sideBySide ? 0 : 1);
    GridPane.setHgrow(table, sideBySide ? Priority.SOMETIMES : Priority.ALWAYS);
    if (body.getChildren().isEmpty()) {
      body.getChildren().setAll(List.of(filters, table));
    }
  }

  private void show(InsideFilters seen) {
    boolean pictures = seen != null && !seen.pictures().isEmpty();
    noFilters.setVisible(seen != null && !pictures);
    noFilters.setManaged(noFilters.isVisible());
    strip.setVisible(pictures);
    strip.setManaged(pictures);
    boolean asChange = pictures && seen.range() != null;
    ownScale.setVisible(pictures && !asChange);
    legend.show(asChange ? ColourScale.SIGNED : null, asChange ? seen.range() : null);
    if (pictures) {
      strip.show(seen.pictures(), seen.accessibleText(), seen.words()::get);
    }
  }
}
