package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.inspect.FilterGroups;
import cnnworkshop.core.inspect.FilterLikeness;
import cnnworkshop.core.inspect.FilterOrder;
import cnnworkshop.core.inspect.FilterPictures;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.LayerSpec;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The filters of one convolution of the loaded network: how they are ordered and which one is chosen. Numbers come from
 * the network's thread, pictures are painted in the background; what was overtaken is dropped. To be used on the UI
 * thread.
 */
final class GalleryModel {

  /** Filters as alike as this are alike to the eye. */
  private static final double USUAL_LIKENESS = 0.8;
  private static final String CHANNEL = "filters: gallery";

  private final FiltersTools tools;
  private final GalleryLookModel look = new GalleryLookModel(this::paint);
  private final GalleryMapsModel answers;
  private final ObservableList<GalleryLayer> layers = FXCollections.observableArrayList();
  private final ObjectProperty<GalleryLayer> layer = new SimpleObjectProperty<>(this, "layer");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
  private final ObjectProperty<FilterOrder> order = new SimpleObjectProperty<>(this, "order", FilterOrder.INDEX);
  private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped");
  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", USUAL_LIKENESS);
  private final ReadOnlyObjectWrapper<GalleryContents> contents = new ReadOnlyObjectWrapper<>(this, "contents");
  private final ReadOnlyObjectWrapper<FilterLikeness> likeness = new ReadOnlyObjectWrapper<>(this, "likeness");
  private final ReadOnlyObjectWrapper<GallerySheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private FilterPictures pictures;
  private int paintings;

  GalleryModel(FiltersTools tools) {
    this.tools = tools;
    this.answers = new GalleryMapsModel(tools);
    layer.addListener((p, before, now) -> layerChosen(now));
    order.addListener((p, before, now) -> arrange());
    grouped.addListener((p, before, now) -> arrange());
    threshold.addListener((p, before, now) -> arrange());
    answers.mapsProperty().addListener((p, before, now) -> arrange());
    tools.unit().addListener((p, before, now) -> follow(now));
    tools.inference().networkProperty().addListener((p, before, now) -> lookAt(now));
    lookAt(tools.inference().networkProperty().get());
  }

  /** What of each filter is seen and in which colours. */
  GalleryLookModel look() {
    return look;
  }

  /** What the filters make of the current picture. */
  GalleryMapsModel answers() {
    return answers;
  }

  /** The convolutions there are. */
  ObservableList<GalleryLayer> layers() {
    return layers;
  }

  /** The one that is looked at; null for none. */
  ObjectProperty<GalleryLayer> layerProperty() {
    return layer;
  }

  /** The chosen filter's number; −1 for none. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Chooses a filter of the layer, for all parts of the tab. */
  void choose(int filter) {
    if (layer.get() != null && filter >= 0 && filter < layer.get().filters()) {
      tools.unit().set(new Unit(layer.get().layer(), filter));
    }
  }

  /** In which order filters stand. */
  ObjectProperty<FilterOrder> orderProperty() {
    return order;
  }

  /** Whether like filters stand in groups. */
  BooleanProperty groupedProperty() {
    return grouped;
  }

  /** How alike they have to be for that, 0..1. */
  DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** The layer's numbers; null until they are there. */
  ReadOnlyObjectProperty<GalleryContents> contentsProperty() {
    return contents.getReadOnlyProperty();
  }

  /** How alike the layer's filters are; null until it is known. */
  ReadOnlyObjectProperty<FilterLikeness> likenessProperty() {
    return likeness.getReadOnlyProperty();
  }

  /** The filters as they are shown; null until they are painted. */
  ReadOnlyObjectProperty<GallerySheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** Why there are no filters; empty if there are. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  private void lookAt(LoadedNetwork network) {
    layer.set(null);
    List<GalleryLayer> found = network == null ? List.of() : GalleryLayer.of(network);
    layers.setAll(found);
    trouble.set(network == null ? tools.texts().get("filters.gallery.no-network")
        : found.isEmpty() ? tools.texts().get("filters.gallery.no-convolution", network.name()) : "");
    follow(tools.unit().get());
    if (layer.get() == null && !found.isEmpty()) {
      layer.set(found.get(0));
    }
  }

  /** Another unit was chosen: if a filter made it, that is the one to look at. */
  private void follow(Unit unit) {
    layers.stream().filter(one -> made(one, unit)).findFirst().ifPresent(one -> {
      chosen.set(unit.unit());
      layer.set(one);
    });
  }

  /** Whether a unit is a filter of a layer, or made of one map of it by the layers behind. */
  private boolean made(GalleryLayer of, Unit unit) {
    List<LayerSpec> all = tools.inference().networkProperty().get().spec().layers();
    return unit != null && unit.layer() >= of.layer() && unit.layer() < all.size() && unit.unit() < of.filters()
        && all.subList(of.layer() + 1, unit.layer() + 1).stream().allMatch(GalleryModel::keepsMaps);
  }

  private static boolean keepsMaps(LayerSpec spec) {
    return spec instanceof LayerSpec.Pooling || spec instanceof LayerSpec.GlobalPooling
        || spec instanceof LayerSpec.BatchNormalization || spec instanceof LayerSpec.ActivationOnly
        || spec instanceof LayerSpec.Dropout;
  }

  private void layerChosen(GalleryLayer now) {
    paintings++;
    tools.inference().cancel(CHANNEL);
    pictures = null;
    contents.set(null);
    likeness.set(null);
    sheet.set(null);
    answers.lookAt(null);
    if (now == null) {
      chosen.set(-1);
      return;
    }
    if (!made(now, tools.unit().get())) {
      choose(0);
    }
    look.lookAt(now);
    Filters first = tools.inference().networkProperty().get().firstLayer();
    if (now.looksAtPictures()) {
      take(now, first);
    } else {
      tools.inference().submit(CHANNEL, network -> Filters.of(network, now.layer()), got -> take(now, got),
          tools.messages()::report);
    }
    // After the filters: they are to be seen first.
    answers.lookAt(now);
  }

  private void take(GalleryLayer of, Filters filters) {
    inBackground(() -> {
      GalleryContents got = GalleryContents.of(of, filters);
      return () -> {
        if (of == layer.get() && contents.get() == null) {
          contents.set(got);
          paint();
          compare(got);
        }
      };
    });
  }

  private void compare(GalleryContents of) {
    inBackground(() -> {
      FilterLikeness found = FilterLikeness.of(of.filters());
      return () -> {
        if (of == contents.get()) {
          likeness.set(found);
          if (order.get() == FilterOrder.LIKENESS || grouped.get()) {
            arrange();
          }
        }
      };
    });
  }

  private void paint() {
    int mine = ++paintings;
    GalleryContents of = contents.get();
    if (of == null) {
      return;
    }
    FilterSlice slice = look.slice();
    FilterScaling scaling = look.scalingProperty().get();
    inBackground(() -> {
      FilterPictures painted = FilterPictures.of(of.filters(), slice, scaling);
      return () -> {
        if (mine == paintings) {
          pictures = painted;
          arrange();
        }
      };
    });
  }

  /** Computes something in the background and does what it gives on the UI thread. */
  private void inBackground(Supplier<Runnable> work) {
    tools.background().execute(() -> {
      try {
        tools.ui().execute(work.get());
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }

  private void arrange() {
    GalleryContents of = contents.get();
    if (of == null || pictures == null) {
      return;
    }
    FilterLikeness alike = likeness.get();
    GalleryMaps maps = answers.mapsProperty().get();
    List<FilterActivity> activity = maps == null ? List.of() : maps.activity();
    boolean known = switch (order.get()) {
      case LIKENESS -> alike != null;
      case ACTIVITY -> !activity.isEmpty();
      case INDEX, NORM -> true;
    };
    List<Integer> inOrder = (known ? order.get() : FilterOrder.INDEX).of(of.facts(), () -> activity, () -> alike);
    FilterGroups groups = grouped.get() && alike != null
        ? FilterGroups.of(inOrder, alike.groups(threshold.get())) : FilterGroups.none(inOrder);
    sheet.set(new GallerySheet(of, pictures, activity, groups));
  }
}
