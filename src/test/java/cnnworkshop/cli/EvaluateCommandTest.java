package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
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
  void aKaggleTableIsReadAndItsBadRowsAreCounted() throws Exception {
    String pixels = "128 ".repeat(96 * 96).strip();
    String header = Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y").collect(Collectors.joining(",")) + ",Image\n";
    Path table = Files.writeString(folder.resolve("training.csv"), header
        + row("50,48", "50,48") + "," + pixels + "\n"
        + row("50,48", "50,48") + ",1 2 3\n"
        + row("48,48", ",") + "," + pixels + "\n");

    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", table);

    assertThat(run.code()).isZero();
    assertThat(run.errLines()).singleElement().asString().startsWith("One row");
    JsonNode result = mapper.readTree(run.out());
    assertThat(result.get("n").asInt()).isEqualTo(2);
    assertThat(result.get("rmse_px").asDouble()).isEqualTo(Math.sqrt(15 * 4 / 58.0), within(0.001));
  }

  @Test
  void theSheetShowsEachFace() throws Exception {
    Path sheet = folder.resolve("sheet.png");

    CommandRun.of(folder, "evaluate", "--model", model, "--data", folder.resolve("valid"), "--sheet", sheet);

    Photo picture = new PhotoLoader().load(sheet);
    assertThat(picture.width()).isEqualTo(4 + 2 * 196);
    assertThat(picture.height()).isEqualTo(4 + 196);
    // The prediction (48, 48) of the first face, enlarged twice, and its annotation 3 to the right.
    assertThat(picture.argb(4 + 97, 4 + 97)).isEqualTo(0xFFD55E00);
    assertThat(picture.argb(4 + 97 + 6 + 2, 4 + 97)).isEqualTo(0xFF0072B2);
  }

  @Test
  void aFolderOfClassesIsRefused() throws Exception {
    Files.createFile(folder.resolve("test_batch.bin"));

    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", folder);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("classes");
  }

  @Test
  void aFolderWithoutAnnotationsIsRefused() {
    CommandRun run = CommandRun.of(folder, "evaluate", "--model", model, "--data", folder);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
  }
}
