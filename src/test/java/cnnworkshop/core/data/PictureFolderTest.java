package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cnnworkshop.core.data.PictureFolder.Content;
import cnnworkshop.core.data.PictureFolder.Settings;
import cnnworkshop.core.image.Pictures;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFolderTest {

  private static final Settings ALL = new Settings(32, 3, 0, 1);

  @TempDir
  private Path folder;

  /** A picture whose pixel at x, y is what {@code pixels} says, 0xRRGGBB. */
  private static BufferedImage picture(int width, int height, IntBinaryOperator pixels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.applyAsInt(x, y));
      }
    }
    return image;
  }

  private static BufferedImage plain(int rgb) {
    return picture(32, 32, (x, y) -> rgb);
  }

  private void write(String file, BufferedImage picture) throws IOException {
    write(file, Pictures.file(picture, file.substring(file.lastIndexOf('.') + 1)));
  }

  private void write(String file, byte[] content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }

  /** So many plain pictures in a class, whose red counts from 0. */
  private void fill(String name, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      write(String.format("%s/%03d.png", name, i), plain(i << 16));
    }
  }

  private Content read(Settings settings) throws DataFailure {
    return PictureFolder.read(folder, settings, Progress.UNSEEN);
  }

  private DataFailure failure() {
    return catchThrowableOfType(DataFailure.class, () -> read(ALL));
  }

  private static float[] values(LabelledPictures pictures, int picture) {
    float[] values = new float[pictures.valuesAPicture()];
    pictures.read(picture, values, 0);
    return values;
  }

  /** Class and red of every picture, sorted. */
  private static TreeSet<String> contents(LabelledPictures pictures) {
    TreeSet<String> all = new TreeSet<>();
    for (int i = 0; i < pictures.size(); i++) {
      all.add(pictures.classNames().get(pictures.label(i)) + Math.round(values(pictures, i)[0] * 255));
    }
    return all;
  }

  @Test
  void everyFolderIsAClassSortedByName() throws Exception {
    write("zebra/1.png", plain(0x0A0000));
    write("cat/b.png", plain(0x020000));
    write("cat/a.png", plain(0x010000));
    write("ähre/1.png", plain(0x0B0000));

    Content content = read(ALL);

    assertThat(content.faults()).isEmpty();
    assertThat(content.training().classNames()).containsExactly("cat", "zebra", "ähre");
    assertThat(content.training().counts()).containsExactly(2, 1, 1);
    assertThat(values(content.training(), 0)[0]).isEqualTo(1 / 255f);
    assertThat(values(content.training(), 1)[0]).isEqualTo(2 / 255f);
    assertThat(content.test().size()).isZero();
  }

  @Test
  void pictureOfTheRightSizeKeepsItsValues() throws Exception {
    BufferedImage picture = picture(32, 32, (x, y) -> x * 7 << 16 | y * 8 << 8 | (x + y) * 4);
    write("a/1.png", picture);
    write("b/1.png", plain(0));

    LabelledPictures pictures = read(ALL).training();

    assertThat(List.of(pictures.channels(), pictures.height(), pictures.width())).containsExactly(3, 32, 32);
    float[] values = values(pictures, 0);
    for (int i = 0; i < 1024; i++) {
      int rgb = picture.getRGB(i % 32, i / 32);
      assertThat(values[i]).isEqualTo((rgb >> 16 & 0xFF) / 255f);
      assertThat(values[1024 + i]).isEqualTo((rgb >> 8 & 0xFF) / 255f);
      assertThat(values[2048 + i]).isEqualTo((rgb & 0xFF) / 255f);
    }
  }

  @ParameterizedTest
  @CsvSource({"192,128", "128,192", "128,128", "1000,640"})
  void middleSquareIsTakenAndAveragedOverItsArea(int width, int height) throws Exception {
    int side = Math.min(width, height);
    int left = (width - side) / 2;
    int top = (height - side) / 2;
    int cell = side / 32;
    // Of each cell's columns the first quarter is 200, the others 0, so its mean is 50; outside the square it is white.
    write("a/1.png", picture(width, height, (x, y) ->
        x < left || x >= left + side || y < top || y >= top + side ? 0xFFFFFF
            : (x - left) % cell < cell / 4 ? 200 << 16 : 0));
    write("b/1.png", plain(0));

    float[] values = values(read(ALL).training(), 0);

    for (int i = 0; i < values.length; i++) {
      assertThat(values[i] * 255).isCloseTo(i < 1024 ? 50 : 0, within(2f));
    }
  }

  @Test
  void sizeAndGreysAsAskedFor() throws Exception {
    write("a/1.png", plain(0xFF0000));
    write("b/1.jpg", picture(5, 3, (x, y) -> 0xFFFFFF));

    LabelledPictures pictures = read(new Settings(48, 1, 0, 1)).training();

    assertThat(List.of(pictures.channels(), pictures.height(), pictures.width())).containsExactly(1, 48, 48);
    assertThat(values(pictures, 0)).containsOnly(Math.round(255 * 0.299) / 255f);
    assertThat(values(pictures, 1)).containsOnly(1);
  }

  @Test
  void photosAreTakenUprightAndInAnyFormat() throws Exception {
    write("a/1.webp", Pictures.resource("card-orientation-6.webp"));
    write("a/2.gif", plain(0x00FF00));
    write("a/3.bmp", plain(0x0000FF));
    write("b/1.png", Pictures.resource("card.png"));

    Content content = read(ALL);

    assertThat(content.faults()).isEmpty();
    float[] turned = values(content.training(), 0);
    float[] upright = values(content.training(), 3);
    double difference = 0;
    for (int i = 0; i < turned.length; i++) {
      difference += Math.abs(turned[i] - upright[i]) * 255 / turned.length;
    }
    assertThat(difference).isLessThan(3);
  }

  @Test
  void damagedFilesAreNamedWithTheirClassAndTheOthersKept() throws Exception {
    fill("a", 1);
    fill("b", 1);
    byte[] png = Pictures.file(Pictures.gradient(64, 64, BufferedImage.TYPE_INT_RGB), "png");
    write("a/broken.png", Arrays.copyOf(png, png.length / 2));
    write("b/empty.jpg", new byte[0]);
    write("b/notes.txt", new byte[] {'a', 'b', 'c'});
    List<Long> told = new ArrayList<>();

    Content content = PictureFolder.read(folder, ALL, (done, total) -> told.add(10 * done + total));

    assertThat(content.training().counts()).containsExactly(1, 1);
    assertThat(content.faults()).extracting(fault -> fault.arguments().get(0))
        .containsExactly("a/broken.png", "b/empty.jpg", "b/notes.txt");
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("photo.failure.damaged",
        "photo.failure.empty", "photo.failure.not-a-picture");
    assertThat(told).as("every file, good or not").containsExactly(15L, 25L, 35L, 45L, 55L);
  }

  @Test
  void hiddenFilesAndFoldersWithinAClassAreNotLookedAt() throws Exception {
    fill("a", 1);
    fill("b", 1);
    write("a/.DS_Store", new byte[] {1});
    write("a/._000.png", new byte[] {1});
    write("a/old/1.png", plain(0));
    write(".git/1.png", plain(0));
    write("loose.png", plain(0));

    Content content = read(ALL);

    assertThat(content.faults()).isEmpty();
    assertThat(content.training().counts()).containsExactly(1, 1);
    assertThat(content.training().classNames()).containsExactly("a", "b");
  }

  @Test
  void classWithoutAnyPictureIsNamedAndLeftOut() throws Exception {
    fill("a", 1);
    Files.createDirectories(folder.resolve("b"));
    fill("c", 1);

    Content content = read(ALL);

    assertThat(content.training().classNames()).containsExactly("a", "c");
    assertThat(content.training().label(1)).isEqualTo(1);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.pictures-class");
    assertThat(content.faults().get(0).arguments()).containsExactly("b");
  }

  @Test
  void fewerThanTwoClassesAreRefusedWithTheirNumber() throws Exception {
    write("loose.png", plain(0));
    assertThat(failure().key()).isEqualTo("data.failure.pictures-classes");
    assertThat(failure().arguments()).containsExactly(folder.getFileName().toString(), 0);
    assertThat(PictureFolder.looksLike(folder)).isFalse();
    fill("a", 3);
    write("b/notes.txt", new byte[] {1});
    assertThat(failure().arguments()).containsExactly(folder.getFileName().toString(), 1);
    assertThat(PictureFolder.looksLike(folder)).isFalse();
    fill("b", 1);
    assertThat(read(ALL).training().counts()).containsExactly(3, 1);
    assertThat(PictureFolder.looksLike(folder)).isTrue();
  }

  @Test
  void whatIsNoFolderIsSaidToBeClosed() {
    folder = folder.resolve("gone");
    assertThat(failure().key()).isEqualTo("data.failure.pictures-closed");
    assertThat(PictureFolder.looksLike(folder)).isFalse();
  }

  @Test
  void classWithoutPermissionIsNamedAndLeftOut() throws Exception {
    fill("a", 1);
    fill("b", 1);
    fill("c", 1);
    File closed = folder.resolve("b").toFile();
    assumeFalse(!closed.setReadable(false) || closed.canRead(), "this user may look into every folder");
    Content content = read(ALL);
    assertThat(content.training().classNames()).containsExactly("a", "c");
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.pictures-closed");
  }

  @Test
  void aFifthOfEachClassIsHeldOutAndTheSeedDecidesWhich() throws Exception {
    fill("a", 20);
    fill("b", 10);

    Content content = read(Settings.USUAL);

    assertThat(content.faults()).isEmpty();
    assertThat(content.training().counts()).containsExactly(16, 8);
    assertThat(content.test().counts()).containsExactly(4, 2);
    TreeSet<String> both = contents(content.training());
    assertThat(both).doesNotContainAnyElementsOf(contents(content.test())).hasSize(24);
    assertThat(contents(read(Settings.USUAL).test())).isEqualTo(contents(content.test()));
    assertThat(contents(read(new Settings(32, 3, 0.2, 2)).test())).isNotEqualTo(contents(content.test()));
  }

  @Test
  void classTooSmallToHoldAnyOutIsNamed() throws Exception {
    fill("a", 2);
    fill("b", 3);

    Content content = read(Settings.USUAL);

    assertThat(content.training().counts()).containsExactly(2, 2);
    assertThat(content.test().counts()).containsExactly(0, 1);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.pictures-untested");
    assertThat(content.faults().get(0).arguments()).containsExactly("a", 2, 3);
  }

  @Test
  void interruptEndsReading() throws Exception {
    fill("a", 2);
    fill("b", 2);
    List<Long> told = new ArrayList<>();
    DataFailure failure = catchThrowableOfType(DataFailure.class, () -> PictureFolder.read(folder, ALL,
        (done, total) -> {
          told.add(done);
          Thread.currentThread().interrupt();
        }));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.key()).isEqualTo("data.failure.pictures-stopped");
    assertThat(told).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.5, 1, Double.NaN})
  void shareThatLeavesTooLittleToLearnFromIsNoSetting(double share) {
    assertThatThrownBy(() -> new Settings(32, 3, share, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
