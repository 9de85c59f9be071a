package cnnworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportExportCommandsTest {

  private static final Path KERAS = Path.of("src/test/resources/keras");

  @TempDir
  static Path shared;
  static Path model;

  @TempDir
  Path folder;

  @BeforeAll
  static void makeModel() throws Exception {
    NativePath.choose(null);
    model = shared.resolve("norm.zip");
    try (TrainableNetwork network = Dl4jBackend.start(0).create(Presets.sixtySeconds(), new Backend.Updater.Adam(), 5)) {
      network.setLearningRate(0.1);
      float[] targets = new float[20];
      targets[3] = 1;
      targets[17] = 1;
      network.fit(new float[2 * 3 * 32 * 32], targets, null, 2);
      network.save(model, new ModelInfo("norm", ModelInfo.Task.CLASSES, List.of(), Map.of()));
    }
  }

  @Test
  void importWritesANetworkAndSaysWhatItIs() throws Exception {
    Path out = folder.resolve("mine.zip");
    CommandRun run = CommandRun.of(folder, "import", KERAS.resolve("flatten.h5"), "--labels", "cat,dog,none", "--out", out);

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).containsExactly(out.toString());
    assertThat(run.err()).contains("flatten: input 3×10×12, values -1 to 1", "left out: flip (RandomFlip)", "first",
        "answer", "5×4×4");
    try (Network network = Dl4jBackend.start(0).open(out)) {
      assertThat(network.info().labels()).containsExactly("cat", "dog", "none");
      assertThat(network.info().name()).isEqualTo("flatten");
    }
  }

  @Test
  void whatCanNotBeImportedCostsALineAndNoFile() throws Exception {
    Path out = Files.writeString(folder.resolve("kept.zip"), "kept");
    Path torch = Files.write(folder.resolve("net.pt"), new byte[] {(byte) 0x80, 2, (byte) 0x8A, 10, 'l', (byte) 0xFC,
        (byte) 0x9C, 'F', (byte) 0xF9, 32});

    CommandRun foreign = CommandRun.of(folder, "import", torch, "--out", out);
    CommandRun labels = CommandRun.of(folder, "import", KERAS.resolve("three.h5"), "--labels", "a,b", "--out", out);

    assertThat(foreign.code()).isEqualTo(1);
    assertThat(foreign.errLines()).singleElement().asString().contains("net.pt", "PyTorch");
    assertThat(labels.code()).isEqualTo(1);
    assertThat(labels.errLines()).singleElement().asString().contains("2 names for 3 outputs");
    assertThat(out).hasContent("kept");
  }

  @Test
  void exportAsDl4jIsTheSameNetwork() throws Exception {
    Path out = folder.resolve("plain.zip");
    assertThat(CommandRun.of(folder, "export", model, "--format", "dl4j", "--out", out).code()).isZero();
    try (Network before = Dl4jBackend.start(0).open(model); Network after = Dl4jBackend.start(0).open(out)) {
      float[] picture = new float[3 * 32 * 32];
      picture[100] = 1;
      assertThat(after.predict(picture, 1)).isEqualTo(before.predict(picture, 1));
    }
  }

  @Test
  void numbersOfAllArraysCanBeReadBack() throws Exception {
    Path tables = folder.resolve("made").resolve("tables");
    Path arrays = folder.resolve("arrays");
    CommandRun csv = CommandRun.of(folder, "export", model, "--format", "csv", "--out", tables);
    CommandRun npy = CommandRun.of(folder, "export", model, "--format", "npy", "--out", arrays);

    // Four convolutions without bias, four normalisations of four arrays, a dense layer of two.
    assertThat(csv.outLines()).hasSize(4 + 16 + 2).allSatisfy(line -> assertThat(Path.of(line)).isRegularFile());
    assertThat(npy.outLines()).hasSize(4 + 16 + 2);
    try (Network network = Dl4jBackend.start(0).open(model)) {
      float[] conv2 = network.weights(network.spec().indexOf("conv2"));
      List<String> lines = Files.readAllLines(tables.resolve("conv2.W.csv"));
      assertThat(lines.get(0)).isEqualTo("filter,channel,row,column,value");
      assertThat(lines).hasSize(1 + conv2.length);
      assertThat(lines.get(1 + 9 * 32 + 5)).isEqualTo("1,0,1,2," + conv2[9 * 32 + 5]);
      float[] output = network.weights(network.spec().indexOf("output"));
      assertThat(Files.readAllLines(tables.resolve("output.W.csv")).get(1 + 13)).isEqualTo("1,3," + output[13]);

      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(arrays.resolve("conv2.W.npy"))).order(ByteOrder.LITTLE_ENDIAN);
      int begin = 10 + bytes.getShort(8);
      assertThat(new String(bytes.array(), 10, begin - 10, StandardCharsets.US_ASCII))
          .contains("'shape': (48, 32, 3, 3)", "'fortran_order': False");
      float[] read = new float[conv2.length];
      bytes.position(begin);
      bytes.asFloatBuffer().get(read);
      assertThat(read).isEqualTo(conv2);
    }
    // After one step on black pictures the running variance is a tenth of the way from 1 to 0.
    assertThat(Files.readAllLines(tables.resolve("norm1.var.csv"))).hasSize(33)
        .anySatisfy(line -> assertThat(Double.parseDouble(line.substring(line.indexOf(',') + 1).replace("value", "0")))
            .isBetween(0.899, 0.901));
    assertThat(Files.readAllLines(tables.resolve("norm1.gamma.csv")).get(0)).isEqualTo("channel,value");
  }

  @Test
  void sourcesAreWritten() throws Exception {
    Path java = folder.resolve("MyNet.java");
    Path python = folder.resolve("net.py");
    assertThat(CommandRun.of(folder, "export", model, "--format", "java", "--out", java).code()).isZero();
    assertThat(CommandRun.of(folder, "export", model, "--format", "keras", "--out", python).code()).isZero();
    assertThat(java).content().contains("public final class MyNet {", "\"conv4\"");
    assertThat(python).content().contains("layers.Conv2D(256, (2, 2)");

    CommandRun misnamed = CommandRun.of(folder, "export", model, "--format", "java", "--out", folder.resolve("my-net.java"));
    assertThat(misnamed.code()).isEqualTo(1);
    assertThat(misnamed.errLines()).singleElement().asString().contains("MyNet.java");
  }
}
