package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.inspect.StrongestPatches.Patch;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.SizeTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the demos with the keypoint network hold, with the network that ships. */
class KeypointDemosModelTest {

  private final List<Throwable> failures = new ArrayList<>();
  private boolean failuresExpected;

  @AfterEach
  void nothingFailed() {
    assertThat(failures.isEmpty()).isNotEqualTo(failuresExpected);
  }

  @Test
  void theTourHasABoxForEachLayerWithItsOutputs() {
    NetworkTourModel model = new NetworkTourModel(LabTools.atOnce(failures));
    assertThat(model.layers()).extracting(TourLayer::name).containsExactly("picture", "conv1", "pool1", "conv2",
        "pool2", "conv3", "pool3", "hidden4", "hidden5", "output");
    assertThat(model.layers()).extracting(layer -> layer.shape().toString()).containsExactly("1×96×96", "32×94×94",
        "32×47×47", "64×46×46", "64×23×23", "128×22×22", "128×11×11", "1000", "1000", "30");
    for (int i = 0; i < model.layers().size(); i++) {
      assertThat(model.outputsProperty().get().outputs().get(i).shape()).isEqualTo(model.layers().get(i).shape());
    }
    assertThat(model.layers().stream().mapToLong(TourLayer::parameters).sum()).isEqualTo(16_561_502);
  }

  @Test
  void parametersAreHiddenUntilTheGuess() {
    NetworkTourModel model = new NetworkTourModel(LabTools.atOnce(failures));
    model.open(7);
    assertThat(model.readingProperty().get()).contains("hidden4").doesNotContain("15,489,000");
    model.guess().choose(1);
    assertThat(model.guess().verdictProperty().get()).startsWith("Right.").contains("93.5", "41,472");
    assertThat(model.readingProperty().get()).contains("15,489,000 parameters");
  }

  @Test
  void theCodeBesideTheTourIsTheProgramsOwn() throws IOException {
    String source = Files.readString(Path.of("src/main/java/cnnworkshop/core/net/Presets.java"));
    List<String> code = new NetworkTourModel(LabTools.atOnce(failures)).code();
    List<LayerSpec> layers = Presets.byName("keypoints").orElseThrow().layers();
    assertThat(code).hasSize(layers.size() + 1);
    assertThat(source).contains(code.get(0));
    for (int i = 0; i < layers.size(); i++) {
      // Drop rates stand in a list of their own there.
      String line = code.get(i + 1);
      boolean dropout = layers.get(i) instanceof LayerSpec.Dropout;
      assertThat(source).contains(dropout ? line.substring(0, line.indexOf(',')) : line);
    }
  }

  @Test
  void oneFilterPlaceIsAsManyNumbersAsThereAreFilters() {
    FirstLayerModel model = new FirstLayerModel(LabTools.atOnce(failures));
    model.place(50, 20);
    assertThat(model.rowProperty().get()).isEqualTo(49);
    assertThat(model.columnProperty().get()).isEqualTo(19);
    FeatureMaps maps = model.looksProperty().get().divided().maps().maps();
    assertThat(model.numbers()).hasSize(32);
    model.mapProperty().set(5);
    assertThat(model.numbers()[5]).isEqualTo(maps.at(5, 49, 19)).isEqualTo(model.arithmetic().value());
  }

  @Test
  void theFilterStaysInsideThePicture() {
    FirstLayerModel model = new FirstLayerModel(LabTools.atOnce(failures));
    model.place(0, 95);
    assertThat(model.rowProperty().get()).isZero();
    assertThat(model.columnProperty().get()).isEqualTo(93);
  }

  @Test
  void undividedGreysKeepTheMapsPatternsAndThrowThePointsOff() {
    FirstLayerModel model = new FirstLayerModel(LabTools.atOnce(failures));
    FirstLayerModel.Looks looks = model.looksProperty().get();
    int map = LabMaps.strongest(looks.divided().maps().maps());
    assertThat(correlation(LabMaps.values(looks.divided().maps().maps(), map),
        LabMaps.values(looks.undivided().maps().maps(), map))).isGreaterThan(0.999);
    assertThat(FirstLayerModel.outside(looks.divided().points())).isZero();
    assertThat(model.divideProperty().get()).isTrue();
    model.forgotten().choose(2);
    assertThat(model.forgotten().verdictProperty().get()).startsWith("Right.");
    assertThat(model.divideProperty().get()).isFalse();
    assertThat(FirstLayerModel.outside(model.look().points())).isGreaterThan(10);
  }

  private static double correlation(float[] a, float[] b) {
    double ma = mean(a);
    double mb = mean(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - ma) * (b[i] - mb);
      aa += (a[i] - ma) * (a[i] - ma);
      bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Test
  void anySizeIsComputedAndRefusedInWords() {
    AnySizeModel model = new AnySizeModel(LabTools.atOnce(failures));
    model.setSize(60, 40);
    assertThat(model.resultProperty().get().layers().get(0).shape()).isEqualTo(new Shape(32, 38, 58));
    assertThat(model.tilesProperty().get()).hasSize(32);
    SizeTrace.Step refused = model.traceProperty().get().refused().orElseThrow();
    assertThat(model.words(refused)).contains("15,488");
    assertThat(model.readingProperty().get()).contains("1×40×60", "hidden4");
    model.globalPoolingProperty().set(true);
    assertThat(model.traceProperty().get().refused()).isEmpty();
    assertThat(model.readingProperty().get()).contains("every size goes through", "128 means");
  }

  @Test
  void theGuessedSizeIsThenShown() {
    AnySizeModel model = new AnySizeModel(LabTools.atOnce(failures));
    model.guess().choose(0);
    Shape conv1 = model.traceProperty().get().steps().get(0).output().orElseThrow();
    assertThat(model.guess().verdictProperty().get()).contains(conv1.toString());
    assertThat(model.guess().answers().get(model.guess().right())).isEqualTo(conv1.toString());
  }

  @Test
  void ofSizesThatComeQuicklyOnlyTheLastIsComputed() {
    List<Runnable> waiting = new ArrayList<>();
    AnySizeModel model = new AnySizeModel(LabTools.stepped(waiting, failures));
    model.setSize(30, 30);
    model.setSize(50, 50);
    while (!waiting.isEmpty()) {
      waiting.remove(0).run();
      assertThat(model.resultProperty().get() == null || model.resultProperty().get().picture().width() == 50).isTrue();
    }
    assertThat(model.resultProperty().get().complete()).isTrue();
  }

  @Test
  void anInnerMapShowsItsStrongestPatchesAndWhatTheySee() {
    InnerLayersModel model = new InnerLayersModel(LabTools.atOnce(failures));
    assertThat(model.progressProperty().get()).isEqualTo(1);
    List<Patch> best = model.patchesOfMap();
    assertThat(best).isNotEmpty();
    Patch first = best.get(0);
    assertThat(first.value()).isGreaterThanOrEqualTo(best.get(best.size() - 1).value());
    assertThat(model.maps().at(model.mapProperty().get(), first.row(), first.column())).isEqualTo(first.value());
    assertThat(model.cut(first).width()).isEqualTo(12);
    model.layerProperty().set(0);
    assertThat(model.field().size().rows()).isEqualTo(6);
    assertThat(model.cut(model.patchesOfMap().get(0)).width()).isEqualTo(6);
  }

  @Test
  void theFieldIsSaidAfterTheGuessOnly() {
    InnerLayersModel model = new InnerLayersModel(LabTools.atOnce(failures));
    model.place(3, 4);
    assertThat(model.readingProperty().get()).doesNotContain("It sees rows");
    model.guess().choose(2);
    assertThat(model.guess().verdictProperty().get()).startsWith("Right.");
    assertThat(model.readingProperty().get()).contains("rows 12 to 23", "columns 16 to 27");
  }

  @Test
  void aPixelFindsTheValueThatLooksAtIt() {
    InnerLayersModel model = new InnerLayersModel(LabTools.atOnce(failures));
    model.placeAtPixel(18, 22);
    assertThat(model.rowProperty().get()).isEqualTo(3);
    assertThat(model.columnProperty().get()).isEqualTo(4);
    model.placeAtPixel(-5, 10_000);
    assertThat(model.rowProperty().get()).isZero();
    assertThat(model.columnProperty().get()).isEqualTo(model.maps().shape().width() - 1);
  }

  @Test
  void withEverythingOnThePointsAreTheNetworks() {
    FullyConnectedModel model = new FullyConnectedModel(LabTools.atOnce(failures));
    assertThat(model.answerProperty().get().distance()).isCloseTo(0, within(0.01));
  }

  @Test
  void unitsThatAreSwitchedOffMoveThePointsAndOnBringsThemBack() {
    FullyConnectedModel model = new FullyConnectedModel(LabTools.atOnce(failures));
    model.orderProperty().set(FullyConnectedModel.Order.STRONGEST.ordinal());
    model.switchOffUnits(0.05);
    double strongest = model.answerProperty().get().distance();
    model.orderProperty().set(FullyConnectedModel.Order.WEAKEST.ordinal());
    model.switchOffUnits(0.5);
    assertThat(model.unitsOffProperty().get().cardinality()).isEqualTo(500);
    assertThat(model.answerProperty().get().distance()).isCloseTo(0, within(0.01)).isLessThan(strongest);
    model.switchOffMaps(1);
    assertThat(model.answerProperty().get().distance()).isGreaterThan(1);
    model.allOn();
    assertThat(model.answerProperty().get().distance()).isCloseTo(0, within(0.01));
  }

  @Test
  void cellsAreSwitchedOneByOneAndInARow() {
    FullyConnectedModel model = new FullyConnectedModel(LabTools.atOnce(failures));
    model.setMaps(9, 7, true);
    model.setMaps(8, 8, false);
    assertThat(model.mapsOffProperty().get().stream()).containsExactly(7, 9);
    model.setUnits(0, 999, true);
    assertThat(model.readingProperty().get()).contains("2 of 128", "1000 of 1000");
  }

  @Test
  void theGuessIsAnsweredByWhatIsThenShown() {
    FullyConnectedModel model = new FullyConnectedModel(LabTools.atOnce(failures));
    model.setMaps(0, 127, true);
    model.guess().choose(0);
    assertThat(model.unitsOffProperty().get().cardinality()).isEqualTo(500);
    assertThat(model.mapsOffProperty().get().isEmpty()).isTrue();
    assertThat(model.guess().verdictProperty().get())
        .contains(String.format(Locale.ENGLISH, "%.1f pixels", model.answerProperty().get().distance()));
  }

  @Test
  void aNetworkThatCannotBeOpenedIsSaid() {
    failuresExpected = true;
    DemoTools tools = LabTools.broken(failures);
    assertThat(List.of(new NetworkTourModel(tools).troubleProperty(), new FirstLayerModel(tools).troubleProperty(),
        new AnySizeModel(tools).troubleProperty(), new InnerLayersModel(tools).troubleProperty(),
        new FullyConnectedModel(tools).troubleProperty()))
            .allSatisfy(trouble -> assertThat(trouble.get()).isNotEmpty());
    assertThat(failures).hasSize(5);
  }
}
