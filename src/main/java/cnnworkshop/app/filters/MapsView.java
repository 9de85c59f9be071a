package cnnworkshop.app.filters;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * The way from the whole network down to one number: above where one is, below it what is there. Enter goes down,
 * Escape or Backspace up.
 */
final class MapsView extends BorderPane {

  private final DrillModel model;
  private final Texts texts;
  private final FlowPane crumbs = new FlowPane();
  private final Map<DrillLevel, Node> panes = new EnumMap<>(DrillLevel.class);
  private final DrillNetworkPane network;
  private final DrillLayerPane layer;
  private final DrillMapGrid map;
  private final DrillNumberPane number;
  private DrillLevel shown;

  MapsView(DrillModel model, FiltersTools tools, FiltersPlaces places) {
    this.model = model;
    this.texts = tools.texts();
    this.network = new DrillNetworkPane(model, texts);
    this.layer = new DrillLayerPane(model, texts);
    this.map = new DrillMapGrid(model, DrillLevel.MAP, texts);
    this.number = new DrillNumberPane(model, texts);
    getStyleClass().add("maps");
    getStylesheets().add(MapsView.class.getResource("/assets/styles/filters-patches.css").toExternalForm());
    getStylesheets().add(MapsView.class.getResource("/assets/styles/filters-maps.css").toExternalForm());
    crumbs.getStyleClass().add("drill-crumbs");
    panes.put(DrillLevel.NETWORK, network);
    panes.put(DrillLevel.LAYER, layer);
    panes.put(DrillLevel.MAP, map);
    panes.put(DrillLevel.NUMBER, number);
    StackPane place = new StackPane();
    place.getStyleClass().add("drill-place");
    place.getChildren().addAll(panes.values());
    Label trouble = PatchesButtons.words("patches-empty");
    trouble.textProperty().bind(model.source().troubleProperty());
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    BorderPane right = new BorderPane(new StackPane(place, trouble));
    right.setTop(crumbs);
    ScrollPane controls = new ScrollPane(new MapsControls(model, places, texts, layer.tileSizeProperty()));
    controls.getStyleClass().add("patches-column");
    controls.setFitToWidth(true);
    controls.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    controls.setFocusTraversable(false);
    setLeft(controls);
    setCenter(right);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.placeProperty().addListener((p, before, now) -> show());
    model.source().mapsProperty().addListener((p, before, now) -> show());
    sceneProperty().addListener((p, before, now) -> model.source().shownProperty().set(now != null));
    model.source().shownProperty().set(getScene() != null);
    show();
  }

  private void key(KeyEvent event) {
    boolean up = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.BACK_SPACE;
    if (up && !(event.getTarget() instanceof TextInputControl) && !event.isShortcutDown() && !event.isAltDown()
        && model.placeProperty().get().level() != DrillLevel.NETWORK) {
      model.up();
      event.consume();
    }
  }

  private void show() {
    boolean any = model.source().mapsProperty().get() != null;
    DrillLevel level = model.placeProperty().get().level();
    boolean focused = hasFocusInside();
    showCrumbs(any);
    panes.forEach((of, pane) -> PatchesButtons.show(pane, any && of == level));
    if (any && level != shown) {
      shown = level;
      if (focused) {
        main(level).requestFocus();
      }
    }
  }

  private boolean hasFocusInside() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at == getCenter()) {
        return true;
      }
    }
    return false;
  }

  private Node main(DrillLevel level) {
    return switch (level) {
      case NETWORK -> network.main();
      case LAYER -> layer.main();
      case MAP -> map.main();
      case NUMBER -> number.main();
    };
  }

  private void showCrumbs(boolean any) {
    crumbs.getChildren().clear();
    if (!any) {
      return;
    }
    DrillMaps maps = model.source().mapsProperty().get();
    DrillPlace now = model.placeProperty().get();
    DrillLayer of = maps.layers().get(now.layer());
    crumb(maps.network().name(), DrillLevel.NETWORK, now);
    if (now.level() != DrillLevel.NETWORK) {
      crumb(of.spec().name(), DrillLevel.LAYER, now);
    }
    if (now.level() == DrillLevel.MAP || now.level() == DrillLevel.NUMBER && !of.isFlat()) {
      crumb(texts.get("filters.maps.crumb.map", now.map()), DrillLevel.MAP, now);
    }
    if (now.level() == DrillLevel.NUMBER) {
      crumb(of.isFlat() ? texts.get("filters.maps.crumb.unit", now.map())
          : texts.get("filters.maps.crumb.cell", now.row(), now.column()), DrillLevel.NUMBER, now);
    }
    Label value = new Label(value(of, now));
    value.getStyleClass().add("drill-value");
    crumbs.getChildren().add(value);
  }

  /** The value that is pointed at on a map, or unit of a dense layer. */
  private String value(DrillLayer of, DrillPlace now) {
    boolean one = now.level() == DrillLevel.MAP || now.level() == DrillLevel.NUMBER
        || now.level() == DrillLevel.LAYER && of.isFlat();
    if (!one) {
      return "";
    }
    String number = new DrillWords(texts).number(of.maps().at(now.map(), now.row(), now.column()));
    return now.level() == DrillLevel.MAP ? texts.get("filters.maps.value.cell", now.row(), now.column(), number)
        : now.level() == DrillLevel.LAYER ? texts.get("filters.maps.value.unit", now.map(), number)
            : texts.get("filters.maps.value", number);
  }

  private void crumb(String name, DrillLevel level, DrillPlace now) {
    if (!crumbs.getChildren().isEmpty()) {
      crumbs.getChildren().add(new FontIcon(Material2AL.CHEVRON_RIGHT));
    }
    if (level == now.level()) {
      Label here = new Label(name);
      here.getStyleClass().add("drill-here");
      crumbs.getChildren().add(here);
      return;
    }
    Button back = new Button(name);
    back.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "drill-crumb");
    back.setAccessibleText(texts.get("filters.maps.crumb.back", name));
    back.setOnAction(event -> {
      while (model.placeProperty().get().level().compareTo(level) > 0) {
        model.up();
      }
    });
    crumbs.getChildren().add(back);
  }
}
