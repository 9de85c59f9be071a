package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.DoubtScale;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a keypoint network (1×96×96 in, 30 linear outputs) where the 15 points are, and how sure it is of them.
 * Owned by the thread that owns the network.
 */
public final class KeypointPredictor {

  /** What the network sees: grey 96×96 pictures. */
  public static final Shape INPUT = new Shape(1, FaceView.SIZE, FaceView.SIZE);

  private final Network network;
  private final DoubtScale scale;

  /** @throws IllegalArgumentException if the network has another input than 1×96×96 or not 30 outputs */
  public KeypointPredictor(Network network) {
    var shapes = network.outputShapes();
    if (!network.spec().input().equals(INPUT) || shapes.get(shapes.size() - 1).size() != Keypoints.NUMBERS) {
      throw new IllegalArgumentException("not a keypoint network: " + network.spec().input());
    }
    this.network = network;
    this.scale = network.info().doubtScale().orElse(DoubtScale.USUAL);
  }

  /** The points for a square somebody placed: the answer to exactly that view, nothing moved. */
  public Face given(Photo photo, FaceSquare square, Face.Source source) {
    List<Keypoints> answers = answers(photo, square);
    return new Face(square, source, answers.get(0).toPhoto(new FaceView(square)), doubt(answers));
  }

  /**
   * The points for a detector's square: a first answer, the square laid anew from it (place, size, tilt) so that
   * the face sits in the view as in the training pictures, then the mean of the answers to that view and its
   * {@link Looks}, which is a little nearer the truth than any of them.
   */
  public Face detected(Photo photo, FaceSquare square) {
    FaceSquare laid = laid(photo, square);
    return detected(laid, answers(photo, laid));
  }

  /** A detector's square laid anew from the answer to its view. */
  FaceSquare laid(Photo photo, FaceSquare square) {
    FaceView view = new FaceView(square);
    float[] first = network.predict(view.sample(photo, 1), 1);
    return FaceLayout.around(Keypoints.ofTargets(first, 0).toPhoto(view));
  }

  /** A face nobody but the detector and the network placed: the mean of the answers, and how far they lie apart. */
  Face detected(FaceSquare laid, List<Keypoints> answers) {
    return new Face(laid, Face.Source.DETECTOR, Keypoints.mean(answers).toPhoto(new FaceView(laid)), doubt(answers));
  }

  /** The answers to the view and its looks, all in pixels of the view. */
  List<Keypoints> answers(Photo photo, FaceSquare square) {
    Looks looks = new Looks(photo, square);
    return looks.answers(network.predict(looks.inputs(), Looks.COUNT));
  }

  /** The answers to the view itself and to one of its looks, both in pixels of the view. */
  List<Keypoints> twoAnswers(Photo photo, FaceSquare square, int look) {
    Looks looks = new Looks(photo, square);
    float[] both = Arrays.copyOf(looks.input(0), 2 * INPUT.size());
    System.arraycopy(looks.input(look), 0, both, INPUT.size(), INPUT.size());
    float[] outputs = network.predict(both, 2);
    return List.of(looks.answer(0, outputs, 0), looks.answer(look, outputs, 1));
  }

  private Doubt doubt(List<Keypoints> answers) {
    double[] mean = Keypoints.mean(answers).toArray();
    double sum = 0;
    for (Keypoints answer : answers) {
      double[] xy = answer.toArray();
      for (int i = 0; i < xy.length; i++) {
        sum += (xy[i] - mean[i]) * (xy[i] - mean[i]);
      }
    }
    double spread = Math.sqrt(sum / (answers.size() * mean.length));
    return new Doubt(spread, scale.doubt(spread));
  }
}
