package cnnworkshop.app.photo;

import cnnworkshop.app.control.MapRegion;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Latest;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.inspect.MapsFailure;
import cnnworkshop.core.inspect.PhotoMaps;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The maps of one layer for the current photo, reduced to display size and painted in the background, a few at a
 * time; parts of full-size maps only where somebody looks. Work for what is no longer shown is cancelled.
 */
public final class MapsModel {

  /** Longest sides tiles are computed for, in pixels: a tile size in between takes the next. */
  private static final int[] DETAILS = {128, 256, 512, 1024};
  private static final String CHANNEL = "photo: maps";

  private final Inference inference;
  private final Executor background;
  private final Executor ui;
  private final Texts texts;
  private final Consumer<Throwable> failures;
  private final int threads;

  private final ObservableList<LayerChoice> layers = FXCollections.observableArrayList();
  private final ObjectProperty<LayerChoice> layer = new SimpleObjectProperty<>(this, "layer");
  private final ObjectProperty<ColourScale> colourScale =
      new SimpleObjectProperty<>(this, "colourScale", ColourScale.GREY);
  private final ObjectProperty<MapScaling> scaling = new SimpleObjectProperty<>(this, "scaling", MapScaling.PER_MAP);
  private final IntegerProperty detail = new SimpleIntegerProperty(this, "detail", DETAILS[1]);
  private final IntegerProperty opened = new SimpleIntegerProperty(this, "opened", -1);
  private final ReadOnlyObjectWrapper<MapSet> maps = new ReadOnlyObjectWrapper<>(this, "maps");
  private final ObservableList<TilePicture> tiles = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final Latest<FaceSquare> views = new Latest<>(this::askLayer);

  private final AtomicInteger run = new AtomicInteger();
  private final MapRegions regions;
  private MapReduction[] reductions = {};
  private int paintings;
  private int subject;
  private Photo photo;
  private FaceSquare square;
  private NetworkFit fit;
  /** Told when the maps of a moving picture's frame are shown; null if none is being waited for. */
  private Runnable whenShown;

  /** @param threads how many threads compute the maps of a large photo */
  MapsModel(Inference inference, Executor background, Executor ui, Texts texts, Consumer<Throwable> failures,
      int threads) {
    this.inference = inference;
    this.background = background;
    this.ui = ui;
    this.texts = texts;
    this.failures = failures;
    this.threads = threads;
    regions = new MapRegions(background, ui, failures);
    layer.addListener((p, before, after) -> restart());
    colourScale.addListener((p, before, after) -> repaint());
    scaling.addListener((p, before, after) -> repaint());
    detail.addListener((p, before, after) -> reduce());
  }

  /** The layers one can choose from. */
  public ObservableList<LayerChoice> layers() {
    return layers;
  }

  /** The layer looked at; null if there is none. */
  public ObjectProperty<LayerChoice> layerProperty() {
    return layer;
  }

  /** Looks at the layer of that name, if the network has one whose maps can be shown. */
  public void chooseLayer(String name) {
    layers.stream().filter(choice -> choice.name().equals(name)).findFirst().ifPresent(layer::set);
  }

  /** How values become colours. */
  public ObjectProperty<ColourScale> colourScaleProperty() {
    return colourScale;
  }

  /** Which values are the ends of the colour scale. */
  public ObjectProperty<MapScaling> scalingProperty() {
    return scaling;
  }

  /** The map that is shown in full size; −1 for none. */
  public IntegerProperty openedProperty() {
    return opened;
  }

  /** The maps; null if there are none. */
  public ReadOnlyObjectProperty<MapSet> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** Their pictures by number, null until computed. */
  public ObservableList<TilePicture> tiles() {
    return tiles;
  }

  /** Why there are no maps; empty if there are. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What the chosen layer looks at, and why the layers behind can't look at more. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Asks for tiles with at least so many pixels on their longest side. */
  public void wantDetail(double pixels) {
    detail.set(Arrays.stream(DETAILS).filter(d -> d >= pixels).findFirst().orElse(DETAILS[DETAILS.length - 1]));
  }

  /** What is known of a map's values; null until computed. */
  public MapReduction reduction(int map) {
    return map >= 0 && map < reductions.length ? reductions[map] : null;
  }

  /** The values at the ends of a map's colour scale; null until the map is computed. */
  public ValueRange range(int map) {
    MapReduction reduction = reduction(map);
    return reduction == null ? null : scaling.get().range(reduction, known());
  }

  void show(Photo newPhoto) {
    whenShown = null;
    photo = newPhoto;
    square = null;
    restart();
  }

  /**
   * Goes on to the next frame of a moving picture. The maps on screen stay until all of the frame's are there.
   *
   * @param through the square on the frame; null for none
   * @param told told once when they are on screen, or if there are none
   */
  void follow(Photo frame, FaceSquare through, Runnable told) {
    whenShown = told;
    MapSet before = maps.get();
    boolean goesOn = before != null && photo.width() == frame.width() && photo.height() == frame.height()
        && (before.layer().wholePhoto() || through != null);
    photo = frame;
    square = through;
    if (!goesOn) {
      restart();
    } else if (before.layer().wholePhoto()) {
      presentWhole(before.layer());
    } else {
      views.ask(square);
    }
  }

  private void shown() {
    Runnable told = whenShown;
    whenShown = null;
    if (told != null) {
      told.run();
    }
  }

  void lookWith(NetworkFit newFit) {
    LayerChoice before = layer.get();
    fit = newFit;
    layers.setAll(fit.layers());
    LayerChoice same = before == null ? null
        : layers.stream().filter(l -> l.name().equals(before.name())).findFirst().orElse(null);
    LayerChoice next = same != null ? same : layers.isEmpty() ? null : layers.get(0);
    if (Objects.equals(next, layer.get())) {
      restart();
    } else {
      layer.set(next);
    }
  }

  /** The square has moved: layers that look through it follow. */
  void lookThrough(FaceSquare newSquare) {
    if (Objects.equals(square, newSquare)) {
      return;
    }
    square = newSquare;
    LayerChoice chosen = layer.get();
    if (photo == null || chosen == null || chosen.wholePhoto()) {
      return;
    }
    if (square == null) {
      restart();
    } else {
      views.ask(square);
    }
  }

  private void restart() {
    subject++;
    run.incrementAndGet();
    regions.forget();
    inference.cancel(CHANNEL);
    views.reset();
    reductions = new MapReduction[0];
    tiles.clear();
    maps.set(null);
    trouble.set("");
    LayerChoice chosen = layer.get();
    note.set(chosen == null ? "" : noteOn(chosen));
    if (photo == null || chosen == null || fit == null || !layers.contains(chosen)) {
      shown();
    } else if (chosen.wholePhoto()) {
      presentWhole(chosen);
    } else if (square == null) {
      trouble.set(texts.get("photo-tab.maps.needs-square", chosen.name()));
      shown();
    } else {
      views.ask(square);
    }
  }

  private void presentWhole(LayerChoice chosen) {
    try {
      present(new MapSet(subject, chosen, new PhotoMaps(photo, fit.network().firstLayer()), null));
    } catch (MapsFailure e) {
      trouble.set(texts.sentence(e));
      shown();
    }
  }

  private void askLayer(FaceSquare through) {
    LayerChoice chosen = layer.get();
    Shape input = fit.network().spec().input();
    Photo seen = photo;
    inference.submit(CHANNEL, network -> LayerMaps.of(network, chosen.layer(),
        new FaceView(through, input.height()).sample(seen, input.channels())),
        computed -> {
          trouble.set("");
          present(new MapSet(subject, chosen, computed, through));
          views.answered();
        },
        failure -> {
          failures.accept(failure);
          views.answered();
          shown();
        });
  }

  private void present(MapSet set) {
    boolean another = maps.get() == null || maps.get().subject() != set.subject();
    if (another) {
      tiles.setAll(new TilePicture[set.maps().count()]);
      if (opened.get() >= set.maps().count()) {
        opened.set(-1);
      }
    }
    boolean nextFrame = whenShown != null && !another && !tiles.contains(null);
    if (!nextFrame) {
      reductions = new MapReduction[set.maps().count()];
    }
    maps.set(set);
    if (nextFrame) {
      reduceFrame();
    } else {
      reduce();
    }
  }

  private void reduceFrame() {
    int mine = run.incrementAndGet();
    Maps current = maps.get().maps();
    MapLook look = look();
    int side = detail.get();
    background.execute(() -> {
      Runnable outcome;
      try {
        FrameMaps frame = FrameMaps.of(current, side, look, () -> mine != run.get(), background, threads).orElse(null);
        outcome = () -> {
          reductions = frame.reductions().toArray(MapReduction[]::new);
          tiles.setAll(frame.tiles());
        };
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> failures.accept(e);
      }
      Runnable last = outcome;
      ui.execute(() -> {
        if (mine == run.get()) {
          last.run();
          shown();
        }
      });
    });
  }

  private void reduce() {
    int mine = run.incrementAndGet();
    if (maps.get() == null) {
      return;
    }
    Maps current = maps.get().maps();
    MapLook look = look();
    List<MapReduction> done = new ArrayList<>();
    int paintedBy = ++paintings;
    int side = detail.get();
    MapReduction[] all = reductions;
    background.execute(() -> {
      try {
        current.reduceAll(side, reduction -> {
          done.add(reduction);
          TilePicture picture = look.paint(reduction, done);
          ui.execute(() -> {
            if (mine == run.get()) {
              all[reduction.map()] = reduction;
              if (paintedBy == paintings) {
                tiles.set(reduction.map(), picture);
              }
            }
          });
        }, () -> mine != run.get(), background, threads);
      } catch (Throwable e) { // also OutOfMemoryError
        ui.execute(() -> {
          failures.accept(e);
          shown();
        });
        return;
      }
      ui.execute(() -> {
        if (mine == run.get()) {
          // The first maps were painted with the range known by then, or as was wanted by then.
          if (look.scaling() == MapScaling.COMMON || paintedBy != paintings) {
            repaint();
          }
          shown();
        }
      });
    });
  }

  private MapLook look() {
    return new MapLook(colourScale.get(), scaling.get());
  }

  /** All maps computed so far, reduced to display size. */
  List<MapReduction> known() {
    return Arrays.stream(reductions).filter(Objects::nonNull).toList();
  }

  /** Paints what is there anew, all in one go. */
  private void repaint() {
    int mine = ++paintings;
    int computedBy = run.get();
    regions.forget();
    List<MapReduction> all = known();
    if (all.isEmpty() || all.size() < reductions.length) {
      return; // the run that is under way paints when it is done
    }
    MapLook look = look();
    background.execute(() -> {
      List<TilePicture> pictures = all.stream().map(map -> look.paint(map, all)).toList();
      ui.execute(() -> {
        if (mine == paintings && computedBy == run.get()) {
          tiles.setAll(pictures);
        }
      });
    });
  }

  /**
   * Computes and paints a part of a full-size map; a newer call overtakes.
   *
   * @param onUi gets the pixels and, where the step is 1, the values; on the UI thread
   */
  public void region(int map, MapRegion region, RegionShown onUi) {
    MapSet set = maps.get();
    ValueRange range = range(map);
    if (set == null || range == null) {
      regions.forget();
    } else {
      regions.show(set.maps(), map, region, colourScale.get(), range, onUi);
    }
  }

  /** Takes a part of a map that was asked for. */
  public interface RegionShown {
    void show(MapRegion region, int[] argb, float[] values);
  }

  private String noteOn(LayerChoice chosen) {
    Shape input = fit.network().spec().input();
    String view = input.width() + " × " + input.height();
    return chosen.wholePhoto() ? texts.get("photo-tab.note.whole", chosen.name(), view)
        : texts.get("photo-tab.note.view", chosen.name(), view);
  }
}
