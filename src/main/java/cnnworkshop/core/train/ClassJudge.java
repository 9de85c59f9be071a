package cnnworkshop.core.train;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.Network;
import java.util.stream.IntStream;

/**
 * Judges a classifier: cross-entropy and accuracy, each picture counted once, the last partial batch too. The best
 * weights are those with the fewest mistakes.
 */
public final class ClassJudge implements TrainingSession.Judge {

  private static final int AT_ONCE = 128;
  /** The loss of a certain mistake must stay finite. */
  private static final double SMALLEST_PROBABILITY = 1e-10;

  private final LabelledPictures pictures;

  /** @param pictures pictures the network does not learn from; at least one */
  public ClassJudge(LabelledPictures pictures) {
    if (pictures.size() == 0) {
      throw new IllegalArgumentException("no pictures to judge by");
    }
    this.pictures = pictures;
  }

  @Override
  public Verdict judge(Network network) {
    float[] outputs = outputs(network);
    int classes = pictures.classNames().size();
    double loss = 0;
    int right = 0;
    for (int i = 0; i < pictures.size(); i++) {
      loss -= Math.log(Math.max(outputs[i * classes + pictures.label(i)], SMALLEST_PROBABILITY));
      right += best(outputs, i, classes) == pictures.label(i) ? 1 : 0;
    }
    double accuracy = (double) right / pictures.size();
    return new Verdict(1 - accuracy, loss / pictures.size(), accuracy, outputs);
  }

  private float[] outputs(Network network) {
    int classes = pictures.classNames().size();
    int values = pictures.valuesAPicture();
    float[] all = new float[pictures.size() * classes];
    for (int from = 0; from < pictures.size(); from += AT_ONCE) {
      int count = Math.min(AT_ONCE, pictures.size() - from);
      float[] inputs = new float[count * values];
      int first = from;
      IntStream.range(0, count).forEach(i -> pictures.read(first + i, inputs, i * values));
      System.arraycopy(network.predict(inputs, count), 0, all, from * classes, count * classes);
    }
    return all;
  }

  /**
   * How often which class was taken for which.
   *
   * @param outputs of a verdict on these pictures, [picture, class]
   * @return [true class][predicted class]
   */
  public int[][] confusion(float[] outputs) {
    int classes = pictures.classNames().size();
    int[][] confusion = new int[classes][classes];
    for (int i = 0; i < pictures.size(); i++) {
      confusion[pictures.label(i)][best(outputs, i, classes)]++;
    }
    return confusion;
  }

  /** The class with the highest output of one picture; the first of equals. */
  public static int best(float[] outputs, int picture, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = outputs[picture * classes + c] > outputs[picture * classes + best] ? c : best;
    }
    return best;
  }
}
