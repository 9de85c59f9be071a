package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.ValueOrigin;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The way from the whole network down to one number, and back up. Pictures of what is looked at are painted in the
 * background; of what is no longer looked at nothing is shown.
 */
final class DrillModel {

  private final FiltersTools tools;
  private final DrillMapsModel source;
  private final DrillFiles files;
  private final ReadOnlyObjectWrapper<DrillPlace> place =
      new ReadOnlyObjectWrapper<>(this, "place", DrillPlace.START);
  private final ObjectProperty<ColourScale> colours = new SimpleObjectProperty<>(this, "colours", ColourScale.GREY);
  private final ObjectProperty<MapScaling> scaling = new SimpleObjectProperty<>(this, "scaling", MapScaling.PER_MAP);
  private final ObjectProperty<DrillOrder> order = new SimpleObjectProperty<>(this, "order", DrillOrder.NUMBER);
  private final ReadOnlyObjectWrapper<List<List<Photo>>> strips =
      new ReadOnlyObjectWrapper<>(this, "strips", List.of());
  private final ReadOnlyObjectWrapper<DrillTiles> tiles = new ReadOnlyObjectWrapper<>(this, "tiles");
  private final ReadOnlyObjectWrapper<ValueOrigin> origin = new ReadOnlyObjectWrapper<>(this, "origin");
  private int painting;
  private Wanted paintedStrips;
  private Wanted paintedTiles;
  /** The map whose cell was chosen last; null for none. */
  private Unit cellOf;
  private boolean telling;

  /**
   * What is to be painted.
   *
   * @param layer whose maps; of no meaning where some of all layers are
   */
  private record Wanted(DrillMaps maps, DrillLook look, DrillOrder order, int layer) {

    private boolean isStripsOf(Wanted other) {
      return other != null && maps == other.maps && look.equals(other.look);
    }

    private boolean isTilesOf(Wanted other) {
      return isStripsOf(other) && order == other.order && layer == other.layer;
    }
  }

  DrillModel(FiltersTools tools) {
    this.tools = tools;
    this.source = new DrillMapsModel(tools);
    this.files = new DrillFiles(tools, this);
    source.mapsProperty().addListener((p, before, now) -> met());
    for (var property : List.of(colours, scaling, order)) {
      property.addListener((p, before, now) -> paint());
    }
    tools.unit().addListener((p, before, now) -> follow(now));
    met();
  }

  /** Other maps: one looks at the same place of them, as far as there is one. */
  private void met() {
    if (maps() != null) {
      follow(tools.unit().get());
      go(maps().nearest(place.get()));
    } else {
      paintedTiles = null;
      tiles.set(null);
      paintedStrips = null;
      strips.set(List.of());
      origin.set(null);
    }
  }

  /** Another unit was chosen in any part of the tab. */
  private void follow(Unit unit) {
    DrillPlace now = place.get();
    if (telling || maps() == null || unit == null || unit.layer() >= maps().layers().size()) {
      return;
    }
    if (now.level() == DrillLevel.NETWORK) {
      place.set(now.withLayer(unit.layer()).withMap(unit.unit()));
    } else if (now.level() != DrillLevel.LAYER || now.layer() == unit.layer()) {
      go(maps().nearest(now.withLayer(unit.layer()).withMap(unit.unit())));
    }
  }

  /** Goes to a place that there is. */
  private void go(DrillPlace to) {
    if (to.level() == DrillLevel.MAP || to.level() == DrillLevel.NUMBER) {
      cellOf = new Unit(to.layer(), to.map());
    }
    place.set(to);
    tell(to);
    paint();
    ask();
  }

  private void tell(DrillPlace to) {
    Unit chosen = new Unit(to.layer(), to.map());
    if (to.level() != DrillLevel.NETWORK && !chosen.equals(tools.unit().get())) {
      telling = true;
      tools.unit().set(chosen);
      telling = false;
    }
  }

  /** Chooses what would be opened next, at the level one is at. */
  void choose(DrillPlace next) {
    if (maps() != null) {
      go(maps().nearest(next));
    }
  }

  /** Goes a level deeper; a unit of a dense layer is one number, so its map is left out. */
  void down() {
    if (maps() == null) {
      return;
    }
    DrillPlace now = place.get();
    boolean flat = maps().layers().get(now.layer()).isFlat();
    switch (now.level()) {
      case NETWORK -> go(maps().nearest(now.at(DrillLevel.LAYER)));
      case LAYER -> go(maps().nearest(flat ? now.at(DrillLevel.NUMBER) : openMap(now)));
      case MAP -> go(now.at(DrillLevel.NUMBER));
      case NUMBER -> { }
    }
  }

  /** A map is opened at its largest value, unless it is the one whose cell was chosen last. */
  private DrillPlace openMap(DrillPlace now) {
    Unit map = new Unit(now.layer(), now.map());
    DrillPlace opened = now.at(DrillLevel.MAP);
    if (map.equals(cellOf)) {
      return opened;
    }
    var shape = maps().layers().get(now.layer()).shape();
    float[] values = maps().layers().get(now.layer()).maps().values();
    int cells = shape.height() * shape.width();
    int largest = now.map() * cells;
    for (int i = largest; i < (now.map() + 1) * cells; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return opened.withCell(largest % cells / shape.width(), largest % shape.width());
  }

  /** Goes a level up. */
  void up() {
    if (maps() == null) {
      return;
    }
    DrillPlace now = place.get();
    boolean flat = maps().layers().get(now.layer()).isFlat();
    switch (now.level()) {
      case NETWORK -> { }
      case LAYER -> go(now.at(DrillLevel.NETWORK));
      case MAP -> go(now.at(DrillLevel.LAYER));
      case NUMBER -> go(now.at(flat ? DrillLevel.LAYER : DrillLevel.MAP));
    }
  }

  /**
   * Goes to a value of the layer before.
   *
   * @param number of all its values, maps one after the other, each row by row
   */
  void goBefore(int number) {
    int layer = place.get().layer() - 1;
    if (maps() != null && layer >= 0) {
      var shape = maps().layers().get(layer).shape();
      int cells = shape.height() * shape.width();
      go(new DrillPlace(DrillLevel.NUMBER, layer, number / cells, number % cells / shape.width(),
          number % shape.width()));
    }
  }

  private void ask() {
    origin.set(null);
    if (place.get().level() == DrillLevel.NUMBER) {
      source.origin(place.get(), origin::set);
    }
  }

  /** How maps are coloured. */
  DrillLook look() {
    return new DrillLook(colours.get(), scaling.get());
  }

  private void paint() {
    DrillMaps all = maps();
    if (all == null) {
      return;
    }
    boolean network = place.get().level() == DrillLevel.NETWORK;
    Wanted wanted = new Wanted(all, look(), order.get(), place.get().layer());
    int mine = ++painting;
    if (network ? wanted.isStripsOf(paintedStrips) : wanted.isTilesOf(paintedTiles)) {
      return;
    }
    tools.background().execute(() -> {
      Runnable outcome;
      try {
        outcome = network ? strips(wanted) : tiles(wanted);
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> tools.messages().report(e);
      }
      Runnable last = outcome;
      tools.ui().execute(() -> {
        if (mine == painting) {
          last.run();
        }
      });
    });
  }

  private Runnable strips(Wanted wanted) {
    List<List<Photo>> painted = wanted.maps.layers().stream().map(wanted.look::strip).toList();
    return () -> {
      paintedStrips = wanted;
      strips.set(painted);
    };
  }

  private Runnable tiles(Wanted wanted) {
    DrillLayer of = wanted.maps.layers().get(wanted.layer);
    int[] sorted = of.isFlat() ? IntStream.range(0, of.shape().channels()).toArray() : wanted.order.of(of.summary());
    List<Photo> pictures = of.isFlat() ? List.of()
        : IntStream.of(sorted).mapToObj(map -> wanted.look.map(of, map)).toList();
    DrillTiles painted = new DrillTiles(wanted.layer, sorted, pictures);
    return () -> {
      paintedTiles = wanted;
      tiles.set(painted);
    };
  }

  private DrillMaps maps() {
    return source.mapsProperty().get();
  }

  /** Where the maps come from. */
  DrillMapsModel source() {
    return source;
  }

  /** What one looks at. */
  ReadOnlyObjectProperty<DrillPlace> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** The colours of values. */
  ObjectProperty<ColourScale> coloursProperty() {
    return colours;
  }

  /** Which values they run over. */
  ObjectProperty<MapScaling> scalingProperty() {
    return scaling;
  }

  /** In which order a layer's maps are shown. */
  ObjectProperty<DrillOrder> orderProperty() {
    return order;
  }

  /** Some maps of each layer, painted when the whole network is looked at. */
  ReadOnlyObjectProperty<List<List<Photo>>> stripsProperty() {
    return strips.getReadOnlyProperty();
  }

  /** All maps of a layer, painted when that is looked at; null for none. */
  ReadOnlyObjectProperty<DrillTiles> tilesProperty() {
    return tiles.getReadOnlyProperty();
  }

  /** What is saved, copied and written of what is looked at. */
  DrillFiles files() {
    return files;
  }

  /** How the number that is looked at came about; null for none, or as long as it is not known. */
  ReadOnlyObjectProperty<ValueOrigin> originProperty() {
    return origin.getReadOnlyProperty();
  }
}
