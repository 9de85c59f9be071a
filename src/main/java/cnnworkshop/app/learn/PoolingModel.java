package cnnworkshop.app.learn;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.op.Pooling;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Pooling of a few numbers, or of a feature map of a face, while the picture is moved pixel by pixel. */
final class PoolingModel {

  /** What is pooled. */
  enum Source { NUMBERS, FACE }

  /** Where the face is on the first sample photo, as parts of its width. */
  private static final double FACE_X = 0.438;
  private static final double FACE_Y = 0.25;
  private static final double FACE_SIDE = 0.31;

  /** A value that differs by less is the same: convolutions add up in an order of their own. */
  private static final float SAME = 1e-5f;

  private final KeypointLab lab;
  private final Supplier<Photo> face;
  private final Consumer<Throwable> failures;
  private final PoolingWords words;
  private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.NUMBERS);
  private final ObjectProperty<PoolingPattern> pattern =
      new SimpleObjectProperty<>(this, "pattern", PoolingPattern.SPOTS);
  private final ObjectProperty<Pooling.Kind> kind = new SimpleObjectProperty<>(this, "kind", Pooling.Kind.MAX);
  private final IntegerProperty window = new SimpleIntegerProperty(this, "window", 2);
  private final IntegerProperty stride = new SimpleIntegerProperty(this, "stride", 2);
  private final BooleanProperty same = new SimpleBooleanProperty(this, "same");
  private final IntegerProperty filter = new SimpleIntegerProperty(this, "filter", 1);
  private final IntegerProperty row = new SimpleIntegerProperty(this, "row");
  private final IntegerProperty column = new SimpleIntegerProperty(this, "column");
  private final ReadOnlyObjectWrapper<PoolingSeen> seen = new ReadOnlyObjectWrapper<>(this, "seen");
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
  private final PoolingGuess guess;
  private FaceMaps maps;
  private int right;
  private int down;

  /** All maps of the first layer, of the face where it was and where it is. */
  private record FaceMaps(FeatureMaps before, FeatureMaps now, int right, int down) {}

  /**
   * @param texts what is said
   * @param lab asked for the maps of the face
   * @param face the photo with it; the first sample
   * @param failures takes why there are no maps
   */
  PoolingModel(Texts texts, KeypointLab lab, Supplier<Photo> face, Consumer<Throwable> failures) {
    this.lab = lab;
    this.face = face;
    this.failures = failures;
    this.words = new PoolingWords(texts);
    this.guess = new PoolingGuess(texts);
    source.addListener((p, before, now) -> {
      guess.end();
      moveTo(0, 0);
    });
    pattern.addListener((p, before, now) -> restart());
    for (Observable setting : List.of(kind, window, stride, same)) {
      setting.addListener(change -> restart());
    }
    filter.addListener((p, before, now) -> compute());
    compute();
  }

  ObjectProperty<Source> sourceProperty() {
    return source;
  }

  ObjectProperty<PoolingPattern> patternProperty() {
    return pattern;
  }

  ObjectProperty<Pooling.Kind> kindProperty() {
    return kind;
  }

  /** Rows and columns of the window, 1..5. */
  IntegerProperty windowProperty() {
    return window;
  }

  /** How far the window moves, 1..5. */
  IntegerProperty strideProperty() {
    return stride;
  }

  /** Whether zeros are added at the edges, so that a stride of 1 keeps the size. */
  BooleanProperty sameProperty() {
    return same;
  }

  /** Which of the first layer's maps is pooled, from 1. */
  IntegerProperty filterProperty() {
    return filter;
  }

  /** What is seen now; null until the face's maps are there. */
  ReadOnlyObjectProperty<PoolingSeen> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Goes up whenever there is something new to see: a picture, another output one looks at, or one that was named. */
  ReadOnlyIntegerProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  PoolingGuess guess() {
    return guess;
  }

  PoolingWords words() {
    return words;
  }

  /** The output one looks at. */
  int row() {
    return row.get();
  }

  /** The output one looks at. */
  int column() {
    return column.get();
  }

  /** Looks at an output; while one guesses that names it, or takes it back. */
  void choose(int newRow, int newColumn) {
    PoolingSeen now = seen.get();
    if (now == null) {
      return;
    }
    row.set(Math.max(0, Math.min(now.outputRows() - 1, newRow)));
    column.set(Math.max(0, Math.min(now.outputColumns() - 1, newColumn)));
    show(now);
  }

  /** Names the output one looks at as one that will change, or takes it back. */
  void name() {
    PoolingSeen now = seen.get();
    if (now != null && guess.isOpen()) {
      guess.toggle(row.get() * now.outputColumns() + column.get());
      show(now);
    }
  }

  /** Moves the picture by pixels, as far as it goes. Not while one guesses: the picture has to stay as it is. */
  void move(int columns, int rows) {
    if (!guess.isOpen()) {
      guess.end();
      moveTo(within(right + columns), within(down + rows));
    }
  }

  /** Moves the picture back to where it was. */
  void back() {
    if (!guess.isOpen()) {
      guess.end();
      moveTo(0, 0);
    }
  }

  /** Asks which outputs will change when the picture goes right by one pixel. */
  void beginGuess() {
    moveTo(0, 0);
    if (seen.get() != null) {
      guess.begin(seen.get().output().length);
      show(seen.get());
    }
  }

  /** Moves the picture and compares what changed with what was named. */
  void endGuess() {
    if (guess.isOpen()) {
      guess.close();
      moveTo(1, 0);
    }
  }

  private static int within(int shift) {
    return Math.max(-PoolingPattern.REACH, Math.min(PoolingPattern.REACH, shift));
  }

  private void restart() {
    guess.end();
    compute();
  }

  private void moveTo(int newRight, int newDown) {
    right = newRight;
    down = newDown;
    compute();
  }

  private void compute() {
    if (source.get() == Source.NUMBERS) {
      pool(pattern.get().seen(0, 0), pattern.get().seen(right, down), PoolingPattern.SIDE, 1);
    } else if (maps != null && maps.right == right && maps.down == down) {
      poolMaps();
    } else {
      int toRight = right;
      int toDown = down;
      if (maps == null) {
        seen.set(null);
      }
      lab.ask(this, network -> maps(network, toRight, toDown), found -> {
        maps = found;
        if (source.get() == Source.FACE) {
          poolMaps();
        }
      }, failures);
    }
  }

  /** On the network's thread. */
  private FaceMaps maps(Network network, int toRight, int toDown) {
    Photo photo = face.get();
    int size = FaceView.SIZE + 2 * PoolingPattern.REACH;
    double side = FACE_SIDE * photo.width() * size / FaceView.SIZE;
    float[] around = new FaceView(new FaceSquare(FACE_X * photo.width(), FACE_Y * photo.height(), side, 0), size)
        .sample(photo, 1);
    return new FaceMaps(network.featureMaps(0, cut(around, size, 0, 0)),
        network.featureMaps(0, cut(around, size, toRight, toDown)), toRight, toDown);
  }

  private static float[] cut(float[] around, int size, int toRight, int toDown) {
    float[] view = new float[FaceView.SIZE * FaceView.SIZE];
    for (int y = 0; y < FaceView.SIZE; y++) {
      System.arraycopy(around, (PoolingPattern.REACH + y - toDown) * size + PoolingPattern.REACH - toRight, view,
          y * FaceView.SIZE, FaceView.SIZE);
    }
    return view;
  }

  private void poolMaps() {
    int side = maps.now.shape().height();
    int cells = side * side;
    int from = (filter.get() - 1) * cells;
    pool(Arrays.copyOfRange(maps.before.values(), from, from + cells),
        Arrays.copyOfRange(maps.now.values(), from, from + cells), side, maps.now.shape().channels());
  }

  private void pool(float[] before, float[] now, int side, int channels) {
    Pooling pooling = Pooling.square(kind.get(), window.get(), stride.get(), same.get());
    float[] output = pooling.apply(now, 1, side, side);
    float[] outputBefore = pooling.apply(before, 1, side, side);
    boolean[] changed = new boolean[output.length];
    for (int i = 0; i < output.length; i++) {
      changed[i] = Math.abs(output[i] - outputBefore[i]) > SAME;
    }
    boolean moved = right != 0 || down != 0;
    PoolingSeen next = new PoolingSeen(pooling, channels, side, before, now, outputBefore, output, changed, right,
        down, moved);
    row.set(Math.min(row.get(), next.outputRows() - 1));
    column.set(Math.min(column.get(), next.outputColumns() - 1));
    guess.judge(changed);
    show(next);
  }

  private void show(PoolingSeen next) {
    seen.set(next);
    words.say(next, row.get(), column.get(), guess);
    shown.set(shown.get() + 1);
  }
}
