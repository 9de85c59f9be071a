package cnnworkshop.core.train;

import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceAugmentation.Change;
import cnnworkshop.core.net.Backend.Updater;
import java.util.List;

/**
 * A whole way of training the keypoint network.
 *
 * @param updater how weights follow their gradients
 * @param settings the rest of the training
 * @param dropRates probabilities of dropping after pool1, pool2, pool3 and hidden4
 * @param augmentation random changes to the pictures
 */
public record FaceRecipe(Updater updater, TrainingSettings settings, List<Double> dropRates,
    FaceAugmentation augmentation) {

  /**
   * The workshop's own: Nesterov momentum 0.9 to 0.999 and learning rate 0.03 to 0.0001 in straight lines over 3000
   * epochs, batches of 128 of which half are flipped, dropout 0.1, 0.2, 0.3 and 0.5, ended after 200 epochs without
   * gain, best weights kept.
   *
   * @see "Daniel Nouri, Using convolutional neural nets to detect facial keypoints, 2014"
   */
  public static FaceRecipe workshop(long seed) {
    return new FaceRecipe(new Updater.Nesterov(0.9),
        new TrainingSettings(3000, 128, new Schedule.Linear(0.03, 0.0001), new Schedule.Linear(0.9, 0.999), 0, 0, 200,
            seed),
        List.of(0.1, 0.2, 0.3, 0.5), FaceAugmentation.NONE.with(Change.FLIP, 0.5));
  }

  /** What the shipped network was trained with; docs/keypoint-training.md has what else was tried. */
  public static FaceRecipe own(long seed) {
    return new FaceRecipe(new Updater.Adam(),
        new TrainingSettings(160, 64, new Schedule.Cosine(8e-4, 2e-5, 0.06), 0.998, seed),
        List.of(0.0, 0.0, 0.0, 0.5), FaceAugmentation.USUAL);
  }

  /**
   * For a first look, in two minutes: few epochs, the rate up and down once, nothing dropped and nothing changed, which
   * only pays in a long training.
   */
  public static FaceRecipe quick(long seed) {
    return new FaceRecipe(new Updater.Adam(), new TrainingSettings(3, 32, new Schedule.OneCycle(6e-4, 0.25), 0, seed),
        List.of(0.0, 0.0, 0.0, 0.0), FaceAugmentation.NONE);
  }

  /** This with other settings. */
  public FaceRecipe with(TrainingSettings other) {
    return new FaceRecipe(updater, other, dropRates, augmentation);
  }

  /** This with other drop rates. */
  public FaceRecipe with(List<Double> otherRates) {
    return new FaceRecipe(updater, settings, otherRates, augmentation);
  }

  /** This with another augmentation. */
  public FaceRecipe with(FaceAugmentation other) {
    return new FaceRecipe(updater, settings, dropRates, other);
  }
}
