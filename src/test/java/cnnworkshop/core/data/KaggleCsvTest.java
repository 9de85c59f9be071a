package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaggleCsvTest {

  private static final int PIXELS = 96 * 96;

  @TempDir
  private Path folder;

  private static String header() {
    StringBuilder header = new StringBuilder();
    for (Keypoint keypoint : Keypoint.values()) {
      header.append(keypoint.fileName()).append("_x,").append(keypoint.fileName()).append("_y,");
    }
    return header + "Image";
  }

  /** 30 cells: 0.5, 1.5, 2.5, …, the ones from {@code given} on empty. */
  private static String points(int given) {
    return IntStream.range(0, 30).mapToObj(i -> i < given ? i + ".5" : "").collect(Collectors.joining(","));
  }

  /** Pixel p has the value (p + seed) mod 256. */
  private static String image(int pixels, int seed) {
    return IntStream.range(0, pixels).mapToObj(p -> String.valueOf((p + seed) % 256)).collect(Collectors.joining(" "));
  }

  private static List<String> tenRows() {
    List<String> lines = new ArrayList<>(List.of(header()));
    for (int row = 0; row < 10; row++) {
      lines.add(points(row % 5 < 3 ? 30 : 8) + "," + image(PIXELS, row));
    }
    return lines;
  }

  private Path file(List<String> lines, String end) throws IOException {
    return Files.writeString(folder.resolve("training.csv"), String.join(end, lines) + end);
  }

  private Path file(List<String> lines) throws IOException {
    return file(lines, "\n");
  }

  // D12

  @Test
  void emptyCellsAreMissingPointsAndCounted() throws Exception {
    KaggleCsv.Content content = KaggleCsv.read(file(tenRows()));
    assertThat(content.faults()).isEmpty();
    assertThat(content.fullCount()).isEqualTo(6);
    assertThat(content.partialCount()).isEqualTo(4);
    KaggleCsv.Row partial = content.rows().get(3);
    assertThat(partial.pointCount()).isEqualTo(4);
    assertThat(partial.points()).hasSize(30).startsWith(0.5f, 1.5f, 2.5f);
    for (int i = 8; i < 30; i++) {
      assertThat(partial.points()[i]).isNaN();
    }
  }

  @Test
  void pointsThatAreMissingAreMaskedInABatchAndNeverBecomeZeroZero() throws Exception {
    List<FaceSample> samples = KaggleCsv.read(file(tenRows())).rows().stream().map(KaggleCsv.Row::toSample).toList();

    TrainingData.Batch batch = new FaceTrainingData(samples, FaceAugmentation.NONE)
        .batch(IntStream.range(0, 10).toArray(), new Random(1));

    for (int i = 0; i < 300; i++) {
      boolean given = i / 30 % 5 < 3 || i % 30 < 8;
      assertThat(batch.mask()[i]).isEqualTo(given ? 1 : 0);
      assertThat(batch.targets()[i]).isFinite();
      if (given) {
        assertThat(batch.targets()[i]).isCloseTo((i % 30 + 0.5f - 48) / 48, within(1e-6f));
      }
    }
  }

  @Test
  void rowsWithoutAnyPointAreCountedOnTheirOwn() throws Exception {
    List<String> lines = tenRows();
    lines.set(1, points(0) + "," + image(PIXELS, 0));
    lines.set(2, points(1) + "," + image(PIXELS, 0));
    KaggleCsv.Content content = KaggleCsv.read(file(lines));
    assertThat(content.fullCount()).isEqualTo(4);
    assertThat(content.partialCount()).isEqualTo(4);
    assertThat(content.blankCount()).isEqualTo(2);
  }

  // D15

  @Test
  void wrongRowsAreToldOfByLineAndTheOthersKept() throws Exception {
    List<String> lines = tenRows();
    lines.set(2, points(30) + "," + image(9215, 0));
    lines.set(4, points(30) + "," + image(9217, 0));
    lines.set(5, points(30) + ",256" + image(PIXELS, 0).substring(1));
    lines.set(7, points(30) + ",x" + image(PIXELS, 0).substring(1));
    KaggleCsv.Content content = KaggleCsv.read(file(lines));
    assertThat(content.rows()).extracting(KaggleCsv.Row::line).containsExactly(2L, 4L, 7L, 9L, 10L, 11L);
    assertThat(content.faults()).extracting(DataFailure::key).containsExactly("data.failure.csv-pixel-count",
        "data.failure.csv-pixel-count", "data.failure.csv-pixel", "data.failure.csv-pixel");
    assertThat(content.faults()).extracting(DataFailure::arguments).containsExactly(List.of(3L, 9215, PIXELS),
        List.of(5L, 9217, PIXELS), List.of(6L, 1, "256"), List.of(8L, 1, "x"));
  }

  @Test
  void wrongCoordinatesAndMissingCellsAreToldOfByLine() throws Exception {
    List<String> lines = tenRows();
    lines.set(1, "nose," + points(30).substring(4) + "," + image(PIXELS, 0));
    lines.set(2, "1,2,3");
    lines.set(3, "NaN," + points(30).substring(4) + "," + image(PIXELS, 0));
    KaggleCsv.Content content = KaggleCsv.read(file(lines));
    assertThat(content.rows()).hasSize(7);
    assertThat(content.faults()).extracting(fault -> fault.arguments().get(0)).containsExactly(2L, 3L, 4L);
    assertThat(content.faults().get(0).arguments()).contains("left_eye_center_x", "nose");
  }

  // D16

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void byteOrderMarkAndLineEndsMakeNoDifference(String end) throws Exception {
    Path plain = file(tenRows(), end);
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    marked.write(Files.readAllBytes(plain));
    Path file = Files.write(folder.resolve("marked.csv"), marked.toByteArray());
    KaggleCsv.Content content = KaggleCsv.read(file);
    assertThat(content.faults()).isEmpty();
    assertThat(content.rows()).hasSize(10);
    assertThat(content.rows().get(9).line()).isEqualTo(11);
    assertThat(content.rows().get(0).points()[0]).isEqualTo(0.5f);
    assertThat(KaggleCsv.looksLike(file)).isTrue();
    assertThat(KaggleCsv.index(file).row(9).points()).isEqualTo(content.rows().get(9).points());
  }

  @Test
  void quotesMakeNoDifference() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String line : tenRows()) {
      lines.add("\"" + line.replace(",", "\",\"") + "\"");
    }
    KaggleCsv.Content content = KaggleCsv.read(file(lines));
    assertThat(content.faults()).isEmpty();
    assertThat(content.fullCount()).isEqualTo(6);
  }

  @Test
  void columnsAreFoundByNameInAnyOrder() throws Exception {
    List<String> names = new ArrayList<>(List.of(header().split(",")));
    Collections.reverse(names);
    String cells = image(PIXELS, 0) + "," + IntStream.range(0, 30).mapToObj(i -> String.valueOf(29 - i))
        .collect(Collectors.joining(","));
    float[] points = KaggleCsv.read(file(List.of(String.join(",", names), cells))).rows().get(0).points();
    for (int i = 0; i < 30; i++) {
      assertThat(points[i]).isEqualTo(i);
    }
  }

  @Test
  void pixelsAreReadRowByRow() throws Exception {
    KaggleCsv.Row row = KaggleCsv.read(file(List.of("ImageId,Image", "1," + image(PIXELS, 7)))).rows().get(0);
    assertThat(row.points()).isNull();
    assertThat(row.pixels()).hasSize(PIXELS);
    assertThat(row.pixels()[96 * 3 + 5]).isEqualTo((96 * 3 + 5 + 7) % 256);
    assertThat(row.toPhoto().argb(5, 3) & 0xFF).isEqualTo((96 * 3 + 5 + 7) % 256);
  }

  @Test
  void picturesKeepTheIdsTheFileGivesThem() throws Exception {
    Path file = file(List.of("ImageId,Image", "7," + image(PIXELS, 7), "3," + image(PIXELS, 3)));
    assertThat(KaggleCsv.readNumbered(file).rows()).extracting(KaggleCsv.Row::imageId).containsExactly("7", "3");
    assertThat(KaggleCsv.index(file).row(1).imageId()).isEqualTo("3");
    assertThat(KaggleCsv.read(file(tenRows())).rows().get(0).imageId()).isNull();
  }

  @Test
  void idsThatAreNoNumbersOrThereTwiceAreToldOfByLineWherePicturesAreAskedForByThem() throws Exception {
    Path file = file(List.of("ImageId,Image", "7," + image(PIXELS, 0), "," + image(PIXELS, 1),
        "x," + image(PIXELS, 2), "7," + image(PIXELS, 3), "8," + image(9, 4), "8," + image(PIXELS, 5)));
    KaggleCsv.Content content = KaggleCsv.readNumbered(file);
    assertThat(content.rows()).extracting(KaggleCsv.Row::line).containsExactly(2L, 7L);
    assertThat(content.faults()).extracting(DataFailure::arguments).containsExactly(List.of(3L, "ImageId", ""),
        List.of(4L, "ImageId", "x"), List.of(5L, "ImageId", 7L, 2L), List.of(6L, 9, PIXELS));
    assertThat(KaggleCsv.read(file).rows()).as("who only looks at pictures needs no ids").hasSize(5);
  }

  @Test
  void aFileWithoutIdsIsRefusedWherePicturesAreAskedForByThem() throws Exception {
    Path file = file(tenRows());
    assertThat(catchThrowableOfType(DataFailure.class, () -> KaggleCsv.readNumbered(file)).arguments())
        .containsExactly("training.csv", "ImageId");
  }

  @Test
  void fractionsAreRoundedAndSpacesMayBeDoubled() throws Exception {
    String image = "254.6  0.4 " + image(PIXELS - 2, 0);
    float[] pixels = KaggleCsv.read(file(List.of("ImageId,Image", "1," + image))).rows().get(0).pixels();
    assertThat(pixels).startsWith(255, 0, 0, 1, 2);
  }

  @Test
  void singleRowsEqualThoseOfAWholeRead() throws Exception {
    List<String> lines = tenRows();
    lines.add(3, "");
    lines.set(6, "broken");
    Path file = file(lines, "\r\n");
    KaggleRows rows = KaggleCsv.index(file);
    List<KaggleCsv.Row> all = KaggleCsv.read(file).rows();
    assertThat(rows.rowCount()).isEqualTo(10);
    assertSame(rows.row(0), all.get(0));
    assertSame(rows.row(2), all.get(2));
    assertSame(rows.row(9), all.get(8));
    DataFailure failure = catchThrowableOfType(DataFailure.class, () -> rows.row(4));
    assertThat(failure.arguments()).startsWith(7L);
  }

  private static void assertSame(KaggleCsv.Row actual, KaggleCsv.Row expected) {
    assertThat(actual.line()).isEqualTo(expected.line());
    assertThat(actual.greys()).isEqualTo(expected.greys());
    assertThat(actual.points()).isEqualTo(expected.points());
  }

  @Test
  void quoteThatIsNeverClosedKeepsWhatCameBefore() throws Exception {
    List<String> lines = tenRows();
    lines.set(5, "\"" + lines.get(5));
    KaggleCsv.Content content = KaggleCsv.read(file(lines));
    assertThat(content.rows()).hasSize(4);
    assertThat(content.faults()).hasSize(1);
    assertThat(content.faults().get(0).arguments()).contains(6L);
  }

  @Test
  void otherTablesAreRefusedByTheirHeader() throws Exception {
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Path lacking = Files.writeString(folder.resolve("lacking.csv"), header().replace("nose_tip_x", "nose") + "\n");
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    for (Path file : List.of(other, lacking, empty)) {
      assertThat(KaggleCsv.looksLike(file)).isFalse();
      assertThat(catchThrowableOfType(DataFailure.class, () -> KaggleCsv.read(file)).key())
          .isEqualTo("data.failure.csv-columns");
    }
    assertThat(catchThrowableOfType(DataFailure.class, () -> KaggleCsv.read(lacking)).arguments())
        .containsExactly("lacking.csv", "nose_tip_x");
    assertThat(KaggleCsv.looksLike(folder)).isFalse();
    assertThat(KaggleCsv.looksLike(folder.resolve("none.csv"))).isFalse();
  }

  @Test
  void binaryFileIsNoTable() throws Exception {
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    assertThat(KaggleCsv.looksLike(Files.write(folder.resolve("x.csv"), bytes))).isFalse();
    assertThat(KaggleCsv.looksLike(Files.write(folder.resolve("y.csv"), "\"".getBytes(StandardCharsets.UTF_8))))
        .isFalse();
  }
}
