package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchSearchTest {

  private static final NetworkSpec NETWORK = new NetworkSpec("test", new Shape(1, 12, 12),
      List.of(Convolution.relu("conv1", 3, 3, Padding.VALID), new Dense("output", 2, Activation.LINEAR)),
      NetworkSpec.Loss.OTHER);
  private static final List<Shape> SHAPES = List.of(new Shape(3, 10, 10), Shape.flat(2));
  private static final int CELLS = 100;

  private static PatchSearch search(int layer, int wanted, int perPicture) {
    return new PatchSearch(NETWORK, SHAPES, layer, new PatchSearch.Limits(wanted, perPicture));
  }

  private static PatchLook look(int picture, double left, double top, double side) {
    return new PatchLook(picture, FaceSquare.ofBox(left, top, side));
  }

  private static PatchLook whole(int picture) {
    return look(picture, 0, 0, 12);
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(0, random.nextFloat() - 0.3f);
    }
    return values;
  }

  @Test
  void theStrongestPlacesAreThoseThatPlainLoopsFind() {
    List<PatchLook> looks = List.of(whole(0), look(0, 0, 0, 6), look(0, 3, 3, 6), whole(1), whole(2),
        look(2, 6, 6, 6));
    float[] values = random(looks.size() * 3 * CELLS, 7);
    PatchSearch search = search(0, 5, 2);
    // In two turns, the first of which ends within a picture.
    search.take(looks.subList(0, 2), Arrays.copyOf(values, 2 * 3 * CELLS));
    search.take(looks.subList(2, 6), Arrays.copyOfRange(values, 2 * 3 * CELLS, values.length));
    PatchFindings findings = search.findings();

    for (int unit = 0; unit < 3; unit++) {
      assertThat(findings.of(unit, 5)).isEqualTo(expected(looks, values, unit, 5, 2));
    }
    assertThat(findings.looks()).isEqualTo(6);
    assertThat(findings.pictures()).isEqualTo(3);
  }

  /** Of each look the two largest values that lie 2 rows or columns apart, of each picture the two best of them. */
  private static List<FoundPatch> expected(List<PatchLook> looks, float[] values, int unit, int wanted, int most) {
    List<FoundPatch> all = new ArrayList<>();
    for (int picture = 0; picture < 3; picture++) {
      List<FoundPatch> ofPicture = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        if (looks.get(i).picture() == picture) {
          ofPicture.addAll(peaks(looks.get(i), values, (i * 3 + unit) * CELLS, most));
        }
      }
      ofPicture.sort(Comparator.comparingDouble(patch -> -patch.value()));
      List<FoundPatch> taken = new ArrayList<>();
      for (FoundPatch patch : ofPicture) {
        boolean free = taken.size() < most;
        for (FoundPatch other : taken) {
          double scale = patch.look().square().side() / 12;
          double otherScale = other.look().square().side() / 12;
          double dx = middle(patch.look().square().left(), patch.column(), scale)
              - middle(other.look().square().left(), other.column(), otherScale);
          double dy = middle(patch.look().square().top(), patch.row(), scale)
              - middle(other.look().square().top(), other.row(), otherScale);
          free &= Math.max(Math.abs(dx), Math.abs(dy)) >= 3 * Math.min(scale, otherScale) / 2;
        }
        if (free) {
          taken.add(patch);
        }
      }
      all.addAll(taken);
    }
    all.sort(Comparator.comparingDouble(patch -> -patch.value()));
    return all.subList(0, wanted);
  }

  private static double middle(double start, int cell, double scale) {
    return start + (cell + 1.5) * scale;
  }

  private static List<FoundPatch> peaks(PatchLook look, float[] values, int from, int most) {
    List<FoundPatch> peaks = new ArrayList<>();
    while (peaks.size() < most) {
      FoundPatch best = null;
      for (int row = 0; row < 10; row++) {
        for (int column = 0; column < 10; column++) {
          float value = values[from + row * 10 + column];
          boolean free = true;
          for (FoundPatch peak : peaks) {
            free &= Math.abs(peak.row() - row) >= 2 || Math.abs(peak.column() - column) >= 2;
          }
          if (free && (best == null || value > best.value())) {
            best = new FoundPatch(look, row, column, value);
          }
        }
      }
      peaks.add(best);
    }
    return peaks;
  }

  @Test
  void thePlaceThatTwoLooksShowCountsOnce() {
    float[] values = new float[2 * 3 * CELLS];
    values[4 * 10 + 4] = 5; // of the first look, its middle at 5.5
    values[3 * CELLS + 9 * 10 + 9] = 9; // of the second, its middle at 5.25
    values[3 * CELLS + 2 * 10 + 1] = 3;
    PatchSearch search = search(0, 5, 2);
    search.take(List.of(whole(0), look(0, 0, 0, 6)), values);
    assertThat(search.findings().of(0, 5)).containsExactly(new FoundPatch(look(0, 0, 0, 6), 9, 9, 9),
        new FoundPatch(look(0, 0, 0, 6), 2, 1, 3));
  }

  @Test
  void whatWasFoundSoFarCountsThePictureThatIsNotDoneYet() {
    PatchSearch search = search(1, 4, 1);
    search.take(List.of(whole(0)), new float[] {2, -1});
    PatchFindings first = search.findings();
    search.take(List.of(look(0, 0, 0, 6), whole(1)), new float[] {5, -3, 1, -2});
    assertThat(first.of(0, 4)).containsExactly(new FoundPatch(whole(0), 0, 0, 2));
    assertThat(search.findings().of(0, 4)).extracting(FoundPatch::value).containsExactly(5f, 1f);
  }

  @Test
  void aUnitWithoutReluIsMostExcitedWhereItIsLeastNegative() {
    PatchSearch search = search(1, 4, 1);
    search.take(List.of(whole(0), whole(1)), new float[] {0, -1, 0, -3});
    assertThat(search.findings().of(1, 4)).extracting(FoundPatch::value).containsExactly(-1f, -3f);
  }

  @Test
  void aUnitThatIsZeroEverywhereIsSilentAndHasNoPatches() {
    PatchSearch search = search(1, 4, 1);
    search.take(List.of(whole(0), whole(1)), new float[] {0, 4, 0, 0});
    PatchFindings findings = search.findings();
    assertThat(findings.isSilent(0)).isTrue();
    assertThat(findings.of(0, 4)).isEmpty();
    assertThat(findings.isSilent(1)).isFalse();
    assertThat(findings.of(1, 4)).as("where it is 0 nothing excites it").hasSize(1);
    assertThat(findings.silentUnits()).isEqualTo(1);
  }

  @Test
  void aUnitWithoutNumbersIsTold() {
    PatchSearch search = search(1, 4, 1);
    search.take(List.of(whole(0)), new float[] {Float.NaN, 1});
    assertThat(search.findings().isNumber(0)).isFalse();
    assertThat(search.findings().isSilent(0)).isFalse();
    assertThat(search.findings().of(0, 4)).isEmpty();
    assertThat(search.findings().isNumber(1)).isTrue();
  }

  @Test
  void noLooksFindNothing() {
    assertThat(search(0, 4, 1).findings().of(2, 4)).isEmpty();
  }
}
