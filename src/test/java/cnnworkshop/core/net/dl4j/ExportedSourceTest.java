package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.export.ExportFailure;
import cnnworkshop.core.export.JavaSource;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.factory.Nd4j;

/** The Java source of a network, compiled, builds that network. */
class ExportedSourceTest {

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  static Stream<NetworkSpec> networks() {
    return Stream.of(Presets.cnn(), Presets.suggestedCnn(), Presets.sixtySeconds(),
        new NetworkSpec("all \"kinds\" */ \\u0041", new Shape(2, 15, 12), List.of(
            new LayerSpec.Convolution("conv \"1\" \\u0041é", 4, new Size(3, 2), new Size(2, 1), Size.of(1),
                Padding.of(new Size(1, 2)), false, Activation.TANH),
            new LayerSpec.Pooling("pool1", Pool.AVERAGE, new Size(2, 3), Size.of(1), Padding.SAME),
            new LayerSpec.BatchNormalization("norm1"),
            new LayerSpec.Convolution("conv2", 5, Size.of(3), Size.of(1), Size.of(1), Padding.SAME, true,
                Activation.SIGMOID),
            new LayerSpec.ActivationOnly("activation2", Activation.RELU),
            new LayerSpec.GlobalPooling("globalpool2", Pool.MAX),
            new LayerSpec.Dropout("dropout2", 0.3),
            new LayerSpec.Dense("output", 3, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR,
            new InputScale(0.25, 4)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theCompiledClassBuildsTheSameNetwork(NetworkSpec spec) throws Exception {
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Adam(), 1);
        URLClassLoader loader = compile(JavaSource.of(spec, "Exported"))) {
      Class<?> exported = loader.loadClass("Exported");
      MultiLayerConfiguration built = (MultiLayerConfiguration) exported.getMethod("configuration", long.class)
          .invoke(null, 1L);
      assertThat(built.toJson())
          .isEqualTo(SpecToDl4j.configuration(spec, new Backend.Updater.Adam(), 1).toJson());

      MultiLayerNetwork copy = new MultiLayerNetwork(built);
      copy.init(Nd4j.createFromArray(network.parameters()).reshape(1, -1), true);
      Shape in = spec.input();
      float[] picture = picture(in.size());
      var batch = Nd4j.create(picture, new long[] {1, in.channels(), in.height(), in.width()}, 'c').muli(255);
      ((ImagePreProcessingScaler) exported.getMethod("scaler").invoke(null)).transform(batch);
      float[] theirs = copy.output(batch).data().asFloat();
      float[] ours = network.predict(picture, 1);
      assertThat(theirs).usingComparatorWithPrecision(1e-5f).containsExactly(ours);
      copy.close();
    }
  }

  @Test
  void whatOnlyTheFileCanSayIsNamed() {
    NetworkSpec other = Presets.cnn().withLayers(List.of(Presets.cnn().layers().get(0),
        new LayerSpec.Other("strange", "LocallyConnected2D"), new LayerSpec.Dense("output", 2, Activation.LINEAR)));
    assertThatThrownBy(() -> JavaSource.of(other, "Other")).isInstanceOfSatisfying(ExportFailure.class,
        failure -> assertThat(failure.arguments()).containsExactly("strange", "LocallyConnected2D"));
    NetworkSpec endless = Presets.cnn().withLayers(Presets.cnn().layers().subList(0, 2));
    assertThatThrownBy(() -> JavaSource.of(endless, "Endless")).isInstanceOfSatisfying(ExportFailure.class,
        failure -> assertThat(failure.arguments()).containsExactly("pool1"));
  }

  private URLClassLoader compile(String source) throws Exception {
    Path file = Files.writeString(folder.resolve("Exported.java"), source);
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", folder.toString(),
        "-classpath", System.getProperty("java.class.path"), "-encoding", "UTF-8", file.toString());
    assertThat(code).as(source).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  private static float[] picture(int size) {
    Random random = new Random(5);
    float[] values = new float[size];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
