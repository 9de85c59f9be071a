package cnnworkshop.core.data;

import cnnworkshop.core.data.drawn.DrawnFace;
import cnnworkshop.core.data.drawn.Draws;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drawn faces, the built-in data set for the keypoint network: faces drawn by the program from a seed, every one
 * somebody else's, with exact points. It needs no file and no network connection. The same arguments give the same
 * faces on every machine, and a smaller set is the beginning of a larger one.
 */
public final class DrawnFaces {

  private static final double BORDER = (DrawnFace.SIZE - FaceView.SIZE) / 2.0;

  private DrawnFaces() {}

  /**
   * Draws faces: 144×144, grey, the view in the middle as in an annotated folder; each is a subject of its own.
   *
   * @param count faces, at least 0
   */
  public static List<FaceSample> of(int count, long seed) {
    // Every face has draws of its own, so it does not matter which thread draws it, and when.
    return IntStream.range(0, count).parallel().mapToObj(i -> sample(i, seed)).toList();
  }

  private static FaceSample sample(int number, long seed) {
    DrawnFace face = DrawnFace.draw(new Draws(Draws.mix(seed) + number));
    double[] xy = face.points().toArray();
    float[] points = new float[Keypoints.NUMBERS];
    for (int i = 0; i < points.length; i++) {
      points[i] = (float) xy[i];
    }
    return new FaceSample(face.picture(), FaceSquare.ofBox(BORDER, BORDER, FaceView.SIZE), points, "drawn-" + number);
  }
}
