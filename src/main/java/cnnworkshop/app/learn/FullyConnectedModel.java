package cnnworkshop.app.learn;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.SeenFace;
import cnnworkshop.core.inspect.DensePart;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The dense layers of the keypoint network on the sample face, with maps of pool3 and units of hidden4 switched off,
 * and where the points go.
 */
final class FullyConnectedModel {

  /** In which order a share of units goes. */
  enum Order { RANDOM, STRONGEST, WEAKEST }

  /**
   * What comes from the network.
   *
   * @param maps what pool3 gives
   * @param units what hidden4 gives with everything on
   */
  record Source(SeenFace face, FeatureMaps maps, float[] units, DensePart dense) {}

  /**
   * An answer.
   *
   * @param points in pixels of the view
   * @param distance mean way of the points from where they are with everything on, in pixels of the view
   */
  record Answer(Keypoints points, double distance) {}

  /** Random orders are the same every time, so that what the text says can be seen again. */
  private static final long SEED = 9;
  /** Pixels of the view between the answers to guess from. */
  private static final double[] STEPS = {1, 4, 16};

  private final DemoTools tools;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>(this, "source");
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final ReadOnlyObjectWrapper<BitSet> mapsOff = new ReadOnlyObjectWrapper<>(this, "mapsOff", new BitSet());
  private final ReadOnlyObjectWrapper<BitSet> unitsOff = new ReadOnlyObjectWrapper<>(this, "unitsOff", new BitSet());
  private final IntegerProperty order = new SimpleIntegerProperty(this, "order", 0);
  private final BooleanProperty scaled = new SimpleBooleanProperty(this, "scaled");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final LabGuess guess;
  private final AtomicLong run = new AtomicLong();

  /** @param tools asks the network about the first sample's face, and computes in the background */
  FullyConnectedModel(DemoTools tools) {
    this.tools = tools;
    texts = tools.texts();
    guess = new LabGuess(texts);
    scaled.addListener((p, before, now) -> compute());
    guess.answeredProperty().addListener((p, before, now) -> {
      if (now) {
        allOn();
        scaled.set(false);
        order.set(Order.RANDOM.ordinal());
        switchOffUnits(0.5);
      }
    });
    tools.lab().ask(getClass(), network -> fetch(network, tools), got -> {
      source.set(got);
      compute();
      prepareGuess(got);
    }, this::failed);
    read();
  }

  private static Source fetch(Network network, DemoTools tools) throws IOException {
    SeenFace face = SeenFace.largest(network, tools.samples().get().get(0));
    List<LayerSpec> layers = network.spec().layers();
    int dense = IntStream.range(0, layers.size()).filter(i -> layers.get(i) instanceof LayerSpec.Dense).findFirst()
        .orElseThrow();
    return new Source(face, network.featureMaps(dense - 1, face.view()),
        network.featureMaps(dense, face.view()).values(), DensePart.of(network));
  }

  private void failed(Throwable failure) {
    trouble.set(texts.get("learn.lab.trouble"));
    tools.failures().accept(failure);
  }

  /** What half of hidden4 does is computed before it is asked for. */
  private void prepareGuess(Source from) {
    BitSet half = first(unitOrder(Order.RANDOM), from.units().length / 2);
    tools.background().execute(() -> {
      try {
        double distance = answer(from, new BitSet(), half, 1).distance();
        tools.ui().execute(() -> {
          int right = 0;
          while (right < STEPS.length && distance >= STEPS[right]) {
            right++;
          }
          guess.ask(texts.get("learn.dense.guess"), List.of(texts.get("learn.dense.guess.least", STEPS[0]),
              texts.get("learn.dense.guess.between", STEPS[0], STEPS[1]),
              texts.get("learn.dense.guess.between", STEPS[1], STEPS[2]),
              texts.get("learn.dense.guess.most", STEPS[2])), right,
              texts.get("learn.dense.guess.truth", distance, active(from)));
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.ui().execute(() -> failed(e));
      }
    });
  }

  /** The answer with some maps and units off. */
  static Answer answer(Source from, BitSet mapsOff, BitSet unitsOff, float factor) {
    float[] values = from.maps().values().clone();
    int cells = from.maps().shape().height() * from.maps().shape().width();
    mapsOff.stream().forEach(map -> Arrays.fill(values, map * cells, (map + 1) * cells, 0));
    Keypoints points = Keypoints.ofTargets(from.dense().answer(values, unitsOff, factor), 0);
    return new Answer(points, Distances.mean(points, from.face().points()));
  }

  /** How many units of hidden4 answer at all with everything on. */
  private static int active(Source from) {
    int active = 0;
    for (float unit : from.units()) {
      active += unit > 0 ? 1 : 0;
    }
    return active;
  }

  private void compute() {
    long mine = run.incrementAndGet();
    Source from = source.get();
    read();
    if (from == null) {
      return;
    }
    BitSet maps = (BitSet) mapsOff.get().clone();
    BitSet units = (BitSet) unitsOff.get().clone();
    int all = from.units().length;
    // As inverted dropout does, so that the sums of hidden5 keep their size.
    float factor = scaled.get() && units.cardinality() < all ? (float) all / (all - units.cardinality()) : 1;
    tools.background().execute(() -> {
      if (mine != run.get()) {
        return;
      }
      try {
        Answer computed = answer(from, maps, units, factor);
        tools.ui().execute(() -> {
          if (mine == run.get()) {
            answer.set(computed);
            read();
          }
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.ui().execute(() -> failed(e));
      }
    });
  }

  /** Switches everything on. */
  void allOn() {
    mapsOff.set(new BitSet());
    unitsOff.set(new BitSet());
    compute();
  }

  /** Switches a share of hidden4 off, 0..1, in the chosen order, and the rest on. */
  void switchOffUnits(double share) {
    if (source.get() != null) {
      int all = source.get().units().length;
      unitsOff.set(first(unitOrder(Order.values()[order.get()]), (int) Math.round(share * all)));
      compute();
    }
  }

  /** Switches a share of pool3's maps off, 0..1, in the chosen order, and the rest on. */
  void switchOffMaps(double share) {
    if (source.get() != null) {
      FeatureMaps maps = source.get().maps();
      float[] sums = new float[maps.shape().channels()];
      for (int map = 0; map < sums.length; map++) {
        for (float value : LabMaps.values(maps, map)) {
          sums[map] += value;
        }
      }
      mapsOff.set(first(ordered(Order.values()[order.get()], sums), (int) Math.round(share * sums.length)));
      compute();
    }
  }

  private List<Integer> unitOrder(Order by) {
    return ordered(by, source.get().units());
  }

  private static List<Integer> ordered(Order by, float[] strengths) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, strengths.length).boxed().toList());
    switch (by) {
      case RANDOM -> Collections.shuffle(all, new Random(SEED));
      case STRONGEST -> all.sort(Comparator.comparingDouble(i -> -strengths[i]));
      case WEAKEST -> all.sort(Comparator.comparingDouble(i -> strengths[i]));
    }
    return all;
  }

  private static BitSet first(List<Integer> ordered, int count) {
    BitSet set = new BitSet();
    ordered.subList(0, count).forEach(set::set);
    return set;
  }

  /** Switches one map of pool3, or several one after the other, off or on. */
  void setMaps(int from, int to, boolean off) {
    mapsOff.set(with(mapsOff.get(), from, to, off));
    compute();
  }

  /** Switches one unit of hidden4, or several one after the other, off or on. */
  void setUnits(int from, int to, boolean off) {
    unitsOff.set(with(unitsOff.get(), from, to, off));
    compute();
  }

  private static BitSet with(BitSet before, int from, int to, boolean off) {
    BitSet changed = (BitSet) before.clone();
    changed.set(Math.min(from, to), Math.max(from, to) + 1, off);
    return changed;
  }

  private void read() {
    if (source.get() == null || answer.get() == null) {
      reading.set(texts.get("learn.lab.wait"));
      return;
    }
    reading.set(texts.get("learn.dense.reading", mapsOff.get().cardinality(), source.get().maps().shape().channels(),
        unitsOff.get().cardinality(), source.get().units().length, answer.get().distance()));
  }

  /** Nothing more is computed. */
  void close() {
    run.incrementAndGet();
  }

  /** What comes from the network; null until it answered. */
  ReadOnlyObjectProperty<Source> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** The points now; null at first. */
  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Which maps of pool3 are off; not to be changed. */
  ReadOnlyObjectProperty<BitSet> mapsOffProperty() {
    return mapsOff.getReadOnlyProperty();
  }

  /** Which units of hidden4 are off; not to be changed. */
  ReadOnlyObjectProperty<BitSet> unitsOffProperty() {
    return unitsOff.getReadOnlyProperty();
  }

  /** The {@link Order} in which a share goes, by its place there. */
  IntegerProperty orderProperty() {
    return order;
  }

  /** Whether the units left are made stronger for those that are off. */
  BooleanProperty scaledProperty() {
    return scaled;
  }

  /** How far the points go with half of hidden4 off; the guess switches it off. */
  LabGuess guess() {
    return guess;
  }

  /** What is wrong, in words; empty for nothing. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What is off and how far the points went, in words. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
