package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsCommandTest {

  @TempDir
  static Path shared;
  static Path model;

  @TempDir
  Path folder;

  @BeforeAll
  static void makeModel() throws Exception {
    model = TestModels.random(shared.resolve("random.zip"));
  }

  @Test
  void aPictureOf40By30Gives32MapsOf38By28AndASheet() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 40, 30);
    Path out = folder.resolve("made").resolve("maps");

    CommandRun run = CommandRun.of(folder, "maps", "--model", model, "--out", out, picture);

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(33).allSatisfy(line -> assertThat(Path.of(line)).isRegularFile());
    assertThat(run.errLines()).singleElement().asString().contains("32 maps of 38 × 28", "conv1");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSize(33)
          .contains("conv1-00.png", "conv1-31.png", "conv1-sheet.png");
    }
    Photo map = new PhotoLoader().load(out.resolve("conv1-07.png"));
    assertThat(map.width()).isEqualTo(38);
    assertThat(map.height()).isEqualTo(28);
  }

  @Test
  void exactValuesEqualAPlainConvolution() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 23, 17);

    CommandRun.of(folder, "maps", "--quiet", "--npy", "--model", model, "--out", folder, picture);

    Photo photo = new PhotoLoader().load(picture);
    FloatBuffer values = values(folder.resolve("conv1.npy"), "(32, 15, 21)");
    try (Network network = Dl4jBackend.start(0).open(model)) {
      float[] weights = network.weights(0);
      float[] biases = network.biases(0);
      for (int filter = 0; filter < 32; filter++) {
        for (int row = 0; row < 15; row++) {
          for (int column = 0; column < 21; column++) {
            double sum = biases[filter];
            for (int i = 0; i < 3; i++) {
              for (int j = 0; j < 3; j++) {
                sum += weights[filter * 9 + i * 3 + j] * photo.grey(column + j, row + i);
              }
            }
            assertThat((double) values.get()).isEqualTo(Math.max(0, sum), within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void deeperLayersLookAtAGivenFace() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 200, 150);

    CommandRun run = CommandRun.of(folder, "maps", "--npy", "--model", model, "--layer", "conv2",
        "--face", "20,20,100,100", "--out", folder, picture);

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(6);
    values(folder.resolve("conv2.npy"), "(4, 46, 46)");
  }

  @Test
  void deeperLayersOfAPictureWithoutAFaceAreRefusedWithAWayOut() throws Exception {
    Path picture = TestPictures.grey(folder.resolve("a.png"), 120, 120);

    CommandRun run = CommandRun.of(folder, "maps", "--model", model, "--layer", "pool2", "--out", folder, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("no face", "--face");
  }

  @Test
  void deeperLayersOfAClassifierLookAtTheMiddleOfThePicture() throws Exception {
    Path classifier = TestModels.classifier(folder.resolve("classes.zip"));
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 90, 60);

    CommandRun run = CommandRun.of(folder, "maps", "--npy", "--model", classifier, "--layer", "pool1",
        "--out", folder, picture);

    assertThat(run.code()).isZero();
    values(folder.resolve("pool1.npy"), "(8, 16, 16)");
  }

  @Test
  void aLayerWithoutMapsIsAnsweredWithThoseThatHaveSome() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 40, 30);

    CommandRun run = CommandRun.of(folder, "maps", "--model", model, "--layer", "output", "--out", folder, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains("output", "conv1, pool1, conv2, pool2");
  }

  @Test
  void aPictureSmallerThanAFilterIsExplained() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 2, 2);

    CommandRun run = CommandRun.of(folder, "maps", "--model", model, "--out", folder, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("2 × 2", "3 × 3");
  }

  @Test
  void invertedColoursShowHighValuesBlack() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 40, 30);

    CommandRun.of(folder, "maps", "--quiet", "--model", model, "--out", folder.resolve("grey"), picture);
    CommandRun.of(folder, "maps", "--quiet", "--model", model, "--colours", "inverted",
        "--out", folder.resolve("inverted"), picture);

    Photo grey = new PhotoLoader().load(folder.resolve("grey").resolve("conv1-03.png"));
    Photo inverted = new PhotoLoader().load(folder.resolve("inverted").resolve("conv1-03.png"));
    for (int x = 0; x < grey.width(); x++) {
      assertThat(inverted.grey(x, 5)).isEqualTo(1 - grey.grey(x, 5), within(1e-6f));
    }
  }

  @Test
  void aFolderThatCantBeMadeCostsALine() throws Exception {
    Path picture = TestPictures.pattern(folder.resolve("a.png"), 40, 30);
    Path file = Files.createFile(folder.resolve("file"));

    CommandRun run = CommandRun.of(folder, "maps", "--model", model, "--out", file, picture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains(file.toString());
  }

  private static FloatBuffer values(Path npy, String shape) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    assertThat(new String(bytes.array(), 10, header, StandardCharsets.US_ASCII)).contains(shape, "<f4");
    return bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
