package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Finding.Severity;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.ActivationOnly;
import cnnworkshop.core.net.LayerSpec.BatchNormalization;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.GlobalPooling;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeCheckTest {

  private static final Shape SMALL = new Shape(3, 17, 14);
  private static final Dense OUTPUT = new Dense("output", 4, Activation.SOFTMAX);

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void theWorkshopsNetworksHaveTheWorkshopsSizes() {
    assertThat(ShapeCheck.of(Presets.keypoints(0.1, 0.2, 0.3, 0.5)).parameters()).isEqualTo(16_561_502);
    assertThat(ShapeCheck.of(Presets.cnn()).parameters()).isEqualTo(1_050_890);
    assertThat(ShapeCheck.of(Presets.suggestedCnn()).parameters()).isEqualTo(2_159_114);
    assertThat(ShapeCheck.of(withUnits(500)).parameters()).isEqualTo(8_051_502);
  }

  @Test
  void memoryAndWorkOfTheFirstConvolutionAreThoseOfItsLoops() {
    LayerCheck conv1 = ShapeCheck.of(Presets.keypoints(0.1, 0.2, 0.3, 0.5)).layers().get(0);

    assertThat(conv1.output()).hasValue(new Shape(32, 94, 94));
    assertThat(conv1.parameters()).isEqualTo(32 * 9 + 32);
    assertThat(conv1.activationBytes()).isEqualTo(32 * 94 * 94 * 4);
    assertThat(conv1.multiplyAdds()).isEqualTo(32 * 94 * 94 * 9);
  }

  static Stream<NetworkSpec> varied() {
    Size one = Size.of(1);
    return Stream.of(
        Presets.keypoints(0.1, 0.2, 0.3, 0.5), withUnits(50), Presets.cnn(), Presets.suggestedCnn(),
        Presets.sixtySeconds(),
        network(new Convolution("a", 5, new Size(3, 2), new Size(2, 3), one, Padding.SAME, true, Activation.RELU)),
        network(new Convolution("a", 5, new Size(4, 3), new Size(3, 2), one, Padding.VALID, false, Activation.TANH)),
        network(new Convolution("a", 5, new Size(3, 3), one, new Size(2, 3), Padding.VALID, true, Activation.RELU)),
        network(new Convolution("a", 5, new Size(3, 2), new Size(2, 2), new Size(3, 2), Padding.of(new Size(2, 1)),
            true, Activation.SIGMOID)),
        network(new Convolution("a", 5, Size.of(3), new Size(2, 1), Size.of(2), Padding.SAME, true, Activation.RELU)),
        network(new Convolution("a", 2, Size.of(21), one, one, Padding.SAME, true, Activation.RELU)),
        network(new Convolution("a", 2, one, one, one, Padding.of(new Size(3, 4)), true, Activation.RELU)),
        network(new Convolution("a", 2, Size.of(2), Size.of(4), one, Padding.VALID, true, Activation.RELU)),
        network(new Pooling("a", Pool.MAX, Size.of(3), Size.of(2), Padding.VALID)),
        network(new Pooling("a", Pool.AVERAGE, new Size(3, 2), new Size(2, 3), Padding.SAME)),
        network(new Pooling("a", Pool.MAX, new Size(4, 3), new Size(3, 2), Padding.of(new Size(2, 1)))),
        network(new Pooling("a", Pool.AVERAGE, Size.of(5), Size.of(5), Padding.VALID), new BatchNormalization("b")),
        network(new BatchNormalization("a"), new ActivationOnly("b", Activation.TANH), new GlobalPooling("c", Pool.MAX),
            new Dropout("d", 0.3), new Dense("e", 6, Activation.RELU), new BatchNormalization("f")));
  }

  @ParameterizedTest
  @MethodSource("varied")
  void shapesAndParametersAreThoseDl4jMakes(NetworkSpec spec) {
    ShapeCheck check = ShapeCheck.of(spec);

    assertThat(faults(check)).isEmpty();
    try (Network network = backend.create(spec, new Backend.Updater.Sgd(), 1)) {
      assertThat(check.layers()).extracting(layer -> layer.output().orElseThrow())
          .isEqualTo(network.outputShapes());
      assertThat(check.parameters()).isEqualTo(network.parameterCount());
    }
  }

  @Test
  void theReceptiveFieldGrowsByWindowsStridesAndHoles() {
    ShapeCheck check = ShapeCheck.of(new NetworkSpec("n", new Shape(1, 64, 48), List.of(
        new Convolution("a", 2, new Size(3, 5), Size.of(1), Size.of(1), Padding.SAME, true, Activation.RELU),
        Pooling.max("b", 2),
        new Convolution("c", 2, Size.of(3), new Size(2, 1), new Size(1, 2), Padding.SAME, true, Activation.RELU),
        new Dropout("d", 0.1),
        new Convolution("e", 2, Size.of(2), Size.of(1), Size.of(1), Padding.SAME, true, Activation.RELU),
        OUTPUT), Loss.CROSS_ENTROPY));

    assertThat(check.layers()).extracting(layer -> layer.field().orElseThrow()).containsExactly(
        new ReceptiveField(new Size(3, 5), Size.of(1)),
        new ReceptiveField(new Size(4, 6), Size.of(2)),
        new ReceptiveField(new Size(8, 14), new Size(4, 2)),
        new ReceptiveField(new Size(8, 14), new Size(4, 2)),
        new ReceptiveField(new Size(12, 16), new Size(4, 2)),
        new ReceptiveField(new Size(64, 48), Size.of(0)));
  }

  /** Down the rows; an output's change on changing one pixel is what its field means. */
  @Test
  void anOutputDependsOnThePixelsOfItsFieldAndNoOthers() {
    NetworkSpec spec = new NetworkSpec("n", new Shape(1, 40, 40), List.of(
        linear("a", 3, 1, 1), new Pooling("b", Pool.AVERAGE, Size.of(3), Size.of(2), Padding.VALID),
        linear("c", 2, 1, 3), linear("d", 3, 2, 1), OUTPUT), Loss.CROSS_ENTROPY);
    ReceptiveField field = ShapeCheck.of(spec).layers().get(3).field().orElseThrow();
    try (Network network = backend.create(spec, new Backend.Updater.Sgd(), 3)) {
      float[] blank = network.featureMaps(3, new float[1600]).values();
      int width = network.outputShapes().get(3).width();
      int first = 0;
      int second = 0;
      for (int row = 0; row < 40; row++) {
        float[] picture = new float[1600];
        for (int column = 0; column < 40; column++) {
          picture[row * 40 + column] = 1 + column;
        }
        float[] changed = network.featureMaps(3, picture).values();
        first += changed[0] == blank[0] ? 0 : 1;
        second = changed[width] != blank[width] && second == 0 ? row : second;
      }
      assertThat(field.size().rows()).isEqualTo(first);
      assertThat(field.jump().rows()).isEqualTo(second);
    }
  }

  private static Convolution linear(String name, int size, int stride, int dilation) {
    return new Convolution(name, 1, Size.of(size), Size.of(stride), Size.of(dilation), Padding.VALID, true,
        Activation.LINEAR);
  }

  @Test
  void capacityAndCoverageAreNolearnsWhereThereIsNoPooling() {
    // get_conv_infos of nolearn for 3×3 filters on 28×28: fields 3, 5, 7, so 300/3, 300/5, 300/7 and 100 · field / 28.
    List<FilterReach> reaches = reaches(ShapeCheck.of(convolutions(new Shape(1, 28, 28), 3)));

    assertThat(reaches).extracting(FilterReach::capacity).usingElementComparator(ShapeCheckTest::nearly)
        .containsExactly(100.00, 60.00, 42.857);
    assertThat(reaches).extracting(FilterReach::coverage).usingElementComparator(ShapeCheckTest::nearly)
        .containsExactly(10.714, 17.857, 25.00);
  }

  @Test
  void aStrideBeforeItMakesAFilterCountForMore() {
    FilterReach conv2 = reaches(ShapeCheck.of(Presets.suggestedCnn())).get(1);

    assertThat(conv2.capacity()).isCloseTo(100 * 3 * 2 / 8.0, within(1e-9));
    assertThat(conv2.coverage()).isCloseTo(100 * 8 / 32.0, within(1e-9));
  }

  @Test
  void lowCapacityIsWarnedOfBelowASixth() {
    // Field of the n-th 3×3 convolution: 2n + 1; 3 / 17 is more than a sixth, 3 / 19 is less.
    ShapeCheck check = ShapeCheck.of(convolutions(new Shape(1, 28, 28), 10));

    assertThat(layersWith(check, "net.warning.capacity")).containsExactly(8, 9);
  }

  @Test
  void highCoverageIsWarnedOfAbovePictureSize() {
    ShapeCheck check = ShapeCheck.of(convolutions(new Shape(1, 30, 9), 5));

    assertThat(layersWith(check, "net.warning.coverage")).containsExactly(4);
    Finding finding = check.findings(4).get(0);
    assertThat(finding.arguments()).containsExactly("c4", 100.0 * 11 / 9, 11, 11, 30, 9);
  }

  @Test
  void theShippedPresetsHaveNeitherFaultsNorWarnings() {
    for (String name : Presets.names()) {
      ShapeCheck check = ShapeCheck.of(Presets.byName(name).orElseThrow());
      assertThat(check.ok()).as(name).isTrue();
      assertThat(check.findings()).as(name).allMatch(finding -> finding.severity() == Severity.NOTE);
    }
  }

  @Test
  void rowsLeftOverAreNoted() {
    ShapeCheck check = ShapeCheck.of(Presets.keypoints(0.1, 0.2, 0.3, 0.5));

    // 94, 46 and 22 rows are halved without a rest; here 17×14 are not.
    assertThat(check.findings()).isEmpty();
    assertThat(ShapeCheck.of(network(Pooling.max("a", 2))).findings())
        .containsExactly(new Finding(0, Severity.NOTE, "net.note.remainder", List.of("a", 1, 0)));
    assertThat(ShapeCheck.of(network(new Pooling("a", Pool.MAX, Size.of(2), Size.of(2), Padding.SAME))).findings())
        .isEmpty();
  }

  @Test
  void afterAFaultNoShapesAreSaidButSettingsAreStillLookedAt() {
    ShapeCheck check = ShapeCheck.of(network(Convolution.relu("a", 2, 3, Padding.VALID),
        Convolution.relu("b", 2, 20, Padding.VALID), Pooling.max("c", 2), new Dropout("d", 1.5)));

    assertThat(check.layers()).extracting(LayerCheck::output).containsExactly(Optional.of(new Shape(2, 15, 12)),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(check.ok()).isFalse();
    assertThat(faults(check)).containsExactly("1 net.fault.filter-too-large [b, 20, 20, 15, 12]",
        "3 net.fault.drop-rate [d, 1.5]");
  }

  @Test
  void aWindowLargerThanItsInputIsAFault() {
    assertThat(faults(ShapeCheck.of(network(Pooling.max("a", 15)))))
        .containsExactly("0 net.fault.window-too-large [a, 15, 15, 17, 14]");
  }

  @Test
  void holesCountForWhetherAFilterFits() {
    assertThat(faults(ShapeCheck.of(network(new Convolution("a", 2, Size.of(3), Size.of(1), Size.of(7), Padding.VALID,
        true, Activation.RELU))))).containsExactly("0 net.fault.filter-too-large [a, 15, 15, 17, 14]");
  }

  @Test
  void convolutionsAndPoolingAfterDenseLayersAreFaults() {
    Dense dense = new Dense("dense", 5, Activation.RELU);
    for (LayerSpec layer : List.of(Convolution.relu("a", 2, 1, Padding.SAME), Pooling.max("a", 1),
        new GlobalPooling("a", Pool.MAX))) {
      assertThat(faults(ShapeCheck.of(network(dense, layer)))).containsExactly("1 net.fault.needs-maps [a]");
    }
  }

  @Test
  void numbersOutOfRangeAreFaults() {
    Size one = Size.of(1);
    assertThat(faults(ShapeCheck.of(network(Convolution.relu("a", 0, 3, Padding.SAME)))))
        .containsExactly("0 net.fault.filters [a, 0]");
    assertThat(faults(ShapeCheck.of(network(Convolution.relu("a", 1, -2, Padding.SAME)))))
        .containsExactly("0 net.fault.filter-size [a, -2]");
    assertThat(faults(ShapeCheck.of(network(
        new Convolution("a", 1, one, new Size(1, 0), one, Padding.SAME, true, Activation.RELU)))))
        .containsExactly("0 net.fault.stride [a, 0]");
    assertThat(faults(ShapeCheck.of(network(
        new Convolution("a", 1, one, one, Size.of(0), Padding.SAME, true, Activation.RELU)))))
        .containsExactly("0 net.fault.dilation [a, 0]");
    assertThat(faults(ShapeCheck.of(network(
        new Convolution("a", 1, one, one, one, Padding.of(new Size(-1, 0)), true, Activation.RELU)))))
        .containsExactly("0 net.fault.padding [a, -1]");
    assertThat(faults(ShapeCheck.of(network(Pooling.max("a", 0)))))
        .containsExactly("0 net.fault.window-size [a, 0]", "0 net.fault.stride [a, 0]");
    assertThat(faults(ShapeCheck.of(network(new Dense("a", 0, Activation.RELU)))))
        .containsExactly("0 net.fault.units [a, 0]");
    assertThat(faults(ShapeCheck.of(network(new Dense("a", Integer.MAX_VALUE, Activation.RELU)))))
        .containsExactly("0 net.fault.number-too-large [a, 2147483647, 1000000]");
    for (double rate : new double[] {-0.1, 1, Double.NaN}) {
      assertThat(faults(ShapeCheck.of(network(new Dropout("a", rate)))))
          .containsExactly("0 net.fault.drop-rate [a, " + rate + "]");
    }
  }

  @Test
  void aDropRateOutOfRangeLeavesTheShapesKnown() {
    assertThat(ShapeCheck.of(network(new Dropout("a", 2))).layers())
        .extracting(LayerCheck::output).containsExactly(Optional.of(SMALL), Optional.of(Shape.flat(4)));
  }

  @Test
  void whatOnlyDl4jComputesIsAFault() {
    assertThat(faults(ShapeCheck.of(new NetworkSpec("n", SMALL, List.of(new LayerSpec.Other("a", "LSTM"),
        new Pooling("b", Pool.OTHER, Size.of(2), Size.of(2), Padding.VALID),
        new Dense("c", 3, Activation.OTHER), OUTPUT), Loss.OTHER)))).containsExactly("-1 net.fault.other-loss []",
        "0 net.fault.other-layer [a, LSTM]", "1 net.fault.other-pool [b]", "2 net.fault.other-activation [c]");
  }

  @Test
  void namesMustBeThereAndDiffer() {
    assertThat(faults(ShapeCheck.of(network(new Dropout(" ", 0.1), Pooling.max("a", 1), new BatchNormalization("a")))))
        .containsExactly("0 net.fault.name-empty [1]", "2 net.fault.name-twice [a]");
  }

  @Test
  void anEmptyNetworkIsAFaultOfItsOwn() {
    assertThat(faults(ShapeCheck.of(new NetworkSpec("n", SMALL, List.of(), Loss.CROSS_ENTROPY))))
        .containsExactly("-1 net.fault.no-layers []");
  }

  @Test
  void theLastLayerMustGiveTheAnswersOfTheTask() {
    assertThat(faults(ShapeCheck.of(Presets.cnn(), 7))).containsExactly("3 net.fault.outputs [output, 10, 7]");
    assertThat(faults(ShapeCheck.of(Presets.cnn(), 10))).isEmpty();
    assertThat(faults(ShapeCheck.of(ending(new GlobalPooling("a", Pool.MAX), Loss.CROSS_ENTROPY))))
        .containsExactly("0 net.fault.last-not-dense [a]");
    assertThat(faults(ShapeCheck.of(ending(new Dense("a", 3, Activation.RELU), Loss.CROSS_ENTROPY))))
        .containsExactly("0 net.fault.last-needs-softmax [a]");
    assertThat(faults(ShapeCheck.of(ending(new Dense("a", 3, Activation.RELU), Loss.MEAN_SQUARED_ERROR))))
        .containsExactly("0 net.fault.last-needs-linear [a]");
    assertThat(faults(ShapeCheck.of(ending(new Dense("a", 3, Activation.LINEAR), Loss.MEAN_SQUARED_ERROR)))).isEmpty();
  }

  @Test
  void tooManyParametersAreAFaultAtTheLayerWithMostOfThem() {
    ShapeCheck check = ShapeCheck.of(new NetworkSpec("n", new Shape(1, 96, 96), List.of(
        Convolution.relu("a", 32, 3, Padding.SAME), new Dense("b", 1000, Activation.RELU), OUTPUT),
        Loss.CROSS_ENTROPY));

    assertThat(check.parameters()).isEqualTo(294_917_324L);
    assertThat(faults(check)).containsExactly("1 net.fault.too-many-parameters [b, 294917324, 200000000]");
  }

  @Test
  void numbersBeyondAllBoundsDoNotWrapAround() {
    ShapeCheck check = ShapeCheck.of(new NetworkSpec("n", new Shape(3, 1, 1), List.of(
        Convolution.relu("a", 1_000_000, 1000, Padding.SAME), Convolution.relu("b", 1_000_000, 1000, Padding.SAME),
        Convolution.relu("c", 1_000_000, 1000, Padding.SAME), Convolution.relu("d", 1_000_000, 1000, Padding.SAME),
        OUTPUT), Loss.CROSS_ENTROPY));

    assertThat(check.parameters()).isGreaterThan(1_000_000_000_000L);
    assertThat(faults(check)).singleElement().asString().contains("too-many-parameters");
    assertThat(faults(ShapeCheck.of(network(Convolution.relu("a", 1_000_000, 3, Padding.SAME)))))
        .contains("0 net.fault.output-too-large [a, 1000000, 17, 14, 238000000]");
  }

  @Test
  void whatWorksButIsUnwiseIsWarnedOf() {
    Size one = Size.of(1);
    assertThat(warnings(network(new Convolution("a", 2, Size.of(2), new Size(3, 1), one, Padding.VALID, true,
        Activation.RELU)))).containsExactly("net.warning.filter-skips");
    assertThat(warnings(network(new Pooling("a", Pool.MAX, one, Size.of(2), Padding.SAME))))
        .containsExactly("net.warning.window-skips");
    assertThat(warnings(network(new Convolution("a", 2, Size.of(15), one, one, Padding.SAME, true, Activation.RELU))))
        .containsExactly("net.warning.filter-beyond-input", "net.warning.coverage");
    assertThat(warnings(network(new Convolution("a", 2, one, one, one, Padding.of(one), true, Activation.RELU))))
        .containsExactly("net.warning.filter-of-padding");
    assertThat(warnings(network(new Dense("a", 5, Activation.SOFTMAX))))
        .containsExactly("net.warning.softmax-in-the-middle");
    assertThat(warnings(network(new Dropout("a", 0.1), new Dropout("b", 0.1), new BatchNormalization("c"),
        new BatchNormalization("d")))).containsExactly("net.warning.dropout-twice", "net.warning.dropout-before-norm",
        "net.warning.norm-twice");
  }

  @Test
  void poolingThatSeesOnlyPaddingIsAFault() {
    Pooling pooling = new Pooling("a", Pool.MAX, Size.of(2), Size.of(1), Padding.of(Size.of(2)));

    assertThat(faults(ShapeCheck.of(network(pooling))))
        .containsExactly("0 net.fault.window-of-padding [a, 2, 2]");
  }

  @Test
  void aBiasThatBatchNormalisationTakesAwayIsNoted() {
    ShapeCheck check = ShapeCheck.of(network(new Convolution("a", 2, Size.of(3), Size.of(1), Size.of(1), Padding.SAME,
        true, Activation.LINEAR), new BatchNormalization("b")));

    assertThat(check.findings()).containsExactly(
        new Finding(0, Severity.NOTE, "net.note.bias-before-norm", List.of("a", "b")));
  }

  @Test
  void everyFindingIsASentenceWithAllItsPlacesFilled() {
    Texts texts = Texts.load(Locale.ENGLISH);
    ShapeCheck check = ShapeCheck.of(network(new Convolution("first", 2, Size.of(15), Size.of(1), Size.of(1),
        Padding.SAME, true, Activation.SOFTMAX), new Dropout("second", 3)));

    List<String> sentences = new ArrayList<>();
    check.findings().forEach(f -> sentences.add(texts.get(f.key(), f.arguments().toArray())));
    assertThat(sentences).hasSize(4).allMatch(sentence -> sentence.matches("(first|second).*[^{}]*\\.")
        && !sentence.contains("{"));
    assertThat(sentences).anyMatch(sentence -> sentence.contains("15×15") && sentence.contains("17×14"));
  }

  private static NetworkSpec withUnits(int units) {
    NetworkSpec spec = Presets.keypoints(0.1, 0.2, 0.3, 0.5);
    List<LayerSpec> layers = new ArrayList<>(spec.layers());
    layers.set(spec.indexOf("hidden4"), new Dense("hidden4", units, Activation.RELU));
    layers.set(spec.indexOf("hidden5"), new Dense("hidden5", units, Activation.RELU));
    return new NetworkSpec("narrow", spec.input(), layers, spec.loss());
  }

  /** These layers and a last one without fault. */
  private static NetworkSpec network(LayerSpec... layers) {
    List<LayerSpec> all = new ArrayList<>(List.of(layers));
    all.add(OUTPUT);
    return new NetworkSpec("n", SMALL, all, Loss.CROSS_ENTROPY);
  }

  private static NetworkSpec ending(LayerSpec last, Loss loss) {
    return new NetworkSpec("n", SMALL, List.of(last), loss);
  }

  private static NetworkSpec convolutions(Shape input, int count) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      layers.add(Convolution.relu("c" + i, 2, 3, Padding.SAME));
    }
    layers.add(OUTPUT);
    return new NetworkSpec("n", input, layers, Loss.CROSS_ENTROPY);
  }

  private static List<FilterReach> reaches(ShapeCheck check) {
    return check.layers().stream().flatMap(layer -> layer.reach().stream()).toList();
  }

  private static int nearly(double a, double b) {
    return Math.abs(a - b) < 0.001 ? 0 : Double.compare(a, b);
  }

  private static List<Integer> layersWith(ShapeCheck check, String key) {
    return check.findings().stream().filter(f -> f.key().equals(key)).map(Finding::layer).toList();
  }

  private static List<String> faults(ShapeCheck check) {
    return check.findings().stream().filter(f -> f.severity() == Severity.FAULT)
        .map(f -> f.layer() + " " + f.key() + " " + f.arguments()).toList();
  }

  private static List<String> warnings(NetworkSpec spec) {
    ShapeCheck check = ShapeCheck.of(spec);
    assertThat(faults(check)).isEmpty();
    return check.findings().stream().filter(f -> f.severity() == Severity.WARNING).map(Finding::key).toList();
  }
}
