package cnnworkshop.app.learn;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ConvolutionalPart;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.SizedPicture;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.SizeTrace;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The keypoint network given pictures of any size: the shapes layer by layer until one refuses, and the layers that
 * work computed on a picture.
 */
final class AnySizeModel {

  /** Pixels a side one can choose. */
  static final int SMALLEST = 8;
  static final int LARGEST = 512;

  /** Pixels on the longest side of what is painted of a map. */
  private static final int TILE = 160;
  private static final int[][] GUESSES = {{200, 150}, {50, 80}, {320, 240}, {33, 33}, {128, 64}, {500, 10}};

  /** A map in colour. */
  record Tile(int width, int height, int[] argb) {}

  /**
   * A picture and what the layers make of it.
   *
   * @param layers the convolutional part's outputs so far, one a layer
   * @param complete whether all layers are computed that can be
   */
  record Result(Photo picture, List<FeatureMaps> layers, boolean complete) {}

  private final DemoTools tools;
  private final Texts texts;
  private final NetworkSpec spec = Presets.byName("keypoints").orElseThrow();
  private final IntegerProperty width = new SimpleIntegerProperty(this, "width", 96);
  private final IntegerProperty height = new SimpleIntegerProperty(this, "height", 96);
  private final IntegerProperty source = new SimpleIntegerProperty(this, "source", 0);
  private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", 0);
  private final BooleanProperty globalPooling = new SimpleBooleanProperty(this, "globalPooling");
  private final ReadOnlyObjectWrapper<SizeTrace> trace = new ReadOnlyObjectWrapper<>(this, "trace");
  private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyObjectWrapper<List<Tile>> tiles = new ReadOnlyObjectWrapper<>(this, "tiles", List.of());
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final LabGuess guess;
  private final AtomicLong run = new AtomicLong();
  private final AtomicLong painting = new AtomicLong();
  private final Random random = new Random(96);
  private int[] asked;
  private ConvolutionalPart part;
  private boolean sizing;

  /** @param tools gives the network's layers, the pictures, and threads */
  AnySizeModel(DemoTools tools) {
    this.tools = tools;
    texts = tools.texts();
    guess = new LabGuess(texts);
    for (var property : List.of(width, height, source, globalPooling)) {
      property.addListener((p, before, now) -> changed());
    }
    layer.addListener((p, before, now) -> paint());
    guess.answeredProperty().addListener((p, before, now) -> {
      if (now) {
        setSize(asked[0], asked[1]);
      }
    });
    askAnother();
    changed();
    tools.lab().ask(getClass(), ConvolutionalPart::of, got -> {
      part = got;
      compute();
    }, this::failed);
  }

  /** Asks for conv1's shape on a picture of some other size. */
  void askAnother() {
    int[] now;
    do {
      now = GUESSES[random.nextInt(GUESSES.length)];
    } while (now == asked);
    asked = now;
    int w = asked[0];
    int h = asked[1];
    int right = random.nextInt(4);
    List<String> answers = new ArrayList<>(List.of(shape(32, h, w), shape(32, h - 3, w - 3), shape(1, h - 2, w - 2)));
    answers.add(right, shape(32, h - 2, w - 2));
    guess.ask(texts.get("learn.size.guess", shape(1, h, w)), answers, right,
        texts.get("learn.size.guess.truth", shape(32, h - 2, w - 2)));
  }

  private static String shape(int channels, int rows, int columns) {
    return new Shape(channels, rows, columns).toString();
  }

  /** Both sides at once. */
  void setSize(int newWidth, int newHeight) {
    sizing = true;
    width.set(clip(newWidth));
    height.set(clip(newHeight));
    sizing = false;
    changed();
  }

  /** The size of the chosen picture itself, its longest side at most {@link #LARGEST}. */
  void setOwnSize() {
    Photo photo = photo(source.get());
    double scale = Math.min(1, (double) LARGEST / Math.max(photo.width(), photo.height()));
    setSize((int) Math.round(photo.width() * scale), (int) Math.round(photo.height() * scale));
  }

  private static int clip(int side) {
    return Math.max(SMALLEST, Math.min(LARGEST, side));
  }

  private Photo photo(int which) {
    return which == 0 ? tools.samples().get().get(0) : tools.photo().get();
  }

  private void changed() {
    if (!sizing) {
      trace.set(SizeTrace.of(spec, new Shape(1, height.get(), width.get()), globalPooling.get()));
      read();
      compute();
    }
  }

  private void compute() {
    long mine = run.incrementAndGet();
    if (part == null) {
      return;
    }
    int w = width.get();
    int h = height.get();
    int which = source.get();
    tools.background().execute(() -> {
      if (mine != run.get()) {
        return;
      }
      try {
        Photo picture = SizedPicture.of(photo(which), w, h);
        List<FeatureMaps> first = new ArrayList<>();
        List<FeatureMaps> all = part.run(SizedPicture.greys(picture), maps -> {
          if (first.isEmpty()) {
            first.add(maps);
            show(mine, new Result(picture, List.of(maps), false));
          }
        }, () -> mine != run.get());
        show(mine, new Result(picture, all, true));
      } catch (Throwable e) { // also OutOfMemoryError
        tools.ui().execute(() -> failed(e));
      }
    });
  }

  private void show(long mine, Result computed) {
    tools.ui().execute(() -> {
      if (mine == run.get()) {
        result.set(computed);
        paint();
        read();
      }
    });
  }

  /** Colours the chosen layer's maps in the background. */
  private void paint() {
    long mine = painting.incrementAndGet();
    Result now = result.get();
    if (now == null) {
      return;
    }
    if (layer.get() >= now.layers().size()) {
      if (now.complete()) {
        tiles.set(List.of());
      }
      return;
    }
    FeatureMaps maps = now.layers().get(layer.get());
    tools.background().execute(() -> {
      List<Tile> painted = new ArrayList<>();
      LayerMaps reducible = new LayerMaps(maps);
      for (int map = 0; map < maps.shape().channels() && mine == painting.get(); map++) {
        MapReduction small = reducible.reduce(map, TILE);
        painted.add(new Tile(small.width(), small.height(), LabMaps.COLOURS.paint(small.values(),
            LabMaps.range(small.values()))));
      }
      tools.ui().execute(() -> {
        if (mine == painting.get()) {
          tiles.set(painted);
        }
      });
    });
  }

  /** One layer's row in words: what it gives, or why it can't. */
  String words(SizeTrace.Step step) {
    return switch (step.refusal()) {
      case NONE -> step.output().orElseThrow().toString();
      case NOTHING_COMES -> texts.get("learn.size.nothing");
      case TOO_SMALL -> texts.get("learn.size.too-small");
      case OTHER_NUMBER -> texts.get("learn.size.other-number", step.inputs(), step.wanted());
    };
  }

  private void read() {
    String picture = shape(1, height.get(), width.get());
    String end = trace.get().refused().map(step -> switch (step.refusal()) {
      case OTHER_NUMBER -> texts.get("learn.size.reading.dense", step.layer().name(), step.inputs(), step.wanted());
      default -> texts.get("learn.size.reading.small", step.layer().name());
    }).orElseGet(() -> globalPooling.get() ? texts.get("learn.size.reading.global", lastMaps())
        : texts.get("learn.size.reading.through"));
    reading.set(texts.get("learn.size.reading", picture, end));
  }

  private String lastMaps() {
    Result now = result.get();
    if (now == null || !now.complete() || part == null || now.layers().size() < part.layers().size()) {
      return "";
    }
    float[] means = ConvolutionalPart.globalMeans(now.layers().get(now.layers().size() - 1));
    return texts.get("learn.size.means", means.length, means[0], means[1], means[2]);
  }

  private void failed(Throwable failure) {
    trouble.set(texts.get("learn.lab.trouble"));
    tools.failures().accept(failure);
  }

  /** Nothing more is computed. */
  void close() {
    run.incrementAndGet();
    painting.incrementAndGet();
  }

  /** Columns of the picture. */
  IntegerProperty widthProperty() {
    return width;
  }

  /** Rows of the picture. */
  IntegerProperty heightProperty() {
    return height;
  }

  /** 0: the first sample; 1: the photo of the Photo tab. */
  IntegerProperty sourceProperty() {
    return source;
  }

  /** The layer whose maps are shown, numbered as in the network. */
  IntegerProperty layerProperty() {
    return layer;
  }

  /** Whether the mean of each map is taken before the dense layers. */
  BooleanProperty globalPoolingProperty() {
    return globalPooling;
  }

  /** The shapes, layer by layer. */
  ReadOnlyObjectProperty<SizeTrace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /** What was computed last; null at first. */
  ReadOnlyObjectProperty<Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** The chosen layer's maps in colour; none if the picture is too small for it or it gives none. */
  ReadOnlyObjectProperty<List<Tile>> tilesProperty() {
    return tiles.getReadOnlyProperty();
  }

  /** Which shape conv1 gives. */
  LabGuess guess() {
    return guess;
  }

  /** What is wrong, in words; empty for nothing. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** How far the picture goes, in words. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
