package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.text.Texts;
import java.util.Map;
import java.util.function.BiFunction;

/** The demos there are, by the names lessons call them. */
public final class Demos {

  private static final Map<String, String> TITLES = Map.ofEntries(
      Map.entry("network-tour", "learn.demo.network-tour"),
      Map.entry("sparse-connectivity", "learn.demo.sparse-connectivity"),
      Map.entry("weight-sharing", "learn.demo.weight-sharing"),
      Map.entry("convolution-line", "learn.demo.convolution-line"),
      Map.entry("convolution-plane", "learn.demo.convolution-plane"),
      Map.entry("pooling", "learn.demo.pooling"),
      Map.entry("first-layer", "learn.demo.first-layer"),
      Map.entry("any-size", "learn.demo.any-size"),
      Map.entry("inner-layers", "learn.demo.inner-layers"),
      Map.entry("fully-connected", "learn.demo.fully-connected"),
      Map.entry("overfitting", "learn.demo.overfitting"),
      Map.entry("dropout", "learn.demo.dropout"));

  private Demos() {}

  /** How each demo is made, of the tools and the settings its page gives it. */
  public static Map<String, BiFunction<DemoTools, Map<String, String>, Demo>> all() {
    return Map.ofEntries(
        Map.entry("network-tour", NetworkTourDemo::new),
        Map.entry("sparse-connectivity", SparseConnectivityDemo::new),
        Map.entry("weight-sharing", WeightSharingDemo::new),
        Map.entry("convolution-line", ConvolutionLineDemo::new),
        Map.entry("convolution-plane", ConvolutionPlaneDemo::new),
        Map.entry("pooling", PoolingDemo::new),
        Map.entry("first-layer", FirstLayerDemo::new),
        Map.entry("any-size", AnySizeDemo::new),
        Map.entry("inner-layers", InnerLayersDemo::new),
        Map.entry("fully-connected", FullyConnectedDemo::new),
        Map.entry("overfitting", OverfittingDemo::new),
        Map.entry("dropout", DropoutDemo::new));
  }

  /** What a demo is called: what its page says under {@code title}, or its usual name. */
  static String title(Block.DemoPlace place, Texts texts) {
    String given = place.settings().get("title");
    String key = TITLES.get(place.name());
    return given != null ? given : key == null ? place.name() : texts.get(key);
  }
}
