package cnnworkshop.core.inspect;

import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A face and what a network says of it, beside what was annotated.
 *
 * @param view greys 0..1 of the 96×96 view, [row, column]
 * @param predicted x, y of the 15 points in pixels of the view, by the network
 * @param truth likewise, as annotated; NaN where one is missing
 */
public record JudgedFace(float[] view, double[] predicted, double[] truth) {

  private static final int AT_ONCE = 32;
  private static final int PIXELS = FaceView.SIZE * FaceView.SIZE;

  /** Asks a keypoint network about each face, once, as it was annotated. On the thread that owns the network. */
  public static List<JudgedFace> all(Network network, List<FaceSample> faces) {
    List<JudgedFace> judged = new ArrayList<>();
    for (int from = 0; from < faces.size(); from += AT_ONCE) {
      List<FaceSample> batch = faces.subList(from, Math.min(faces.size(), from + AT_ONCE));
      float[] inputs = new float[batch.size() * PIXELS];
      for (int i = 0; i < batch.size(); i++) {
        System.arraycopy(view(batch.get(i)), 0, inputs, i * PIXELS, PIXELS);
      }
      float[] outputs = network.predict(inputs, batch.size());
      for (int i = 0; i < batch.size(); i++) {
        judged.add(new JudgedFace(view(batch.get(i)),
            Keypoints.ofTargets(outputs, i * Keypoints.NUMBERS).toArray(), truth(batch.get(i))));
      }
    }
    return judged;
  }

  /** How far the network is off on all of them; points that are not annotated do not count. */
  public static KeypointError error(List<JudgedFace> faces) {
    KeypointError error = new KeypointError();
    faces.forEach(face -> error.add(face.predicted, face.truth));
    return error;
  }

  /** How far one is off who says the mean face of every picture: what a network must beat to have learned anything. */
  public static KeypointError meanFaceError(List<JudgedFace> faces) {
    KeypointError error = new KeypointError();
    faces.forEach(face -> error.add(FaceLayout.MEAN_FACE.toArray(), face.truth));
    return error;
  }

  /** How far the network is off on this face, in pixels; NaN if no point of it is known. */
  public double rmse() {
    return error(List.of(this)).rmse();
  }

  /** Whether at least one of its points is known. */
  public boolean isAnnotated() {
    return Arrays.stream(truth).anyMatch(coordinate -> !Double.isNaN(coordinate));
  }

  private static float[] view(FaceSample face) {
    return new FaceView(face.view()).sample(face.picture(), 1);
  }

  private static double[] truth(FaceSample face) {
    return face.pointsIn(new FaceView(face.view())).toArray();
  }
}
