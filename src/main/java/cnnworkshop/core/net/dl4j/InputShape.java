package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/**
 * Works out the input shape of a plain DL4J network, which its file does not say: the volume that reaches the
 * first dense layer is known, and the layers before it are followed backwards. Where several sizes lead to the same
 * volume, a customary one wins, then the smallest.
 */
final class InputShape {

  private static final int LARGEST = 1024;
  private static final int SIZE_OF_ANY_SIZE_NETWORKS = 32;
  private static final List<Integer> CUSTOMARY = List.of(96, 32, 28, 64, 224, 128, 227, 299, 256, 48);

  private InputShape() {}

  static Shape of(MultiLayerConfiguration configuration, List<LayerSpec> layers) {
    int channels = 1;
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof LayerSpec.Convolution) {
        channels = (int) ((ConvolutionLayer) configuration.getConf(i).getLayer()).getNIn();
        break;
      }
    }
    if (configuration.getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor p) {
      return new Shape((int) p.getNumChannels(), (int) p.getInputHeight(), (int) p.getInputWidth());
    }
    for (int i = 0; i < layers.size(); i++) {
      if (configuration.getInputPreProcess(i) instanceof CnnToFeedForwardPreProcessor p) {
        List<LayerSpec> before = layers.subList(0, i);
        return new Shape(channels, side(before, true, (int) p.getInputHeight()),
            side(before, false, (int) p.getInputWidth()));
      }
    }
    return new Shape(channels, SIZE_OF_ANY_SIZE_NETWORKS, SIZE_OF_ANY_SIZE_NETWORKS);
  }

  private static int side(List<LayerSpec> layers, boolean rows, int wanted) {
    List<Integer> fitting = new ArrayList<>();
    IntStream.rangeClosed(1, LARGEST).filter(s -> follow(layers, rows, s) == wanted).forEach(fitting::add);
    return CUSTOMARY.stream().filter(fitting::contains).findFirst()
        .orElseGet(() -> fitting.isEmpty() ? wanted : fitting.get(0));
  }

  private static int follow(List<LayerSpec> layers, boolean rows, int side) {
    int s = side;
    for (LayerSpec layer : layers) {
      if (layer instanceof LayerSpec.Convolution c) {
        s = slide(s, pick(c.filter(), rows), pick(c.stride(), rows), pick(c.dilation(), rows), c.padding(), rows);
      } else if (layer instanceof LayerSpec.Pooling p) {
        s = slide(s, pick(p.window(), rows), pick(p.stride(), rows), 1, p.padding(), rows);
      }
    }
    return s;
  }

  private static int slide(int side, int window, int stride, int dilation, Padding padding, boolean rows) {
    if (side < 1) {
      return 0;
    }
    if (padding.same()) {
      return (side + stride - 1) / stride;
    }
    int span = dilation * (window - 1) + 1;
    int room = side + 2 * pick(padding.size(), rows) - span;
    return room < 0 ? 0 : room / stride + 1;
  }

  private static int pick(Size size, boolean rows) {
    return rows ? size.rows() : size.columns();
  }
}
