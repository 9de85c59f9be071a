package cnnworkshop.core.data;

import java.util.random.RandomGenerator;

/** Pictures with classes as batches for a classifier: a target is 1 for the picture's class and 0 for the others. */
public final class ClassTrainingData implements TrainingData {

  private final LabelledPictures pictures;
  private final PictureAugmentation augmentation;

  /** @param augmentation what is changed each time a picture is used */
  public ClassTrainingData(LabelledPictures pictures, PictureAugmentation augmentation) {
    this.pictures = pictures;
    this.augmentation = augmentation;
  }

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public Batch batch(int[] numbers, RandomGenerator random) {
    int values = pictures.valuesAPicture();
    int classes = pictures.classNames().size();
    float[] inputs = new float[numbers.length * values];
    float[] targets = new float[numbers.length * classes];
    float[] picture = new float[values];
    for (int i = 0; i < numbers.length; i++) {
      pictures.read(numbers[i], picture, 0);
      augmentation.apply(picture, pictures.channels(), pictures.height(), pictures.width(), random, inputs, i * values);
      targets[i * classes + pictures.label(numbers[i])] = 1;
    }
    return new Batch(inputs, targets, null, numbers.length);
  }
}
