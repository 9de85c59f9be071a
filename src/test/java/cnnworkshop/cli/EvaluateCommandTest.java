package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.FaceMark;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final String PIXELS = "128 ".repeat(96 * 96).strip();

  @TempDir
  static Path shared;
  /** Answers pixel (48, 48) of the view to everything. */
  static Path model;

  @TempDir
  Path folder;

  private final ObjectMapper mapper = new ObjectMapper();

  @BeforeAll
  static void makeModel() throws Exception {
    model = TestModels.answering(shared.resolve("stub.zip"), 0, 0);
  }

  /**
   * Two faces in crops of 144×144, whose middle 96×96 is the view: all points of the first lie 3 right of the view's
   * (48, 48), those of the second 4 below it, but for a nose that is missing.
   */
  @BeforeEach
  void makeFaces() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("valid"));
    TestPictures.pattern(pictures.resolve("one.png"), 144, 144);
    TestPictures.pattern(pictures.resolve("two.png"), 144, 144);
    String header = "file,subject," + Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y").collect(Collectors.joining(","));
    Files.writeString(folder.resolve("valid.csv"), header + "\n"
        + "one.png,a," + row("75,72", "75,72") + "\n"
        + "two.png,b," + row("72,76", ",") + "\n");
  }

  private static String row(String point, String nose) {
    return Arrays.stream(Keypoint.values()).map(k -> k == Keypoint.NOSE_TIP ? nose : point)
        .collect(Collectors.joining(","));
  }

  @Test
  void errorsArePixelsOfTheViewAndMissingPointsDoNotCount() throws Exception {
    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", folder.resolve("valid"));

    assertThat(run.code()).isZero();
    JsonNode result = mapper.readTree(run.out());
    assertThat(result.get("n").asInt()).isEqualTo(2);
    // 30 coordinates of the first with 15 errors of 3, 28 of the second with 14 errors of 4.
    assertThat(result.get("rmse_px").asDouble()).isEqualTo(Math.sqrt((15 * 9 + 14 * 16) / 58.0), within(0.001));
    assertThat(result.get("points_rmse_px").size()).isEqualTo(15);
    assertThat(result.get("points_rmse_px").get("nose_tip").asDouble()).isEqualTo(Math.sqrt(9 / 2.0), within(0.001));
    assertThat(result.get("points_rmse_px").get("left_eye_center").asDouble()).isEqualTo(2.5, within(0.001));
  }

  @Test
  void theMeanFaceStandsBesideTheScore() throws Exception {
    double sum = 0;
    double[] mean = FaceLayout.MEAN_FACE.toArray();
    int nose = 2 * Keypoint.NOSE_TIP.ordinal();
    for (int i = 0; i < 30; i += 2) {
      sum += Math.pow(mean[i] - 51, 2) + Math.pow(mean[i + 1] - 48, 2);
      sum += i == nose ? 0 : Math.pow(mean[i] - 48, 2) + Math.pow(mean[i + 1] - 52, 2);
    }

    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", folder.resolve("valid.csv"));

    assertThat(mapper.readTree(run.out()).get("mean_face_rmse_px").asDouble())
        .isEqualTo(Math.sqrt(sum / 58), within(0.001));
  }

  @Test
  void aKaggleTableIsReadAndItsRowsAreCounted() throws Exception {
    Path table = kaggle(row("50,48", "50,48") + "," + PIXELS, row("48,48", ",") + "," + PIXELS,
        row(",", ",") + "," + PIXELS);

    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", table);
    CommandRun quiet = CommandRun.of(folder, "evaluate", "--model", model, "--data", table, "--quiet");

    assertThat(run.code()).isZero();
    assertThat(run.errLines()).containsExactly("training.csv: 1 row with all 15 points, 1 with some; points that are "
        + "missing do not count. One row without any point is not used.");
    assertThat(quiet.err()).isEmpty();
    assertThat(quiet.out()).isEqualTo(run.out());
    JsonNode result = mapper.readTree(run.out());
    assertThat(result.get("n").asInt()).isEqualTo(2);
    assertThat(result.get("rmse_px").asDouble()).isEqualTo(Math.sqrt(15 * 4 / 58.0), within(0.001));
  }

  // D15

  @Test
  void wrongRowsOfAKaggleTableCostALineEachAndTheOthersCount() throws Exception {
    String points = row("48,48", "48,48");
    Path table = kaggle(points + "," + PIXELS, points + "," + PIXELS.substring(4), points + "," + PIXELS + " 1",
        points + ",256" + PIXELS.substring(3), points + ",x" + PIXELS.substring(3), points + "," + PIXELS);

    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", table);

    assertThat(mapper.readTree(run.out()).get("n").asInt()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(6);
    assertThat(run.errLines().get(0)).startsWith("training.csv: 2 rows with all 15 points, 0 with some;");
    assertThat(run.errLines().get(1)).startsWith("training.csv: 4 rows can't be used");
    assertThat(run.errLines().get(2)).startsWith("Line 3 ").contains("9215");
    assertThat(run.errLines().get(3)).startsWith("Line 4 ").contains("9217");
    assertThat(run.errLines().get(4)).startsWith("Line 5 ").contains("256");
    assertThat(run.errLines().get(5)).startsWith("Line 6 ").contains("“x”");
  }

  // D14

  @Test
  void theErrorOfOneWhoAnswersTheMiddleWhereZeroIsRightIs48Pixels() throws Exception {
    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data",
        kaggle(row("0,0", "0,0") + "," + PIXELS));

    assertThat(mapper.readTree(run.out()).get("rmse_px").asDouble()).isEqualTo(48);
  }

  /** A training.csv with these rows. */
  private Path kaggle(String... rows) throws Exception {
    String header = Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y").collect(Collectors.joining(",")) + ",Image\n";
    return Files.writeString(folder.resolve("training.csv"), header + String.join("\n", rows) + "\n");
  }

  @Test
  void theSheetShowsEachFace() throws Exception {
    Path sheet = folder.resolve("sheet.png");

    CommandRun.of(folder, "evaluate", "--model", model, "--data", folder.resolve("valid"), "--sheet", sheet);

    Photo picture = new PhotoLoader().load(sheet);
    assertThat(picture.width()).isEqualTo(8 + 2 * (288 + 8));
    // Room for the RMSE under each.
    assertThat(picture.height()).isGreaterThan(8 + 288 + 8);
    // The prediction (48, 48) of the first face, enlarged three times, and its annotation 3 to the right, a ring.
    assertThat(picture.argb(8 + 145, 8 + 145)).isEqualTo(FaceMark.PREDICTED.argb());
    assertThat(picture.argb(8 + 145 + 9 + 5, 8 + 145)).isEqualTo(FaceMark.ANNOTATED.argb());
  }

  @Test
  void aKeypointNetworkIsRefusedOnPicturesWithClassesWithBothShapes() throws Exception {
    byte[] record = new byte[3073];
    Files.write(folder.resolve("data_batch_1.bin"), record);
    Files.write(folder.resolve("test_batch.bin"), record);

    CommandRun run = CommandRun.of(folder, "evaluate", "--quiet", "--model", model, "--data", folder);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("1×96×96 → 30").contains("3×32×32 → 10");
  }

  @Test
  void evaluatingTwiceGivesTheSameFiguresAndDoubtIsMeasuredWhenAsked() throws Exception {
    Path random = TestModels.random(folder.resolve("random.zip"));
    String first = CommandRun.of(folder, "evaluate", "--model", random, "--data", folder.resolve("valid"), "--doubt").out();
    assertThat(CommandRun.of(folder, "evaluate", "--model", random, "--data", folder.resolve("valid"), "--doubt").out()).isEqualTo(first);
    JsonNode doubt = mapper.readTree(first).get("doubt");
    assertThat(doubt.get("views").asInt()).as("five looks at each face").isPositive().matches(n -> n % 5 == 0);
    assertThat(doubt.get("off_by_more_than_px").asDouble()).isEqualTo(3);
    assertThat(doubt.get("share_off").asDouble()).isBetween(0.0, 1.0);
    assertThat(doubt.has("roc_area")).isTrue();
  }

  @Test
  void aFolderWithoutAnnotationsIsRefused() {
    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", folder);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
  }
}
