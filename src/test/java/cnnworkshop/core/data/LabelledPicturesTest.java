package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelledPicturesTest {

  /** 12 pictures of one grey, its number; the first class has 6, the second 4, the third 2. */
  private final LabelledPictures twelve = new LabelledPictures(List.of("a", "b", "c"), 1, 1, 1,
      new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2});

  @Test
  void someClassesAreNumberedAnewInTheOrderTheyAreNamed() {
    LabelledPictures some = twelve.ofClasses(List.of(2, 0));
    assertThat(some.classNames()).containsExactly(twelve.classNames().get(2), twelve.classNames().get(0));
    assertThat(some.counts()).containsExactly(2, 6);
    assertThat(twelve.counts()).as("the set itself").containsExactly(6, 4, 2);
  }

  @Test
  void greyIsWeighedAsForPhotos() {
    byte[] values = {(byte) 255, 0, 0, 100, 0, (byte) 255, 0, 100, 0, 0, (byte) 255, 100};
    LabelledPictures colours = new LabelledPictures(List.of("a", "b"), 3, 2, 2, values, new int[] {1});
    float[] grey = new float[4];
    colours.inGrey().read(0, grey, 0);
    assertThat(grey).containsExactly(new float[] {76 / 255f, 150 / 255f, 29 / 255f, 100 / 255f});
    assertThat(colours.inGrey().inGrey().channels()).isEqualTo(1);
  }

  @Test
  void aPartHasEvenlyManyOfEachClassAsFarAsTheyReach() {
    assertThat(twelve.part(6, 1).counts()).containsExactly(2, 2, 2);
    assertThat(twelve.part(9, 1).counts()).containsExactly(4, 3, 2);
    assertThat(twelve.part(100, 1).size()).isEqualTo(12);
  }

  @Test
  void theSameSeedTakesTheSamePictures() {
    assertThat(greys(twelve.part(6, 5))).isEqualTo(greys(twelve.part(6, 5)));
    Set<Set<Integer>> different = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      different.add(greys(twelve.part(6, seed)));
    }
    assertThat(different.size()).isGreaterThan(3);
  }

  @Test
  void aSplitHoldsOutAShareOfEachClassAndLosesNothing() {
    List<LabelledPictures> split = twelve.split(0.5, 3);
    assertThat(split.get(0).counts()).containsExactly(3, 2, 1);
    assertThat(split.get(1).counts()).containsExactly(3, 2, 1);
    Set<Integer> all = new HashSet<>(greys(split.get(0)));
    all.addAll(greys(split.get(1)));
    assertThat(all).hasSize(12);
  }

  @Test
  void aPictureKeepsItsLabelWhereverItGoes() {
    LabelledPictures part = twelve.split(0.5, 3).get(1);
    for (int i = 0; i < part.size(); i++) {
      int grey = grey(part, i);
      assertThat(part.label(i)).isEqualTo(grey < 6 ? 0 : grey < 10 ? 1 : 2);
    }
  }

  @Test
  void valuesAreUnsigned() {
    float[] value = new float[1];
    new LabelledPictures(List.of("a", "b"), 1, 1, 1, new byte[] {(byte) 200}, new int[] {0}).read(0, value, 0);
    assertThat(value[0]).isEqualTo(200 / 255f);
  }

  @Test
  void aLabelWithoutAClassIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledPictures(List.of("a", "b"), 1, 1, 1, new byte[1], new int[] {2}));
  }

  @Test
  void shiftsMirrorTheEdgeAndFlipsTurnRows() {
    float[] row = {0.1f, 0.2f, 0.3f, 0.4f};
    float[] out = new float[4];
    new PictureAugmentation(0, 1, 0).apply(row, 1, 1, 4, new Random(1), out, 0);
    assertThat(out).containsExactly(0.4f, 0.3f, 0.2f, 0.1f);

    Set<List<Float>> shifted = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      new PictureAugmentation(1, 0, 0).apply(row, 1, 1, 4, new Random(seed), out, 0);
      shifted.add(List.of(out[0], out[1], out[2], out[3]));
    }
    assertThat(shifted).containsExactlyInAnyOrder(List.of(0.1f, 0.2f, 0.3f, 0.4f), List.of(0.2f, 0.1f, 0.2f, 0.3f),
        List.of(0.2f, 0.3f, 0.4f, 0.3f));
  }

  @Test
  void targetsAreOneForThePicturesClass() {
    TrainingData.Batch batch = new ClassTrainingData(twelve, PictureAugmentation.NONE)
        .batch(new int[] {7, 11}, new Random(1));
    assertThat(batch.targets()).containsExactly(0, 1, 0, 0, 0, 1);
    assertThat(batch.inputs()).containsExactly(7 / 255f, 11 / 255f);
    assertThat(batch.mask()).isNull();
  }

  private static Set<Integer> greys(LabelledPictures pictures) {
    Set<Integer> greys = new HashSet<>();
    for (int i = 0; i < pictures.size(); i++) {
      greys.add(grey(pictures, i));
    }
    return greys;
  }

  private static int grey(LabelledPictures pictures, int i) {
    float[] value = new float[1];
    pictures.read(i, value, 0);
    return Math.round(value[0] * 255);
  }
}
