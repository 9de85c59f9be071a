package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FilterPicturesTest {

  @TempDir
  Path folder;

  @Test
  void onItsOwnScaleAFilterIsThePictureTheWorkshopShows() {
    for (int channels : new int[] {1, 3}) {
      Filters filters = TestFilters.random(4, channels, 5, 2, channels);
      FilterPictures pictures = FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.OWN);
      List<FilterPicture> expected = FilterPicture.asTheyAre(filters);
      for (int filter = 0; filter < 4; filter++) {
        assertThat(pictures.pictures().get(filter).argb()).isEqualTo(expected.get(filter).argb());
      }
    }
  }

  @Test
  void onTheCommonScaleBlackAndWhiteAreTheLayersEnds() {
    Filters filters = TestFilters.of(3, 1, 1, 2, -1, 0, 1, 4, 1, Float.NaN);

    FilterPictures pictures = FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.COMMON);

    assertThat(pictures.ranges().subList(0, 2)).containsOnly(new ValueRange(-1, 4));
    assertThat(pictures.pictures()).extracting(FilterPicture::argb).containsExactly(
        new int[] {0xFF000000, 0xFF333333}, new int[] {0xFF666666, 0xFFFFFFFF}, new int[] {0xFF808080, 0xFF808080});
  }

  @Test
  void signedColoursAreWhiteAtZeroAndTheSameForAllFilters() {
    Filters filters = TestFilters.of(2, 1, 1, 3, -2, 0, 1, 2, -1, 0.5f);

    FilterPictures pictures = FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.SIGNED);

    assertThat(pictures.ranges()).containsOnly(new ValueRange(-2, 2));
    assertThat(pictures.pictures().get(0).argb()).containsExactly(0xFF0072B2, 0xFFFFFFFF,
        ColourScale.SIGNED.argb(1, -2, 2));
    assertThat(pictures.pictures().get(1).argb()[0]).isEqualTo(0xFFD55E00);
  }

  @Test
  void signedColoursOfAColourPictureAreTheMeanOfItsChannels() {
    Filters filters = TestFilters.of(1, 3, 1, 2, 3, 0, 3, 0, 0, -3);

    FilterPictures pictures = FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.SIGNED);

    assertThat(pictures.slice()).isEqualTo(FilterSlice.MEAN);
    assertThat(pictures.ranges()).containsExactly(new ValueRange(-2, 2));
    assertThat(pictures.pictures().get(0).argb())
        .containsExactly(0xFFD55E00, ColourScale.SIGNED.argb(-1, -2, 2));
  }

  @Test
  void deeperFiltersAreSummedUpByMeanOrNormAndLeafedThroughByChannel() {
    Filters filters = TestFilters.of(1, 2, 1, 3, 3, 0, -1, -1, 2, 3);

    assertThat(FilterSlice.MEAN.of(filters, 0)).containsExactly(1, 1, 1);
    assertThat(FilterSlice.NORM.of(filters, 0))
        .containsExactly((float) Math.sqrt(10), 2, (float) Math.sqrt(10));
    assertThat(FilterSlice.channel(1).of(filters, 0)).containsExactly(-1, 2, 3);
    FilterPictures stack = FilterPictures.stack(filters, 0, FilterScaling.OWN);
    assertThat(stack.pictures()).extracting(FilterPicture::argb).containsExactly(
        new int[] {0xFFFFFFFF, 0xFF404040, 0xFF000000}, new int[] {0xFF000000, 0xFFBFBFBF, 0xFFFFFFFF});
    assertThat(FilterPictures.of(filters, FilterSlice.channel(1), FilterScaling.OWN).pictures().get(0).argb())
        .isEqualTo(stack.pictures().get(1).argb());
  }

  @Test
  void constantFiltersAreGreyOnTheirOwnScaleAndWhiteOnTheSignedOneIfTheyAreZero() {
    Filters filters = TestFilters.of(1, 1, 1, 2, 0, 0);

    assertThat(FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.OWN).pictures().get(0).argb())
        .containsOnly(0xFF808080);
    assertThat(FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.COMMON).pictures().get(0).argb())
        .containsOnly(0xFF808080);
    assertThat(FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.SIGNED).pictures().get(0).argb())
        .containsOnly(0xFFFFFFFF);
  }

  @Test
  void everySizeFromOneToElevenAndUpTo512FiltersCanBePainted() {
    for (int side : new int[] {1, 2, 3, 11}) {
      for (int channels : new int[] {1, 2, 3, 64}) {
        for (int count : new int[] {1, 512}) {
          Filters filters = TestFilters.random(count, channels, side, side, side);
          FilterSlice slice = FilterSlice.usual(filters, true);
          assertThat(slice).isEqualTo(channels == 1 || channels == 3 ? FilterSlice.PICTURE : FilterSlice.MEAN);
          for (FilterScaling scaling : FilterScaling.values()) {
            FilterPictures pictures = FilterPictures.of(filters, slice, scaling);
            assertThat(pictures.pictures()).hasSize(count)
                .allSatisfy(picture -> assertThat(picture.argb()).hasSize(side * side));
          }
        }
      }
    }
  }

  private static FilterSheet sheet(Filters filters, Integer... order) {
    return FilterSheet.of(FilterPictures.of(filters, FilterSlice.PICTURE, FilterScaling.OWN), List.of(order));
  }

  @Test
  void theSheetShowsTheFiltersInTheirOrderEachPlaceASquare() {
    Filters filters = TestFilters.of(3, 1, 1, 2, 0, 1, 1, 0, 5, 5);
    FilterSheet sheet = sheet(filters, 1, 2, 0);

    Photo picture = sheet.picture();

    // Pictures of 96×48 with a gap of 6 around and 14 for the number above.
    assertThat(picture.width()).isEqualTo(2 * 102 + 6);
    assertThat(picture.height()).isEqualTo(2 * (48 + 14 + 6) + 6);
    int[][] expected = {{0xFFFFFFFF, 0xFF000000}, {0xFF808080, 0xFF808080}, {0xFF000000, 0xFFFFFFFF}};
    for (int i = 0; i < 3; i++) {
      for (int y = 0; y < 48; y++) {
        for (int x = 0; x < 96; x++) {
          assertThat(picture.argb(6 + i % 2 * 102 + x, 6 + i / 2 * 68 + 14 + y)).isEqualTo(expected[i][x / 48]);
        }
      }
    }
  }

  @Test
  void theSvgHasASquareAPlaceWhereTheSheetHasItWhateverTheLocale() throws Exception {
    Filters filters = TestFilters.random(5, 3, 3, 2, 6);
    FilterSheet sheet = sheet(filters, 4, 3, 2, 1, 0);
    Photo expected = sheet.picture();
    Path file = folder.resolve("sheet.svg");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      SvgFile.write(file, sheet);
    } finally {
      Locale.setDefault(before);
    }

    Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + expected.width() + " " + expected.height());
    NodeList groups = svg.getElementsByTagName("g");
    NodeList names = svg.getElementsByTagName("text");
    assertThat(groups.getLength()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      assertThat(names.item(i).getTextContent()).isEqualTo(String.valueOf(4 - i));
      int[] place = numbers(((Element) groups.item(i)).getAttribute("transform"));
      NodeList squares = ((Element) groups.item(i)).getElementsByTagName("rect");
      assertThat(squares.getLength()).isEqualTo(6);
      for (int k = 0; k < 6; k++) {
        Element square = (Element) squares.item(k);
        int x = place[0] + Integer.parseInt(square.getAttribute("x")) * place[2];
        int y = place[1] + Integer.parseInt(square.getAttribute("y")) * place[2];
        String colour = "#%06x".formatted(expected.argb(x, y) & 0xFFFFFF);
        assertThat(square.getAttribute("fill")).isEqualTo(colour);
        assertThat(expected.argb(x + place[2] - 1, y + place[2] - 1)).isEqualTo(expected.argb(x, y));
      }
    }
  }

  private static int[] numbers(String transform) {
    return IntStream.range(0, 3).map(i -> Integer.parseInt(transform.replaceAll("\\D+", " ").strip().split(" ")[i]))
        .toArray();
  }

  @Test
  void theTableHoldsEveryNumberToTheLastBit() throws Exception {
    Filters filters = TestFilters.random(3, 2, 2, 4, 7);
    Path file = folder.resolve("conv1.csv");

    FilterCsvFile.write(file, filters);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 3 * 2 * 2 * 4);
    assertThat(lines.get(0)).isEqualTo("filter,channel,row,column,weight,bias");
    List<String> places = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      int filter = Integer.parseInt(cells[0]);
      assertThat(Float.parseFloat(cells[4])).isEqualTo(filters.weight(filter, Integer.parseInt(cells[1]),
          Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
      assertThat(Float.parseFloat(cells[5])).isEqualTo(filters.biases()[filter]);
      places.add(String.join(",", cells[0], cells[1], cells[2], cells[3]));
    }
    assertThat(places).doesNotHaveDuplicates();
  }

  @Test
  void arraysOfAnyShapeAreWrittenForNumPy() throws IOException {
    float[] values = new float[300_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 7f;
    }
    Path file = folder.resolve("weights.npy");

    NpyFile.write(file, values, 100, 30, 10, 10);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    assertThat(new String(bytes.array(), 10, header, StandardCharsets.US_ASCII)).contains("(100, 30, 10, 10)");
    float[] read = new float[values.length];
    bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(read);
    assertThat(read).isEqualTo(values);
    NpyFile.write(file, new float[] {1}, 1);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("'shape': (1,)");
  }
}
