package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkFitTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);

  @Test
  void pointsNeedTheKeypointNetworksInput() {
    assertThat(fit(new Shape(1, 96, 96), 30, Task.KEYPOINTS).points()).isTrue();
    NetworkFit smaller = fit(new Shape(1, 48, 48), 30, Task.OTHER);
    assertThat(smaller.points()).isFalse();
    assertThat(smaller.whatIsOff(texts)).contains("1×48×48").contains("1×96×96");
  }

  @Test
  void pointsNeedThirtyNumbersThatAreNoClasses() {
    assertThat(fit(new Shape(1, 96, 96), 8, Task.OTHER).points()).isFalse();
    assertThat(fit(new Shape(1, 96, 96), 30, Task.CLASSES).points()).isFalse();
  }

  @Test
  void aNetworkWithoutASquareInputShowsOnlyWhatRunsOnTheWholePhoto() {
    NetworkFit wide = fit(new Shape(1, 40, 60), 10, Task.CLASSES);
    assertThat(wide.classes()).isFalse();
    assertThat(wide.layers()).extracting(LayerChoice::name).containsExactly("conv1");
    assertThat(wide.whatIsOff(texts)).contains("1×40×60");
  }

  @Test
  void aNetworkForOtherThanPhotosShowsNoMaps() {
    NetworkFit spectral = fit(new Shape(5, 32, 32), 10, Task.CLASSES);
    assertThat(spectral.layers()).isEmpty();
    assertThat(spectral.whatIsOff(texts)).contains("no layer");
  }

  @Test
  void dropoutHasNoMapsOfItsOwn() {
    assertThat(fit(new Shape(3, 32, 32), 10, Task.CLASSES).layers()).extracting(LayerChoice::name)
        .containsExactly("conv1", "pool1");
  }

  private static NetworkFit fit(Shape input, int outputs, Task task) {
    Convolution conv = Convolution.relu("conv1", 4, 3, Padding.SAME);
    List<LayerSpec> layers = List.of(conv, Pooling.max("pool1", 2), new Dropout("dropout1", 0.2),
        new Dense("output", outputs, Activation.LINEAR));
    Shape pooled = new Shape(4, input.height() / 2, input.width() / 2);
    return NetworkFit.of(new LoadedNetwork("net", new NetworkSpec("net", input, layers, Loss.OTHER),
        new ModelInfo("net", task, List.of(), Map.of()),
        List.of(new Shape(4, input.height(), input.width()), pooled, pooled, Shape.flat(outputs)), 1,
        new Backend.Description("stub", "none", true, 1),
        new Filters(conv, input.channels(), new float[4 * 9 * input.channels()], new float[4])));
  }
}
