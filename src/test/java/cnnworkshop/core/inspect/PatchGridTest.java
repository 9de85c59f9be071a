package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchGridTest {

  @Test
  void aPatchOf12AtEvery4thPixelOfAFaceHas22By22Places() {
    PatchGrid grid = new PatchGrid(96, 96, 12, 4);

    assertThat(grid.rows()).isEqualTo(22);
    assertThat(grid.columns()).isEqualTo(22);
    assertThat(grid.count()).isEqualTo(484);
    assertThat(grid.top(0)).isZero();
    assertThat(grid.left(1)).isEqualTo(4);
    assertThat(grid.top(22)).isEqualTo(4);
    assertThat(grid.top(483)).isEqualTo(84);
    assertThat(grid.left(483)).isEqualTo(84);
  }

  @ParameterizedTest
  @CsvSource({"96, 96, 12, 4", "32, 32, 7, 5", "20, 30, 20, 1", "9, 9, 9, 9",
      "10, 12, 3, 7", "5, 5, 1, 1", "17, 17, 4, 9"})
  void placesLieInsideInOrderAndThePatchGetsToEveryEdge(int height, int width, int patch, int step) {
    PatchGrid grid = new PatchGrid(height, width, patch, step);
    Set<Integer> places = new HashSet<>();
    for (int place = 0; place < grid.count(); place++) {
      assertThat(grid.top(place)).isBetween(0, height - patch);
      assertThat(grid.left(place)).isBetween(0, width - patch);
      places.add(grid.top(place) * width + grid.left(place));
    }
    assertThat(places).as("all different").hasSize(grid.count());
    assertThat(grid.top(grid.count() - 1)).isEqualTo(height - patch);
    assertThat(grid.left(grid.columns() - 1)).isEqualTo(width - patch);
  }

  @ParameterizedTest
  @CsvSource({"96, 96, 12, 4", "32, 32, 7, 5", "10, 12, 3, 7", "5, 5, 1, 1", "17, 17, 4, 9", "8, 8, 20, 3"})
  void aPixelBelongsToThePlaceWhoseMiddleIsNearest(int height, int width, int patch, int step) {
    PatchGrid grid = new PatchGrid(height, width, patch, step);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int place = 0; place < grid.count(); place++) {
          nearest = Math.min(nearest, distance(grid, place, row, column));
        }
        assertThat(distance(grid, grid.nearest(row, column), row, column)).isEqualTo(nearest);
      }
    }
  }

  private static double distance(PatchGrid grid, int place, int row, int column) {
    return Math.hypot(grid.top(place) + (grid.patch() - 1) / 2.0 - row,
        grid.left(place) + (grid.patch() - 1) / 2.0 - column);
  }

  @Test
  void onePixelPatchesAreThePixels() {
    PatchGrid grid = new PatchGrid(3, 4, 1, 1);

    assertThat(grid.spread(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void valuesAreSpreadOverThePixelsNearestToTheirPatches() {
    PatchGrid grid = new PatchGrid(4, 8, 4, 4);

    assertThat(grid.spread(new float[] {1, 2})).containsExactly(
        1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2);
  }

  @Test
  void movingEndsAtTheEdges() {
    PatchGrid grid = new PatchGrid(96, 96, 12, 4);

    assertThat(grid.moved(0, -1, -1)).isZero();
    assertThat(grid.moved(0, 1, 2)).isEqualTo(24);
    assertThat(grid.moved(483, 1, 1)).isEqualTo(483);
  }

  @Test
  void theStrongestPlacesAreApartAndKnown() {
    PatchGrid pixels = new PatchGrid(2, 6, 1, 1);
    float[] values = {1, -9, 8, 0, 7, 6, Float.NaN, 0, 0, 0, 0, 5};

    assertThat(pixels.strongest(values, 9, 1)).containsExactly(1, 2, 4, 5, 11, 0);
    assertThat(pixels.strongest(values, 9, 2)).containsExactly(1, 4);
    assertThat(pixels.strongest(values, 9, 3)).containsExactly(1, 4);
    assertThat(pixels.strongest(values, 2, 1)).containsExactly(1, 2);
  }

  @Test
  void aPatchOfNothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PatchGrid(8, 8, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PatchGrid(8, 8, 1, 0));
  }
}
