package cnnworkshop.app.learn;

import cnnworkshop.core.net.Shape;

/**
 * A box of the network's picture.
 *
 * @param layer numbered as in the network; −1 for the picture that goes in
 * @param name such as {@code conv1}
 * @param words what kind of layer it is, and its settings
 * @param shape what it gives
 * @param parameters how many numbers training can change in it
 * @param line which line of the code makes it
 */
record TourLayer(int layer, String name, String words, Shape shape, long parameters, int line) {

  /** Whether it gives a plain list of numbers, not maps. */
  boolean flat() {
    return shape.height() == 1 && shape.width() == 1;
  }
}
