package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where patches are, what they look like, and how they are written. */
class PatchPicturesTest {

  @TempDir
  Path folder;

  private static PatchCut cut(int channels, Padding padding) {
    Shape input = new Shape(channels, 12, 12);
    NetworkSpec network = new NetworkSpec("test", input, List.of(Convolution.relu("conv1", 2, 3, padding)),
        NetworkSpec.Loss.OTHER);
    int side = padding.same() ? 12 : 10;
    return new PatchCut(UnitField.of(network, List.of(new Shape(2, side, side)), 0), input);
  }

  private static FoundPatch found(FaceSquare square, int row, int column) {
    return new FoundPatch(new PatchLook(0, square), row, column, 1);
  }

  @Test
  void aPatchOfAPictureOfTheInputsSizeHasItsVeryPixels() {
    Photo photo = TestMaps.photo(12, 12);
    Photo patch = cut(3, Padding.VALID).cut(found(FaceSquare.middleOf(photo), 4, 7), photo);
    assertThat(patch.width()).isEqualTo(3);
    assertThat(patch.argb(0, 0, 3, 3)).isEqualTo(photo.argb(7, 4, 3, 3));
  }

  @Test
  void aNetworkOfGreysSeesGreys() {
    Photo photo = TestMaps.photo(12, 12);
    Photo patch = cut(1, Padding.VALID).cut(found(FaceSquare.middleOf(photo), 0, 0), photo);
    int grey = Math.round(255 * photo.grey(2, 1));
    assertThat(patch.argb(2, 1)).isEqualTo(0xFF000000 | grey << 16 | grey << 8 | grey);
  }

  @Test
  void atTheEdgeThePatchIsSmaller() {
    Photo photo = TestMaps.photo(12, 12);
    Photo patch = cut(3, Padding.SAME).cut(found(FaceSquare.middleOf(photo), 11, 0), photo);
    assertThat(patch.argb(0, 0, 2, 2)).isEqualTo(photo.argb(0, 10, 2, 2));
  }

  @Test
  void aPatchLiesOnThePhotoWhereItsSquareDoes() {
    PatchCut.Place place = cut(1, Padding.VALID).place(found(FaceSquare.ofBox(100, 40, 24), 1, 5));
    assertThat(new double[] {place.x(), place.y(), place.width(), place.height()})
        .containsExactly(new double[] {110, 42, 6, 6}, within(1e-9));
  }

  @Test
  void aTurnedPatchIsFramedAsAWhole() {
    PatchCut.Place place = cut(1, Padding.VALID).place(found(new FaceSquare(50, 50, 12, 90), 0, 0));
    // The upper left corner of the square, turned clockwise, is its upper right one.
    assertThat(new double[] {place.x(), place.y(), place.width(), place.height()})
        .containsExactly(new double[] {53.5, 44.5, 3, 3}, within(1e-9));
  }

  @Test
  void squaresCoverThePhotoAtThreeScalesAndStayInside() {
    Photo photo = Photo.ofGrey(400, 200, new float[80_000]);
    List<FaceSquare> squares = PatchSquares.over(photo, 32);
    assertThat(squares).extracting(FaceSquare::side).contains(200.0, 100.0, 50.0).doesNotContain(25.0);
    for (double side : new double[] {200, 100, 50}) {
      List<FaceSquare> ofScale = squares.stream().filter(square -> square.side() == side).toList();
      for (int y = 0; y < 200; y += 7) {
        for (int x = 0; x < 400; x += 7) {
          int column = x;
          int row = y;
          assertThat(ofScale).anyMatch(square -> square.left() <= column && column < square.left() + side
              && square.top() <= row && row < square.top() + side);
        }
      }
      assertThat(ofScale).allMatch(square -> square.left() > -1e-6 && square.left() + side < 400 + 1e-6
          && square.top() > -1e-6 && square.top() + side < 200 + 1e-6);
    }
    assertThat(squares).filteredOn(square -> square.side() == 200).hasSize(3);
  }

  @Test
  void squaresDoNotGetSmallerThanTheInput() {
    assertThat(PatchSquares.over(Photo.ofGrey(128, 128, new float[128 * 128]), 96)).hasSize(1);
    assertThat(PatchSquares.over(Photo.ofGrey(3, 5, new float[15]), 96)).as("but there always is one")
        .hasSize(2).allMatch(square -> square.side() == 3);
  }

  @Test
  void theSheetShowsEachPatchEnlargedWithItsValueUnderIt() {
    Photo red = Photo.ofRgb(2, 2, new int[] {0xFF0000, 0xFF0000, 0xFF0000, 0x0000FF});
    Photo small = Photo.ofRgb(1, 1, new int[] {0x00FF00});
    Photo sheet = PatchSheet.picture(List.of(red, small, red), List.of(1.5f, -22.25f, Float.POSITIVE_INFINITY));
    assertThat(sheet.argb(8, 8)).isEqualTo(0xFFFF0000);
    assertThat(sheet.argb(8 + 95, 8 + 95)).isEqualTo(0xFF0000FF);
    assertThat(sheet.argb(8 + 96 + 8, 8)).isEqualTo(0xFF00FF00);
    assertThat(sheet.argb(8 + 96 + 8 + 60, 8)).as("the place beside a smaller patch").isEqualTo(0xFFFFFFFF);
    assertThat(ink(sheet, 8, 96)).isPositive();
    assertThat(ink(sheet, 112, 6)).as("the sign of a negative number").isEqualTo(6);
  }

  private static int ink(Photo sheet, int left, int width) {
    int dark = 0;
    for (int y = 8 + 96; y < 8 + 96 + 14; y++) {
      for (int x = left; x < left + width; x++) {
        dark += sheet.argb(x, y) == 0xFF202020 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void theTableNamesPicturesAndPlaces() throws Exception {
    Path file = folder.resolve("patches.csv");
    PatchCsv.write(file, List.of(found(FaceSquare.ofBox(100, 40, 24), 1, 5)), cut(1, Padding.VALID),
        picture -> "a, \"b\"");
    assertThat(Files.readString(file)).isEqualTo("rank,value,picture,map_row,map_column,x,y,width,height\n"
        + "1,1.0,\"a, \"\"b\"\"\",1,5,110.0,42.0,6.0,6.0\n");
  }
}
