package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.PhotoMaps;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jNetworkTest {

  private static final NetworkSpec SMALL = new NetworkSpec("small", new Shape(1, 12, 10), List.of(
      LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dropout("dropout1", 0.5),
      new LayerSpec.Dense("hidden2", 8, LayerSpec.Activation.RELU),
      new LayerSpec.Dense("output", 3, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void theKeypointNetworkHasTheWorkshopsSizes() {
    try (Network network = backend.create(Presets.keypoints(0.1, 0.2, 0.3, 0.5), new Backend.Updater.Adam(), 1)) {
      assertThat(network.parameterCount()).isEqualTo(16_561_502);
      assertThat(network.outputShapes()).extracting(Shape::toString).containsExactly("32×94×94", "32×47×47",
          "32×47×47", "64×46×46", "64×23×23", "64×23×23", "128×22×22", "128×11×11", "128×11×11",
          "1000", "1000", "1000", "30");
    }
  }

  @Test
  void theColourNetworkHasTheWorkshopsSize() {
    try (Network network = backend.create(Presets.cnn(), new Backend.Updater.Adam(), 1)) {
      assertThat(network.parameterCount()).isEqualTo(1_050_890);
    }
  }

  @Test
  void dropoutIsOffWhenPredicting() {
    try (TrainableNetwork network = small()) {
      float[] picture = picture(1);
      float[] first = network.predict(picture, 1);
      for (int i = 0; i < 5; i++) {
        assertThat(network.predict(picture, 1)).isEqualTo(first);
      }
    }
  }

  @Test
  void aSavedNetworkPredictsTheSameToTheLastBit() throws Exception {
    Path file = folder.resolve("图片 é ñ.zip");
    ModelInfo info = new ModelInfo("small one", ModelInfo.Task.OTHER, List.of("a", "b", "c"), Map.of("rmse", "1.0"));
    try (TrainableNetwork network = small()) {
      network.save(file, info);
      try (Network opened = backend.open(file)) {
        assertThat(opened.predict(picture(2), 1)).isEqualTo(network.predict(picture(2), 1));
        assertThat(opened.spec().layers()).isEqualTo(SMALL.layers());
        assertThat(opened.spec().input()).isEqualTo(SMALL.input());
        assertThat(opened.info()).isEqualTo(info);
      }
    }
    assertThat(Files.list(folder)).as("nothing unfinished is left").containsExactly(file);
  }

  @Test
  void plainDl4jOpensWhatWeSave() throws Exception {
    Path file = folder.resolve("ours.zip");
    try (TrainableNetwork network = small()) {
      network.save(file, network.info());
      MultiLayerNetwork plain = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
      float[] outputs = plain.output(Nd4j.create(picture(3), new long[] {1, 1, 12, 10}, 'c')).data().asFloat();
      assertThat(outputs).isEqualTo(network.predict(picture(3), 1));
    }
  }

  @Test
  void aPlainDl4jZipSaysItsInputByItsLayers() throws Exception {
    Path file = folder.resolve("plain.zip");
    MultiLayerNetwork plain = new MultiLayerNetwork(
        SpecToDl4j.configuration(Presets.keypoints(0, 0, 0, 0), new Backend.Updater.Adam(), 1));
    plain.init();
    ModelSerializer.writeModel(plain, file.toFile(), false);
    try (Network opened = backend.open(file)) {
      assertThat(opened.spec().input()).isEqualTo(new Shape(1, 96, 96));
      assertThat(opened.info().task()).isEqualTo(ModelInfo.Task.KEYPOINTS);
    }
  }

  @Test
  void mapsOfTheFirstLayerAreThoseOfTheWholePhotoPath() throws Exception {
    try (TrainableNetwork network = small()) {
      Photo photo = Photo.ofGrey(10, 12, greys(4));
      FeatureMaps maps = network.featureMaps(0, photo.planes(1, 0, 0, 10, 12));
      PhotoMaps own = new PhotoMaps(photo, Filters.of(network, 0));
      assertThat(maps.shape()).isEqualTo(new Shape(4, 10, 8));
      for (int f = 0; f < 4; f++) {
        for (int row = 0; row < 10; row++) {
          for (int column = 0; column < 8; column++) {
            assertThat(maps.at(f, row, column)).isCloseTo(own.value(f, row, column), within(1e-5f));
          }
        }
      }
    }
  }

  @Test
  void missingTargetsTeachNothing() {
    float[] input = picture(5);
    try (TrainableNetwork masked = small(); TrainableNetwork shifted = small()) {
      masked.reseed(3);
      masked.fit(input, new float[] {1, 0, 0}, new float[] {1, 0, 1}, 1);
      shifted.reseed(3);
      shifted.fit(input, new float[] {1, 99, 0}, new float[] {1, 0, 1}, 1);
      assertThat(masked.parameters()).isEqualTo(shifted.parameters());
    }
  }

  @Test
  void filesThatAreNoNetworkAreRefusedByKind() throws Exception {
    Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
    Path zip = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertRefused(text, ModelFailure.Kind.NOT_A_MODEL);
    assertRefused(zip, ModelFailure.Kind.NOT_A_MODEL);
    assertRefused(folder.resolve("nowhere.zip"), ModelFailure.Kind.MISSING);
    assertRefused(folder, ModelFailure.Kind.MISSING);
  }

  @Test
  void aFileCutShortIsRefusedAsDamaged() throws Exception {
    Path file = saved();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(file, ModelFailure.Kind.DAMAGED);
  }

  @Test
  void aLayerThisVersionDoesNotKnowIsAVersionProblem() throws Exception {
    Path file = saved();
    rewrite(file, "configuration.json", json ->
        json.replace("org.deeplearning4j.nn.conf.layers.DenseLayer", "org.deeplearning4j.nn.conf.layers.HolographicLayer"));
    assertRefused(file, ModelFailure.Kind.OTHER_VERSION);
  }

  @Test
  void aNumberFormatThisVersionDoesNotKnowIsAVersionProblem() throws Exception {
    Path file = saved();
    rewrite(file, "coefficients.bin", bytes -> bytes.replace("FLOAT", "FLOUT"));
    assertRefused(file, ModelFailure.Kind.OTHER_VERSION);
  }

  @Test
  void aGraphAndANetworkWithoutConvolutionsAreRefusedInWords() throws Exception {
    Path dense = folder.resolve("dense.zip");
    MultiLayerNetwork mlp = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list()
        .layer(new DenseLayer.Builder().nOut(4).build())
        .layer(new OutputLayer.Builder().nOut(2).build())
        .setInputType(InputType.feedForward(5)).build());
    mlp.init();
    ModelSerializer.writeModel(mlp, dense.toFile(), false);
    Path graph = folder.resolve("graph.zip");
    ComputationGraph built = new ComputationGraph(new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
        .addLayer("out", new OutputLayer.Builder().nIn(5).nOut(2).build(), "in").setOutputs("out").build());
    built.init();
    ModelSerializer.writeModel(built, graph.toFile(), false);
    assertRefused(dense, ModelFailure.Kind.UNSUPPORTED);
    assertRefused(graph, ModelFailure.Kind.UNSUPPORTED);
  }

  private Path saved() throws IOException {
    Path file = folder.resolve("small.zip");
    try (TrainableNetwork network = small()) {
      network.save(file, network.info());
    }
    return file;
  }

  private static void assertRefused(Path file, ModelFailure.Kind kind) {
    assertThatThrownBy(() -> backend.open(file)).isInstanceOfSatisfying(ModelFailure.class,
        failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  private static void rewrite(Path file, String entry, UnaryOperator<String> change) throws IOException {
    Path changed = file.resolveSibling("changed.zip");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (e.getName().equals(entry)) {
          String before = new String(bytes, StandardCharsets.ISO_8859_1);
          String after = change.apply(before);
          assertThat(after).isNotEqualTo(before);
          bytes = after.getBytes(StandardCharsets.ISO_8859_1);
        }
        out.putNextEntry(new ZipEntry(e.getName()));
        out.write(bytes);
      }
    }
    Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static TrainableNetwork small() {
    return backend.create(SMALL, new Backend.Updater.Adam(), 1);
  }

  private static float[] picture(long seed) {
    float[] greys = greys(seed);
    for (int i = 0; i < greys.length; i++) {
      greys[i] /= 255;
    }
    return greys;
  }

  private static float[] greys(long seed) {
    Random random = new Random(seed);
    float[] greys = new float[120];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = random.nextInt(256);
    }
    return greys;
  }
}
