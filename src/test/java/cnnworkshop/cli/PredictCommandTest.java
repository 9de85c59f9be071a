package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {

  @TempDir
  static Path shared;
  /** Answers pixel (60, 24) of the view to everything. */
  static Path model;

  @TempDir
  Path folder;

  private final ObjectMapper mapper = new ObjectMapper();

  @BeforeAll
  static void makeModel() throws Exception {
    model = TestModels.answering(shared.resolve("stub.zip"), 0.25f, -0.5f);
  }

  @Test
  void wholeTakesThePictureAsTheNetworksView() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 96, 96);

    CommandRun run = CommandRun.of(folder, "predict", "--model", model, "--whole", picture);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode result = mapper.readTree(run.out());
    assertThat(result.get("faces").get(0).get("guess").asBoolean()).as("it says the same of every view").isTrue();
    assertThat(result.get("faces").get(0).get("doubt").asDouble()).isBetween(0.5, 1.0);
    assertThat(result.get("file").asText()).isEqualTo(picture.toString());
    assertThat(result.get("width").asInt()).isEqualTo(96);
    assertThat(result.get("height").asInt()).isEqualTo(96);
    JsonNode face = result.get("faces").get(0);
    assertThat(face.get("box").toString()).isEqualTo("[0.0,0.0,96.0,96.0]");
    assertThat(face.get("turn").asDouble()).isZero();
    assertThat(face.get("source").asText()).isEqualTo("whole");
    assertThat(face.get("keypoints").size()).isEqualTo(Keypoint.values().length);
    for (Keypoint point : Keypoint.values()) {
      assertThat(face.get("keypoints").get(point.fileName()).toString()).isEqualTo("[60.0,24.0]");
    }
  }

  @Test
  void wholeTakesTheLargestSquareInTheMiddleOfAnOblongPicture() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 400, 192);

    JsonNode face = mapper.readTree(CommandRun.of(folder, "predict", "--model", model, "--whole", picture).out())
        .get("faces").get(0);

    assertThat(face.get("box").toString()).isEqualTo("[104.0,0.0,192.0,192.0]");
    // The view's pixel (60, 24) covers two pixels each way: (104 + 120, 48) and one on; its centre lies between.
    assertThat(face.get("keypoints").get("nose_tip").toString()).isEqualTo("[224.5,48.5]");
  }

  @Test
  void aGivenRectangleBecomesTheSmallestSquareAroundIt() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 400, 300);

    JsonNode faces = mapper.readTree(CommandRun.of(folder, "predict", "--model", model,
        "--face", "100,50,192,96", "--face", "10.5,20,96,96", picture).out()).get("faces");

    assertThat(faces.size()).isEqualTo(2);
    assertThat(faces.get(0).get("source").asText()).isEqualTo("given");
    assertThat(faces.get(0).get("box").toString()).isEqualTo("[100.0,2.0,192.0,192.0]");
    assertThat(faces.get(0).get("keypoints").get("left_eye_center").get(0).asDouble()).isEqualTo(220.5, within(1e-9));
    assertThat(faces.get(0).get("keypoints").get("left_eye_center").get(1).asDouble()).isEqualTo(50.5, within(1e-9));
    assertThat(faces.get(1).get("keypoints").get("left_eye_center").toString()).isEqualTo("[70.5,44.0]");
  }

  @Test
  void noFaceIsNoFailureButIsSaid() throws Exception {
    Path picture = TestPictures.grey(folder.resolve("grey.png"), 120, 120);

    CommandRun run = CommandRun.of(folder, "predict", "--model", model, picture);
    CommandRun quiet = CommandRun.of(folder, "predict", "--quiet", "--model", model, picture);

    assertThat(run.code()).isZero();
    assertThat(mapper.readTree(run.out()).get("faces")).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("grey.png", "no face", "--face", "--whole");
    assertThat(quiet.err()).isEmpty();
    assertThat(quiet.out()).isEqualTo(run.out());
  }

  @Test
  void filesThatCantBeUsedCostALineEachAfterWhichTheOthersAreDone() throws Exception {
    Path good = TestPictures.pattern(folder.resolve("good.png"), 96, 96);
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
    Path other = TestPictures.pattern(folder.resolve("other.png"), 96, 96);

    CommandRun run = CommandRun.of(folder, "predict", "--model", model, "--whole",
        good, empty, text, folder.resolve("missing.png"), other);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0)).contains("good.png");
    assertThat(run.outLines().get(1)).contains("other.png");
    assertThat(run.errLines()).hasSize(3);
    assertThat(run.errLines().get(0)).contains("empty.jpg");
    assertThat(run.errLines().get(1)).contains("text.png");
    assertThat(run.errLines().get(2)).contains("missing.png");
  }

  // D17
  @Test
  void aNetworkThatGivesOneAnswerIsToldOf() throws Exception {
    Path[] pictures = new Path[3];
    for (int i = 0; i < 3; i++) {
      pictures[i] = TestPictures.pattern(folder.resolve(i + ".png"), 96 + i, 96 + i);
    }
    CommandRun run = CommandRun.of(folder, "predict", "--model", model, "--whole", pictures[0], pictures[1], pictures[2]);
    assertThat(run.errLines()).last().asString().contains("same points whatever it sees");

    Path random = TestModels.random(folder.resolve("random.zip"));
    CommandRun other =
        CommandRun.of(folder, "predict", "--model", random, "--whole", pictures[0], pictures[1], pictures[2]);
    assertThat(other.err()).doesNotContain("same points whatever it sees");
  }

  @Test
  void foldersWithAnyNameWork() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("图片").resolve("é ñ"));
    Path picture = TestPictures.grey(odd.resolve("ü.jpg"), 96, 96);
    Path oddModel = Files.copy(model, odd.resolve("模型.zip"));

    CommandRun run = CommandRun.of(odd, "predict", "--model", oddModel, "--quiet", picture);

    assertThat(run.code()).isZero();
    assertThat(mapper.readTree(run.out()).get("file").asText()).isEqualTo(picture.toString());
  }

  @Test
  void numbersInJsonKeepTheirDotWhateverTheLocale() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 193, 193);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      String german = CommandRun.of(folder, "predict", "--model", model, "--whole", picture).out();
      Locale.setDefault(Locale.ROOT);
      assertThat(german).isEqualTo(CommandRun.of(folder, "predict", "--model", model, "--whole", picture).out());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aNetworkOfAnotherKindIsRefusedWithBothShapes() throws Exception {
    Path classifier = TestModels.classifier(folder.resolve("classes.zip"));
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 96, 96);

    CommandRun run = CommandRun.of(folder, "predict", "--model", classifier, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("1×96×96 → 30", "3×32×32 → 10");
  }

  @Test
  void aModelThatIsNoModelIsRefusedInALine() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 96, 96);

    CommandRun run = CommandRun.of(folder, "predict", "--model", picture, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("a.png");
  }
}
