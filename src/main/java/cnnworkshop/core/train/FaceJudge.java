package cnnworkshop.core.train;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.FaceTrainingData;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.net.Network;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Judges a keypoint network by its RMSE, in pixels of the 96×96 view, on faces laid as they were annotated. */
public final class FaceJudge implements TrainingSession.Judge {

  private static final int AT_ONCE = 32;

  private final List<TrainingData.Batch> batches;

  /** @param faces faces of people the network does not learn from; at least one */
  public FaceJudge(List<FaceSample> faces) {
    FaceTrainingData data = new FaceTrainingData(faces, FaceAugmentation.NONE);
    this.batches = IntStream.range(0, (faces.size() + AT_ONCE - 1) / AT_ONCE)
        .mapToObj(b -> IntStream.range(b * AT_ONCE, Math.min(faces.size(), (b + 1) * AT_ONCE)).toArray())
        .map(numbers -> data.batch(numbers, new SplittableRandom(0)))
        .toList();
  }

  @Override
  public Verdict judge(Network network) {
    float[] outputs = outputs(network);
    double rmse = error(outputs).rmse();
    double inTargets = rmse / (FaceView.SIZE / 2.0);
    return new Verdict(rmse, inTargets * inTargets, rmse, outputs);
  }

  /** The error of one who says the mean face of every picture: what a network must beat to have learned anything. */
  public static KeypointError meanFace(List<FaceSample> faces) {
    KeypointError error = new KeypointError();
    for (FaceSample face : faces) {
      error.add(FaceLayout.MEAN_FACE.toArray(), face.pointsIn(new FaceView(face.view())).toArray());
    }
    return error;
  }

  /** The error on all faces, over all and for each point. */
  public KeypointError error(Network network) {
    return error(outputs(network));
  }

  /**
   * Likewise, of outputs that are there already.
   *
   * @param outputs of a verdict on these faces, [face, output]
   */
  public KeypointError error(float[] outputs) {
    KeypointError error = new KeypointError();
    int face = 0;
    for (TrainingData.Batch batch : batches) {
      for (int i = 0; i < batch.count(); i++) {
        double[] truth = Keypoints.ofTargets(batch.targets(), i * Keypoints.NUMBERS).toArray();
        for (int k = 0; k < truth.length; k++) {
          if (batch.mask() != null && batch.mask()[i * Keypoints.NUMBERS + k] == 0) {
            truth[k] = Double.NaN;
          }
        }
        error.add(Keypoints.ofTargets(outputs, face++ * Keypoints.NUMBERS).toArray(), truth);
      }
    }
    return error;
  }

  private float[] outputs(Network network) {
    int count = batches.stream().mapToInt(TrainingData.Batch::count).sum();
    float[] outputs = new float[count * Keypoints.NUMBERS];
    int at = 0;
    for (TrainingData.Batch batch : batches) {
      float[] some = network.predict(batch.inputs(), batch.count());
      System.arraycopy(some, 0, outputs, at, some.length);
      at += some.length;
    }
    return outputs;
  }
}
