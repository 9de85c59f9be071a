package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution whose filters can be looked at.
 *
 * @param layer its number in the network
 * @param name its name
 * @param filters how many filters it has
 * @param size rows and columns of each
 * @param channels how many input channels each looks at
 * @param looksAtPictures whether it looks at the network's own input, so that its channels are a picture's
 */
record GalleryLayer(int layer, String name, int filters, Size size, int channels, boolean looksAtPictures) {

  private static final int COLOURS = 3;

  /** The convolutions of a network, in their order. */
  static List<GalleryLayer> of(LoadedNetwork network) {
    List<GalleryLayer> convolutions = new ArrayList<>();
    Shape input = network.spec().input();
    for (int i = 0; i < network.outputShapes().size(); i++) {
      if (network.spec().layers().get(i) instanceof LayerSpec.Convolution spec) {
        boolean first = network.firstLayer() != null && network.firstLayer().spec().name().equals(spec.name());
        convolutions.add(new GalleryLayer(i, spec.name(), spec.filters(), spec.filter(), input.channels(), first));
      }
      input = network.outputShapes().get(i);
    }
    return convolutions;
  }

  /** Whether the channels are red, green and blue. */
  boolean coloured() {
    return looksAtPictures && channels == COLOURS;
  }

  /** What of each filter can be looked at, the most telling first. */
  List<FilterSlice.Kind> kinds() {
    if (channels == 1) {
      return List.of(FilterSlice.Kind.PICTURE);
    }
    return coloured()
        ? List.of(FilterSlice.Kind.PICTURE, FilterSlice.Kind.MEAN, FilterSlice.Kind.NORM, FilterSlice.Kind.CHANNEL)
        : List.of(FilterSlice.Kind.MEAN, FilterSlice.Kind.NORM, FilterSlice.Kind.CHANNEL);
  }
}
