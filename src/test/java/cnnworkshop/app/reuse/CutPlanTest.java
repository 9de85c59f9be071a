package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.reuse.Head;
import cnnworkshop.core.train.PictureTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CutPlanTest {

  /** With a layer that DL4J runs but the program does not build. */
  private static final NetworkSpec SPEC = new NetworkSpec("strange", new Shape(1, 8, 8), List.of(
      LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID),
      new LayerSpec.Other("norm1", "LocalResponseNormalization"),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dense("output", 3, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);
  private static final LoadedNetwork BASE = new LoadedNetwork("strange", SPEC,
      new ModelInfo("strange", ModelInfo.Task.OTHER, List.of(), Map.of()),
      List.of(new Shape(4, 6, 6), new Shape(4, 6, 6), new Shape(4, 3, 3), Shape.flat(3)), 151,
      new Backend.Description("stub", "none", true, 1), null);

  private static NewTask task(int channels) {
    LabelledPictures pictures = new LabelledPictures(List.of("a", "b"), channels, 8, 8, new byte[2 * channels * 64],
        new int[] {0, 1});
    return new NewTask(new PictureTask("two", pictures, pictures, List.of()), List.of(0, 1), false);
  }

  @Test
  void aLayerThatCantBeBuiltAnewIsAFaultOnlyIfItStays() {
    CutPlan behind = CutPlan.of(BASE, List.of(0.0, 0.0), Head.POOLED, task(1));
    assertThat(behind.ok()).isFalse();
    assertThat(behind.failure().orElseThrow().key()).isEqualTo("reuse.failure.layer");
    assertThat(behind.blocks()).filteredOn(CutBlock::faulty).extracting(block -> block.layer().name())
        .containsExactly("norm1");

    CutPlan before = CutPlan.of(BASE, List.of(0.0), Head.POOLED, task(1));
    assertThat(before.ok()).isTrue();
    assertThat(before.ofBase()).noneMatch(CutBlock::faulty);
  }

  @Test
  void picturesInColourAreAFaultOfANetworkOfGreyOnes() {
    CutPlan plan = CutPlan.of(BASE, List.of(0.0), Head.POOLED, task(3));
    assertThat(plan.ok()).isFalse();
    assertThat(plan.failure().orElseThrow().key()).isEqualTo("reuse.failure.channels");
  }

  @Test
  void withoutATaskItsLayersAreShownAllTheSame() {
    CutPlan plan = CutPlan.of(BASE, List.of(0.0), Head.POOLED, null);
    assertThat(plan.ok()).isFalse();
    assertThat(plan.failure()).isEmpty();
    assertThat(plan.blocks()).hasSize(4);
    assertThat(plan.blocks().get(0).output()).contains(new Shape(4, 6, 6));
  }
}
