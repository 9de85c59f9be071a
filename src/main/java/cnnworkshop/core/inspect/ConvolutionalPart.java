package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.SlidingAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The layers of a network before its first dense one, copied. Their filters slide, so they take a picture of any size,
 * not only of the size the network was built for. Plain loops; immutable and safe for several threads.
 */
public final class ConvolutionalPart {

  private final List<LayerSpec> layers;
  private final List<Filters> filters;

  private ConvolutionalPart(List<LayerSpec> layers, List<Filters> filters) {
    this.layers = List.copyOf(layers);
    this.filters = filters;
  }

  /**
   * Copies the layers. To be called by the thread that owns the network.
   *
   * @throws IllegalArgumentException if one of them is neither a convolution, nor max pooling without padding, nor
   *     dropout, which does nothing when predicting
   */
  public static ConvolutionalPart of(Network network) {
    List<LayerSpec> layers = new ArrayList<>();
    List<Filters> filters = new ArrayList<>();
    for (LayerSpec layer : network.spec().layers()) {
      if (layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.GlobalPooling) {
        break;
      }
      boolean convolution = layer instanceof LayerSpec.Convolution;
      if (!convolution && !(layer instanceof LayerSpec.Dropout) && !isPlainMaximum(layer)) {
        throw new IllegalArgumentException("not computed here: " + layer);
      }
      filters.add(convolution ? Filters.of(network, layers.size()) : null);
      layers.add(layer);
    }
    return new ConvolutionalPart(layers, filters);
  }

  private static boolean isPlainMaximum(LayerSpec layer) {
    return layer instanceof LayerSpec.Pooling p && p.pool() == Pool.MAX && p.padding().equals(LayerSpec.Padding.VALID);
  }

  /** The layers, numbered as in the network. */
  public List<LayerSpec> layers() {
    return layers;
  }

  /** The filters of a layer, which is a convolution. */
  public Filters filters(int layer) {
    return filters.get(layer);
  }

  /**
   * What each layer makes of a picture.
   *
   * @param picture values 0..1, of the channels the first layer looks at and of any size
   * @param each gets the layers' outputs in order, each as soon as it is there
   * @param cancelled asked between maps; once true, nothing further is computed
   * @return one for each layer; fewer if it was cancelled, or if a layer's filter or window is larger than what it gets
   */
  public List<FeatureMaps> run(FeatureMaps picture, Consumer<FeatureMaps> each, BooleanSupplier cancelled) {
    List<FeatureMaps> results = new ArrayList<>();
    FeatureMaps now = picture;
    for (int i = 0; i < layers.size() && !cancelled.getAsBoolean(); i++) {
      if (!fits(i, now.shape())) {
        break;
      }
      if (layers.get(i) instanceof LayerSpec.Convolution) {
        now = LayerMaps.convolve(filters.get(i), now, cancelled);
      } else if (layers.get(i) instanceof LayerSpec.Pooling pooling) {
        now = maximum(pooling, now);
      }
      if (!cancelled.getAsBoolean()) {
        results.add(now);
        each.accept(now);
      }
    }
    return results;
  }

  private boolean fits(int layer, Shape input) {
    if (layers.get(layer) instanceof LayerSpec.Dropout) {
      return true;
    }
    boolean pooling = layers.get(layer) instanceof LayerSpec.Pooling;
    SlidingAxis vertical = pooling ? vertical((LayerSpec.Pooling) layers.get(layer)) : filters.get(layer).vertical();
    SlidingAxis horizontal =
        pooling ? horizontal((LayerSpec.Pooling) layers.get(layer)) : filters.get(layer).horizontal();
    return vertical.outputs(input.height()) > 0 && horizontal.outputs(input.width()) > 0;
  }

  private static SlidingAxis vertical(LayerSpec.Pooling pooling) {
    return new SlidingAxis(pooling.window().rows(), pooling.stride().rows(), 1, false, 0);
  }

  private static SlidingAxis horizontal(LayerSpec.Pooling pooling) {
    return new SlidingAxis(pooling.window().columns(), pooling.stride().columns(), 1, false, 0);
  }

  private static FeatureMaps maximum(LayerSpec.Pooling pooling, FeatureMaps in) {
    SlidingAxis vertical = vertical(pooling);
    SlidingAxis horizontal = horizontal(pooling);
    Shape shape = new Shape(in.shape().channels(), vertical.outputs(in.shape().height()),
        horizontal.outputs(in.shape().width()));
    float[] out = new float[shape.size()];
    int cell = 0;
    for (int map = 0; map < shape.channels(); map++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++, cell++) {
          float largest = Float.NEGATIVE_INFINITY;
          for (int i = 0; i < vertical.size(); i++) {
            for (int j = 0; j < horizontal.size(); j++) {
              largest = Math.max(largest, in.at(map, row * vertical.stride() + i, column * horizontal.stride() + j));
            }
          }
          out[cell] = largest;
        }
      }
    }
    return new FeatureMaps(shape, out);
  }

  /** One number a map: the mean of all its values, as global average pooling takes it. */
  public static float[] globalMeans(FeatureMaps maps) {
    int cells = maps.shape().height() * maps.shape().width();
    float[] means = new float[maps.shape().channels()];
    for (int map = 0; map < means.length; map++) {
      double sum = 0;
      for (int i = map * cells; i < (map + 1) * cells; i++) {
        sum += maps.values()[i];
      }
      means[map] = (float) (sum / cells);
    }
    return means;
  }
}
