package cnnworkshop.app.filters;

import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.PointShifts;
import java.util.List;

/**
 * What an edit costs.
 *
 * @param points whether the network gives points, else classes
 * @param judged on how many pictures of known truth it was measured
 * @param before with the filters the network came with: root mean squared error in pixels, or the share told right; NaN
 *     if nothing was judged
 * @param after with the edited ones, likewise
 * @param samples how many samples were asked
 * @param changed on the samples: the mean way of the points in pixels, or the share whose answer is another; NaN
 *     without samples
 */
record EditPrice(boolean points, int judged, double before, double after, int samples, double changed) {

  /**
   * The price by all answers.
   *
   * @param before the outputs for each picture of the trial, with the filters the network came with
   * @param after with the edited ones
   */
  static EditPrice of(boolean points, EditTrial trial, List<float[]> before, List<float[]> after) {
    return new EditPrice(points, trial.judged(), points ? rmse(trial, before) : accuracy(trial, before),
        points ? rmse(trial, after) : accuracy(trial, after), trial.samples(),
        points ? shift(trial, before, after) : otherAnswers(trial, before, after));
  }

  private static double rmse(EditTrial trial, List<float[]> outputs) {
    KeypointError error = new KeypointError();
    for (int i = 0; i < trial.truths().size(); i++) {
      error.add(Keypoints.ofTargets(outputs.get(i), 0).toArray(), trial.truths().get(i));
    }
    return error.rmse();
  }

  private static double accuracy(EditTrial trial, List<float[]> outputs) {
    int right = 0;
    for (int i = 0; i < trial.labels().length; i++) {
      right += likeliest(outputs.get(i)) == trial.labels()[i] ? 1 : 0;
    }
    return (double) right / trial.labels().length;
  }

  private static double shift(EditTrial trial, List<float[]> before, List<float[]> after) {
    double sum = 0;
    for (int i = trial.judged(); i < before.size(); i++) {
      sum += PointShifts.between(Keypoints.ofTargets(before.get(i), 0), Keypoints.ofTargets(after.get(i), 0)).mean();
    }
    return sum / trial.samples();
  }

  private static double otherAnswers(EditTrial trial, List<float[]> before, List<float[]> after) {
    int others = 0;
    for (int i = trial.judged(); i < before.size(); i++) {
      others += likeliest(before.get(i)) == likeliest(after.get(i)) ? 0 : 1;
    }
    return (double) others / trial.samples();
  }

  private static int likeliest(float[] probabilities) {
    int likeliest = 0;
    for (int i = 1; i < probabilities.length; i++) {
      likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
    }
    return likeliest;
  }
}
