package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoLoaderTest {

  private static final int WHITE = 0xFFFFFFFF;

  private final PhotoLoader loader = new PhotoLoader();

  @TempDir
  private Path folder;

  private Photo load(byte[] content) throws PhotoFailure {
    return loader.load(content, "picture");
  }

  private PhotoFailure failure(byte[] content) {
    return catchThrowableOfType(PhotoFailure.class, () -> load(content));
  }

  private Photo resource(String name) throws PhotoFailure {
    return load(Pictures.resource(name));
  }

  // D1

  @ParameterizedTest
  @ValueSource(strings = {"face-cmyk.jpg", "face-ycck.jpg"})
  void cmykJpegHasTheColoursOfItsOriginal(String file) throws PhotoFailure {
    Photo photo = resource(file);
    Photo base = resource("face.png");
    assertThat(Pictures.meanGreyDifference(photo, base)).isLessThan(2);
    assertThat(Pictures.largestDifference(photo.reducedTo(24), base.reducedTo(24))).isLessThan(8);
  }

  @Test
  void cmykTiffHasTheColoursOfItsOriginal() throws PhotoFailure {
    assertThat(Pictures.largestDifference(resource("card-cmyk.tiff"), resource("card.png"))).isLessThan(3);
  }

  // D2

  @Test
  void colourSquaresAreTheSameInEveryPixelLayout() throws PhotoFailure {
    Photo expected = resource("card.png");
    BufferedImage argb = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    argb.setRGB(0, 0, 64, 64, expected.argb(0, 0, 64, 64), 0, 64);
    for (int type : new int[] {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB}) {
      BufferedImage image = new BufferedImage(64, 64, type);
      image.setRGB(0, 0, 64, 64, expected.argb(0, 0, 64, 64), 0, 64);
      assertThat(Pictures.largestDifference(load(Pictures.file(image, "png")), expected)).as("type %d", type).isZero();
    }
    assertThat(expected.argb(10, 10)).isEqualTo(0xFFD01010);
    assertThat(expected.argb(50, 10)).isEqualTo(0xFF10C020);
    assertThat(expected.argb(10, 50)).isEqualTo(0xFF2030E0);
  }

  // D3

  @Test
  void emptyFileIsSaidToBeEmptyAndTheNextOneStillLoads() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class, () -> loader.load(empty));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.EMPTY);
    assertThat(failure.arguments()).startsWith("empty.jpg");
    Path face = Files.write(folder.resolve("face.jpg"), Pictures.resource("face.jpg"));
    assertThat(loader.load(face).width()).isEqualTo(96);
  }

  // D4, D6

  @Test
  void contentDecidesWhateverTheNameSays() throws Exception {
    byte[] gif = Pictures.file(Pictures.gradient(20, 10, BufferedImage.TYPE_INT_RGB), "gif");
    assertThat(loader.load(Files.write(folder.resolve("a.jpg"), gif)).width()).isEqualTo(20);
    assertThat(loader.load(Files.write(folder.resolve("b.png"), Pictures.resource("face.webp"))).width()).isEqualTo(96);
  }

  @Test
  void textWithAPicturesNameIsNoPicture() {
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class,
        () -> loader.load("only words".getBytes(StandardCharsets.UTF_8), "words.png"));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.NOT_A_PICTURE);
    assertThat(failure.arguments()).startsWith("words.png");
  }

  @Test
  void heicIsNamedAsWhatItIs() {
    PhotoFailure failure = failure(Pictures.resource("face.heic"));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.UNSUPPORTED);
    assertThat(failure.arguments()).containsExactly("picture", "HEIC");
  }

  // D5

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyExifOrientationLoadsUpright(int orientation) throws PhotoFailure {
    BufferedImage upright = Pictures.gradient(40, 24, BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = Pictures.file(stored(upright, orientation), "jpg");
    Photo photo = load(Pictures.withOrientation(jpeg, orientation));
    Photo expected = load(Pictures.file(upright, "png"));
    assertThat(photo.width()).isEqualTo(40);
    assertThat(photo.height()).isEqualTo(24);
    assertThat(Pictures.meanGreyDifference(photo, expected)).isLessThan(3);
  }

  /** What a camera stores, by the standard's words for where the stored first row and first column belong. */
  private static BufferedImage stored(BufferedImage upright, int orientation) {
    int w = upright.getWidth();
    int h = upright.getHeight();
    boolean turned = orientation >= 5;
    BufferedImage stored = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < stored.getHeight(); row++) {
      for (int column = 0; column < stored.getWidth(); column++) {
        int rgb = switch (orientation) {
          case 1 -> upright.getRGB(column, row); // row 0 top, column 0 left
          case 2 -> upright.getRGB(w - 1 - column, row); // top, right
          case 3 -> upright.getRGB(w - 1 - column, h - 1 - row); // bottom, right
          case 4 -> upright.getRGB(column, h - 1 - row); // bottom, left
          case 5 -> upright.getRGB(row, column); // left, top
          case 6 -> upright.getRGB(w - 1 - row, column); // right, top
          case 7 -> upright.getRGB(w - 1 - row, h - 1 - column); // right, bottom
          default -> upright.getRGB(row, h - 1 - column); // left, bottom
        };
        stored.setRGB(column, row, rgb);
      }
    }
    return stored;
  }

  @ParameterizedTest
  @ValueSource(strings = {"card-orientation-6.png", "card-orientation-6.webp", "card-orientation-6.tiff"})
  void orientationCountsInOtherFormatsThanJpegToo(String file) throws PhotoFailure {
    assertThat(Pictures.meanGreyDifference(resource(file), resource("card.png"))).isLessThan(1);
  }

  @Test
  void orientationOutsideTheStandardIsIgnored() throws PhotoFailure {
    byte[] jpeg = Pictures.file(Pictures.gradient(40, 24, BufferedImage.TYPE_INT_RGB), "jpg");
    assertThat(load(Pictures.withOrientation(jpeg, 99)).width()).isEqualTo(40);
  }

  // D7

  @Test
  void widePictureLoadsAtFullSize() throws PhotoFailure {
    Photo photo = load(Pictures.file(Pictures.gradient(20_000, 600, BufferedImage.TYPE_BYTE_GRAY), "png"));
    assertThat(photo.width()).isEqualTo(20_000);
    assertThat(photo.height()).isEqualTo(600);
  }

  @Test
  void tooLargePictureIsRefusedByItsHeaderAlone() {
    byte[] png = Pictures.file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
    // The header's width and height, for which there are no pixels in the file at all.
    System.arraycopy(new byte[] {0, 0, 0x23, 0x28, 0, 0, 0x23, 0x28}, 0, png, 16, 8);
    PhotoFailure failure = failure(png);
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.TOO_LARGE);
    assertThat(failure.arguments()).containsExactly("picture", "9000×9000");
  }

  // D8

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "1,1000", "1000,1"})
  void tinyPicturesLoad(int width, int height) throws PhotoFailure {
    Photo photo = load(Pictures.file(Pictures.gradient(width, height, BufferedImage.TYPE_INT_RGB), "png"));
    assertThat(List.of(photo.width(), photo.height())).containsExactly(width, height);
  }

  // D9

  @Test
  void nameBeyondAsciiLoads() throws Exception {
    Path file = Files.write(beyondAscii(), Pictures.resource("face.jpg"));
    assertThat(loader.load(file).width()).isEqualTo(96);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void listedNameBeyondAsciiLoadsInThePlainCLocaleToo() throws Exception {
    Files.write(beyondAscii(), Pictures.resource("face.jpg"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
        LoadFolder.class.getName()).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("96x96");
  }

  /** Loads what lies below the current folder: a program of its own, to run in another locale. */
  static final class LoadFolder {
    public static void main(String[] arguments) throws Exception {
      try (var files = Files.walk(Path.of("."))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Photo photo = new PhotoLoader().load(file);
          System.out.println(photo.width() + "x" + photo.height());
        }
      }
    }
  }

  private Path beyondAscii() throws IOException {
    try {
      return Files.createDirectory(folder.resolve("图片")).resolve("é ñ.jpg");
    } catch (InvalidPathException e) {
      return abort("this locale has no such file names");
    }
  }

  // Formats

  @ParameterizedTest
  @ValueSource(strings = {"card-16bit.tiff", "card-lossless.webp"})
  void losslessVariantsEqualTheirBase(String file) throws PhotoFailure {
    assertThat(Pictures.largestDifference(resource(file), resource("card.png"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"face.jpg", "face-progressive.jpg", "face-adobe-rgb.jpg", "face.webp"})
  void lossyVariantsLookLikeTheirBase(String file) throws PhotoFailure {
    assertThat(Pictures.meanGreyDifference(resource(file), resource("face.png"))).isLessThan(2.5);
  }

  @Test
  void otherColourProfileBecomesSrgb() throws PhotoFailure {
    Photo photo = resource("face-adobe-rgb.jpg").reducedTo(12);
    assertThat(Pictures.largestDifference(photo, resource("face.png").reducedTo(12))).isLessThan(6);
  }

  @Test
  void animationShowsItsFirstFrame() throws PhotoFailure {
    assertThat(Pictures.meanGreyDifference(resource("card-animated.webp"), resource("card.png"))).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void formatsJavaWritesWithoutLossAreExact(String format) throws PhotoFailure {
    BufferedImage image = Pictures.gradient(31, 17, BufferedImage.TYPE_3BYTE_BGR);
    Photo photo = load(Pictures.file(image, format));
    assertThat(photo.argb(0, 0, 31, 17)).containsExactly(image.getRGB(0, 0, 31, 17, null, 0, 31));
  }

  @Test
  void greyPictureKeepsItsValues() throws PhotoFailure {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      image.getRaster().setSample(x, 0, 0, x);
    }
    Photo photo = load(Pictures.file(image, "png"));
    for (int x = 0; x < 256; x++) {
      assertThat(photo.argb(x, 0) & 0xFFFFFF).isEqualTo(x * 0x010101);
    }
  }

  @Test
  void sixteenBitGreyIsScaledToEight() throws PhotoFailure {
    BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
    int[] samples = {0, 128 * 257, 128 * 257 + 129, 65535};
    image.getRaster().setSamples(0, 0, 4, 1, 0, samples);
    Photo photo = load(Pictures.file(image, "png"));
    assertThat(photo.argb(0, 0, 4, 1)).containsExactly(0xFF000000, 0xFF808080, 0xFF818181, WHITE);
  }

  @Test
  void paletteWithTransparentColourLiesOnWhite() throws PhotoFailure {
    byte[] half = {0, (byte) 200};
    IndexColorModel palette = new IndexColorModel(8, 2, half, half, half, 0);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    assertThat(load(Pictures.file(image, "png")).argb(0, 0, 2, 1)).containsExactly(WHITE, 0xFFC8C8C8);
    assertThat(load(Pictures.file(image, "gif")).argb(0, 0, 2, 1)).containsExactly(WHITE, 0xFFC8C8C8);
  }

  @Test
  void transparencyLiesOnWhite() throws PhotoFailure {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF102030);
    image.setRGB(1, 0, 0x80000000);
    image.setRGB(2, 0, 0x00000000);
    assertThat(load(Pictures.file(image, "png")).argb(0, 0, 3, 1)).containsExactly(0xFF102030, 0xFF7F7F7F, WHITE);
    Photo webp = resource("card-half-transparent.webp");
    assertThat(webp.argb(50, 50) & 0xFF).isBetween(0xBC, 0xC2);
  }

  @Test
  void greyWithAlphaLiesOnWhite() throws PhotoFailure {
    ComponentColorModel colors = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false,
        Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    WritableRaster raster = colors.createCompatibleWritableRaster(2, 1);
    raster.setPixels(0, 0, 2, 1, new int[] {100, 255, 100, 0});
    byte[] png = Pictures.file(new BufferedImage(colors, raster, false, null), "png");
    assertThat(load(png).argb(0, 0, 2, 1)).containsExactly(0xFF646464, WHITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "tiff"})
  void decodingInBandsGivesTheSamePicture(String format) throws PhotoFailure {
    byte[] file = Pictures.file(Pictures.gradient(50, 37, BufferedImage.TYPE_3BYTE_BGR), format);
    Photo banded = new PhotoLoader(50 * 3 * 5).load(file, "picture");
    assertThat(Pictures.largestDifference(banded, load(file))).isZero();
  }

  // Damage

  @ParameterizedTest
  @ValueSource(strings = {"face.jpg", "face-progressive.jpg", "face-cmyk.jpg", "face.png", "face.webp",
      "card-lossless.webp", "card-cmyk.tiff"})
  void cutFileIsSaidToBeDamaged(String file) {
    byte[] content = Pictures.resource(file);
    PhotoFailure failure = failure(Arrays.copyOf(content, content.length * 6 / 10));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.DAMAGED);
    assertThat(failure.arguments()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp"})
  void cutFileThatJavaWroteIsSaidToBeDamaged(String format) {
    byte[] content = Pictures.file(Pictures.gradient(60, 60, BufferedImage.TYPE_INT_RGB), format);
    assertThat(failure(Arrays.copyOf(content, content.length / 2)).kind()).isEqualTo(PhotoFailure.Kind.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"face.jpg", "face.png", "face.webp", "card-lossless.webp", "card-cmyk.tiff"})
  void brokenBytesGiveAPictureOrATypedFailureAndNothingElse(String file) {
    byte[] content = Pictures.resource(file);
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] broken = content.clone();
      for (int k = 0; k < 4; k++) {
        broken[random.nextInt(Math.min(broken.length, 400))] = (byte) random.nextInt(256);
      }
      try {
        load(broken);
      } catch (PhotoFailure failure) {
        assertThat(failure.kind()).isNotNull();
      }
    }
  }

  // Files that are none

  @Test
  void missingFileIsSaidToBeMissing() {
    Path file = folder.resolve("gone.png");
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class, () -> loader.load(file));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.MISSING);
  }

  @Test
  void folderIsNoPicture() {
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class, () -> loader.load(folder));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.NOT_A_PICTURE);
  }

  @Test
  void fileThatMayNotBeReadIsSaidToBeForbidden() throws Exception {
    Path file = Files.write(folder.resolve("closed.png"), Pictures.resource("face.png"));
    File closed = file.toFile();
    assumeFalse(!closed.setReadable(false) || Files.isReadable(file), "this user may read every file");
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class, () -> loader.load(file));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.FORBIDDEN);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void pipeIsRefusedWithoutWaitingForIt() throws Exception {
    Path pipe = folder.resolve("pipe.png");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    PhotoFailure failure = catchThrowableOfType(PhotoFailure.class, () -> loader.load(pipe));
    assertThat(failure.kind()).isEqualTo(PhotoFailure.Kind.NOT_A_PICTURE);
    assertThat(PhotoLoader.formatOf(pipe)).isEmpty();
  }
}
