package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationCommandsTest {

  @TempDir
  static Path shared;
  static Path points;
  static Path classes;
  static Path picture;

  @TempDir
  Path folder;

  @BeforeAll
  static void makeModels() throws Exception {
    points = TestModels.gentle(shared.resolve("points.zip"));
    classes = TestModels.classifier(shared.resolve("classes.zip"));
    picture = TestPictures.pattern(shared.resolve("pattern.png"), 150, 120);
  }

  @Test
  void occlusionWritesWhatThePatchDoesToEveryPointInEveryPlace() throws Exception {
    CommandRun run = CommandRun.of(folder, "occlusion", "--model", points, "--face", "10,10,100,100", "--point",
        "mouth_left_corner", "--patch", 20, "--step", 30, "--csv", "--npy", "--out", folder, picture);

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).containsExactly(file("occlusion-mouth_left_corner.png"),
        file("occlusion-mouth_left_corner-heat.png"), file("occlusion-mouth_left_corner.npy"),
        file("occlusion-mouth_left_corner.csv"));
    List<String> lines = Files.readAllLines(folder.resolve("occlusion-mouth_left_corner.csv"));
    assertThat(lines).as("places at 0, 30, 60 and the edge").hasSize(1 + 4 * 4);
    assertThat(lines.get(0)).startsWith("row,column,left_eye_center_x,left_eye_center_y,");
    FloatBuffer npy = values(folder.resolve("occlusion-mouth_left_corner.npy"), "(30, 4, 4)");
    float[] view = new FaceView(FaceSquare.ofBox(10, 10, 100)).sample(new PhotoLoader().load(picture), 1);
    try (Network network = Dl4jBackend.start(0).open(points)) {
      float[] plain = network.predict(view, 1);
      for (int place = 0; place < 16; place++) {
        String[] cells = lines.get(1 + place).split(",");
        int row = Integer.parseInt(cells[0]);
        int column = Integer.parseInt(cells[1]);
        assertThat(row).isEqualTo(Math.min(place / 4 * 30, 76));
        float[] covered = view.clone();
        for (int y = row; y < row + 20; y++) {
          Arrays.fill(covered, y * 96 + column, y * 96 + column + 20, 0.5f);
        }
        float[] outputs = network.predict(covered, 1);
        for (int i = 0; i < 30; i++) {
          float pushed = 48 * (outputs[i] - plain[i]);
          assertThat(Float.parseFloat(cells[2 + i])).isEqualTo(pushed, within(1e-3f));
          assertThat(npy.get(i * 16 + place)).isEqualTo(pushed, within(1e-3f));
        }
      }
    }
    Photo overlay = new PhotoLoader().load(folder.resolve("occlusion-mouth_left_corner.png"));
    assertThat(overlay.width()).isEqualTo(768);
    Photo heat = new PhotoLoader().load(folder.resolve("occlusion-mouth_left_corner-heat.png"));
    assertThat(heat.width()).isEqualTo(4);
    assertThat(heat.height()).isEqualTo(4);
  }

  @Test
  void aLineOfJsonSaysWhereTheEffectIsLargest() throws Exception {
    CommandRun run = CommandRun.of(folder, "occlusion", "--model", points, "--whole", "--patch", 24, "--step", 24,
        "--fill", "mean", "--json", "--csv", "--quiet", "--out", folder, picture);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode line = new ObjectMapper().readTree(run.out());
    assertThat(line.path("point").asText()).isEqualTo("nose_tip");
    assertThat(line.path("box").get(2).asInt()).isEqualTo(120);
    assertThat(line.path("fill").asText()).isEqualTo("mean");
    assertThat(line.path("places").asInt()).isEqualTo(16);
    assertThat(line.path("answer")).hasSize(2);
    assertThat(line.path("files")).hasSize(3);
    double largest = 0;
    List<String> lines = Files.readAllLines(folder.resolve("occlusion-nose_tip.csv"));
    for (String each : lines.subList(1, lines.size())) {
      String[] cells = each.split(",");
      largest = Math.max(largest, Math.hypot(Double.parseDouble(cells[2 + 2 * Keypoint.NOSE_TIP.ordinal()]),
          Double.parseDouble(cells[3 + 2 * Keypoint.NOSE_TIP.ordinal()])));
    }
    JsonNode strongest = line.path("strongest");
    assertThat(strongest.path("effect").asDouble()).isEqualTo(largest, within(1e-3));
    assertThat(Math.hypot(strongest.path("pushed").get(0).asDouble(), strongest.path("pushed").get(1).asDouble()))
        .isEqualTo(largest, within(2e-3));
  }

  @Test
  void aClassIsChosenByNumberAndElseTheMostProbableIsExplained() throws Exception {
    CommandRun run = CommandRun.of(folder, "occlusion", "--model", classes, "--class", 3, "--patch", 8, "--step", 8,
        "--json", "--out", folder, picture);
    CommandRun most = CommandRun.of(folder, "occlusion", "--model", classes, "--patch", 8, "--step", 8,
        "--json", "--out", folder, picture);

    JsonNode line = new ObjectMapper().readTree(run.out());
    assertThat(line.path("class").asText()).isEqualTo("3");
    assertThat(folder.resolve("occlusion-3.png")).isRegularFile();
    assertThat(new ObjectMapper().readTree(most.out()).path("answer").asDouble())
        .isGreaterThanOrEqualTo(line.path("answer").asDouble()).isGreaterThanOrEqualTo(0.1);
  }

  /** On chosen pixels: what the point does when one pixel becomes a little lighter, and a little darker. */
  @Test
  void saliencyIsAFiniteDifference() throws Exception {
    CommandRun run = CommandRun.of(folder, "saliency", "--model", points, "--whole", "--point", "left_eye_center",
        "--direction", "y", "--look", "signed", "--npy", "--csv", "--out", folder, picture);

    assertThat(run.code()).isZero();
    FloatBuffer values = values(folder.resolve("saliency-left_eye_center.npy"), "(1, 96, 96)");
    List<String> lines = Files.readAllLines(folder.resolve("saliency-left_eye_center.csv"));
    Photo photo = new PhotoLoader().load(picture);
    float[] view = new FaceView(FaceSquare.middleOf(photo)).sample(photo, 1);
    try (Network network = Dl4jBackend.start(0).open(points)) {
      int compared = 0;
      for (int pixel = 100; pixel < 96 * 96; pixel += 611) {
        double up = moved(network, view, pixel, 0.01f);
        double plain = moved(network, view, pixel, 0);
        double down = moved(network, view, pixel, -0.01f);
        // A ReLU or a maximum that changes sides in between has no one slope there.
        if (Math.abs(up + down - 2 * plain) < 1e-5) {
          assertThat((double) values.get(pixel)).as("pixel %d", pixel)
              .isEqualTo(48 * (up - down) / 0.02, within(0.02));
          compared++;
        }
        assertThat(lines.get(1 + pixel)).startsWith(pixel / 96 + "," + pixel % 96 + ",");
      }
      assertThat(compared).isGreaterThan(5);
    }
  }

  private static double moved(Network network, float[] view, int pixel, float by) {
    float[] other = view.clone();
    other[pixel] += by;
    return network.predict(other, 1)[1];
  }

  @Test
  void smoothGradientsComeAgainWithTheirSeedAndHaveAsManyCopies() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      CommandRun run = CommandRun.of(folder, "saliency", "--model", classes, "--class", 1, "--smooth", 9, "--noise",
          0.2, "--seed", name.equals("c") ? 2 : 1, "--npy", "--json", "--out", folder.resolve(name), picture);
      assertThat(new ObjectMapper().readTree(run.out()).path("copies").asInt()).isEqualTo(9);
    }
    byte[] first = Files.readAllBytes(folder.resolve("a").resolve("saliency-1.npy"));

    assertThat(Files.readAllBytes(folder.resolve("b").resolve("saliency-1.npy"))).isEqualTo(first);
    assertThat(Files.readAllBytes(folder.resolve("c").resolve("saliency-1.npy"))).isNotEqualTo(first);
  }

  @Test
  void whatThereIsNotIsAnsweredWithWhatThereIs() throws Exception {
    assertRefused(List.of("--model", points, "--whole", "--point", "chin"), "chin", "left_eye_center", "nose_tip");
    assertRefused(List.of("--model", classes, "--class", "unicorn"), "unicorn", "0, 1, 2");
    assertRefused(List.of("--model", points, "--whole", "--look", "signed"), "--direction");
    assertRefused(List.of("--model", points, "--whole", "--noise", "-1", "--smooth", "2"), "-1");
  }

  private void assertRefused(List<Object> options, CharSequence... words) {
    List<Object> arguments = new ArrayList<>(List.of("saliency"));
    arguments.addAll(options);
    arguments.addAll(List.of("--out", folder, picture));

    CommandRun run = CommandRun.of(folder, arguments.toArray());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains(words);
  }

  @Test
  void aPictureWithoutAFaceIsRefusedWithAWayOut() throws Exception {
    Path grey = TestPictures.grey(folder.resolve("grey.png"), 120, 120);

    CommandRun run = CommandRun.of(folder, "occlusion", "--model", points, "--out", folder, grey);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains("--face", "--whole");
  }

  @Test
  void aNetworkWithoutPointsOrClassesHasNothingToExplain() throws Exception {
    NetworkSpec spec = new NetworkSpec("other", new Shape(1, 20, 20), List.of(
        LayerSpec.Convolution.relu("conv1", 2, 3, LayerSpec.Padding.VALID),
        new LayerSpec.Dense("output", 3, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);
    Path other = folder.resolve("other.zip");
    try (Network network = Dl4jBackend.start(0).create(spec, new Backend.Updater.Adam(), 1)) {
      network.save(other, new ModelInfo("other", ModelInfo.Task.OTHER, List.of(), Map.of()));
    }

    CommandRun run = CommandRun.of(folder, "occlusion", "--model", other, "--out", folder, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains("1×20×20", "nothing to explain");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static FloatBuffer values(Path npy, String shape) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    assertThat(new String(bytes.array(), 10, header, StandardCharsets.US_ASCII)).contains(shape, "<f4");
    return bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
