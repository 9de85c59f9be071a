package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.inspect.StrongestPatches.Patch;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import org.junit.jupiter.api.Test;

class StrongestPatchesTest {

  private static FeatureMaps row(float... values) {
    return new FeatureMaps(new Shape(1, 1, values.length), values);
  }

  @Test
  void theStrongestOfAllPicturesComeFirst() {
    StrongestPatches patches = new StrongestPatches(3, 2, 1);
    patches.add(row(1, 5, 2));
    patches.add(row(4, 0, 9));
    assertThat(patches.of(0)).containsExactly(new Patch(1, 0, 2, 9), new Patch(0, 0, 1, 5), new Patch(1, 0, 0, 4));
  }

  @Test
  void neighboursOfAPeakDoNotCountAsAnother() {
    StrongestPatches patches = new StrongestPatches(5, 5, 2);
    patches.add(row(1, 8, 9, 8, 3));
    assertThat(patches.of(0)).containsExactly(new Patch(0, 0, 2, 9), new Patch(0, 0, 4, 3), new Patch(0, 0, 0, 1));
  }

  @Test
  void onePictureGivesNoMoreThanItsShare() {
    StrongestPatches patches = new StrongestPatches(5, 1, 1);
    patches.add(row(7, 0, 0, 6));
    assertThat(patches.of(0)).containsExactly(new Patch(0, 0, 0, 7));
  }

  @Test
  void aSilentMapHasNone() {
    StrongestPatches patches = new StrongestPatches(5, 1, 1);
    patches.add(new FeatureMaps(new Shape(2, 1, 2), new float[] {0, 0, 0, 1}));
    assertThat(patches.of(0)).isEmpty();
    assertThat(patches.of(1)).containsExactly(new Patch(0, 0, 1, 1));
  }
}
