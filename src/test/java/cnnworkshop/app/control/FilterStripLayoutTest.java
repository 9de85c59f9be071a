package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterStripLayoutTest {

  @Test
  void picturesAreAsLargeAsAllOfThemFit() {
    FilterStripLayout layout = FilterStripLayout.of(400, 150, 32, 3, 3, 4);

    assertThat(layout.height(32) - 4).isLessThanOrEqualTo(150);
    assertThat(layout.columns() * layout.step() - 4).isLessThanOrEqualTo(400);
    assertThat(layout.columns() * (150 / layout.rowStep())).isGreaterThanOrEqualTo(32);
    FilterStripLayout larger = FilterStripLayout.of(400, 150, 8, 3, 3, 4);
    assertThat(larger.block()).isGreaterThan(layout.block());
  }

  @Test
  void oneFilterFillsTheLesserSide() {
    assertThat(FilterStripLayout.of(100, 33, 1, 3, 3, 4).block()).isEqualTo(11);
  }

  @Test
  void fewFiltersInLittleRoomAreStillDrawn() {
    FilterStripLayout layout = FilterStripLayout.of(2, 2, 5, 3, 3, 1);

    assertThat(layout.block()).isEqualTo(1);
    assertThat(layout.columns()).isEqualTo(1);
  }

  @Test
  void aPointIsOnAPictureOrBetweenTwo() {
    FilterStripLayout layout = new FilterStripLayout(3, 2, 10, 10);

    assertThat(layout.at(0, 0, 5, 4)).isZero();
    assertThat(layout.at(5.9, 5.9, 5, 4)).isZero();
    assertThat(layout.at(6.1, 0, 5, 4)).isEqualTo(-1);
    assertThat(layout.at(11, 12, 5, 4)).isEqualTo(4);
    assertThat(layout.at(21, 12, 5, 4)).as("the sixth is not there").isEqualTo(-1);
    assertThat(layout.at(31, 0, 5, 4)).isEqualTo(-1);
    assertThat(layout.at(-1, 0, 5, 4)).isEqualTo(-1);
  }
}
