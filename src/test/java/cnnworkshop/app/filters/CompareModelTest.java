package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.StubBackend;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareModelTest {

  static final List<String> LABELS =
      List.of("plane", "car", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "lorry");

  @TempDir
  Path folder;

  final StubNetwork first = StubNetwork.keypoints(StubNetwork.everywhere(0.25f));
  final StubNetwork second = StubNetwork.keypoints(StubNetwork.everywhere(0.25f));
  private final StubNetwork classes = StubNetwork.classifier(LABELS, 0, 0, 0, 0.75f, 0, 0.25f, 0, 0, 0, 0);
  private final StubNetwork others = StubNetwork.classifier(LABELS, 0, 0, 0, 0.25f, 0, 0.75f, 0, 0, 0, 0);
  private final StubBackend backend = new StubBackend().with("first.zip", first).with("second.zip", second)
      .with("classes.zip", classes).with("others.zip", others);

  private CompareTab tab;
  private CompareModel model;

  @BeforeEach
  void open() {
    tab = new CompareTab(folder, backend);
    tab.subject.set(CompareTab.noise("noise", 1));
    model = new CompareModel(tab.tools, () -> Path.of("second.zip"));
    model.shownProperty().set(true);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private void compare(String left, String right) {
    tab.load(left);
    model.networks().open(Path.of(right));
  }

  @Test
  void identicalNetworksAreSaidToBe() {
    compare("first.zip", "second.zip");
    assertThat(model.weights().rows()).hasSize(13).allMatch(CompareRow::isAlike);
    assertThat(model.weights().rows().stream().filter(CompareRow::hasWeights))
        .hasSize(6).allMatch(row -> row.norms().identical());
    assertThat(model.weights().verdictProperty().get()).contains("identical").contains("to the last bit");
    assertThat(model.filtersProperty().get().sentence()).isEqualTo("All 32 filters are identical.");
    assertThat(model.answersProperty().get().meanDistance()).isZero();
  }

  @Test
  void howFarWeightsLieApartIsThatOfAPlainLoop() {
    float[] weights = second.weights(3);
    weights[17] += 0.5f;
    weights[400] -= 0.25f;
    second.setWeights(3, weights, second.biases(3));
    compare("first.zip", "second.zip");

    double left = 0;
    double right = 0;
    double apart = 0;
    for (int i = 0; i < weights.length; i++) {
      left += Math.pow(first.weights(3)[i], 2);
      right += Math.pow(weights[i], 2);
      apart += Math.pow(weights[i] - first.weights(3)[i], 2);
    }
    CompareRow.Norms norms = model.weights().rows().get(3).norms();
    assertThat(norms.left()).isCloseTo(Math.sqrt(left), within(1e-9));
    assertThat(norms.right()).isCloseTo(Math.sqrt(right), within(1e-9));
    assertThat(norms.difference()).isCloseTo(Math.sqrt(apart), within(1e-9));
    assertThat(norms.identical()).isFalse();
    assertThat(model.weights().verdictProperty().get()).startsWith("The same layers. One of the 6")
        .contains("conv2 above all");
  }

  @Test
  void biasesAloneMakeADifferenceToo() {
    float[] biases = second.biases(0);
    biases[3] += 1;
    second.setWeights(0, second.weights(0), biases);
    compare("first.zip", "second.zip");
    assertThat(model.weights().rows().get(0).norms().identical()).isFalse();
    assertThat(model.weights().rows().get(0).norms().difference()).isZero();
    assertThat(model.weights().verdictProperty().get()).doesNotContain("identical");
  }

  @Test
  void filtersOfOneShapeAreSubtracted() {
    float[] weights = second.weights(0);
    weights[9 * 5] += 0.5f;
    second.setWeights(0, weights, second.biases(0));
    compare("first.zip", "second.zip");

    CompareFilters filters = model.filtersProperty().get();
    assertThat(filters.left()).hasSize(32);
    assertThat(filters.range()).as("each on its own").isNull();
    assertThat(filters.differenceRange().high()).isCloseTo(0.5f, within(1e-6f));
    for (int i = 0; i < 32; i++) {
      int[] argb = filters.difference().get(i).argb();
      assertThat(Arrays.stream(argb).filter(pixel -> pixel != 0xFFFFFFFF).count()).isEqualTo(i == 5 ? 1 : 0);
    }
    assertThat(filters.difference().get(5).argb()[0]).as("more is orange").isEqualTo(0xFFD55E00);
    assertThat(filters.sentence()).contains("filter 5 (0.500)");
    assertThat(filters.words().apply(5)).contains("0.500 apart");
  }

  @Test
  void onOneScaleTheSameWeightHasTheSameColourOnBothSides() {
    float[] weights = second.weights(0);
    weights[0] = 1;
    second.setWeights(0, weights, second.biases(0));
    compare("first.zip", "second.zip");
    model.filterLookProperty().set(CompareFilters.Look.SIGNED);

    CompareFilters filters = model.filtersProperty().get();
    assertThat(filters.range().high()).isEqualTo(1);
    for (int i = 1; i < 32; i++) {
      assertThat(filters.left().get(i).argb()).isEqualTo(filters.right().get(i).argb());
    }
    assertThat(filters.right().get(0).argb()[0]).isEqualTo(0xFFD55E00);
    Filters plain = Filters.of(first, 0);
    assertThat(filters.left().get(1).argb()).isNotEqualTo(FilterPicture.asTheyAre(plain).get(1).argb());
  }

  // D33
  @Test
  void networksOfOtherInputsAreComparedAsFarAsTheyCanBe() {
    compare("first.zip", "classes.zip");
    assertThat(model.noteProperty().get()).contains("1×96×96 at the left", "3×32×32 at the right");
    assertThat(model.filtersProperty().get().difference()).isEmpty();
    assertThat(model.filtersProperty().get().left()).hasSize(32);
    assertThat(model.filtersProperty().get().right()).hasSize(32);
    assertThat(model.filtersProperty().get().sentence()).isEqualTo(
        "The filters can’t be subtracted: 32 filters of 1×3×3 at the left, 32 filters of 3×3×3 at the right.");
    assertThat(model.left().answerProperty().get().points()).isNotNull();
    assertThat(model.right().answerProperty().get().names()).isEqualTo(LABELS);
    assertThat(model.answersProperty().get().sentence(tab.texts)).contains("different kinds");
    assertThat(model.left().mapsProperty().get().maps()).hasSize(32);
    assertThat(model.right().mapsProperty().get().maps().get(0).width()).isEqualTo(32);
    assertThat(model.maps().difference(model.left().mapsProperty().get(), model.right().mapsProperty().get()))
        .isEmpty();
    assertThat(model.weights().verdictProperty().get()).contains("differ in settings or outputs");
  }

  @Test
  void pointsAreComparedOneByOne() {
    second.answerWith(input -> {
      float[] moved = StubNetwork.everywhere(0.25f);
      moved[2 * Keypoint.NOSE_TIP.ordinal()] += 3 / 48f;
      moved[2 * Keypoint.NOSE_TIP.ordinal() + 1] -= 4 / 48f;
      return moved;
    });
    compare("first.zip", "second.zip");
    CompareAnswers answers = model.answersProperty().get();
    assertThat(answers.distance(Keypoint.NOSE_TIP)).isCloseTo(5, within(1e-5));
    assertThat(answers.distance(Keypoint.LEFT_EYE_CENTER)).isZero();
    assertThat(answers.meanDistance()).isCloseTo(5 / 15.0, within(1e-6));
    assertThat(answers.sentence(tab.texts)).contains("0.33 px apart on average, 5.00 px at most");
  }

  @Test
  void classesAreComparedOneByOne() {
    compare("classes.zip", "others.zip");
    CompareAnswers answers = model.answersProperty().get();
    assertThat(answers.gain(3)).isEqualTo(-0.5);
    assertThat(answers.gain(5)).isEqualTo(0.5);
    assertThat(answers.sentence(tab.texts)).isEqualTo("The left network says cat, the right one dog.");
  }

  // D32
  @Test
  void aFileThatCannotBeOpenedLeavesBothAsTheyWere() {
    compare("first.zip", "second.zip");
    var left = tab.tools.inference().networkProperty().get();
    var right = model.networks().right().networkProperty().get();
    model.networks().open(Path.of("broken.zip"));

    assertThat(tab.tools.inference().networkProperty().get()).isSameAs(left);
    assertThat(model.networks().right().networkProperty().get()).isSameAs(right);
    assertThat(tab.said()).singleElement().asString().contains("broken.zip");
    assertThat(model.networks().openingProperty().get()).isFalse();
    assertThat(tab.tools.work().running()).isEmpty();
    assertThat(tab.tools.settings().recentNetworks()).noneMatch(file -> file.endsWith("broken.zip"));
    assertThat(second.isClosed()).isFalse();
    tab.subject.set(CompareTab.noise("other", 2));
    assertThat(model.answersProperty().get().arePoints()).as("both still answer").isTrue();
  }

  @Test
  void sidesAreSwappedForAllTabs() {
    compare("first.zip", "classes.zip");
    model.networks().swap();

    assertThat(tab.tools.inference().networkProperty().get().spec()).isEqualTo(classes.spec());
    assertThat(model.networks().right().networkProperty().get().spec()).isEqualTo(first.spec());
    assertThat(model.left().answerProperty().get().names()).isEqualTo(LABELS);
    assertThat(model.right().answerProperty().get().points()).isNotNull();
    assertThat(first.isClosed()).isFalse();
    assertThat(classes.isClosed()).isFalse();
    model.networks().open(Path.of("others.zip"));
    assertThat(first.isClosed()).as("the one that is replaced").isTrue();
    assertThat(classes.isClosed()).isFalse();
  }

  @Test
  void withOneNetworkThereIsNothingToSwap() {
    tab.load("first.zip");
    model.networks().swap();
    assertThat(tab.tools.inference().networkProperty().get().spec()).isEqualTo(first.spec());
    assertThat(model.filtersProperty().get()).isNull();
  }

  @Test
  void theShippedNetworkIsOffered() {
    tab.load("first.zip");
    assertThat(model.networks().sources()).extracting(CompareSource::name).containsExactly("Keypoint network");
    model.networks().open(model.networks().sources().get(0));
    assertThat(model.weights().verdictProperty().get()).contains("identical");
  }

  @Test
  void theRightLayerFollowsTheLeftOneByNameAndTheUnitIsShared() {
    compare("first.zip", "second.zip");
    tab.tools.unit().set(new Unit(3, 7));
    assertThat(model.maps().leftProperty().get().name()).isEqualTo("conv2");
    assertThat(model.maps().rightProperty().get().name()).isEqualTo("conv2");
    assertThat(model.maps().mapProperty().get()).isEqualTo(7);
    assertThat(model.right().mapsProperty().get().maps()).hasSize(64);

    model.maps().mapProperty().set(9);
    assertThat(tab.tools.unit().get()).isEqualTo(new Unit(3, 9));
    model.maps().leftProperty().set(model.maps().leftLayers().get(0));
    assertThat(tab.tools.unit().get()).isEqualTo(new Unit(0, 9));
    assertThat(model.maps().rightProperty().get().name()).isEqualTo("conv1");
    model.maps().rightProperty().set(model.maps().rightLayers().get(1));
    assertThat(model.maps().leftProperty().get().name()).as("the right alone may be another").isEqualTo("conv1");
  }

  @Test
  void theDifferenceOfMapsIsRightLessLeft() {
    compare("first.zip", "second.zip");
    // The stub's maps are its input and the layer's number: pool1 and dropout1 are of one size.
    model.maps().leftProperty().set(model.maps().leftLayers().get(0));
    var difference = model.maps().difference(model.left().mapsProperty().get(), model.right().mapsProperty().get())
        .orElseThrow();
    assertThat(difference.values()).containsOnly(0);
    assertThat(difference.width()).isEqualTo(94);
    model.maps().commonProperty().set(true);
    var range = model.maps().range(model.left().mapsProperty().get(), model.right().mapsProperty().get());
    float[] seen = first.featureMaps(0, model.left().answerProperty().get().input()).values();
    float high = 0;
    for (float value : seen) {
      high = Math.max(high, value);
    }
    assertThat(range.high()).isEqualTo(high);
  }

  @Test
  void whileItIsNotSeenNoNetworkIsAsked() {
    compare("first.zip", "second.zip");
    CompareAnswers before = model.answersProperty().get();
    model.shownProperty().set(false);
    tab.subject.set(CompareTab.noise("other", 2));
    assertThat(model.answersProperty().get()).isSameAs(before);
    model.shownProperty().set(true);
    assertThat(model.answersProperty().get().left().subject()).isSameAs(tab.subject.get());
  }

  @Test
  void weightsAreFetchedALayerAtATimeSoThatOthersGetTheirTurn() {
    SteppedExecutor inference = new SteppedExecutor();
    try (CompareTab slow = new CompareTab(folder, backend, Runnable::run, inference)) {
      CompareModel late = new CompareModel(slow.tools, () -> Path.of("second.zip"));
      late.shownProperty().set(true);
      slow.load("first.zip");
      late.networks().open(Path.of("second.zip"));
      inference.runOne();
      inference.runOne();
      int[] turns = {0};
      while (inference.size() > 0) {
        assertThat(inference.size()).as("never more than one request waits").isEqualTo(1);
        inference.runOne();
        turns[0]++;
      }
      assertThat(turns[0]).as("two networks, six layers").isEqualTo(12);
      assertThat(late.weights().verdictProperty().get()).contains("identical");
    }
  }

  @Test
  void layersAreAlignedByName() {
    compare("first.zip", "classes.zip");
    List<CompareRow> rows = model.weights().rows();
    long both = rows.stream().filter(row -> row.left() != null && row.right() != null).count();
    List<String> common = first.spec().layers().stream().map(LayerSpec::name)
        .filter(name -> classes.spec().indexOf(name) >= 0).toList();
    assertThat(both).isEqualTo(common.size()).isPositive();
    assertThat(rows).filteredOn(row -> row.left() != null).extracting(row -> row.left().index())
        .isSorted().hasSize(first.spec().layers().size());
    assertThat(rows).filteredOn(row -> row.right() != null).hasSize(classes.spec().layers().size());
  }

  @Test
  void anotherNetworkMakesOldAnswersGo() {
    compare("first.zip", "second.zip");
    Network none = StubNetwork.classifier(LABELS, new float[10]);
    backend.with("none.zip", none);
    model.networks().open(Path.of("none.zip"));
    assertThat(model.answersProperty().get().arePoints()).isFalse();
    assertThat(model.right().answerProperty().get().kind()).isEqualTo(CompareAnswer.Kind.CLASSES);
  }
}
