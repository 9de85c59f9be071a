package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;

/**
 * Asks a keypoint network (1×96×96 in, 30 linear outputs) where the 15 points are.
 * Owned by the thread that owns the network.
 */
public final class KeypointPredictor {

  /** What the network sees: grey 96×96 pictures. */
  public static final Shape INPUT = new Shape(1, FaceView.SIZE, FaceView.SIZE);

  private final Network network;

  /** @throws IllegalArgumentException if the network has another input than 1×96×96 or not 30 outputs */
  public KeypointPredictor(Network network) {
    var shapes = network.outputShapes();
    if (!network.spec().input().equals(INPUT) || shapes.get(shapes.size() - 1).size() != Keypoints.NUMBERS) {
      throw new IllegalArgumentException("not a keypoint network: " + network.spec().input());
    }
    this.network = network;
  }

  /** The points for a square somebody placed: one pass, nothing moved. */
  public Face given(Photo photo, FaceSquare square, Face.Source source) {
    return new Face(square, source, points(photo, square));
  }

  /**
   * The points for a detector's square: a first answer, the square laid anew from it (place, size, tilt) so that
   * the face sits in the view as in the training pictures, then the answer that counts.
   */
  public Face detected(Photo photo, FaceSquare square) {
    FaceSquare laid = FaceLayout.around(points(photo, square));
    return new Face(laid, Face.Source.DETECTOR, points(photo, laid));
  }

  private Keypoints points(Photo photo, FaceSquare square) {
    FaceView view = new FaceView(square);
    float[] outputs = network.predict(view.sample(photo, 1), 1);
    return Keypoints.ofTargets(outputs, 0).toPhoto(view);
  }
}
