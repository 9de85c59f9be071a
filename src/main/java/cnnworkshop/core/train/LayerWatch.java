package cnnworkshop.core.train;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.WeightMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Looks at the layers of a network that trains, on the trainer thread: how far the last step moved their weights, and
 * what they make of a probe's pictures. Changes nothing that training depends on.
 */
final class LayerWatch {

  /** Values all layers together may make in one pass: 64 MB of them. */
  private static final int VALUES_AT_ONCE = 16_000_000;

  private final TrainableNetwork network;
  private final LayerProbe probe;
  private final List<Watched> layers;
  private final OptionalInt first;
  private WeightMark mark;
  private List<WeightMark.Movement> movements = List.of();
  private boolean stepped;

  /**
   * A layer with weights and where its outputs are taken.
   *
   * @param layer the layer
   * @param output the layer with the activation function that belongs to it: its own, or for a linear one that of the
   *     next layer that has one, with only pooling, normalisation and dropout between, which keep its units apart
   * @param relu whether that function is ReLU
   */
  record Watched(int layer, int output, boolean relu) {}

  LayerWatch(TrainableNetwork network, LayerProbe probe) {
    this.network = network;
    this.probe = probe;
    this.layers = watched(network.spec());
    this.first = Filters.firstLayer(network.spec());
  }

  static List<Watched> watched(NetworkSpec spec) {
    List<Watched> watched = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      Activation own = activation(spec.layers().get(i));
      if (own != null) {
        int output = own == Activation.LINEAR ? output(spec.layers(), i) : i;
        watched.add(new Watched(i, output,
            (output == i ? own : ((LayerSpec.ActivationOnly) spec.layers().get(output)).activation())
                == Activation.RELU));
      }
    }
    return watched;
  }

  private static Activation activation(LayerSpec layer) {
    return layer instanceof LayerSpec.Convolution c ? c.activation()
        : layer instanceof LayerSpec.Dense d ? d.activation() : null;
  }

  private static int output(List<LayerSpec> layers, int from) {
    for (int i = from + 1; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      if (layer instanceof LayerSpec.ActivationOnly) {
        return i;
      }
      if (!(layer instanceof LayerSpec.Pooling || layer instanceof LayerSpec.BatchNormalization
          || layer instanceof LayerSpec.Dropout)) {
        break;
      }
    }
    return from;
  }

  /** Before the step whose movement shall be told. */
  void beforeStep() {
    release();
    mark = network.mark();
    stepped = true;
  }

  /** After that step, before anybody changes the weights. Without a step before it, only lengths are known. */
  void afterStep() {
    if (mark == null) {
      mark = network.mark();
      stepped = false;
    }
    movements = layers.stream().map(watched -> mark.movement(watched.layer())).toList();
    release();
  }

  private void release() {
    if (mark != null) {
      mark.close();
      mark = null;
    }
  }

  /** What the layers are like with the weights the network has now; the movement is the one last measured. */
  TrainingEvent.Inside look(int epoch) {
    List<LayerActivity> activities = activities();
    List<LayerState> states = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Watched watched = layers.get(i);
      WeightMark.Movement movement = movements.get(i);
      LayerActivity activity = activities.get(i);
      states.add(new LayerState(network.spec().layers().get(watched.layer()).name(), units(watched.layer()),
          movement.now(), stepped && movement.before() > 0 ? movement.moved() / movement.before() : Double.NaN,
          activity.mean(), activity.deviation(),
          watched.relu() ? activity.silent() : OptionalInt.empty(), watched.relu() ? activity.zeros() : Double.NaN));
    }
    return new TrainingEvent.Inside(epoch, probe.count(), states,
        first.isPresent() ? Filters.of(network, first.getAsInt()) : null);
  }

  private int units(int layer) {
    return network.outputShapes().get(layer).channels();
  }

  private List<LayerActivity> activities() {
    List<LayerActivity> activities = layers.stream().map(watched -> new LayerActivity(units(watched.layer()))).toList();
    int[] outputs = layers.stream().mapToInt(Watched::output).toArray();
    int size = network.spec().input().size();
    int valuesAPicture = network.outputShapes().stream().mapToInt(Shape::size).sum();
    int atOnce = Math.max(1, VALUES_AT_ONCE / valuesAPicture);
    for (int from = 0; from < probe.count(); from += atOnce) {
      int to = Math.min(probe.count(), from + atOnce);
      List<float[]> made =
          network.activations(outputs, Arrays.copyOfRange(probe.inputs(), from * size, to * size), to - from);
      for (int i = 0; i < made.size(); i++) {
        activities.get(i).add(made.get(i), to - from);
      }
    }
    return activities;
  }
}
