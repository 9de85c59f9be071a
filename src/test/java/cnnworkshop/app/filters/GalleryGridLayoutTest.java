package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryGridLayoutTest {

  private static final GalleryGridLayout.Sizes SIZES = new GalleryGridLayout.Sizes(40, 50, 10, 20);

  /** Four columns: 5 tiles in rows of 4 and 1, then 2, then 6 in rows of 4 and 2. */
  private static GalleryGridLayout layout() {
    return new GalleryGridLayout(215, SIZES, List.of(5, 2, 6));
  }

  @Test
  void everyTileIsFoundUnderItsOwnMiddleAndNothingBetweenTiles() {
    GalleryGridLayout layout = layout();
    for (int tile = 0; tile < 13; tile++) {
      double left = layout.left(tile);
      double top = layout.top(tile);
      assertThat(layout.at(left + 20, top + 25)).isEqualTo(tile);
      assertThat(layout.at(left, top)).isEqualTo(tile);
      assertThat(layout.at(left - 1, top + 25)).isEqualTo(-1);
      assertThat(layout.at(left + 20, top - 1)).isEqualTo(-1);
      assertThat(layout.at(left + 20, top + 50)).isEqualTo(-1);
    }
    assertThat(layout.at(layout.left(4) + 60, layout.top(4) + 5)).as("beside the last of a row").isEqualTo(-1);
  }

  @Test
  void groupsStandBelowEachOtherUnderTheirHeadings() {
    GalleryGridLayout layout = layout();

    assertThat(layout.rows()).extracting(GalleryGridLayout.Row::count).containsExactly(4, 1, 2, 4, 2);
    assertThat(layout.rows()).extracting(GalleryGridLayout.Row::group).containsExactly(0, -1, 1, 2, -1);
    assertThat(layout.rows()).extracting(GalleryGridLayout.Row::top).containsExactly(30.0, 90.0, 170.0, 250.0, 310.0);
    assertThat(layout.height()).isEqualTo(370);
  }

  @Test
  void upAndDownKeepTheColumnWhereThereIsOne() {
    GalleryGridLayout layout = layout();

    assertThat(layout.down(0, 1)).isEqualTo(4);
    assertThat(layout.down(3, 1)).isEqualTo(4);
    assertThat(layout.down(4, 1)).isEqualTo(5);
    assertThat(layout.down(6, 1)).isEqualTo(8);
    assertThat(layout.down(10, 1)).isEqualTo(12);
    assertThat(layout.down(12, -1)).isEqualTo(8);
    assertThat(layout.down(2, -1)).isEqualTo(2);
    assertThat(layout.down(12, 1)).isEqualTo(12);
    assertThat(layout.down(1, 100)).isEqualTo(12);
  }

  @Test
  void aTileWiderThanTheRoomStillHasARow() {
    GalleryGridLayout layout = new GalleryGridLayout(30, SIZES, List.of(3));

    assertThat(layout.rows()).hasSize(3);
    assertThat(new GalleryGridLayout(30, SIZES, List.of()).height()).isEqualTo(10);
  }
}
