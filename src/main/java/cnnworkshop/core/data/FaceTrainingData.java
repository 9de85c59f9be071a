package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import java.util.List;
import java.util.random.RandomGenerator;

/** Faces as batches for the keypoint network; a batch's mask is left out when every point is known. */
public final class FaceTrainingData implements TrainingData {

  private static final int PIXELS = FaceView.SIZE * FaceView.SIZE;

  private final List<FaceSample> samples;
  private final FaceAugmentation augmentation;

  /** @param augmentation what is changed each time a picture is used */
  public FaceTrainingData(List<FaceSample> samples, FaceAugmentation augmentation) {
    this.samples = List.copyOf(samples);
    this.augmentation = augmentation;
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public Batch batch(int[] numbers, RandomGenerator random) {
    float[] inputs = new float[numbers.length * PIXELS];
    float[] targets = new float[numbers.length * Keypoints.NUMBERS];
    float[] mask = new float[targets.length];
    for (int i = 0; i < numbers.length; i++) {
      augmentation.apply(samples.get(numbers[i]), random, inputs, i * PIXELS, targets, mask, i * Keypoints.NUMBERS);
    }
    boolean complete = true;
    for (float m : mask) {
      complete &= m == 1;
    }
    return new Batch(inputs, targets, complete ? null : mask, numbers.length);
  }
}
