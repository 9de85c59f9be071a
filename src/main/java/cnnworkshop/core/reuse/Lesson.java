package cnnworkshop.core.reuse;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.TrainingSettings;

/**
 * How a cut network learns its new task. Sets of very different size get the same number of steps, so that none of them
 * wins by having been shown its pictures more often; the test pictures are looked at after equal parts of them.
 *
 * @param steps steps of all together, at least 1
 * @param rounds how often it is judged on the way, at least 1
 * @param batch pictures a step, at least 1
 * @param learningRate the highest; it goes up and down once
 * @param l2 pull of the weights towards 0
 * @param augmentation random changes to the pictures
 * @param variants of each picture that are kept for layers behind frozen ones, if the augmentation changes any
 */
public record Lesson(int steps, int rounds, int batch, double learningRate, double l2, Augmentation augmentation,
    int variants) {

  private static final double WARM_UP = 0.25;

  public Lesson {
    if (steps < 1 || rounds < 1 || batch < 1 || variants < 1 || !(learningRate > 0) || !(l2 >= 0)) {
      throw new IllegalArgumentException(steps + ", " + rounds + ", " + batch + ", " + learningRate + ", " + l2);
    }
  }

  /** What has shown itself good for small sets of small pictures (docs/reuse.md). */
  public static Lesson usual(Augmentation augmentation) {
    return new Lesson(600, 12, 32, 2e-3, 5e-4, augmentation, 8);
  }

  Updater updater() {
    return new Updater.Adam();
  }

  /** How often an epoch goes through so many pictures. */
  int times(int pictures) {
    int stepsAPass = Math.max(1, (pictures + batch - 1) / batch);
    return Math.max(1, Math.round((float) steps / rounds / stepsAPass));
  }

  TrainingSettings settings(long seed) {
    return new TrainingSettings(rounds, batch, new Schedule.OneCycle(learningRate, WARM_UP),
        TrainingSettings.USUAL_MOMENTUM, l2, 0, 0, seed);
  }
}
