package cnnworkshop.app.photo;

import cnnworkshop.app.photo.ReceptiveField.Area;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.Maps;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The one value that is being looked at closely: where it is on all maps, what it saw of the photo, and how it came
 * about. The place comes from wherever a person pointed last, on the photo or on a map; without a pointer it is the
 * pinned one.
 */
public final class ProbeModel {

  /**
   * A place on the maps.
   *
   * @param row from 0
   * @param column from 0
   */
  public record Cell(int row, int column) {}

  /**
   * Pixels of the photo.
   *
   * @param x first column; may be below 0
   * @param y first row; may be below 0
   * @param width columns
   * @param height rows
   */
  public record Patch(double x, double y, double width, double height) {}

  private final IntegerProperty map = new SimpleIntegerProperty(this, "map", 0);
  private final ReadOnlyObjectWrapper<Cell> cell = new ReadOnlyObjectWrapper<>(this, "cell");
  private final ReadOnlyObjectWrapper<Patch> patch = new ReadOnlyObjectWrapper<>(this, "patch");
  private final ReadOnlyObjectWrapper<Arithmetic> arithmetic = new ReadOnlyObjectWrapper<>(this, "arithmetic");

  private MapSet set;
  private ReceptiveField field;
  private Point pinned;
  private int viewSize;

  ProbeModel() {
    map.addListener((p, before, after) -> look(cell.get()));
  }

  /** Which map's value is spelled out. */
  public IntegerProperty mapProperty() {
    return map;
  }

  /** The place, the same on all maps; null for none. */
  public ReadOnlyObjectProperty<Cell> cellProperty() {
    return cell.getReadOnlyProperty();
  }

  /** What the value depends on, on the photo; null for none. */
  public ReadOnlyObjectProperty<Patch> patchProperty() {
    return patch.getReadOnlyProperty();
  }

  /** How the value came about; null if there is no place, or the layer is no convolution. */
  public ReadOnlyObjectProperty<Arithmetic> arithmeticProperty() {
    return arithmetic.getReadOnlyProperty();
  }

  /** Other maps: a pinned place stays, if it is on them. */
  void show(MapSet newSet, LoadedNetwork network, Photo photo) {
    boolean moved = set != null && newSet != null && set.subject() == newSet.subject();
    set = newSet;
    if (set == null) {
      field = null;
      look(null);
      return;
    }
    boolean whole = set.layer().wholePhoto();
    viewSize = network.spec().input().height();
    field = ReceptiveField.of(network.spec(), network.outputShapes(), set.layer().layer(),
        whole ? photo.height() : network.spec().input().height(),
        whole ? photo.width() : network.spec().input().width());
    if (map.get() >= set.maps().count()) {
      map.set(0);
    }
    look(moved && pinned == null ? cell.get() : pinned == null ? null : cellUnder(pinned));
  }

  /** A pixel of the photo is pointed at; null when the pointer has left it. */
  public void pointAtPhoto(Point pixel) {
    look(pixel != null ? cellUnder(pixel) : pinned == null ? null : cellUnder(pinned));
  }

  /** A pixel of the photo is pinned; null for none any more. */
  public void pin(Point pixel) {
    pinned = pixel;
    look(pixel == null ? null : cellUnder(pixel));
  }

  /** A place on a map is pointed at. */
  public void pointAtMap(int whichMap, Cell place) {
    map.set(whichMap);
    look(place);
  }

  /** The pointer has left the maps. */
  public void leaveMaps() {
    pointAtPhoto(null);
  }

  private Cell cellUnder(Point pixel) {
    if (set == null) {
      return null;
    }
    Point seen = set.square() == null ? pixel : view().toView(pixel.x(), pixel.y());
    return new Cell(field.rows().valueAt(seen.y(), set.maps().height()),
        field.columns().valueAt(seen.x(), set.maps().width()));
  }

  private FaceView view() {
    return new FaceView(set.square(), viewSize);
  }

  private void look(Cell place) {
    if (place == null || set == null) {
      cell.set(null);
      patch.set(null);
      arithmetic.set(null);
      return;
    }
    Maps maps = set.maps();
    cell.set(place);
    Area seen = field.of(place.row(), place.column());
    Area area = set.square() == null ? seen : ReceptiveField.onPhoto(seen, view());
    patch.set(new Patch(area.x(), area.y(), area.width(), area.height()));
    arithmetic.set(maps.arithmetic(map.get(), place.row(), place.column()).orElse(null));
  }
}
