package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.Maps;
import cnnworkshop.core.inspect.PhotoMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One layer of a network as a source of maps: the first convolution looks at whole photos, deeper layers only at the
 * network's own view of a square.
 */
final class MapSource {

  private final Network network;
  private final int layer;

  private MapSource(Network network, int layer) {
    this.network = network;
    this.layer = layer;
  }

  /**
   * @param name the layer's name; null for the first one with maps
   * @throws CommandFailure if there is no such layer or it has no maps
   */
  static MapSource of(Network network, String name) throws CommandFailure {
    List<LayerSpec> layers = network.spec().layers();
    List<Integer> withMaps = IntStream.range(0, layers.size())
        .filter(i -> hasMaps(network.outputShapes().get(i)))
        .boxed().toList();
    int layer = name == null ? withMaps.stream().findFirst().orElse(-1) : network.spec().indexOf(name);
    if (!withMaps.contains(layer)) {
      throw new CommandFailure("cli.maps.no-layer", name == null ? "" : name,
          withMaps.stream().map(i -> layers.get(i).name()).collect(Collectors.joining(", ")));
    }
    return new MapSource(network, layer);
  }

  private static boolean hasMaps(Shape shape) {
    return shape.height() > 1 || shape.width() > 1;
  }

  String layerName() {
    return network.spec().layers().get(layer).name();
  }

  /** The maps of the view of a square. */
  Maps of(Photo photo, FaceSquare square) throws CommandFailure {
    Shape input = network.spec().input();
    if (input.height() != input.width() || input.channels() != 1 && input.channels() != 3) {
      throw new CommandFailure("cli.maps.no-view", input.toString());
    }
    return LayerMaps.of(network, layer, new FaceView(square, input.height()).sample(photo, input.channels()));
  }

  /** Whether the maps of a photo depend on where a face is. */
  boolean needsFace() {
    return !looksAtPhotos() && network.info().task() == ModelInfo.Task.KEYPOINTS;
  }

  /**
   * The maps of the whole photo; if the layer lies too deep for that, of the largest square in its middle.
   *
   * @throws UserFailure if the photo can't have maps
   */
  Maps of(Photo photo) throws UserFailure {
    return looksAtPhotos() ? new PhotoMaps(photo, Filters.of(network, layer)) : of(photo, FaceSquare.middleOf(photo));
  }

  /**
   * The maps of the view of the largest face.
   *
   * @throws CommandFailure if none is found
   */
  Maps of(Photo photo, FaceDetector faces) throws CommandFailure {
    List<FaceSquare> found = faces.detect(photo);
    if (found.isEmpty()) {
      throw new CommandFailure("cli.maps.no-face", layerName());
    }
    return of(photo, new KeypointPredictor(network).detected(photo, found.get(0)).square());
  }

  private boolean looksAtPhotos() {
    return Filters.firstLayer(network.spec()).orElse(-1) == layer;
  }
}
