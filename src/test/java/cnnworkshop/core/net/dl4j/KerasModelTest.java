package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files in {@code keras/} were made by Keras; {@code answers.json} is what Keras answers. */
class KerasModelTest {

  private static final Path FILES = Path.of("src/test/resources/keras");
  private static final String CONV = """
      {"class_name": "Conv2D", "config": {"name": "conv", "filters": 2, "kernel_size": [3, 3], "strides": [1, 1],
       "padding": "valid", "batch_input_shape": [null, 8, 8, 1]}}""";
  private static final String FLATTEN = """
      {"class_name": "Flatten", "config": {"name": "row"}}""";
  private static final String DENSE = """
      {"class_name": "Dense", "config": {"name": "answer", "units": 3, "activation": "softmax"}}""";

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flatten", "pooled", "first", "first-moved", "three", "two"})
  void answersAsKerasDoes(String name) throws Exception {
    JsonNode answers = new ObjectMapper().readTree(FILES.resolve("answers.json").toFile()).path(name);
    try (Network network = backend.open(FILES.resolve(name + ".h5"))) {
      float[] ours = network.predict(picture(network.spec().input()), 1);
      assertThat(ours).hasSize(answers.size());
      for (int i = 0; i < ours.length; i++) {
        assertThat(ours[i]).isCloseTo((float) answers.path(i).asDouble(), within(1e-5f));
      }
    }
  }

  @Test
  void answersAsDl4jsOwnImportDoes() throws Exception {
    Path file = FILES.resolve("two.h5");
    MultiLayerNetwork plain = KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false);
    try (Network network = backend.open(file)) {
      float[] picture = picture(network.spec().input());
      INDArray batch = Nd4j.create(picture, new long[] {1, 2, 8, 7}, 'c').permute(0, 2, 3, 1).dup('c');
      float[] theirs = plain.output(batch).dup('c').data().asFloat();
      float[] ours = network.predict(picture, 1);
      for (int i = 0; i < ours.length; i++) {
        assertThat(ours[i]).isCloseTo(theirs[i], within(1e-5f));
      }
    }
  }

  @Test
  void theZipOfDl4jsOwnImportIsRefusedWithWhatToOpenInstead() throws Exception {
    Path zip = folder.resolve("converted.zip");
    ModelSerializer.writeModel(KerasModelImport.importKerasSequentialModelAndWeights(
        FILES.resolve("two.h5").toString(), false), zip.toFile(), false);
    assertRefused(zip, Kind.CHANNELS_LAST, ".h5");
  }

  @Test
  void layersKeepTheirNamesAndSettings() throws Exception {
    try (Network network = backend.open(FILES.resolve("flatten.h5"))) {
      assertThat(network.spec().input()).isEqualTo(new Shape(3, 10, 12));
      assertThat(network.spec().layers()).extracting(LayerSpec::name).containsExactly("first", "pool", "second", "norm",
          "relu", "mean", "drop", "hidden", "answer");
      assertThat(network.spec().layers().get(0)).isEqualTo(new LayerSpec.Convolution("first", 4,
          new LayerSpec.Size(3, 2), LayerSpec.Size.of(1), LayerSpec.Size.of(1), LayerSpec.Padding.SAME, true,
          LayerSpec.Activation.RELU));
      assertThat(network.spec().layers().get(8))
          .isEqualTo(new LayerSpec.Dense("answer", 3, LayerSpec.Activation.SOFTMAX));
      assertThat(network.info().task()).isEqualTo(ModelInfo.Task.CLASSES);
      assertThat(network.spec().scale()).as("pixels of 0..255 become −1..1").isEqualTo(InputScale.CENTRED);
      assertThat(network.info().record()).containsEntry("left out", "flip (RandomFlip)");
    }
  }

  @Test
  void onceSavedItIsAFileLikeAnyOther() throws Exception {
    Path saved = folder.resolve("saved.zip");
    try (Network network = backend.open(FILES.resolve("pooled.h5"))) {
      network.save(saved, network.info());
      try (Network opened = backend.open(saved)) {
        float[] picture = picture(network.spec().input());
        assertThat(opened.predict(picture, 1)).isEqualTo(network.predict(picture, 1));
        assertThat(opened.spec().layers()).isEqualTo(network.spec().layers());
      }
    }
  }

  @Test
  void theNameOfTheFileDoesNotMatter() throws Exception {
    Path file = Files.copy(FILES.resolve("three.h5"), folder.resolve("图片 é.zip"));
    try (Network network = backend.open(file)) {
      assertThat(network.info().name()).isEqualTo("图片 é");
    }
  }

  @Test
  void aLayerUnknownHereIsNamed() throws Exception {
    Path file = model(CONV, layer("LSTM", "memory", "\"units\": 4"), FLATTEN, DENSE);
    assertRefused(file, Kind.KERAS_LAYER, "memory", "LSTM");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Conv2D | \"filters\": 2, \"kernel_size\": [3, 3], \"groups\": 2 | groups=2",
      "Conv2D | \"filters\": 2, \"kernel_size\": [3, 3], \"activation\": \"elu\" | activation=elu",
      "Conv2D | \"filters\": 2, \"kernel_size\": [3, 3], \"padding\": \"causal\" | padding=causal",
      "Conv2D | \"filters\": 2, \"kernel_size\": [3, 3], \"data_format\": \"channels_first\" | data_format=channels_first",
      "ReLU | \"max_value\": 6.0 | max_value=6.0",
      "ReLU | \"negative_slope\": [0.3] | negative_slope=[0.3]",
      "BatchNormalization | \"axis\": [1] | axis=[1]",
      "GlobalMaxPooling2D | \"keepdims\": true | keepdims=true",
      "ZeroPadding2D | \"padding\": [[0, 1], [0, 1]] | padding=[[0,1],[0,1]]"})
  void aSettingUnknownHereIsNamed(String kind, String config, String named) throws Exception {
    assertRefused(model(CONV, layer(kind, "odd", config), FLATTEN, DENSE), Kind.KERAS_SETTING, "odd", kind, named);
  }

  @Test
  void layersThatWouldMeanSomethingElseAtTheirPlaceAreRefused() throws Exception {
    assertRefused(model(CONV, layer("Dense", "each", "\"units\": 3"), FLATTEN, DENSE), Kind.KERAS_ORDER, "each");
    assertRefused(model(CONV, FLATTEN, layer("BatchNormalization", "norm", "\"axis\": -1"), DENSE), Kind.KERAS_ORDER,
        "norm");
    assertRefused(model(CONV, layer("ZeroPadding2D", "zeros", "\"padding\": 1"), FLATTEN, DENSE), Kind.KERAS_ORDER,
        "row");
    assertRefused(model(CONV, layer("Rescaling", "late", "\"scale\": 0.5, \"offset\": 0"), FLATTEN, DENSE),
        Kind.KERAS_ORDER, "late");
    assertRefused(model(CONV, layer("GlobalAveragePooling2D", "means", "\"keepdims\": false")), Kind.KERAS_END,
        "means");
  }

  @Test
  void modelsOfOtherKindsAreRefusedInWords() throws Exception {
    assertRefused(file("{\"class_name\": \"Functional\", \"config\": {}}"), Kind.KERAS_GRAPH, "Functional");
    assertRefused(model(FLATTEN.replace("\"row\"", "\"row\", \"batch_input_shape\": [null, 8, 8, 1]"), DENSE),
        Kind.UNSUPPORTED);
    assertRefused(model(CONV.replace("[null, 8, 8, 1]", "[null, 784]"), FLATTEN, DENSE), Kind.KERAS_INPUT, "784");
    Path old = folder.resolve("old.h5");
    try (Hdf5Writer writer = new Hdf5Writer(old)) {
      writer.fixedText("keras_version", "1.2.2").fixedText("model_config", "{\"class_name\": \"Sequential\"}");
    }
    assertRefused(old, Kind.OTHER_VERSION, "1.2.2");
    Path theano = folder.resolve("theano.h5");
    try (Hdf5Writer writer = new Hdf5Writer(theano)) {
      writer.text("keras_version", "2.0.8").text("backend", "theano").text("model_config", "{}");
    }
    assertRefused(theano, Kind.OTHER_VERSION, "Theano");
    Path weights = folder.resolve("weights.h5");
    try (Hdf5Writer writer = new Hdf5Writer(weights)) {
      writer.text("keras_version", "2.15.0").group("conv");
    }
    assertRefused(weights, Kind.KERAS_WEIGHTS);
    Path other = folder.resolve("table.h5");
    try (Hdf5Writer writer = new Hdf5Writer(other)) {
      writer.array("table", new float[6], 2, 3);
    }
    assertRefused(other, Kind.NOT_A_MODEL);
  }

  @Test
  void missingWeightsAndOnesOfAnotherShapeAreRefused() throws Exception {
    assertRefused(model(CONV, FLATTEN, DENSE), Kind.DAMAGED);
    Path wrong = folder.resolve("wrong.h5");
    try (Hdf5Writer writer = new Hdf5Writer(wrong)) {
      writer.text("model_config", sequential(CONV, FLATTEN, DENSE)).group("model_weights").group("model_weights/conv")
          .array("model_weights/conv/kernel:0", new float[36], 3, 3, 2, 2)
          .array("model_weights/conv/bias:0", new float[2], 2);
    }
    assertRefused(wrong, Kind.WRONG_SHAPE, "conv", "[3, 3, 1, 2]", "[3, 3, 2, 2]");
    Path huge = model(CONV.replace("\"filters\": 2", "\"filters\": 2000000000"), FLATTEN, DENSE);
    assertRefused(huge, Kind.WRONG_SHAPE, "conv");
    assertRefused(model(CONV.replace("[3, 3]", "[9, 9]"), FLATTEN, DENSE), Kind.WRONG_SHAPE, "conv", "1×8×8");
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(FILES.resolve("three.h5"));
    Path cut = folder.resolve("cut.h5");
    for (int length : new int[] {1, 8, 100, 2000, whole.length / 2, whole.length - 1000, whole.length - 1}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> backend.open(cut)).as("cut at " + length).isInstanceOfSatisfying(ModelFailure.class,
          failure -> assertThat(failure.kind()).isEqualTo(length < 8 ? Kind.NOT_A_MODEL : Kind.DAMAGED));
    }
  }

  @Test
  void filesOfOtherProgramsAreToldByTheirContent() throws Exception {
    assertRefused(zip("model.zip", "config.json", "metadata.json", "model.weights.h5"), Kind.KERAS_ARCHIVE);
    assertRefused(zip("net.zip", "net/data.pkl", "net/data/0"), Kind.PYTORCH);
    byte[] pickle = {(byte) 0x80, 2, (byte) 0x8A, 10, 'l', (byte) 0xFC, (byte) 0x9C, 'F', (byte) 0xF9, 32};
    assertRefused(Files.write(folder.resolve("net.bin"), pickle), Kind.PYTORCH);
    byte[] onnx = {8, 7, 0x12, 7, 'p', 'y', 't', 'o', 'r', 'c', 'h'};
    assertRefused(Files.write(folder.resolve("net.dat"), onnx), Kind.ONNX);
    byte[] lite = {0x1C, 0, 0, 0, 'T', 'F', 'L', '3'};
    assertRefused(Files.write(folder.resolve("net.tflite"), lite), Kind.SAVED_MODEL);
    Path saved = Files.createDirectory(folder.resolve("saved"));
    Path graph = Files.write(saved.resolve("saved_model.pb"), new byte[] {8, 1, 0x12, 4});
    assertRefused(saved, Kind.SAVED_MODEL);
    assertThat(graph).exists();
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(1);
      }
    }
    return file;
  }

  private static String layer(String kind, String name, String config) {
    return "{\"class_name\": \"" + kind + "\", \"config\": {\"name\": \"" + name + "\", " + config + "}}";
  }

  private static String sequential(String... layers) {
    return "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [" + String.join(",", layers) + "]}}";
  }

  private Path model(String... layers) {
    return file(sequential(layers));
  }

  private Path file(String config) {
    Path file = folder.resolve("model.h5");
    try (Hdf5Writer writer = new Hdf5Writer(file)) {
      writer.text("keras_version", "2.15.0").text("backend", "tensorflow").text("model_config", config);
    }
    return file;
  }

  /** The sentence names the file and what is said to be named. */
  private static void assertRefused(Path file, Kind kind, String... named) {
    assertThatThrownBy(() -> backend.open(file)).isInstanceOfSatisfying(ModelFailure.class, failure -> {
      assertThat(failure.kind()).isEqualTo(kind);
      String sentence = Texts.load(Locale.ENGLISH).sentence(failure);
      assertThat(sentence).contains(file.getFileName().toString()).doesNotContain("{");
      assertThat(named).allSatisfy(name -> assertThat(sentence).contains(name));
    });
  }

  private static float[] picture(Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 37 + 11) % 101 / 100f;
    }
    return values;
  }
}
