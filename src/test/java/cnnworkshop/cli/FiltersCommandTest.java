package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiltersCommandTest {

  @TempDir
  static Path shared;
  static Path model;
  static float[] conv1;

  @TempDir
  Path folder;

  @BeforeAll
  static void makeModel() throws Exception {
    model = TestModels.random(shared.resolve("random.zip"));
    try (Network network = Dl4jBackend.start(0).open(model)) {
      conv1 = network.weights(0);
    }
  }

  @Test
  void aLayerOf32FiltersGives32PicturesAndASheet() throws Exception {
    Path out = folder.resolve("made").resolve("filters");

    CommandRun run = CommandRun.of(folder, "filters", "--model", model, "--out", out);

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(33).allSatisfy(line -> assertThat(Path.of(line)).isRegularFile());
    assertThat(run.errLines()).singleElement().asString().contains("32 filters of 3 × 3 on 1 channel", "conv1");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSize(33)
          .contains("conv1-00.png", "conv1-31.png", "conv1-sheet.png");
    }
  }

  @Test
  void everyPixelIsItsWeightBetweenTheFiltersLowestAndHighest() throws Exception {
    CommandRun.of(folder, "filters", "--quiet", "--model", model, "--out", folder);

    for (int filter = 0; filter < 32; filter++) {
      Photo picture = new PhotoLoader().load(folder.resolve("conv1-%02d.png".formatted(filter)));
      assertThat(List.of(picture.width(), picture.height())).containsExactly(3, 3);
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < 9; i++) {
        low = Math.min(low, conv1[filter * 9 + i]);
        high = Math.max(high, conv1[filter * 9 + i]);
      }
      for (int i = 0; i < 9; i++) {
        int level = Math.round(255 * (conv1[filter * 9 + i] - low) / (high - low));
        assertThat(picture.argb(i % 3, i / 3) & 0xFFFFFF).isEqualTo(level * 0x010101);
      }
    }
  }

  @Test
  void numbersAndTheDrawingAreWrittenWhereTheyAreAskedFor() throws Exception {
    CommandRun run = CommandRun.of(folder, "filters", "--model", model, "--layer", "conv2", "--csv", "--npy", "--svg",
        "--scale", "signed", "--order", "likeness", "--zoom", "5", "--out", folder);

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(4 + 5);
    assertThat(new PhotoLoader().load(folder.resolve("conv2-03.png")).width()).isEqualTo(10);
    assertThat(Files.readString(folder.resolve("conv2-sheet.svg"))).contains("<svg", "<rect");
    assertThat(Files.readAllLines(folder.resolve("conv2.csv"))).hasSize(1 + 4 * 32 * 2 * 2);
    try (Network network = Dl4jBackend.start(0).open(model)) {
      FloatBuffer weights = values(folder.resolve("conv2.npy"), "(4, 32, 2, 2)");
      for (float weight : network.weights(2)) {
        assertThat(weights.get()).isEqualTo(weight);
      }
      FloatBuffer biases = values(folder.resolve("conv2-biases.npy"), "(4,)");
      for (float bias : network.biases(2)) {
        assertThat(biases.get()).isEqualTo(bias);
      }
    }
  }

  private static FloatBuffer values(Path npy, String shape) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    assertThat(new String(bytes.array(), 10, header, StandardCharsets.US_ASCII)).contains(shape, "<f4");
    return bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  @Test
  void filtersOnColoursAreWrittenInColourAndAChannelInGrey() throws Exception {
    Path classifier = TestModels.classifier(folder.resolve("classes.zip"));

    CommandRun.of(folder, "filters", "--model", classifier, "--out", folder.resolve("colour"));
    CommandRun.of(folder, "filters", "--model", classifier, "--channel", "2", "--out", folder.resolve("blue"));

    Photo colour = new PhotoLoader().load(folder.resolve("colour").resolve("conv1-00.png"));
    Photo blue = new PhotoLoader().load(folder.resolve("blue").resolve("conv1-00.png"));
    for (int i = 0; i < 9; i++) {
      assertThat(blue.argb(i % 3, i / 3) & 0xFFFFFF).isEqualTo((colour.argb(i % 3, i / 3) & 0xFF) * 0x010101);
    }
  }

  @Test
  void aLayerThatIsNoConvolutionIsAnsweredWithThoseThatAre() {
    CommandRun run = CommandRun.of(folder, "filters", "--model", model, "--layer", "pool1", "--out", folder);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("pool1", "conv1, conv2");
  }

  @Test
  void aChannelThatIsNotThereIsAnsweredWithThoseThatAre() {
    CommandRun run = CommandRun.of(folder, "filters", "--model", model, "--layer", "conv2", "--channel", "32",
        "--out", folder);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains("32", "conv2", "0 to 31");
  }

  @Test
  void helpAndMisuseAreInWords() {
    assertThat(CommandRun.of(folder, "filters", "--help").out()).contains("--scale", "--layer").doesNotContain("cli.");
    assertThat(CommandRun.of(folder, "filters", "--out", folder, "--channel", "all").code()).isEqualTo(2);
    assertThat(CommandRun.of(folder, "filters", "--out", folder, "--channel", "-1").code()).isEqualTo(2);
    assertThat(CommandRun.of(folder, "filters", "--out", folder, "--order", "activity").code()).isEqualTo(2);
  }
}
