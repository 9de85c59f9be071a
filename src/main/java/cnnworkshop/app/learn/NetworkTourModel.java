package cnnworkshop.app.learn;

import cnnworkshop.core.face.SeenFace;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerCheck;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The keypoint network's layers and what each of them makes of the sample face. Dropout has no box: it does nothing
 * when the network answers.
 */
final class NetworkTourModel {

  /**
   * What the network makes of a face.
   *
   * @param face what it sees, and its points
   * @param outputs one for each box
   */
  record Outputs(SeenFace face, List<FeatureMaps> outputs) {}

  private static final int CONV3 = 5;
  private static final int HIDDEN4 = 7;

  private final Texts texts;
  private final List<TourLayer> layers = new ArrayList<>();
  private final List<String> code = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Outputs> outputs = new ReadOnlyObjectWrapper<>(this, "outputs");
  private final IntegerProperty opened = new SimpleIntegerProperty(this, "opened", 1);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final LabGuess guess;

  /** @param tools asks the network about the first sample's face */
  NetworkTourModel(DemoTools tools) {
    texts = tools.texts();
    guess = new LabGuess(texts);
    describe(Presets.byName("keypoints").orElseThrow());
    guess.ask(texts.get("learn.tour.guess", total()),
        List.of(texts.get("learn.tour.guess.convolutions"), texts.get("learn.tour.guess.hidden4"),
            texts.get("learn.tour.guess.hidden5"), texts.get("learn.tour.guess.shared")),
        1, texts.get("learn.tour.guess.truth", layers.get(HIDDEN4).parameters(),
            (double) layers.get(HIDDEN4).parameters() / total(), convolutions()));
    opened.addListener((p, before, now) -> read());
    guess.answeredProperty().addListener((p, before, now) -> read());
    tools.lab().ask(getClass(), network -> look(network, tools), got -> {
      outputs.set(got);
      read();
    }, failure -> {
      trouble.set(texts.get("learn.lab.trouble"));
      tools.failures().accept(failure);
    });
    read();
  }

  private void describe(NetworkSpec spec) {
    SpecWords words = new SpecWords(texts);
    ShapeCheck check = ShapeCheck.of(spec);
    layers.add(new TourLayer(-1, texts.get("learn.tour.input"), texts.get("learn.tour.input.words"), spec.input(), 0,
        0));
    code.add("new Shape(" + spec.input().channels() + ", " + spec.input().height() + ", " + spec.input().width() + ")");
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      code.add(SpecCode.of(layer));
      if (!(layer instanceof LayerSpec.Dropout)) {
        LayerCheck one = check.layers().get(i);
        layers.add(new TourLayer(i, layer.name(),
            texts.get("learn.tour.words", words.kind(layer), words.settings(layer)), one.output().orElseThrow(),
            one.parameters(), i + 1));
      }
    }
  }

  private Outputs look(Network network, DemoTools tools) throws IOException {
    SeenFace face = SeenFace.largest(network, tools.samples().get().get(0));
    List<FeatureMaps> all = new ArrayList<>();
    for (TourLayer layer : layers) {
      all.add(layer.layer() < 0 ? new FeatureMaps(layer.shape(), face.view())
          : network.featureMaps(layer.layer(), face.view()));
    }
    return new Outputs(face, all);
  }

  private long total() {
    return layers.stream().mapToLong(TourLayer::parameters).sum();
  }

  private long convolutions() {
    return IntStream.rangeClosed(1, CONV3).mapToLong(i -> layers.get(i).parameters()).sum();
  }

  private void read() {
    TourLayer layer = layers.get(opened.get());
    Shape shape = layer.shape();
    String numbers = guess.answeredProperty().get() ? texts.get("learn.tour.parameters", layer.parameters())
        : texts.get("learn.tour.parameters.hidden");
    String what = layer.flat() ? texts.get("learn.tour.flat", shape.channels())
        : texts.get("learn.tour.maps", shape.channels(), shape.height(), shape.width(), shape.size());
    reading.set(texts.get("learn.tour.reading", layer.name(), layer.words(), what, numbers, shape.toString()));
  }

  /** The box of that place; opens it. */
  void open(int box) {
    opened.set(Math.max(0, Math.min(layers.size() - 1, box)));
  }

  /** The layers that have a box, in order. */
  List<TourLayer> layers() {
    return layers;
  }

  /** The network as lines of code. */
  List<String> code() {
    return code;
  }

  /** Which share of all parameters a box has, 0..1. */
  double share(TourLayer layer) {
    return (double) layer.parameters() / total();
  }

  /** What each box holds; null until the network answered. */
  ReadOnlyObjectProperty<Outputs> outputsProperty() {
    return outputs.getReadOnlyProperty();
  }

  /** Which box is open. */
  IntegerProperty openedProperty() {
    return opened;
  }

  /** Where most parameters are; they are hidden until then. */
  LabGuess guess() {
    return guess;
  }

  /** What is wrong, in words; empty for nothing. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The open box in words. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
