package cnnworkshop.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {

  private static final Shape PICTURE = new Shape(3, 32, 32);

  @Test
  void usuallyWhatFindsThingsStays() {
    assertThat(lastKept(Presets.keypoints(0.1, 0.2, 0.3, 0.5))).isEqualTo("pool3");
    assertThat(lastKept(Presets.suggestedCnn())).isEqualTo("pool3");
    assertThat(lastKept(Presets.sixtySeconds())).isEqualTo("activation4");
  }

  private static String lastKept(NetworkSpec network) {
    return network.layers().get(Cut.usual(network) - 1).name();
  }

  @Test
  void theNewNetworkHasTheLayersThatStayAndThenTheHead() throws Exception {
    Cut cut = cut(Presets.sixtySeconds(), 4, new Head(true, List.of(20), 0.5), PICTURE);
    NetworkSpec whole = cut.network("new");
    assertThat(whole.layers().subList(0, 4)).isEqualTo(Presets.sixtySeconds().layers().subList(0, 4));
    assertThat(whole.layers().subList(4, whole.layers().size())).extracting(LayerSpec::name)
        .containsExactly("head_pool", "head_dropout1", "head1", "head_dropout2", "output");
    assertThat(whole.layers().get(8)).isEqualTo(new LayerSpec.Dense("output", 5, LayerSpec.Activation.SOFTMAX));
    assertThat(ShapeCheck.of(whole, 5).ok()).isTrue();
  }

  @Test
  void aHeadAfterDenseLayersTakesNoMeansOfMaps() throws Exception {
    NetworkSpec base = Presets.keypoints(0.1, 0.2, 0.3, 0.5);
    Cut cut = new Cut(base, Collections.nCopies(10, 0.0), Head.POOLED, base.input(), 3, Loss.CROSS_ENTROPY);
    assertThat(cut.network("new").layers()).extracting(LayerSpec::name).endsWith("hidden4", "output")
        .doesNotContain("head_pool");
  }

  @Test
  void whatMovesIsANetworkOnWhatTheFrozenLayersGive() throws Exception {
    Cut cut = cut(Presets.suggestedCnn(), 7, Head.POOLED, PICTURE).frozen(5, 0.25);
    NetworkSpec moving = cut.moving(cut.network("new"));
    assertThat(moving.input()).isEqualTo(new Shape(64, 16, 16));
    assertThat(moving.layers()).extracting(LayerSpec::name).containsExactly("conv3", "pool3", "head_pool", "output");
    assertThat(moving.scale().isNone()).as("values between layers are not scaled again").isTrue();
    assertThat(cut.movingRates(moving)).containsExactly(0.25, 0.25, 1, 1);
  }

  @Test
  void noLayerBehindAMovingOneIsFrozen() {
    assertThatThrownBy(() -> new Cut(Presets.cnn(), List.of(0.5, 0.0), Head.POOLED, PICTURE, 5, Loss.CROSS_ENTROPY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void someLayerStaysAndSomeGoes() {
    assertThatThrownBy(() -> cut(Presets.cnn(), 0, Head.POOLED, PICTURE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cut(Presets.cnn(), 4, Head.POOLED, PICTURE)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withMeansOfMapsThePicturesMayHaveAnotherSize() throws Exception {
    Cut larger = cut(Presets.suggestedCnn(), 7, Head.POOLED, new Shape(3, 50, 70));
    assertThat(ShapeCheck.of(larger.network("new"), 5).ok()).isTrue();
  }

  @Test
  void whatDoesNotFitIsSaidInWords() {
    assertThat(failure(cut(Presets.cnn(), 3, Head.POOLED, new Shape(3, 40, 40)))).isEqualTo("reuse.failure.dense");
    assertThat(failure(cut(Presets.cnn(), 2, Head.POOLED, new Shape(1, 32, 32)))).isEqualTo("reuse.failure.channels");
    assertThat(failure(cut(Presets.keypoints(0, 0, 0, 0), 8, Head.POOLED, new Shape(1, 6, 6))))
        .isEqualTo("reuse.failure.too-small");
    NetworkSpec foreign = Presets.cnn().withLayers(List.of(new LayerSpec.Other("lrn1", "LocalResponseNormalization"),
        new LayerSpec.Dense("output", 2, LayerSpec.Activation.SOFTMAX)));
    assertThat(failure(cut(foreign, 1, Head.POOLED, PICTURE))).isEqualTo("reuse.failure.layer");
  }

  private static String failure(Cut cut) {
    return catchThrowableOfType(ReuseFailure.class, () -> cut.network("new")).key();
  }

  private static Cut cut(NetworkSpec base, int kept, Head head, Shape input) {
    return new Cut(base, Collections.nCopies(kept, 0.0), head, input, 5, Loss.CROSS_ENTROPY);
  }
}
