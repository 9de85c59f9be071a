package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionCommandTest {

  private static final int PIXELS = 96 * 96;
  private static final String TEST_HEADER = "ImageId,Image";
  private static final String LOOKUP_HEADER = "RowId,ImageId,FeatureName,Location";

  @TempDir
  static Path shared;
  /** Answers pixel (60, 24) to everything. */
  static Path model;
  /** Answers differently to different pictures. */
  static Path gentle;

  @TempDir
  Path folder;

  @BeforeAll
  static void makeModels() throws Exception {
    model = TestModels.answering(shared.resolve("stub.zip"), 0.25f, -0.5f);
    gentle = TestModels.gentle(shared.resolve("gentle.zip"));
  }

  private static int grey(int pixel, int seed) {
    return (pixel * (seed + 3) / 7 + 40 * seed) % 256;
  }

  private static String image(int pixels, int seed) {
    return IntStream.range(0, pixels).mapToObj(p -> String.valueOf(grey(p, seed))).collect(Collectors.joining(" "));
  }

  private Path write(String name, String... lines) throws Exception {
    return Files.writeString(folder.resolve(name), String.join("\r\n", lines) + "\r\n");
  }

  /** Runs the command on test.csv and IdLookupTable.csv, with the result in submission.csv. */
  private CommandRun submission(Path network, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("submission", "--model", network, "--test",
        folder.resolve("test.csv"), "--lookup", folder.resolve("IdLookupTable.csv"), "--out", submissionFile()));
    arguments.addAll(List.of(more));
    return CommandRun.of(folder, arguments.toArray());
  }

  private Path submissionFile() {
    return folder.resolve("submission.csv");
  }

  private List<String> submissionLines() throws Exception {
    return Files.readAllLines(submissionFile());
  }

  @Test
  void rowsAreAnsweredInTheLookupsOrder() throws Exception {
    write("test.csv", TEST_HEADER, "1," + image(PIXELS, 1), "2," + image(PIXELS, 2));
    write("IdLookupTable.csv", LOOKUP_HEADER, "3,2,nose_tip_y,", "1,1,left_eye_center_x,", "2,1,left_eye_center_y,");

    CommandRun run = submission(model);

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("submission.csv holds 3 rows.");
    assertThat(Files.readString(submissionFile())).isEqualTo("RowId,Location\n3,24.0000\n1,60.0000\n2,24.0000\n");
  }

  @Test
  void eachPictureGetsItsOwnAnswerAsPredictGivesItWhateverOrderTheIdsHave() throws Exception {
    // More pictures than are predicted at once, numbered backwards with gaps.
    int count = 40;
    List<String> test = new ArrayList<>(List.of(TEST_HEADER));
    List<String> lookup = new ArrayList<>(List.of(LOOKUP_HEADER));
    for (int i = 0; i < count; i++) {
      test.add((1000 - 3 * i) + "," + image(PIXELS, i));
    }
    for (int i = 0; i < count; i++) {
      lookup.add((2 * i + 1) + "," + (1000 - 3 * i) + ",nose_tip_x,");
      lookup.add((2 * i + 2) + "," + (1000 - 3 * i) + ",nose_tip_y,");
    }
    write("test.csv", test.toArray(String[]::new));
    write("IdLookupTable.csv", lookup.toArray(String[]::new));

    assertThat(submission(gentle).code()).isZero();

    List<String> lines = submissionLines();
    assertThat(lines).hasSize(1 + 2 * count);
    assertThat(lines.stream().skip(1).map(SubmissionCommandTest::location).distinct()).hasSizeGreaterThan(count);
    for (int i : new int[] {0, 31, 32, 39}) {
      JsonNode nose = predicted(i);
      assertThat(location(lines.get(2 * i + 1))).isEqualTo(nose.get(0).asDouble(), within(0.001));
      assertThat(location(lines.get(2 * i + 2))).isEqualTo(nose.get(1).asDouble(), within(0.001));
    }
  }

  private static double location(String line) {
    return Double.parseDouble(line.substring(line.indexOf(',') + 1));
  }

  /** Where predict sees the nose of the same picture in a PNG. */
  private JsonNode predicted(int seed) throws Exception {
    BufferedImage picture = new BufferedImage(96, 96, BufferedImage.TYPE_BYTE_GRAY);
    for (int p = 0; p < PIXELS; p++) {
      picture.getRaster().setSample(p % 96, p / 96, 0, grey(p, seed));
    }
    File file = folder.resolve(seed + ".png").toFile();
    ImageIO.write(picture, "png", file);
    CommandRun run = CommandRun.of(folder, "predict", "--model", gentle, "--whole", file);
    return new ObjectMapper().readTree(run.out()).get("faces").get(0).get("keypoints")
        .get(Keypoint.NOSE_TIP.fileName());
  }

  @Test
  void answersOutsideThePictureAreClipped() throws Exception {
    Path outside = TestModels.answering(folder.resolve("outside.zip"), -1.5f, 1.5f);
    write("test.csv", TEST_HEADER, "1," + image(PIXELS, 1));
    write("IdLookupTable.csv", LOOKUP_HEADER, "1,1,nose_tip_x,", "2,1,nose_tip_y,");

    submission(outside);

    assertThat(submissionLines()).containsExactly("RowId,Location", "1,0.0000", "2,96.0000");
  }

  @Test
  void whatIsWrongInEitherFileIsSaidByLineAndEveryRowStillHasAValue() throws Exception {
    write("test.csv", TEST_HEADER,
        "1," + image(PIXELS, 1),
        "2," + image(9215, 2),
        "3," + image(PIXELS, 3) + " 4",
        "4,256" + image(PIXELS, 4).substring(image(PIXELS, 4).indexOf(' ')),
        "five," + image(PIXELS, 5),
        "1," + image(PIXELS, 6));
    write("IdLookupTable.csv", LOOKUP_HEADER,
        "1,1,left_eye_center_x,",
        "2,2,left_eye_center_x,",
        "3,2,left_eye_center_y,",
        "4,99,nose_tip_x,",
        "5,1,left_ear_x,",
        "6,1,nose_tip_y,");

    CommandRun run = submission(model, "--quiet");

    assertThat(run.code()).isEqualTo(1);
    assertThat(submissionLines()).containsExactly("RowId,Location",
        "1,60.0000", "2,64.3700", "3,38.5200", "4,48.7900", "6,24.0000");
    List<String> lines = run.errLines();
    assertThat(lines).hasSize(11);
    assertThat(lines.get(0)).contains("IdLookupTable.csv: 1 row ", "Kaggle refuses");
    assertThat(lines.get(1)).startsWith("Line 6 ").contains("left_ear_x");
    assertThat(lines.get(2)).contains("test.csv: 5 rows");
    assertThat(lines.get(3)).startsWith("Line 3 ").contains("9215 pixels");
    assertThat(lines.get(4)).startsWith("Line 4 ").contains("9217 pixels");
    assertThat(lines.get(5)).startsWith("Line 5 ").contains("256");
    assertThat(lines.get(6)).startsWith("Line 6 ").contains("five");
    assertThat(lines.get(7)).startsWith("Line 7 ").contains("ImageId is 1", "line 2");
    assertThat(lines.get(8)).contains("2 pictures", "mean face");
    assertThat(lines.get(9)).startsWith("Line 3").contains("ImageId 2", "2 rows");
    assertThat(lines.get(10)).startsWith("Line 5").contains("ImageId 99", "1 row");
  }

  @Test
  void ofVeryManyFaultsTwentyAreShownAndTheOthersCounted() throws Exception {
    List<String> lookup = new ArrayList<>(List.of(LOOKUP_HEADER));
    for (int i = 1; i <= 25; i++) {
      lookup.add(i + "," + i + ",nose_tip_x,");
    }
    write("test.csv", TEST_HEADER, "1," + image(PIXELS, 1));
    write("IdLookupTable.csv", lookup.toArray(String[]::new));

    CommandRun run = submission(model, "--quiet");

    assertThat(run.errLines()).hasSize(22);
    assertThat(run.errLines().get(20)).startsWith("Line 22");
    assertThat(run.errLines().get(21)).contains("4 more");
  }

  @Test
  void theQuietAreToldNothingWhenAllIsWell() throws Exception {
    write("test.csv", TEST_HEADER, "1," + image(PIXELS, 1));
    write("IdLookupTable.csv", LOOKUP_HEADER, "1,1,nose_tip_x,");

    CommandRun run = submission(model, "--quiet");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void numbersKeepTheirDotWhateverTheLocale() throws Exception {
    write("test.csv", TEST_HEADER, "1," + image(PIXELS, 1));
    write("IdLookupTable.csv", LOOKUP_HEADER, "1234,1,nose_tip_x,");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      submission(model);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(submissionLines()).containsExactly("RowId,Location", "1234,60.0000");
  }

  @Test
  void whatCantBeUsedIsRefusedAndAnOlderAnswerStays() throws Exception {
    write("submission.csv", "older");
    write("IdLookupTable.csv", LOOKUP_HEADER, "1,1,nose_tip_x,");
    write("test.csv", "Image", image(PIXELS, 1));
    assertRefused(submission(model), "test.csv", "ImageId");
    write("test.csv", TEST_HEADER);
    assertRefused(submission(model), "test.csv", "no picture");
    write("test.csv", TEST_HEADER, "1," + image(PIXELS, 1));
    write("IdLookupTable.csv", LOOKUP_HEADER);
    assertRefused(submission(model), "IdLookupTable.csv", "no row");
    write("IdLookupTable.csv", "RowId,ImageId,Location", "1,1,");
    assertRefused(submission(model), "IdLookupTable.csv", "FeatureName");
    Files.delete(folder.resolve("IdLookupTable.csv"));
    assertRefused(submission(model), "IdLookupTable.csv");
  }

  @Test
  void aFolderThatIsNotThereIsSaidBeforeAnythingIsComputed() {
    CommandRun run = CommandRun.of(folder, "submission", "--model", folder.resolve("none.zip"), "--test",
        folder.resolve("none.csv"), "--lookup", folder.resolve("none.csv"), "--out",
        folder.resolve("nowhere").resolve("submission.csv"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains("no folder", "nowhere", "--out");
  }

  @Test
  void aNetworkWhoseAnswersAreNoNumbersIsRefused() throws Exception {
    Path broken = TestModels.answering(folder.resolve("broken.zip"), Float.NaN, 0);
    write("submission.csv", "older");
    write("test.csv", TEST_HEADER, "17," + image(PIXELS, 1));
    write("IdLookupTable.csv", LOOKUP_HEADER, "1,17,nose_tip_x,");

    assertRefused(submission(broken, "--quiet"), "ImageId 17");
  }

  private void assertRefused(CommandRun run, String... words) throws Exception {
    assertThat(run.code()).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains(words);
    assertThat(submissionLines()).containsExactly("older");
  }
}
