package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.data.LabelledPictures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassJudgeTest {

  private static final List<String> TEN = IntStream.range(0, 10).mapToObj(String::valueOf).toList();

  // D29
  @Test
  void accuracyIsPerPictureAndTheConfusionCountsEachOnce() {
    // The class the network sees is the picture's first grey, in tenths.
    StubNetwork network = StubNetwork.classifier(TEN, new float[10]);
    network.answerWith(input -> probabilities(Math.round(input[0] * 255 / 20), 0.7f));
    LabelledPictures three = pictures(new int[] {2, 5, 7}, new int[] {2, 5, 1});

    ClassJudge judge = new ClassJudge(three);
    Verdict verdict = judge.judge(network);

    assertThat(verdict.measure()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(verdict.score()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(verdict.loss()).isCloseTo(-(2 * Math.log(0.7) + Math.log(0.3 / 9)) / 3, within(1e-5));
    int[][] confusion = judge.confusion(verdict.outputs());
    assertThat(Arrays.stream(confusion).flatMapToInt(Arrays::stream).sum()).isEqualTo(3);
    assertThat(confusion[7][1]).isEqualTo(1);
    assertThat(confusion[2][2]).isEqualTo(1);
  }

  @Test
  void theLastPartialBatchCounts() {
    StubNetwork network = StubNetwork.classifier(TEN, probabilities(3, 0.9f));
    int[] labels = new int[130];
    Arrays.fill(labels, 0, 128, 3);
    LabelledPictures pictures = pictures(labels, new int[130]);

    assertThat(new ClassJudge(pictures).judge(network).measure()).isCloseTo(128 / 130.0, within(1e-12));
  }

  private static LabelledPictures pictures(int[] labels, int[] seen) {
    byte[] values = new byte[labels.length * 3 * 32 * 32];
    for (int i = 0; i < labels.length; i++) {
      values[i * 3 * 32 * 32] = (byte) (seen[i] * 20);
    }
    return new LabelledPictures(TEN, 3, 32, 32, values, labels);
  }

  private static float[] probabilities(int best, float ofBest) {
    float[] all = new float[10];
    Arrays.fill(all, (1 - ofBest) / 9);
    all[best] = ofBest;
    return all;
  }
}
