package cnnworkshop.app.learn;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.SeenFace;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The first layer on the sample face: its filters and maps, one place as its 32 numbers, and what becomes of all of it
 * when greys of 0..255 go in where 0..1 were trained with.
 */
final class FirstLayerModel {

  /** The filter is this many pixels wide and high. */
  static final int FILTER = 3;
  /** What a grey of 1 is, undivided. */
  static final float UNDIVIDED = 255;

  /**
   * What the network makes of the face.
   *
   * @param input greys, 0..1 or 0..255, [row, column]
   * @param maps the first layer's
   * @param points the answer, in pixels of the view
   */
  record Look(float[] input, LayerMaps maps, Keypoints points) {}

  /** The face, the first layer's filters, and both ways to look. */
  record Looks(SeenFace face, Filters filters, Look divided, Look undivided) {}

  private final Texts texts;
  private final ReadOnlyObjectWrapper<Looks> looks = new ReadOnlyObjectWrapper<>(this, "looks");
  private final IntegerProperty map = new SimpleIntegerProperty(this, "map", 0);
  private final IntegerProperty row = new SimpleIntegerProperty(this, "row", 38);
  private final IntegerProperty column = new SimpleIntegerProperty(this, "column", 30);
  private final BooleanProperty divide = new SimpleBooleanProperty(this, "divide", true);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final ReadOnlyStringWrapper pointsWords = new ReadOnlyStringWrapper(this, "pointsWords", "");
  private final LabGuess forgotten;

  /** @param tools asks the network about the first sample's face */
  FirstLayerModel(DemoTools tools) {
    texts = tools.texts();
    forgotten = new LabGuess(texts);
    for (var property : List.of(map, row, column, divide)) {
      property.addListener((p, before, now) -> read());
    }
    forgotten.answeredProperty().addListener((p, before, now) -> {
      if (now) {
        divide.set(false);
      }
    });
    tools.lab().ask(getClass(), network -> look(network, tools), got -> {
      looks.set(got);
      map.set(LabMaps.strongest(got.divided().maps().maps()));
      askForgotten();
      read();
    }, failure -> {
      trouble.set(texts.get("learn.lab.trouble"));
      tools.failures().accept(failure);
    });
    read();
  }

  private static Looks look(Network network, DemoTools tools) throws IOException {
    SeenFace face = SeenFace.largest(network, tools.samples().get().get(0));
    int layer = Filters.firstLayer(network.spec()).orElseThrow();
    float[] undivided = new float[face.view().length];
    for (int i = 0; i < undivided.length; i++) {
      undivided[i] = face.view()[i] * UNDIVIDED;
    }
    return new Looks(face, Filters.of(network, layer), look(network, layer, face.view()),
        look(network, layer, undivided));
  }

  private static Look look(Network network, int layer, float[] input) {
    return new Look(input, LayerMaps.of(network, layer, input), Keypoints.ofTargets(network.predict(input, 1), 0));
  }

  private void askForgotten() {
    forgotten.ask(texts.get("learn.first.forget.guess"),
        List.of(texts.get("learn.first.forget.nothing"), texts.get("learn.first.forget.maps"),
            texts.get("learn.first.forget.points")),
        2, texts.get("learn.first.forget.truth", outside(looks.get().undivided().points())));
  }

  /** How many points lie outside the view. */
  static int outside(Keypoints points) {
    int outside = 0;
    for (Keypoint point : Keypoint.values()) {
      double x = points.x(point);
      double y = points.y(point);
      if (!(x >= -0.5 && y >= -0.5 && x < FaceView.SIZE - 0.5 && y < FaceView.SIZE - 0.5)) {
        outside++;
      }
    }
    return outside;
  }

  /** How many pixels beyond the view points lie at most, but no more than would make the view too small to see. */
  static int reach(Keypoints points) {
    double most = 0;
    for (Keypoint point : Keypoint.values()) {
      for (double at : new double[] {points.x(point), points.y(point)}) {
        most = Math.max(most, Math.max(-at, at - FaceView.SIZE));
      }
    }
    return (int) Math.min(2 * FaceView.SIZE, Math.ceil(most) + 4);
  }

  private void read() {
    if (looks.get() == null) {
      reading.set(texts.get("learn.lab.wait"));
      pointsWords.set("");
      return;
    }
    float[] numbers = numbers();
    int silent = 0;
    int strongest = 0;
    for (int i = 0; i < numbers.length; i++) {
      silent += numbers[i] == 0 ? 1 : 0;
      strongest = numbers[i] > numbers[strongest] ? i : strongest;
    }
    reading.set(texts.get("learn.first.reading", row.get(), column.get(), numbers.length, silent, strongest,
        numbers[strongest], map.get(), numbers[map.get()], maps().shape().toString()));
    Keypoints points = look().points();
    pointsWords.set(divide.get() ? texts.get("learn.first.points.divided", Distances.mean(points,
        looks.get().divided().points())) : texts.get("learn.first.points.undivided", outside(points),
        Distances.mean(points, looks.get().divided().points())));
  }

  /** Moves the filter so that its middle lies on a pixel of the view, as far as it fits. */
  void place(int middleRow, int middleColumn) {
    FeatureMaps maps = looks.get() == null ? null : maps();
    if (maps != null) {
      row.set(Math.max(0, Math.min(maps.shape().height() - 1, middleRow - FILTER / 2)));
      column.set(Math.max(0, Math.min(maps.shape().width() - 1, middleColumn - FILTER / 2)));
    }
  }

  /** The 32 numbers at the place, one a map; to be called when {@link #looksProperty()} is there. */
  float[] numbers() {
    FeatureMaps maps = maps();
    float[] numbers = new float[maps.shape().channels()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = maps.at(i, row.get(), column.get());
    }
    return numbers;
  }

  /** How the chosen map's number at the place came about. */
  Arithmetic arithmetic() {
    return look().maps().arithmetic(map.get(), row.get(), column.get()).orElseThrow();
  }

  /** What is seen now. */
  Look look() {
    return divide.get() ? looks.get().divided() : looks.get().undivided();
  }

  private FeatureMaps maps() {
    return look().maps().maps();
  }

  /** Both ways to look; null until the network answered. */
  ReadOnlyObjectProperty<Looks> looksProperty() {
    return looks.getReadOnlyProperty();
  }

  /** The chosen map. */
  IntegerProperty mapProperty() {
    return map;
  }

  /** The place's row on the maps, which is the filter's first row on the view. */
  IntegerProperty rowProperty() {
    return row;
  }

  /** The place's column on the maps. */
  IntegerProperty columnProperty() {
    return column;
  }

  /** Whether the greys are divided by 255, as they were for training. */
  BooleanProperty divideProperty() {
    return divide;
  }

  /** What becomes of it if one forgets; the guess switches it over. */
  LabGuess forgotten() {
    return forgotten;
  }

  /** Where the points are, in words. */
  ReadOnlyStringProperty pointsWordsProperty() {
    return pointsWords.getReadOnlyProperty();
  }

  /** What is wrong, in words; empty for nothing. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The place in words. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
