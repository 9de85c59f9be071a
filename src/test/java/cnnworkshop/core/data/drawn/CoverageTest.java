package cnnworkshop.core.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final int SIZE = 40;

  @Test
  void aRectangleCoversPartsOfThePixelsItCuts() {
    Coverage covered = new Coverage(Outline.polygon(2.25, 3, 5, 3, 5, 4.5, 2.25, 4.5), SIZE, SIZE);
    assertThat(covered.at(2, 3)).as("a quarter of the columns, half of the rows").isCloseTo(0.125f, within(1e-5f));
    assertThat(covered.at(3, 3)).isCloseTo(0.5f, within(1e-5f));
    assertThat(covered.at(3, 4)).isCloseTo(1f, within(1e-5f));
    assertThat(covered.at(5, 4)).as("it ends in the last column's middle").isCloseTo(0.5f, within(1e-5f));
  }

  @Test
  void whatAllPixelsHaveIsTheArea() {
    Draws draws = new Draws(4);
    for (int i = 0; i < 50; i++) {
      double[] xy = new double[6];
      for (int k = 0; k < 6; k++) {
        xy[k] = draws.between(1, SIZE - 2);
      }
      double area = Math.abs((xy[2] - xy[0]) * (xy[5] - xy[1]) - (xy[4] - xy[0]) * (xy[3] - xy[1])) / 2;
      assertThat(sum(Outline.polygon(xy))).isCloseTo(area, within(1e-2));
    }
  }

  @Test
  void everyPixelOfASlantedSideHasItsShare() {
    // Samples on a fine grid count what the running sums compute.
    Outline outline = Outline.polygon(3.3, 2.1, 30.7, 9.4, 12.2, 33.8);
    Coverage covered = new Coverage(outline, SIZE, SIZE);
    for (int y = 1; y < 36; y++) {
      for (int x = 2; x < 32; x++) {
        int in = 0;
        for (int s = 0; s < 400; s++) {
          in += inside(outline.contours().get(0), x + (s % 20 + 0.5) / 20 - 0.5, y + (s / 20 + 0.5) / 20 - 0.5) ? 1 : 0;
        }
        float part = x < covered.left() || x >= covered.right() || y < covered.top() || y >= covered.bottom() ? 0
            : covered.at(x, y);
        assertThat(part).as(x + ", " + y).isCloseTo(in / 400f, within(0.03f));
      }
    }
  }

  @Test
  void aHoleIsNotCoveredAndWhatOverlapsCountsOnce() {
    Outline ring = Outline.ellipse(20, 20, 15, 15).without(Outline.ellipse(20, 20, 8, 8));
    assertThat(new Coverage(ring, SIZE, SIZE).at(20, 20)).isCloseTo(0f, within(1e-4f));
    assertThat(sum(ring)).isCloseTo(Math.PI * (15 * 15 - 8 * 8), within(4.0));
    double bent = sum(Outline.stroke(4, 5, 20, 30, 20, 30, 30));
    assertThat(bent).as("two lines, a corner and half a disc at each end").isBetween(150.0, 157.0);
  }

  @Test
  void whatLiesOutsideThePictureIsCutOff() {
    assertThat(sum(Outline.polygon(-10, -10, 9.5, -10, 9.5, 9.5, -10, 9.5))).isCloseTo(100, within(1e-3));
    assertThat(sum(Outline.polygon(29.5, 29.5, 80, 29.5, 80, 80, 29.5, 80))).isCloseTo(100, within(1e-3));
    assertThat(sum(Outline.polygon(50, 50, 60, 50, 60, 60))).isZero();
    assertThat(sum(Outline.polygon(-20, -20, -10, -20, -10, -5))).isZero();
  }

  private static double sum(Outline outline) {
    Coverage covered = new Coverage(outline, SIZE, SIZE);
    double sum = 0;
    for (int y = covered.top(); y < covered.bottom(); y++) {
      for (int x = covered.left(); x < covered.right(); x++) {
        sum += covered.at(x, y);
      }
    }
    return sum;
  }

  private static boolean inside(double[] xy, double x, double y) {
    boolean inside = false;
    for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      if (xy[i + 1] > y != xy[j + 1] > y && x < (xy[j] - xy[i]) * (y - xy[i + 1]) / (xy[j + 1] - xy[i + 1]) + xy[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
