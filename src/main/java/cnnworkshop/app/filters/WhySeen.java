package cnnworkshop.app.filters;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.HeatPicture;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;

/**
 * What the network sees of the subject and says to it.
 *
 * @param shape of what it sees
 * @param values 0..1, [channel, row, column]; not to be changed
 * @param outputs what it says; not to be changed
 * @param picture what it sees, in its size
 * @param points where it puts the points, in pixels of the picture; null if it gives none
 */
record WhySeen(Shape shape, float[] values, float[] outputs, Photo picture, Keypoints points) {

  /** Asks the network. On its thread. */
  static WhySeen of(Network network, Subject subject, AnswerKind kind) {
    Shape shape = network.spec().input();
    float[] values = subject.seenBy(shape);
    float[] outputs = network.predict(values, 1);
    return new WhySeen(shape, values, outputs, HeatPicture.input(shape, values),
        kind == AnswerKind.POINTS ? Keypoints.ofTargets(outputs, 0) : null);
  }
}
