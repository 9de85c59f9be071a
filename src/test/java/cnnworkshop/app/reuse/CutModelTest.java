package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.reuse.CutBlock.Fate;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutModelTest {

  @TempDir
  Path folder;

  private ReuseTab tab;
  private CutModel cut;

  @BeforeEach
  void open() throws Exception {
    tab = new ReuseTab(folder).withBase("base").withPictures(20);
    cut = tab.model.cut();
  }

  private List<Double> rates() {
    return plan().ofBase().subList(0, plan().kept()).stream().map(CutBlock::rate).toList();
  }

  private CutPlan plan() {
    return cut.planProperty().get();
  }

  @Test
  void atFirstAllThatFindsThingsStaysFrozenAndTheRestGoes() {
    assertThat(plan().ofBase()).extracting(block -> block.layer().name() + " " + block.fate())
        .containsExactly("conv1 STAYS", "pool1 STAYS", "norm1 STAYS", "dropout1 STAYS", "conv2 STAYS", "output GOES");
    assertThat(plan().ofHead()).extracting(block -> block.layer().name()).containsExactly("head_pool", "output");
    assertThat(rates()).containsOnly(0.0);
    assertThat(plan().ok()).isTrue();
  }

  @Test
  void whatLearnsIsCounted() {
    // conv2 has 6 filters, so a dense layer for three classes behind the mean of each map has 6·3 + 3 numbers.
    assertThat(plan().trained()).isEqualTo(21);
    // conv1: 4·(3·9) + 4, norm1: 2·4, conv2: 6·(4·9) + 6.
    assertThat(plan().parameters()).isEqualTo(112 + 8 + 222 + 21);
    cut.toggle(4);
    assertThat(plan().trained()).isEqualTo(222 + 21);
    tab.model.head().globalPoolingProperty().set(false);
    // 32 → 30 → 7 → 5 rows and columns.
    assertThat(plan().trained()).isEqualTo(222 + 6 * 5 * 5 * 3 + 3);
  }

  @Test
  void atLeastOneLayerStaysAndOneGoes() {
    cut.setKept(0);
    assertThat(cut.kept()).isEqualTo(1);
    cut.setKept(17);
    assertThat(cut.kept()).isEqualTo(5);
  }

  @Test
  void freezingALayerFreezesAllBeforeItAndThawingOneThawsAllBehindIt() {
    cut.toggle(1);
    assertThat(rates()).containsExactly(0.0, 0.1, 0.1, 0.1, 0.1);
    cut.setRate(4, 0.5);
    assertThat(rates()).containsExactly(0.0, 0.1, 0.1, 0.1, 0.5);
    cut.toggle(2);
    assertThat(rates()).containsExactly(0.0, 0.0, 0.0, 0.1, 0.5);
    cut.setRate(0, 0.02);
    assertThat(rates()).containsExactly(0.02, 0.02, 0.02, 0.1, 0.5);
    cut.toggle(4);
    assertThat(rates()).containsOnly(0.0);
  }

  @Test
  void aLayerThatComesToStayDoesAsTheOneBeforeIt() {
    cut.setKept(2);
    cut.setRate(1, 0.3);
    cut.setKept(4);
    assertThat(rates()).containsExactly(0.0, 0.3, 0.3, 0.3);
  }

  @Test
  void anotherNetworkIsCutWhereOneUsuallyDoes() {
    cut.toggle(0);
    cut.setKept(2);
    tab.withBase("another");
    assertThat(plan().base().name()).isEqualTo("another");
    assertThat(rates()).hasSize(5).containsOnly(0.0);
  }

  @Test
  void aNetworkOfOneLayerCantBeCut() {
    tab.load(new NetworkSpec("one", new Shape(3, 32, 32),
        List.of(new LayerSpec.Dense("output", 4, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY));
    assertThat(plan()).isNull();
    assertThat(tab.model.whyNoTraining().get()).contains("single layer");
    cut.setKept(3);
    tab.model.startRace();
    assertThat(tab.model.idle().get()).isTrue();
  }

  @Test
  void picturesThatADenseLayerHasNoWeightsForAreAFaultAtThatLayer() {
    tab.load(new NetworkSpec("large", new Shape(3, 48, 48), List.of(
        LayerSpec.Pooling.max("pool1", 4),
        new LayerSpec.Dense("dense1", 8, LayerSpec.Activation.RELU),
        new LayerSpec.Dense("output", 4, LayerSpec.Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY));
    assertThat(plan().ok()).isTrue();
    cut.setKept(2);
    assertThat(plan().ok()).isFalse();
    assertThat(plan().blocks()).filteredOn(CutBlock::faulty).extracting(block -> block.layer().name())
        .containsExactly("dense1");
    assertThat(plan().ofHead()).isEmpty();
    assertThat(tab.model.whyNoTraining().get()).contains("dense1").contains("432").contains("192");
    tab.model.startRace();
    assertThat(tab.model.race().shownProperty().get()).isNull();
  }

  @Test
  void theHeadIsPutTogetherFromDenseLayersAndDropout() {
    tab.model.head().addDense();
    tab.model.head().dense().get(0).set(12);
    tab.model.head().dropRateProperty().set(0.3);
    assertThat(plan().ofHead()).extracting(CutBlock::fate).containsOnly(Fate.COMES);
    assertThat(plan().ofHead()).extracting(block -> block.layer().name())
        .containsExactly("head_pool", "head_dropout1", "head1", "head_dropout2", "output");
    assertThat(plan().trained()).isEqualTo(6 * 12 + 12 + 12 * 3 + 3);
    for (int i = 0; i < 9; i++) {
      tab.model.head().addDense();
    }
    assertThat(tab.model.head().dense()).hasSize(HeadModel.MOST_DENSE);
    tab.model.head().removeDense(tab.model.head().dense().get(0));
    assertThat(plan().ofHead()).filteredOn(block -> block.layer() instanceof LayerSpec.Dense).hasSize(3);
  }
}
