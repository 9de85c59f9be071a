package cnnworkshop.app.photo;

import cnnworkshop.app.control.ArithmeticPane;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;

/** The maps of a layer, how they are coloured, one of them in full size, and the arithmetic of one value. */
final class MapsColumn extends VBox {

  private static final double SMALLEST_TILE_EM = 4;
  private static final double LARGEST_TILE_EM = 28;
  private static final double USUAL_TILE_EM = 9;
  private static final double ARITHMETIC_SHARE = 0.55;
  private static final double HEAD_SHARE = 0.36;

  private final MapsModel maps;
  private final ProbeModel probe;
  private final Texts texts;
  private final Labelled labelled;
  private final MapGrid grid;
  private final FullMapView full;
  private final ScaleLegend legend;
  private final Label legendOf = new Label();
  private final Label note = new Label();
  private int shownSubject = -1;

  MapsColumn(PhotoViewModel model, Texts texts) {
    this.maps = model.maps();
    this.probe = model.probe();
    this.texts = texts;
    this.labelled = new Labelled(texts);
    this.grid = new MapGrid(texts);
    this.full = new FullMapView(maps, probe, texts);
    this.legend = new ScaleLegend(texts);
    getStyleClass().add("maps-column");
    ArithmeticPane arithmetic = new ArithmeticPane(texts);
    probe.arithmeticProperty().addListener((p, before, after) -> arithmetic.setArithmetic(after));
    SplitPane split = new SplitPane(maps(), arithmetic);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(ARITHMETIC_SHARE);
    VBox.setVgrow(split, Priority.ALWAYS);
    note.getStyleClass().addAll("line", "layer-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.textProperty().bind(maps.noteProperty());
    note.visibleProperty().bind(maps.noteProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    VBox head = new VBox(controls(), note);
    head.getStyleClass().add("maps-head");
    getChildren().addAll(new BoundedScroll(head, this, HEAD_SHARE), split);
    follow();
    showMaps(maps.mapsProperty().get());
  }

  /** The grid of all maps. */
  MapGrid grid() {
    return grid;
  }

  /** The view of one map. */
  FullMapView full() {
    return full;
  }

  private Node maps() {
    Label trouble = new Label();
    trouble.getStyleClass().add("empty-place");
    trouble.setWrapText(true);
    trouble.textProperty().bind(maps.troubleProperty());
    trouble.visibleProperty().bind(maps.troubleProperty().isNotEmpty());
    full.visibleProperty().bind(maps.openedProperty().greaterThanOrEqualTo(0).and(maps.mapsProperty().isNotNull()));
    grid.visibleProperty().bind(full.visibleProperty().not().and(trouble.visibleProperty().not()));
    // What is hidden must not ask for room: a pane that is higher than its place would lie over its neighbours.
    full.managedProperty().bind(full.visibleProperty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    StackPane place = new StackPane(grid, full, trouble);
    place.setMinHeight(0);
    Rectangle within = new Rectangle();
    within.widthProperty().bind(place.widthProperty());
    within.heightProperty().bind(place.heightProperty());
    place.setClip(within);
    return place;
  }

  private Node controls() {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("controls");
    ComboBox<LayerChoice> layer = combo(maps.layers(), maps.layerProperty(), this::nameOf);
    ComboBox<ColourScale> colours = combo(FXCollections.observableArrayList(ColourScale.values()),
        maps.colourScaleProperty(), this::nameOf);
    ComboBox<MapScaling> scaling = combo(FXCollections.observableArrayList(MapScaling.values()),
        maps.scalingProperty(), this::nameOf);
    Slider size = new Slider(SMALLEST_TILE_EM, LARGEST_TILE_EM, USUAL_TILE_EM);
    size.setBlockIncrement(1);
    grid.tileSizeProperty().bind(size.valueProperty());
    legendOf.setMinWidth(Label.USE_PREF_SIZE);
    HBox.setHgrow(legend, Priority.ALWAYS);
    row.getChildren().addAll(named("photo-tab.layer", layer), named("photo-tab.colours", colours),
        named("photo-tab.scaling", scaling), named("photo-tab.tile-size", size), new HBox(legendOf, legend));
    row.getChildren().forEach(child -> child.getStyleClass().add("control-pair"));
    return row;
  }

  private Node named(String key, Control control) {
    String text = texts.get(key);
    labelled.tooltip(control, text, null);
    return new HBox(labelled.label(text, control), control);
  }

  private static <T> ComboBox<T> combo(ObservableList<T> items, ObjectProperty<T> value, Function<T, String> name) {
    ComboBox<T> combo = new ComboBox<>(items);
    combo.setConverter(new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null ? "" : name.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("not editable");
      }
    });
    combo.valueProperty().bindBidirectional(value);
    return combo;
  }

  private String nameOf(LayerChoice layer) {
    return layer.wholePhoto() ? texts.get("photo-tab.layer.whole", layer.name(), layer.shape().channels())
        : texts.get("photo-tab.layer.view", layer.name(), layer.shape().channels());
  }

  private String nameOf(ColourScale scale) {
    return texts.get(switch (scale) {
      case GREY -> "photo-tab.colours.grey";
      case GREY_INVERTED -> "photo-tab.colours.grey-inverted";
      case VIRIDIS -> "photo-tab.colours.viridis";
      case SIGNED -> "photo-tab.colours.signed";
    });
  }

  private String nameOf(MapScaling scaling) {
    return texts.get(switch (scaling) {
      case PER_MAP -> "photo-tab.scaling.per-map";
      case COMMON -> "photo-tab.scaling.common";
    });
  }

  private void follow() {
    maps.mapsProperty().addListener((p, before, after) -> showMaps(after));
    maps.tiles().addListener(this::tilesChanged);
    grid.setOnOpen(maps.openedProperty()::set);
    grid.selectedProperty().addListener((p, before, after) -> {
      if (after.intValue() >= 0) {
        probe.mapProperty().set(after.intValue());
      }
    });
    grid.hoveredProperty().addListener((p, before, at) -> {
      MapSet set = maps.mapsProperty().get();
      if (at == null || set == null) {
        probe.leaveMaps();
      } else {
        probe.pointAtMap(at.map(), new ProbeModel.Cell((int) (at.y01() * set.maps().height()),
            (int) (at.x01() * set.maps().width())));
      }
    });
    probe.cellProperty().addListener((p, before, cell) -> mark(cell));
    maps.openedProperty().addListener((p, before, after) -> {
      if (after.intValue() >= 0) {
        grid.selectedProperty().set(after.intValue());
        probe.mapProperty().set(after.intValue());
        full.refresh();
        full.zoom().requestFocus();
      } else {
        grid.requestFocus();
      }
    });
    InvalidationListener legendChanged = o -> showLegend();
    maps.colourScaleProperty().addListener(legendChanged);
    maps.scalingProperty().addListener(legendChanged);
    probe.mapProperty().addListener(legendChanged);
    InvalidationListener sizeChanged = o -> wantDetail();
    grid.tileSizeProperty().addListener(sizeChanged);
    note.fontProperty().addListener(sizeChanged);
  }

  private void showMaps(MapSet set) {
    if (set == null) {
      shownSubject = -1;
      grid.setMaps(0, 1, 1);
    } else if (set.subject() != shownSubject) {
      shownSubject = set.subject();
      grid.setMaps(set.maps().count(), set.maps().width(), set.maps().height());
      if (grid.selectedProperty().get() < 0) {
        grid.selectedProperty().set(0);
      }
      wantDetail();
    }
    showLegend();
  }

  private void tilesChanged(ListChangeListener.Change<? extends TilePicture> change) {
    boolean legendToo = maps.scalingProperty().get() == MapScaling.COMMON;
    while (change.next()) {
      for (int i = change.getFrom(); i < change.getTo(); i++) {
        TilePicture tile = change.getList().get(i);
        if (tile != null && i < grid.getMapCount()) {
          grid.setTile(i, tile.width(), tile.height(), tile.argb());
        }
        if (i == maps.openedProperty().get()) {
          full.refresh();
        }
        legendToo |= i == probe.mapProperty().get();
      }
    }
    if (legendToo) {
      showLegend();
    }
  }

  private void mark(ProbeModel.Cell cell) {
    MapSet set = maps.mapsProperty().get();
    Point2D at = cell == null || set == null ? null : new Point2D((cell.column() + 0.5) / set.maps().width(),
        (cell.row() + 0.5) / set.maps().height());
    grid.markerProperty().set(at);
    full.zoom().markerProperty().set(at);
  }

  private void showLegend() {
    int map = probe.mapProperty().get();
    ValueRange range = maps.range(map);
    legend.show(range == null ? null : maps.colourScaleProperty().get(), range);
    legendOf.setText(range == null ? "" : maps.scalingProperty().get() == MapScaling.COMMON
        ? texts.get("photo-tab.legend.all") : texts.get("photo-tab.legend.map", map));
  }

  private void wantDetail() {
    MapSet set = maps.mapsProperty().get();
    if (set == null) {
      return;
    }
    double pixels = getScene() == null || getScene().getWindow() == null ? 1
        : getScene().getWindow().getRenderScaleX();
    double aspect = Math.sqrt((double) set.maps().width() / set.maps().height());
    maps.wantDetail(grid.tileSizeProperty().get() * note.getFont().getSize() * pixels * Math.max(aspect, 1 / aspect));
  }
}
