package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Shapes10Test {

  private static final int PIXELS = 32 * 32;

  @Test
  void theSameSeedGivesTheSameBytesOnEveryMachine() {
    assertThat(checksum(Shapes10.training(200, 0.5, 1))).isEqualTo(505295850L);
    assertThat(checksum(Shapes10.test(200, 0.5, 1))).isEqualTo(197991517L);
  }

  @Test
  void thePicturesDoNotDependOnWhoDrawsThemWhen() {
    long alone = checksum(Shapes10.training(300, 0.7, 9));
    List<Long> together = IntStream.range(0, 4).parallel()
        .mapToObj(i -> checksum(Shapes10.training(300, 0.7, 9))).toList();
    assertThat(together).containsOnly(alone);
  }

  @Test
  void anotherSeedGivesOtherPictures() {
    Set<Long> one = checksums(Shapes10.training(200, 0.5, 1));
    assertThat(checksums(Shapes10.training(200, 0.5, 2))).doesNotContainAnyElementsOf(one);
  }

  @Test
  void noTestPictureIsATrainingPicture() {
    Set<Long> training = checksums(Shapes10.training(2000, 0, 3));
    assertThat(training).as("and no two of them are the same").hasSize(2000);
    assertThat(checksums(Shapes10.test(2000, 0, 3))).doesNotContainAnyElementsOf(training);
  }

  @Test
  void aSmallerSetIsTheBeginningOfALargerOne() {
    LabelledPictures small = Shapes10.test(37, 0.4, 5);
    LabelledPictures large = Shapes10.test(120, 0.4, 5);
    for (int i = 0; i < small.size(); i++) {
      assertThat(small.label(i)).isEqualTo(large.label(i));
      assertThat(picture(small, i)).containsExactly(picture(large, i));
    }
  }

  @Test
  void everyKindIsThereEquallyOftenHoweverManyPicturesAreTaken() {
    assertThat(Shapes10.training(500, 0.5, 1).counts()).containsOnly(50);
    assertThat(Shapes10.test(43, 0.5, 1).counts()).containsOnly(4, 5);
    assertThat(Shapes10.training(0, 0.5, 1).size()).isZero();
  }

  @Test
  void thePicturesAreOfTenNamedKindsInColour() {
    LabelledPictures pictures = Shapes10.training(10, 0, 1);
    assertThat(pictures.classNames()).containsExactly("circle", "ring", "crescent", "heart", "triangle", "square",
        "pentagon", "star", "cross", "arrow");
    assertThat(List.of(pictures.channels(), pictures.height(), pictures.width())).containsExactly(3, 32, 32);
  }

  @Test
  void theOrderOfTheKindsIsNoPattern() {
    LabelledPictures pictures = Shapes10.training(1000, 0.5, 1);
    int same = 0;
    for (int i = 10; i < pictures.size(); i++) {
      same += pictures.label(i) == pictures.label(i - 10) ? 1 : 0;
    }
    assertThat(same).isBetween(60, 140);
  }

  @Test
  void coloursHintAtTheKindButDoNotTellIt() {
    LabelledPictures learnt = Shapes10.training(3000, Shapes10.DIFFICULTY, 1);
    LabelledPictures asked = Shapes10.test(1000, Shapes10.DIFFICULTY, 1);
    double[][] means = new double[10][3];
    for (int i = 0; i < learnt.size(); i++) {
      double[] colour = meanColour(learnt, i);
      for (int c = 0; c < 3; c++) {
        means[learnt.label(i)][c] += colour[c] / learnt.counts()[0];
      }
    }
    int right = 0;
    for (int i = 0; i < asked.size(); i++) {
      double[] colour = meanColour(asked, i);
      int nearest = 0;
      for (int k = 1; k < 10; k++) {
        nearest = distance(means[k], colour) < distance(means[nearest], colour) ? k : nearest;
      }
      right += nearest == asked.label(i) ? 1 : 0;
    }
    assertThat(right).as("of 1000; chance alone names 100").isBetween(150, 350);
  }

  @Test
  void formsTellTheKindsApartWhereNothingIsInTheWay() {
    // Which pixels differ from the picture's corner is all that is looked at.
    LabelledPictures learnt = Shapes10.training(4000, 0, 1);
    LabelledPictures asked = Shapes10.test(500, 0, 1);
    float[][] known = IntStream.range(0, learnt.size()).mapToObj(i -> form(learnt, i)).toArray(float[][]::new);
    int right = 0;
    for (int i = 0; i < asked.size(); i++) {
      float[] form = form(asked, i);
      int nearest = 0;
      double best = Double.POSITIVE_INFINITY;
      for (int k = 0; k < known.length; k++) {
        double away = distance(known[k], form, best);
        if (away < best) {
          best = away;
          nearest = k;
        }
      }
      right += learnt.label(nearest) == asked.label(i) ? 1 : 0;
    }
    assertThat(right).as("of 500").isGreaterThan(400);
  }

  @Test
  void aHarderSetDiffersAndKeepsItsLabels() {
    LabelledPictures easy = Shapes10.training(50, 0.1, 1);
    LabelledPictures hard = Shapes10.training(50, 0.9, 1);
    for (int i = 0; i < easy.size(); i++) {
      assertThat(easy.label(i)).isEqualTo(hard.label(i));
    }
    assertThat(checksum(easy)).isNotEqualTo(checksum(hard));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void aDifficultyOutsideItsRangeIsRefused(double difficulty) {
    assertThatThrownBy(() -> Shapes10.training(10, difficulty, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] picture(LabelledPictures pictures, int i) {
    float[] values = new float[pictures.valuesAPicture()];
    pictures.read(i, values, 0);
    return values;
  }

  private static double[] meanColour(LabelledPictures pictures, int i) {
    float[] values = picture(pictures, i);
    double[] mean = new double[3];
    for (int v = 0; v < values.length; v++) {
      mean[v / PIXELS] += values[v] / PIXELS;
    }
    return mean;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** How far each pixel is from the mean colour of the border, over the furthest. */
  private static float[] form(LabelledPictures pictures, int i) {
    float[] values = picture(pictures, i);
    float[] ground = new float[3];
    for (int c = 0; c < 3; c++) {
      for (int k = 0; k < 32; k++) {
        ground[c] += (values[c * PIXELS + k] + values[c * PIXELS + PIXELS - 1 - k]) / 64;
      }
    }
    float[] form = new float[PIXELS];
    float furthest = 0;
    for (int p = 0; p < PIXELS; p++) {
      for (int c = 0; c < 3; c++) {
        form[p] += Math.abs(values[c * PIXELS + p] - ground[c]);
      }
      furthest = Math.max(furthest, form[p]);
    }
    for (int p = 0; p < PIXELS; p++) {
      form[p] /= furthest;
    }
    return form;
  }

  private static double distance(float[] a, float[] b, double enough) {
    double sum = 0;
    for (int i = 0; i < a.length && sum < enough; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private static Set<Long> checksums(LabelledPictures pictures) {
    Set<Long> all = new HashSet<>();
    for (int i = 0; i < pictures.size(); i++) {
      CRC32 crc = new CRC32();
      add(crc, pictures, i);
      all.add(crc.getValue());
    }
    return all;
  }

  private static long checksum(LabelledPictures pictures) {
    CRC32 crc = new CRC32();
    for (int i = 0; i < pictures.size(); i++) {
      crc.update(pictures.label(i));
      add(crc, pictures, i);
    }
    return crc.getValue();
  }

  private static void add(CRC32 crc, LabelledPictures pictures, int i) {
    for (float value : picture(pictures, i)) {
      crc.update(Math.round(255 * value));
    }
  }
}
