package cnnworkshop.app.learn;

import cnnworkshop.core.face.SeenFace;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ConvolutionalPart;
import cnnworkshop.core.inspect.SizedPicture;
import cnnworkshop.core.inspect.StrongestPatches;
import cnnworkshop.core.inspect.StrongestPatches.Patch;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.ReceptiveField;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * What excites a map of conv2 or conv3 most on the sample pictures, and what one of its values sees of a picture. The
 * pictures are the first sample's face as the network sees it, and all samples, made small.
 */
final class InnerLayersModel {

  /** The layers one can choose. */
  static final List<String> LAYERS = List.of("conv2", "conv3");

  private static final int LONGEST_SIDE = 192;
  private static final int PATCHES = 9;
  private static final int PER_PICTURE = 3;

  /**
   * What was found.
   *
   * @param pictures in greys, 0..255 a colour
   * @param maps of each picture, of each of {@link #LAYERS}
   * @param patches of each of {@link #LAYERS}
   */
  record Found(List<Photo> pictures, List<List<FeatureMaps>> maps, List<StrongestPatches> patches) {}

  private record Start(ConvolutionalPart part, Photo face) {}

  private final DemoTools tools;
  private final Texts texts;
  private final NetworkSpec spec = Presets.byName("keypoints").orElseThrow();
  private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", 1);
  private final IntegerProperty map = new SimpleIntegerProperty(this, "map", 0);
  private final IntegerProperty picture = new SimpleIntegerProperty(this, "picture", 0);
  private final IntegerProperty row = new SimpleIntegerProperty(this, "row", 0);
  private final IntegerProperty column = new SimpleIntegerProperty(this, "column", 0);
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final LabGuess guess;
  private volatile boolean closed;

  /** @param tools gives the network's layers, the samples, and threads */
  InnerLayersModel(DemoTools tools) {
    this.tools = tools;
    texts = tools.texts();
    guess = new LabGuess(texts);
    layer.addListener((p, before, now) -> {
      ask();
      chooseMap(strongestMap());
    });
    ask();
    for (var property : List.of(picture, row, column)) {
      property.addListener((p, before, now) -> read());
    }
    guess.answeredProperty().addListener((p, before, now) -> read());
    tools.lab().ask(getClass(), this::start, this::search, this::failed);
    read();
  }

  private Start start(Network network) throws IOException {
    SeenFace face = SeenFace.largest(network, tools.samples().get().get(0));
    float[] greys = face.view().clone();
    for (int i = 0; i < greys.length; i++) {
      greys[i] *= 255;
    }
    int side = spec.input().width();
    return new Start(ConvolutionalPart.of(network), Photo.ofGrey(side, side, greys));
  }

  private void search(Start start) {
    tools.background().execute(() -> {
      try {
        List<Photo> pictures = new ArrayList<>(List.of(start.face));
        tools.samples().get().forEach(sample -> pictures.add(sample.reducedTo(LONGEST_SIDE)));
        Found result = new Found(pictures, new ArrayList<>(), List.of(patches(), patches()));
        for (Photo one : pictures) {
          List<FeatureMaps> all = start.part.run(SizedPicture.greys(one), maps -> {}, () -> closed);
          if (closed) {
            return;
          }
          List<FeatureMaps> ours = new ArrayList<>();
          for (int i = 0; i < LAYERS.size(); i++) {
            ours.add(all.get(spec.indexOf(LAYERS.get(i))));
            result.patches.get(i).add(ours.get(i));
          }
          result.maps.add(ours);
          double done = (double) result.maps.size() / pictures.size();
          tools.ui().execute(() -> progress.set(done));
        }
        tools.ui().execute(() -> {
          found.set(result);
          chooseMap(strongestMap());
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.ui().execute(() -> failed(e));
      }
    });
  }

  private static StrongestPatches patches() {
    return new StrongestPatches(PATCHES, PER_PICTURE, 3);
  }

  private void failed(Throwable failure) {
    trouble.set(texts.get("learn.lab.trouble"));
    tools.failures().accept(failure);
  }

  private void ask() {
    ReceptiveField field = field();
    int side = field.size().rows();
    int own = layer.get() == 0 ? 4 : 8;
    guess.ask(texts.get("learn.inner.guess", LAYERS.get(layer.get())),
        List.of(square(2), square(own), square(side), square(spec.input().width())), 2,
        texts.get("learn.inner.guess.truth", side, field.jump().rows()));
  }

  private String square(int side) {
    return texts.get("learn.inner.square", side);
  }

  private int strongestMap() {
    return found.get() == null ? 0 : LabMaps.strongest(found.get().maps.get(0).get(layer.get()));
  }

  /** Shows another map, at the place that excites it most. */
  void chooseMap(int newMap) {
    map.set(newMap);
    List<Patch> best = patchesOfMap();
    if (best.isEmpty()) {
      read();
    } else {
      choose(best.get(0));
    }
  }

  /** Goes to a place. */
  void choose(Patch patch) {
    picture.set(patch.picture());
    row.set(patch.row());
    column.set(patch.column());
    read();
  }

  /** Goes to a value of the map, as near as there is one. */
  void place(int newRow, int newColumn) {
    if (found.get() != null) {
      row.set(Math.max(0, Math.min(maps().shape().height() - 1, newRow)));
      column.set(Math.max(0, Math.min(maps().shape().width() - 1, newColumn)));
    }
  }

  /** Goes to the value whose receptive field has its middle nearest to a pixel of the picture. */
  void placeAtPixel(int pixelRow, int pixelColumn) {
    ReceptiveField field = field();
    double half = (field.size().rows() - 1) / 2.0;
    place((int) Math.round((pixelRow - half) / field.jump().rows()),
        (int) Math.round((pixelColumn - half) / field.jump().columns()));
  }

  /** How many pixels a value of the layer sees, and how far the fields of neighbours are apart. */
  ReceptiveField field() {
    int index = spec.indexOf(LAYERS.get(layer.get()));
    return ShapeCheck.of(spec).layers().get(index).field().orElseThrow();
  }

  /** The strongest places of the map; empty until they are found, or if it is silent. */
  List<Patch> patchesOfMap() {
    return found.get() == null ? List.of() : found.get().patches.get(layer.get()).of(map.get());
  }

  /** The layer's maps of the picture; only when {@link #foundProperty()} is there. */
  FeatureMaps maps() {
    return found.get().maps.get(picture.get()).get(layer.get());
  }

  /** The pixels a place's value comes from, without frame or edge. */
  Photo cut(Patch patch) {
    ReceptiveField field = field();
    Photo from = found.get().pictures.get(patch.picture());
    int columns = field.size().columns();
    int rows = field.size().rows();
    return Photo.ofRgb(columns, rows, from.argb(patch.column() * field.jump().columns(),
        patch.row() * field.jump().rows(), columns, rows));
  }

  private void read() {
    if (found.get() == null) {
      reading.set(texts.get("learn.inner.wait"));
      return;
    }
    FeatureMaps maps = maps();
    if (row.get() >= maps.shape().height() || column.get() >= maps.shape().width()) {
      return; // a picture was changed, its place comes next
    }
    ReceptiveField field = field();
    int left = column.get() * field.jump().columns();
    int top = row.get() * field.jump().rows();
    String place = texts.get("learn.inner.reading", LAYERS.get(layer.get()), map.get(), row.get(), column.get(),
        maps.at(map.get(), row.get(), column.get()));
    reading.set(!guess.answeredProperty().get() ? texts.get("learn.inner.reading.hidden", place)
        : texts.get("learn.inner.reading.field", place, top, top + field.size().rows() - 1, left,
            left + field.size().columns() - 1));
  }

  /** The search ends. */
  void close() {
    closed = true;
  }

  /** Which of {@link #LAYERS} is shown. */
  IntegerProperty layerProperty() {
    return layer;
  }

  /** The chosen map. */
  IntegerProperty mapProperty() {
    return map;
  }

  /** The picture shown, numbered as in {@link Found}. */
  IntegerProperty pictureProperty() {
    return picture;
  }

  /** The value's row on the map. */
  IntegerProperty rowProperty() {
    return row;
  }

  /** The value's column on the map. */
  IntegerProperty columnProperty() {
    return column;
  }

  /** Pictures, maps and places; null until all pictures were searched. */
  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** How far the search is, 0..1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How large the receptive field is; it is not drawn before the guess. */
  LabGuess guess() {
    return guess;
  }

  /** What is wrong, in words; empty for nothing. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The value in words. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
