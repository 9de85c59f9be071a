package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFilesTest {

  @TempDir
  Path folder;

  @Test
  void aColourPictureComesBackAsItWas() throws Exception {
    Photo photo = TestMaps.photo(300, 200);
    Path file = folder.resolve("é ñ.png");
    PngFile.write(file, photo);
    assertThat(pixels(file)).isEqualTo(photo.argb(0, 0, 300, 200));
    assertThat(names()).containsExactly("é ñ.png");
  }

  @Test
  void aMapWrittenInSeveralBandsIsTheMapInItsColours() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(1202, 1002), TestMaps.conv1());
    for (ColourScale scale : ColourScale.values()) {
      MapReduction whole = maps.reduce(4, 2000);
      ValueRange range = MapScaling.PER_MAP.range(whole, List.of(whole));
      Path file = folder.resolve("map.png");
      PngFile.write(file, new MapPicture(maps, 4, scale, range));
      assertThat(pixels(file)).isEqualTo(scale.paint(whole.values(), range));
      int channels = ImageIO.read(file.toFile()).getColorModel().getNumComponents();
      assertThat(channels).isEqualTo(scale.isGrey() ? 1 : 3);
    }
  }

  @Test
  void aGreyMapThatIsNoNumberIsStillMarked() throws Exception {
    LayerMaps maps = new LayerMaps(new FeatureMaps(new Shape(1, 1, 2), new float[] {1, Float.NaN}));
    Path file = folder.resolve("map.png");
    PngFile.write(file, new MapPicture(maps, 0, ColourScale.GREY, new ValueRange(Float.NaN, Float.NaN)));
    assertThat(pixels(file)).containsOnly(ColourScale.NOT_A_NUMBER);
  }

  private static int[] pixels(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int[] argb = new int[image.getWidth() * image.getHeight()];
    for (int i = 0; i < argb.length; i++) {
      int x = i % image.getWidth();
      int y = i / image.getWidth();
      // getRGB of a grey image goes through a colour profile and would change the values.
      int first = image.getRaster().getSample(x, y, 0);
      argb[i] = image.getRaster().getNumBands() == 1 ? 0xFF000000 | first * 0x010101 : image.getRGB(x, y);
    }
    return argb;
  }

  @Test
  void npyHoldsTheExactValuesOfAllMaps() throws Exception {
    Photo photo = TestMaps.photo(700, 500);
    PhotoMaps maps = new PhotoMaps(photo, TestMaps.conv1());
    Path file = folder.resolve("conv1.npy");
    NpyFile.write(file, maps);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    bytes.get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[bytes.getShort()];
    bytes.get(header);
    assertThat(bytes.position() % 64).isZero();
    String text = new String(header, StandardCharsets.US_ASCII);
    assertThat(text).contains("'descr': '<f4'").contains("'fortran_order': False").endsWith("\n");
    Matcher shape = Pattern.compile("'shape': \\((\\d+), (\\d+), (\\d+)\\)").matcher(text);
    assertThat(shape.find()).isTrue();
    assertThat(new String[] {shape.group(1), shape.group(2), shape.group(3)}).containsExactly("32", "498", "698");
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    assertThat(values).isEqualTo(TestMaps.expected(TestMaps.conv1(), photo));
  }

  @Test
  void aFileThatCouldNotBeWrittenLeavesTheOldOneAndNothingElse() throws Exception {
    Path file = folder.resolve("map.png");
    Files.writeString(file, "before");
    LayerMaps maps = new LayerMaps(new FeatureMaps(new Shape(1, 1, 1), new float[1]));
    MapPicture noSuchMap = new MapPicture(maps, 1, ColourScale.GREY, new ValueRange(0, 1));
    assertThatThrownBy(() -> PngFile.write(file, noSuchMap)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(file).hasContent("before");
    assertThat(names()).containsExactly("map.png");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void theSheetShowsEveryMapEnlargedWithHardPixels() {
    List<MapReduction> maps = new ArrayList<>();
    for (int map = 0; map < 11; map++) {
      FeatureMaps one = TestMaps.featureMaps(1, 2, 2, 0, 1, 2, 3);
      MapReduction r = MapReduction.of(one, 0);
      maps.add(new MapReduction(map, 2, 2, r.values(), 2, 2, r.minimum(), r.maximum(), r.mean(), r.zeroShare()));
    }
    Photo sheet = new MapSheet(ColourScale.VIRIDIS, MapScaling.PER_MAP).picture(maps);
    int[] counts = new int[4];
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        for (int value = 0; value < 4; value++) {
          counts[value] += sheet.argb(x, y) == ColourScale.VIRIDIS.argb(value, 0, 3) ? 1 : 0;
        }
      }
    }
    assertThat(counts).containsOnly(11 * 48 * 48);
  }

  @Test
  void theSheetNumbersItsMaps() {
    MapReduction map = MapReduction.of(TestMaps.featureMaps(8, 1, 1, 0, 1, 2, 3, 4, 5, 6, 7), 7);
    Photo sheet = new MapSheet(ColourScale.GREY, MapScaling.PER_MAP).picture(List.of(map));
    StringBuilder seven = new StringBuilder();
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 3; column++) {
        seven.append(sheet.argb(6 + 2 * column, 6 + 2 * row) == 0xFFFFFFFF ? ' ' : '#');
      }
      seven.append('\n');
    }
    assertThat(seven).hasToString("###\n  #\n # \n # \n # \n");
  }
}
