package cnnworkshop.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class KerasSourceTest {

  @Test
  void eachKindOfLayerIsTheKerasLayerThatDoesTheSame() throws Exception {
    NetworkSpec spec = new NetworkSpec("all", new Shape(2, 15, 12), List.of(
        new LayerSpec.Convolution("conv1", 4, new Size(3, 2), new Size(2, 1), Size.of(1), Padding.of(new Size(1, 2)),
            false, Activation.TANH),
        new LayerSpec.Pooling("pool1", Pool.AVERAGE, new Size(2, 3), Size.of(1), Padding.SAME),
        new LayerSpec.BatchNormalization("norm1"),
        new LayerSpec.ActivationOnly("activation1", Activation.RELU),
        new LayerSpec.Convolution("conv2", 5, Size.of(3), Size.of(1), Size.of(2), Padding.SAME, true,
            Activation.SIGMOID),
        LayerSpec.Pooling.max("pool2", 2),
        new LayerSpec.Dropout("dropout2", 0.3),
        new LayerSpec.Dense("hidden3", 6, Activation.RELU),
        new LayerSpec.Dense("output", 3, Activation.SOFTMAX)), Loss.CROSS_ENTROPY, InputScale.CENTRED);

    assertThat(KerasSource.of(spec).lines()).containsSubsequence(
        "def build():",
        "    return keras.Sequential([",
        "        keras.Input((15, 12, 2)),",
        "        layers.Rescaling(2, offset=-1, name=\"rescaling\"),",
        "        layers.ZeroPadding2D((1, 2)),",
        "        layers.Conv2D(4, (3, 2), strides=(2, 1), use_bias=False, activation=\"tanh\", name=\"conv1\"),",
        "        layers.AveragePooling2D((2, 3), strides=(1, 1), padding=\"same\", name=\"pool1\"),",
        "        layers.BatchNormalization(momentum=0.9, epsilon=1e-5, name=\"norm1\"),",
        "        layers.Activation(\"relu\", name=\"activation1\"),",
        "        layers.Conv2D(5, (3, 3), dilation_rate=(2, 2), padding=\"same\", activation=\"sigmoid\", name=\"conv2\"),",
        "        layers.MaxPooling2D((2, 2), strides=(2, 2), name=\"pool2\"),",
        "        layers.Dropout(0.3, name=\"dropout2\"),",
        "        layers.Flatten(),",
        "        layers.Dense(6, activation=\"relu\", name=\"hidden3\"),",
        "        layers.Dense(3, activation=\"softmax\", name=\"output\"),",
        "    ])",
        "    model.get_layer(\"conv1\").set_weights([array(\"conv1.W\").transpose(2, 3, 1, 0)])",
        "    model.get_layer(\"norm1\").set_weights([array(\"norm1.gamma\"), array(\"norm1.beta\"), array(\"norm1.mean\"), "
            + "array(\"norm1.var\")])",
        "    model.get_layer(\"conv2\").set_weights([array(\"conv2.W\").transpose(2, 3, 1, 0), array(\"conv2.b\")])",
        "    weights = array(\"hidden3.W\").reshape(5, 4, 7, -1).transpose(1, 2, 0, 3)",
        "    model.get_layer(\"hidden3\").set_weights([weights.reshape(-1, weights.shape[-1]), array(\"hidden3.b\")])",
        "    model.get_layer(\"output\").set_weights([array(\"output.W\"), array(\"output.b\")])");
  }

  @Test
  void afterAGlobalPoolingNothingIsFlattenedOrTurned() throws Exception {
    NetworkSpec spec = new NetworkSpec("pooled", new Shape(1, 8, 8), List.of(
        LayerSpec.Convolution.relu("conv1", 4, 3, Padding.VALID),
        new LayerSpec.GlobalPooling("globalpool1", Pool.MAX),
        new LayerSpec.Dense("output", 2, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);
    assertThat(KerasSource.of(spec)).contains("layers.GlobalMaxPooling2D(name=\"globalpool1\"),")
        .contains("Dense(2, activation=\"linear\"").doesNotContain("Flatten").doesNotContain("Rescaling")
        .contains("set_weights([array(\"output.W\"), array(\"output.b\")])");
  }

  @Test
  void whatKerasHasNoLayerForIsNamed() {
    NetworkSpec padded = new NetworkSpec("padded", new Shape(1, 8, 8), List.of(
        LayerSpec.Convolution.relu("conv1", 4, 3, Padding.VALID),
        new LayerSpec.Pooling("pool1", Pool.MAX, Size.of(3), Size.of(2), Padding.of(Size.of(1))),
        new LayerSpec.Dense("output", 2, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);
    assertThatThrownBy(() -> KerasSource.of(padded)).isInstanceOfSatisfying(ExportFailure.class,
        failure -> assertThat(failure.arguments()).containsExactly("pool1", "padding=(1, 1)"));
  }
}
