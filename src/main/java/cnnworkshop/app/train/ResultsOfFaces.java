package cnnworkshop.app.train;

import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.inspect.JudgedFace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where a network put the points of some faces, looked at from several sides. Immutable; made in the background. */
final class ResultsOfFaces {

  private final List<FaceSample> faces;
  private final double[][] predicted;
  private final double[] rmse;
  private final KeypointError error = new KeypointError();

  /**
   * @param faces at least one
   * @param outputs targets, [face, output]: (v − 48) / 48 of each coordinate in pixels of the view
   */
  ResultsOfFaces(List<FaceSample> faces, float[] outputs) {
    if (outputs.length != faces.size() * Keypoints.NUMBERS) {
      throw new IllegalArgumentException(outputs.length + " outputs of " + faces.size() + " faces");
    }
    this.faces = faces;
    this.predicted = new double[faces.size()][];
    this.rmse = new double[faces.size()];
    for (int i = 0; i < faces.size(); i++) {
      double[] truth = truth(faces.get(i));
      predicted[i] = Keypoints.ofTargets(outputs, i * Keypoints.NUMBERS).toArray();
      error.add(predicted[i], truth);
      KeypointError own = new KeypointError();
      own.add(predicted[i], truth);
      rmse[i] = own.rmse();
    }
  }

  /** The ten faces before a network has said anything. */
  static List<ResultsFace> unanswered(List<FaceSample> faces) {
    double[] nothing = new double[Keypoints.NUMBERS];
    Arrays.fill(nothing, Double.NaN);
    return Arrays.stream(TestPictures.ten(faces.size())).mapToObj(i -> face(faces, i, nothing)).toList();
  }

  /** RMSE over all known coordinates of all faces, in pixels of the view. */
  double rmse() {
    return error.rmse();
  }

  /** RMSE of each point over all faces on which it is known, in pixels; in order of {@link Keypoint}. */
  List<ResultsPoint> points() {
    return Arrays.stream(Keypoint.values()).map(point -> new ResultsPoint(point, error.rmse(point))).toList();
  }

  /** The ten faces that are looked at after every epoch. */
  List<ResultsFace> ten() {
    return Arrays.stream(TestPictures.ten(faces.size())).mapToObj(i -> face(faces, i, predicted[i])).toList();
  }

  /** The faces with the largest RMSE, the largest first; those without any known point are passed over. */
  List<ResultsFace> worst(int most) {
    return IntStream.range(0, faces.size()).filter(i -> !Double.isNaN(rmse[i])).boxed()
        .sorted(Comparator.comparingDouble(i -> -rmse[i])).limit(most)
        .map(i -> face(faces, i, predicted[i])).toList();
  }

  private static ResultsFace face(List<FaceSample> faces, int number, double[] points) {
    FaceSample sample = faces.get(number);
    float[] view = new FaceView(sample.view()).sample(sample.picture(), 1);
    return new ResultsFace(number, sample.picture(), new JudgedFace(view, points, truth(sample)));
  }

  private static double[] truth(FaceSample sample) {
    return sample.pointsIn(new FaceView(sample.view())).toArray();
  }
}
