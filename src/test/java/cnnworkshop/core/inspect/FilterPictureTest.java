package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.LayerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterPictureTest {

  @Test
  void aFilterOfThreeChannelsIsScaledAsAWholeAndShownInColour() {
    // One place: red −1, green 0, blue 1; the other: 1, 1, −1.
    Filters filters = filters(1, 3, 1, 2, -1, 1, 0, 1, 1, -1);

    List<FilterPicture> pictures = FilterPicture.asTheyAre(filters);
    assertThat(pictures).hasSize(1);
    assertThat(pictures.get(0).argb()).containsExactly(0xFF0080FF, 0xFFFFFF00);
    assertThat(pictures.get(0).columns()).isEqualTo(2);
    assertThat(pictures.get(0).rows()).isEqualTo(1);
  }

  @Test
  void eachFilterHasItsOwnScaleAndOneOfEqualNumbersIsGrey() {
    Filters filters = filters(3, 1, 2, 1, 0.1f, 0.2f, -50, 50, 3, 3);

    assertThat(FilterPicture.asTheyAre(filters)).extracting(FilterPicture::argb).containsExactly(
        new int[] {0xFF000000, 0xFFFFFFFF}, new int[] {0xFF000000, 0xFFFFFFFF}, new int[] {0xFF808080, 0xFF808080});
  }

  @Test
  void numbersThatAreNoneAreGrey() {
    assertThat(FilterPicture.asTheyAre(filters(1, 1, 1, 2, Float.NaN, Float.NaN)).get(0).argb())
        .containsExactly(0xFF808080, 0xFF808080);
  }

  @Test
  void aChangeIsOnOneSignedScaleForAllFilters() {
    Filters before = filters(2, 1, 1, 2, 1, 1, 1, 1);
    Filters now = filters(2, 1, 1, 2, 3, 1, -1, 0);

    ValueRange range = FilterPicture.rangeOfChange(now, before);
    assertThat(range).isEqualTo(new ValueRange(-2, 2));
    assertThat(FilterPicture.change(now, before, range)).extracting(FilterPicture::argb).containsExactly(
        new int[] {0xFFD55E00, 0xFFFFFFFF},
        new int[] {0xFF0072B2, ColourScale.SIGNED.argb(-1, -2, 2)});
  }

  @Test
  void aChangeOfThreeChannelsIsTheirMean() {
    Filters before = filters(1, 3, 1, 1, 0, 0, 0);
    Filters now = filters(1, 3, 1, 1, 3, 0, -1.5f);

    assertThat(FilterPicture.rangeOfChange(now, before)).isEqualTo(new ValueRange(-0.5f, 0.5f));
    assertThat(FilterPicture.change(now, before, new ValueRange(-1, 1)).get(0).argb())
        .containsExactly(ColourScale.SIGNED.argb(0.5f, -1, 1));
  }

  @Test
  void whatHasNotChangedIsWhite() {
    Filters filters = filters(1, 1, 1, 2, 4, 5);

    assertThat(FilterPicture.change(filters, filters, FilterPicture.rangeOfChange(filters, filters)).get(0).argb())
        .containsExactly(0xFFFFFFFF, 0xFFFFFFFF);
  }

  private static Filters filters(int count, int channels, int rows, int columns, float... weights) {
    return new Filters(new LayerSpec.Convolution("conv1", count, new LayerSpec.Size(rows, columns),
        LayerSpec.Size.of(1), LayerSpec.Size.of(1), LayerSpec.Padding.SAME, true, LayerSpec.Activation.RELU), channels,
        weights, new float[count]);
  }
}
