package cnnworkshop.app.photo;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network can do with photos, and what not.
 *
 * @param network the network
 * @param points whether it gives the 15 points: 1×96×96 in, 30 numbers out
 * @param classes whether it gives a probability a class
 * @param looksThroughSquare whether its input can be cut out of a photo: square, and one or three channels
 * @param layers the layers whose maps can be shown, in order
 */
record NetworkFit(LoadedNetwork network, boolean points, boolean classes, boolean looksThroughSquare,
    List<LayerChoice> layers) {

  private static final int GREY = 1;
  private static final int COLOUR = 3;

  static NetworkFit of(LoadedNetwork network) {
    Shape input = network.spec().input();
    boolean photoChannels = input.channels() == GREY || input.channels() == COLOUR;
    boolean square = photoChannels && input.height() == input.width();
    boolean points = input.equals(KeypointPredictor.INPUT) && network.info().task() != Task.CLASSES
        && network.outputShape().equals(Shape.flat(Keypoints.NUMBERS));
    boolean classes = square && network.info().task() == Task.CLASSES;
    return new NetworkFit(network, points, classes, square, layers(network, photoChannels, square));
  }

  private static List<LayerChoice> layers(LoadedNetwork network, boolean photoChannels, boolean square) {
    List<LayerChoice> choices = new ArrayList<>();
    List<LayerSpec> layers = network.spec().layers();
    for (int i = 0; i < layers.size(); i++) {
      Shape shape = network.outputShapes().get(i);
      boolean whole = photoChannels && network.firstLayer() != null && layers.get(i) == network.firstLayer().spec()
          && computable(network.firstLayer().spec().activation());
      boolean maps = shape.height() > 1 && shape.width() > 1 && !(layers.get(i) instanceof LayerSpec.Dropout);
      if (whole || square && maps) {
        choices.add(new LayerChoice(i, layers.get(i).name(), shape, whole));
      }
    }
    return List.copyOf(choices);
  }

  private static boolean computable(Activation activation) {
    return switch (activation) {
      case LINEAR, RELU, SIGMOID, TANH -> true;
      case SOFTMAX, OTHER -> false;
    };
  }

  /** What is off with this network and why, naming both shapes; empty if nothing is. */
  String whatIsOff(Texts texts) {
    List<String> sentences = new ArrayList<>();
    String input = network.spec().input().toString();
    String output = network.outputShape().toString();
    if (!points) {
      sentences.add(texts.get(classes ? "photo-tab.off.points-classes" : "photo-tab.off.points", network.name(), input,
          output, KeypointPredictor.INPUT.toString(), String.valueOf(Keypoints.NUMBERS)));
    }
    if (!looksThroughSquare) {
      sentences.add(texts.get("photo-tab.off.view", input));
    }
    if (layers.isEmpty()) {
      sentences.add(texts.get("photo-tab.off.maps"));
    }
    return String.join(" ", sentences);
  }
}
