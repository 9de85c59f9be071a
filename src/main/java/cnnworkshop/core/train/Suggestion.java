package cnnworkshop.core.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/** One change to try. Those of the network say what it becomes; the others name the value to set. */
public sealed interface Suggestion {

  /** The change as an invitation. */
  Phrase words();

  /** A change of layers. */
  sealed interface OfNetwork extends Suggestion {
    /** The network with the change. */
    NetworkSpec appliedTo(NetworkSpec network);
  }

  /** Dropout before the last layer, in place of one that is there already. {@code rate}: share dropped, 0..1. */
  record DropoutBeforeLast(double rate) implements OfNetwork {
    @Override
    public Phrase words() {
      return Phrase.of("train.diagnosis.try.dropout", rate);
    }

    @Override
    public NetworkSpec appliedTo(NetworkSpec network) {
      List<LayerSpec> layers = new ArrayList<>(network.layers());
      int last = layers.size() - 1;
      if (last > 0 && layers.get(last - 1) instanceof LayerSpec.Dropout there) {
        layers.set(last - 1, new LayerSpec.Dropout(there.name(), rate));
      } else {
        layers.add(Math.max(0, last), new LayerSpec.Dropout(newName(layers), rate));
      }
      return network.withLayers(layers);
    }

    /** Numbered as the workshop does, after the convolution or dense layer it follows. */
    private static String newName(List<LayerSpec> layers) {
      long number = layers.stream().limit(layers.size() - 1L)
          .filter(layer -> layer instanceof LayerSpec.Convolution || layer instanceof LayerSpec.Dense).count();
      String first = "dropout" + Math.max(1, number);
      String name = first;
      for (int i = 2; isTaken(layers, name); i++) {
        name = first + "-" + i;
      }
      return name;
    }

    private static boolean isTaken(List<LayerSpec> layers, String name) {
      return layers.stream().anyMatch(layer -> layer.name().equals(name));
    }
  }

  /** Twice as many filters in every convolution; without any, twice as many units in all dense layers but the last. */
  record Enlarge() implements OfNetwork {
    @Override
    public Phrase words() {
      return Phrase.of("train.diagnosis.try.enlarge");
    }

    @Override
    public NetworkSpec appliedTo(NetworkSpec network) {
      boolean convolves = network.layers().stream().anyMatch(layer -> layer instanceof LayerSpec.Convolution);
      List<LayerSpec> layers = new ArrayList<>();
      for (int i = 0; i < network.layers().size(); i++) {
        LayerSpec layer = network.layers().get(i);
        if (layer instanceof LayerSpec.Convolution c) {
          layers.add(new LayerSpec.Convolution(c.name(), 2 * c.filters(), c.filter(), c.stride(), c.dilation(),
              c.padding(), c.bias(), c.activation()));
        } else if (!convolves && i < network.layers().size() - 1 && layer instanceof LayerSpec.Dense d) {
          layers.add(new LayerSpec.Dense(d.name(), 2 * d.units(), d.activation()));
        } else {
          layers.add(layer);
        }
      }
      return network.withLayers(layers);
    }
  }

  /** Another highest learning rate than {@code from}; the schedule keeps its form. */
  record LearningRate(double from, double to) implements Suggestion {
    @Override
    public Phrase words() {
      return to < from ? Phrase.of("train.diagnosis.try.lower-rate", to, from)
          : Phrase.of("train.diagnosis.try.higher-rate", to, from);
    }
  }

  /** So many epochs in all. */
  record Epochs(int epochs) implements Suggestion {
    @Override
    public Phrase words() {
      return Phrase.of("train.diagnosis.try.epochs", epochs);
    }
  }

  /** Random changes to the pictures. */
  record Augmentation() implements Suggestion {
    @Override
    public Phrase words() {
      return Phrase.of("train.diagnosis.try.augmentation");
    }
  }

  /** So many pictures to learn from. */
  record Pictures(int pictures) implements Suggestion {
    @Override
    public Phrase words() {
      return Phrase.of("train.diagnosis.try.pictures", pictures);
    }
  }

  /** Another L2 penalty. */
  record L2(double from, double to) implements Suggestion {
    @Override
    public Phrase words() {
      return to < from ? Phrase.of("train.diagnosis.try.lower-l2", to, from)
          : Phrase.of("train.diagnosis.try.higher-l2", to);
    }
  }
}
