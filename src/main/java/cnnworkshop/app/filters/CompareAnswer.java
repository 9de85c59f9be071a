package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Shape;
import java.util.List;

/**
 * What a network says of a picture.
 *
 * @param subject the picture
 * @param shape of the network's input, one that {@link Subject#fits}
 * @param input what the network saw of the picture, 0..1, [channel, row, column]; not to be changed
 * @param outputs what it gave; not to be changed
 * @param kind what they mean
 * @param names of classes, one an output; empty for the other kinds
 */
record CompareAnswer(Subject subject, Shape shape, float[] input, float[] outputs, Kind kind, List<String> names) {

  private static final int WHITE = 255;

  /** What a network's outputs mean. */
  enum Kind {
    /** The 15 facial points of a 96×96 view. */
    POINTS,
    /** A probability a class. */
    CLASSES,
    /** Numbers nobody can name. */
    NUMBERS
  }

  CompareAnswer {
    names = List.copyOf(names);
  }

  /** What that network's outputs mean. */
  static Kind kind(LoadedNetwork network) {
    if (network.info().task() == Task.CLASSES) {
      return Kind.CLASSES;
    }
    return network.spec().input().equals(KeypointPredictor.INPUT)
        && network.outputShape().equals(Shape.flat(Keypoints.NUMBERS)) ? Kind.POINTS : Kind.NUMBERS;
  }

  /** The points, in pixels of the view; null if the outputs are none. */
  Keypoints points() {
    return kind == Kind.POINTS ? Keypoints.ofTargets(outputs, 0) : null;
  }

  /** What the network saw, as a picture. */
  Photo picture() {
    int[] rgb = new int[shape.height() * shape.width()];
    for (int i = 0; i < rgb.length; i++) {
      for (int colour = 0; colour < 3; colour++) {
        float value = input[(shape.channels() == 1 ? 0 : colour) * rgb.length + i];
        rgb[i] = rgb[i] << 8 | Math.max(0, Math.min(WHITE, Math.round(WHITE * value)));
      }
    }
    return Photo.ofRgb(shape.width(), shape.height(), rgb);
  }
}
