package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** What a model file holds, and that a bad one is refused in words and costs nothing that was there before. */
class ModelFilesTest {

  private static final NetworkSpec SPEC = new NetworkSpec("small", new Shape(2, 9, 8), List.of(
      new LayerSpec.Convolution("conv1", 4, LayerSpec.Size.of(3), LayerSpec.Size.of(1), LayerSpec.Size.of(1),
          Padding.SAME, false, Activation.LINEAR),
      new LayerSpec.BatchNormalization("norm1"),
      new LayerSpec.ActivationOnly("activation1", Activation.RELU),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dropout("dropout1", 0.2),
      new LayerSpec.Dense("output", 3, Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY, InputScale.CENTRED);

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void theDescriptionSaysWhatTheNetworkIs() throws Exception {
    Path file = saved(1);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      JsonNode json = new ObjectMapper().readTree(zip.getInputStream(zip.getEntry("workshop.json")));
      assertThat(json.path("version").asInt()).isEqualTo(1);
      assertThat(json.path("task").asText()).isEqualTo("CLASSES");
      assertThat(json.path("labels")).extracting(JsonNode::asText).containsExactly("a", "b", "c");
      assertThat(json.path("layers")).extracting(JsonNode::asText)
          .containsExactly("conv1", "norm1", "activation1", "pool1", "dropout1", "output");
      assertThat(List.of(json.at("/input/channels").asInt(), json.at("/input/height").asInt(),
          json.at("/input/width").asInt())).containsExactly(2, 9, 8);
      assertThat(json.at("/input/scale/factor").asDouble()).isEqualTo(2);
      assertThat(json.at("/record/epochs").asText()).isEqualTo("3");
    }
  }

  @Test
  void plainDl4jOpensNormalisedNetworksWithTheVeryWeights() throws Exception {
    Path file = saved(1);
    try (Network ours = backend.open(file)) {
      MultiLayerNetwork plain = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
      float[] scaled = InputScale.CENTRED.of(picture());
      assertThat(plain.params().dup('c').data().asFloat()).isEqualTo(ours.parameters(0, ours.spec().layers().size()));
      assertThat(plain.output(Nd4j.create(scaled, new long[] {1, 2, 9, 8}, 'c')).data().asFloat())
          .containsExactly(ours.predict(picture(), 1), within(1e-6f));
    }
  }

  @Test
  void aFileFromBeforeThereWereLayerNamesOpens() throws Exception {
    Path file = saved(1);
    rewrite(file, "workshop.json", json -> json.replaceFirst("\"layers\" : \\[[^\\]]*\\],", ""));
    try (Network opened = backend.open(file)) {
      assertThat(opened.spec()).isEqualTo(SPEC);
    }
  }

  @Test
  void aFileCutShortAnywhereIsRefusedAndTheLoadedNetworkAnswersAsBefore() throws Exception {
    Path file = saved(1);
    byte[] whole = Files.readAllBytes(file);
    try (Network loaded = backend.open(file)) {
      float[] before = loaded.predict(picture(), 1);
      for (int length : new int[] {0, 1, 2, 30, 400, whole.length / 3, whole.length / 2, whole.length - 30,
          whole.length - 1}) {
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
        assertRefused(cut, length < 2 ? Kind.NOT_A_MODEL : Kind.DAMAGED);
      }
      assertThat(loaded.predict(picture(), 1)).isEqualTo(before);
    }
  }

  @Test
  void bytesThatChangedOnTheWayAreNoticed() throws Exception {
    Path file = saved(1);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      byte[] changed = whole.clone();
      int place = random.nextInt(changed.length);
      changed[place] ^= 0x55;
      Path damaged = Files.write(folder.resolve("damaged.zip"), changed);
      try (Network opened = backend.open(damaged)) {
        // Dates and the like are not looked at: then it must be the very network.
        try (Network original = backend.open(file)) {
          assertThat(opened.predict(picture(), 1)).as("byte " + place).isEqualTo(original.predict(picture(), 1));
        }
      } catch (ModelFailure e) {
        assertThat(Texts.load(Locale.ENGLISH).sentence(e)).contains("damaged.zip");
      }
    }
  }

  @Test
  void filesOfOtherKindsAreRefused() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    assertRefused(Files.write(folder.resolve("picture.zip"), png), Kind.NOT_A_MODEL);
    assertRefused(Files.write(folder.resolve("empty.zip"), new byte[0]), Kind.NOT_A_MODEL);
    assertRefused(Files.writeString(folder.resolve("words.h5"), "not a network"), Kind.NOT_A_MODEL);
  }

  @Test
  void aDescriptionOfANewerProgramIsAVersionProblem() throws Exception {
    Path file = saved(1);
    rewrite(file, "workshop.json", json -> json.replace("\"version\" : 1", "\"version\" : 2"));
    assertRefused(file, Kind.OTHER_VERSION, "workshop.json 2");
  }

  @Test
  void aDescriptionThatIsNoJsonOrSaysNoShapeIsDamaged() throws Exception {
    Path file = saved(1);
    rewrite(file, "workshop.json", json -> json.substring(0, 40));
    assertRefused(file, Kind.DAMAGED);
    Path flat = saved(2);
    rewrite(flat, "workshop.json", json -> json.replace("\"height\" : 9", "\"height\" : 0"));
    assertRefused(flat, Kind.DAMAGED);
  }

  @Test
  void anInputTheLayersCanNotTakeIsRefusedWithBothShapes() throws Exception {
    Path channels = saved(1);
    rewrite(channels, "workshop.json", json -> json.replace("\"channels\" : 2", "\"channels\" : 3"));
    assertRefused(channels, Kind.WRONG_SHAPE, "3×9×8");
    Path side = saved(2);
    rewrite(side, "workshop.json", json -> json.replace("\"height\" : 9", "\"height\" : 19"));
    assertRefused(side, Kind.WRONG_SHAPE, "2×19×8");
  }

  @Test
  void weightsOfOtherLayersAreRefused() throws Exception {
    Path file = saved(1);
    rewrite(file, "configuration.json", json -> json.replaceFirst("\"nout\" : 3", "\"nout\" : 5"));
    assertRefused(file, Kind.WRONG_SHAPE);
  }

  @Test
  void namesForOtherOutputsAreRefused() throws Exception {
    Path file = saved(1);
    rewrite(file, "workshop.json", json -> json.replace("\"a\", ", ""));
    assertRefused(file, Kind.WRONG_SHAPE, "3", "2");
  }

  @Test
  void aSaveRemovesWhatAKilledOneLeftLongAgo() throws Exception {
    Path file = saved(1);
    String id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    Path old = Files.writeString(folder.resolve(".model1.zip." + id + ".part"), "x");
    Path older = Files.writeString(folder.resolve(".model1.zip." + id + ".dl4j"), "x");
    Path recent = Files.writeString(folder.resolve(".model1.zip.1" + id.substring(1) + ".part"), "x");
    Path foreign = Files.writeString(folder.resolve(".model1.zip.part"), "x");
    Path otherFile = Files.writeString(folder.resolve(".model2.zip." + id + ".part"), "x");
    for (Path path : List.of(old, older, foreign, otherFile)) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(7200)));
    }
    saved(1);
    assertThat(file).exists();
    assertThat(List.of(old, older)).noneMatch(Files::exists);
    assertThat(List.of(recent, foreign, otherFile)).allMatch(Files::exists);
  }

  @Test
  void killedWhileSavingAgainAndAgainTheFileIsAlwaysOneOfBoth() throws Exception {
    Path file = Files.copy(saved(1), folder.resolve("saved.zip"));
    List<float[]> answers = new ArrayList<>();
    for (int version = 1; version <= 2; version++) {
      try (Network network = backend.open(saved(version))) {
        answers.add(network.predict(picture(), 1));
      }
    }
    Random random = new Random(4);
    Process saving = null;
    try {
      for (int kill = 0; kill < 10; kill++) {
        saving = EndlessSaving.start(file, folder.resolve("model1.zip"), folder.resolve("model2.zip"));
        // Once it has saved a few times it is somewhere within a save whenever it is killed.
        int saves = 1 + random.nextInt(5);
        for (int i = 0; i < saves; i++) {
          assertThat(saving.getInputStream().read()).isEqualTo('.');
        }
        long until = System.nanoTime() + random.nextInt(15_000_000);
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        saving.destroyForcibly().waitFor();
        try (Network network = backend.open(file)) {
          assertThat(network.predict(picture(), 1)).isIn(answers.get(0), answers.get(1));
        }
      }
    } finally {
      if (saving != null) {
        saving.destroyForcibly();
      }
    }
  }

  private Path saved(int version) throws IOException {
    Path file = folder.resolve("model" + version + ".zip");
    try (TrainableNetwork network = backend.create(SPEC, new Backend.Updater.Adam(), version)) {
      network.setLearningRate(0.01);
      network.fit(picture(), new float[] {0, 1, 0}, null, 1);
      network.save(file, new ModelInfo("small", ModelInfo.Task.CLASSES, List.of("a", "b", "c"), Map.of("epochs", "3")));
    }
    return file;
  }

  private static float[] picture() {
    Random random = new Random(5);
    float[] values = new float[SPEC.input().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static void assertRefused(Path file, Kind kind, String... named) {
    assertThatThrownBy(() -> backend.open(file)).isInstanceOfSatisfying(ModelFailure.class, failure -> {
      assertThat(failure.kind()).isEqualTo(kind);
      String sentence = Texts.load(Locale.ENGLISH).sentence(failure);
      assertThat(sentence).contains(file.getFileName().toString());
      assertThat(named).allSatisfy(name -> assertThat(sentence).contains(name));
    });
  }

  private static void rewrite(Path file, String entry, UnaryOperator<String> change) throws IOException {
    Path changed = file.resolveSibling("changed.zip");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (e.getName().equals(entry)) {
          String before = new String(bytes, StandardCharsets.UTF_8);
          String after = change.apply(before);
          assertThat(after).isNotEqualTo(before);
          bytes = after.getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(e.getName()));
        out.write(bytes);
      }
    }
    Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
