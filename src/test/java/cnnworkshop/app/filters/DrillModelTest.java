package cnnworkshop.app.filters;

import static cnnworkshop.app.filters.DrillNetworks.ACTIVATION1;
import static cnnworkshop.app.filters.DrillNetworks.CONV1;
import static cnnworkshop.app.filters.DrillNetworks.DEAD;
import static cnnworkshop.app.filters.DrillNetworks.DROPOUT1;
import static cnnworkshop.app.filters.DrillNetworks.HIDDEN2;
import static cnnworkshop.app.filters.DrillNetworks.NORM1;
import static cnnworkshop.app.filters.DrillNetworks.OUTPUT;
import static cnnworkshop.app.filters.DrillNetworks.POOL1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.DenseOrigin;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.MapSummary;
import cnnworkshop.core.inspect.NormalizationOrigin;
import cnnworkshop.core.inspect.PoolingOrigin;
import cnnworkshop.core.inspect.ValueOrigin;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillModelTest {

  @TempDir
  Path folder;

  private PatchesTab tab;
  private Network network;

  @AfterEach
  void close() {
    tab.close();
  }

  private DrillModel open() throws Exception {
    network = DrillNetworks.small(1);
    tab = new PatchesTab(folder).load(network);
    tab.subject.set(new Subject("noise", PatchesTab.noise(12, 12, 3), null));
    DrillModel model = new DrillModel(tab.tools);
    model.source().shownProperty().set(true);
    return model;
  }

  private FeatureMaps seen(int layer) {
    return network.featureMaps(layer, tab.subject.get().seenBy(network.spec().input()));
  }

  private static DrillMaps maps(DrillModel model) {
    return model.source().mapsProperty().get();
  }

  private static void goTo(DrillModel model, DrillLevel level, int layer, int map) {
    while (model.placeProperty().get().level() != DrillLevel.NETWORK) {
      model.up();
    }
    model.choose(DrillPlace.START.withLayer(layer).withMap(map));
    while (model.placeProperty().get().level() != level) {
      model.down();
    }
  }

  @Test
  void allLayersAreThereWithTheirZerosAndDeadMaps() throws Exception {
    DrillModel model = open();
    assertThat(maps(model).layers()).hasSize(7);
    for (int i = 0; i < 7; i++) {
      assertThat(maps(model).layers().get(i).maps().values()).containsExactly(seen(i).values(), within(1e-6f));
    }
    DrillLayer conv1 = maps(model).layers().get(CONV1);
    int zeros = 0;
    for (float value : seen(CONV1).values()) {
      zeros += value == 0 ? 1 : 0;
    }
    assertThat(conv1.summary().zeroShare()).isCloseTo(zeros / 400.0, within(1e-12));
    assertThat(conv1.summary().maps().get(DEAD).isDead()).isTrue();
    assertThat(conv1.summary().dead()).isEqualTo(1);
    assertThat(model.stripsProperty().get()).hasSize(7);
    assertThat(model.stripsProperty().get().get(CONV1)).as("some maps").hasSize(4);
    assertThat(model.stripsProperty().get().get(HIDDEN2)).as("all units in one picture").hasSize(1);
  }

  @Test
  void theWayLeadsFromTheNetworkToANumberAndBack() throws Exception {
    DrillModel model = open();
    model.down();
    model.choose(model.placeProperty().get().withMap(2));
    model.down();
    assertThat(model.placeProperty().get().level()).isEqualTo(DrillLevel.MAP);
    FeatureMaps conv1 = seen(CONV1);
    DrillPlace opened = model.placeProperty().get();
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 200; i < 300; i++) {
      largest = Math.max(largest, conv1.values()[i]);
    }
    assertThat(conv1.at(2, opened.row(), opened.column())).as("a map opens at its largest value").isEqualTo(largest);
    model.choose(opened.withCell(7, 99));
    model.down();
    assertThat(model.placeProperty().get()).isEqualTo(new DrillPlace(DrillLevel.NUMBER, CONV1, 2, 7, 9));
    model.down();
    model.up();
    model.up();
    model.up();
    model.up();
    assertThat(model.placeProperty().get().level()).isEqualTo(DrillLevel.NETWORK);
    model.down();
    model.down();
    assertThat(model.placeProperty().get()).as("as it was left")
        .isEqualTo(new DrillPlace(DrillLevel.MAP, CONV1, 2, 7, 9));
  }

  @Test
  void aDenseUnitIsANumberWithoutAMap() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.NUMBER, HIDDEN2, 17);
    assertThat(model.placeProperty().get()).isEqualTo(new DrillPlace(DrillLevel.NUMBER, HIDDEN2, 17, 0, 0));
    assertThat(model.originProperty().get()).isInstanceOf(DenseOrigin.class);
    model.up();
    assertThat(model.placeProperty().get().level()).isEqualTo(DrillLevel.LAYER);
  }

  @Test
  void aConvolutionsNumberIsPutTogetherFromItsInputs() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.NUMBER, CONV1, 3);
    model.choose(model.placeProperty().get().withCell(4, 5));
    ValueOrigin.Convolved origin = (ValueOrigin.Convolved) model.originProperty().get();
    float[] input = tab.subject.get().seenBy(network.spec().input());
    float[] weights = network.weights(CONV1);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += input[(4 + i) * 12 + 5 + j] * weights[3 * 9 + i * 3 + j];
      }
    }
    assertThat((double) origin.arithmetic().sum()).isCloseTo(sum, within(1e-6));
    assertThat((double) origin.value()).isCloseTo(Math.max(0, sum + 0.5), within(1e-5));
  }

  @Test
  void fromAMaximumOneGoesToTheCellItCameFrom() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.NUMBER, POOL1, 2);
    model.choose(model.placeProperty().get().withCell(3, 1));
    PoolingOrigin origin = (PoolingOrigin) model.originProperty().get();
    int cell = origin.largest();
    model.goBefore((2 * 10 + origin.row() + cell / 2) * 10 + origin.column() + cell % 2);
    DrillPlace at = model.placeProperty().get();
    assertThat(at.level()).isEqualTo(DrillLevel.NUMBER);
    assertThat(at.layer()).isEqualTo(CONV1);
    assertThat(seen(CONV1).at(2, at.row(), at.column())).isEqualTo(origin.value());
  }

  @Test
  void fromATermOfADenseUnitOneGoesToTheInputItIsOf() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.NUMBER, HIDDEN2, 4);
    DenseOrigin.Term term = ((DenseOrigin) model.originProperty().get()).largest().get(2);
    model.goBefore(term.input());
    DrillPlace at = model.placeProperty().get();
    assertThat(at.layer()).isEqualTo(DROPOUT1);
    assertThat(seen(DROPOUT1).at(at.map(), at.row(), at.column())).isEqualTo(term.value());
    assertThat(model.originProperty().get()).isEqualTo(new ValueOrigin.PassedOn(term.value()));
    model.goBefore((at.map() * 5 + at.row()) * 5 + at.column());
    assertThat(model.placeProperty().get()).isEqualTo(at.withLayer(ACTIVATION1));
    ValueOrigin.Activated activated = (ValueOrigin.Activated) model.originProperty().get();
    assertThat(Math.tanh(activated.input())).isCloseTo(activated.value(), within(1e-5));
    model.goBefore((at.map() * 5 + at.row()) * 5 + at.column());
    assertThat(model.placeProperty().get()).isEqualTo(at.withLayer(NORM1));
    assertThat(model.originProperty().get().value()).isEqualTo(activated.input());
    assertThat(model.originProperty().get()).isInstanceOf(NormalizationOrigin.class);
  }

  @Test
  void mapsAreSortedByActivityOrZeros() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.LAYER, CONV1, 0);
    assertThat(model.tilesProperty().get().order()).containsExactly(0, 1, 2, 3);
    model.orderProperty().set(DrillOrder.ACTIVITY);
    List<MapSummary> all = maps(model).layers().get(CONV1).summary().maps();
    int[] order = model.tilesProperty().get().order();
    for (int i = 1; i < 4; i++) {
      assertThat(all.get(order[i - 1]).activity()).isGreaterThanOrEqualTo(all.get(order[i]).activity());
    }
    assertThat(order[3]).isEqualTo(DEAD);
    model.orderProperty().set(DrillOrder.ZEROS);
    assertThat(model.tilesProperty().get().order()[0]).isEqualTo(DEAD);
    assertThat(model.tilesProperty().get().placeOf(DEAD)).isZero();
  }

  @Test
  void coloursRunOverEachMapOrOverTheLayer() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.LAYER, CONV1, 0);
    DrillLayer conv1 = maps(model).layers().get(CONV1);
    assertThat(model.look().range(conv1, DEAD)).isEqualTo(new ValueRange(0, 0));
    Photo dead = model.tilesProperty().get().pictures().get(DEAD);
    assertThat(dead.argb(0, 0)).as("nothing is divided by zero").isEqualTo(0xFF000000);
    model.scalingProperty().set(MapScaling.COMMON);
    model.coloursProperty().set(ColourScale.GREY_INVERTED);
    assertThat(model.look().range(conv1, DEAD)).isEqualTo(conv1.summary().range());
    Photo first = model.tilesProperty().get().pictures().get(0);
    float value = conv1.maps().at(0, 3, 4);
    assertThat(first.argb(4, 3))
        .isEqualTo(ColourScale.GREY_INVERTED.argb(value, 0, conv1.summary().range().high()));
  }

  @Test
  void theUnitIsTheOneAllPartsSpeakOf() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.MAP, CONV1, 2);
    assertThat(tab.unit.get()).isEqualTo(new Unit(CONV1, 2));
    tab.unit.set(new Unit(POOL1, 3));
    assertThat(model.placeProperty().get().layer()).isEqualTo(POOL1);
    assertThat(model.placeProperty().get().map()).isEqualTo(3);
    assertThat(model.placeProperty().get().level()).isEqualTo(DrillLevel.MAP);
    tab.unit.set(new Unit(OUTPUT, 2));
    assertThat(model.placeProperty().get().level()).as("a unit has no map").isEqualTo(DrillLevel.LAYER);
    tab.unit.set(new Unit(CONV1, 1));
    assertThat(model.placeProperty().get().layer()).as("a layer is looked at as a whole").isEqualTo(OUTPUT);
  }

  @Test
  void anotherPictureIsLookedAtAtTheSamePlace() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.NUMBER, CONV1, 2);
    DrillPlace place = model.placeProperty().get();
    DrillMaps before = maps(model);
    tab.subject.set(new Subject("other", PatchesTab.noise(40, 30, 9), null));
    assertThat(maps(model)).isNotSameAs(before);
    assertThat(model.placeProperty().get()).isEqualTo(place);
    assertThat(model.originProperty().get().value()).isEqualTo(seen(CONV1).at(2, place.row(), place.column()));
  }

  @Test
  void anotherNetworkIsLookedAtWhereThereIsThatPlace() throws Exception {
    DrillModel model = open();
    goTo(model, DrillLevel.NUMBER, HIDDEN2, 29);
    tab.load(StubNetwork.classifier(List.of("a"), 1));
    assertThat(maps(model).layers()).hasSize(4);
    assertThat(model.placeProperty().get()).isEqualTo(new DrillPlace(DrillLevel.NUMBER, 3, 9, 0, 0));
  }

  @Test
  void whatIsMissingIsSaid() {
    tab = new PatchesTab(folder);
    DrillModel model = new DrillModel(tab.tools);
    model.source().shownProperty().set(true);
    assertThat(model.source().troubleProperty().get()).startsWith("No network is loaded");
    tab.load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    assertThat(model.source().troubleProperty().get()).startsWith("There is no picture");
    model.down();
    model.up();
    assertThat(model.placeProperty().get()).isEqualTo(DrillPlace.START);
    tab.subject.set(new Subject("noise", PatchesTab.noise(96, 96, 3), null));
    assertThat(model.source().troubleProperty().get()).isEmpty();
    assertThat(maps(model)).isNotNull();
  }

  @Test
  void theNetworkIsNotAskedWhileNobodyLooks() {
    SteppedExecutor inferenceThread = new SteppedExecutor();
    tab = new PatchesTab(folder, Runnable::run, inferenceThread, Runnable::run)
        .load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    inferenceThread.runAll();
    DrillModel model = new DrillModel(tab.tools);
    tab.subject.set(new Subject("noise", PatchesTab.noise(96, 96, 3), null));
    assertThat(inferenceThread.size()).isZero();
    model.source().shownProperty().set(true);
    tab.subject.set(new Subject("next", PatchesTab.noise(96, 96, 4), null));
    inferenceThread.runAll();
    assertThat(maps(model).subject().name()).as("the newest picture").isEqualTo("next");
    model.source().shownProperty().set(false);
    model.source().shownProperty().set(true);
    assertThat(inferenceThread.size()).as("what is known is not asked again").isZero();
  }

  @Test
  void layersAndMapsAreSaved() throws Exception {
    DrillModel model = open();
    assertThat(model.files().any()).isFalse();
    goTo(model, DrillLevel.LAYER, CONV1, 2);
    assertThat(model.files().name()).isEqualTo("conv1-sheet");
    model.files().saveTable(folder.resolve("layer.csv"));
    assertThat(Files.readAllLines(folder.resolve("layer.csv"))).hasSize(401);
    model.files().saveArray(folder.resolve("layer.npy"));
    assertThat(new String(Files.readAllBytes(folder.resolve("layer.npy")), 10, 80)).contains("(4, 10, 10)");
    model.down();
    assertThat(model.files().name()).isEqualTo("conv1-2");
    model.files().saveArray(folder.resolve("map.npy"));
    assertThat(new String(Files.readAllBytes(folder.resolve("map.npy")), 10, 80)).contains("(10, 10)");
    model.files().saveTable(folder.resolve("map.csv"));
    assertThat(Files.readAllLines(folder.resolve("map.csv"))).hasSize(10);
    model.files().savePicture(folder.resolve("map.png"));
    Photo saved = new PhotoLoader().load(folder.resolve("map.png"));
    assertThat(saved.argb(0, 0, 10, 10)).isEqualTo(model.tilesProperty().get().pictures().get(2).argb(0, 0, 10, 10));
    goTo(model, DrillLevel.LAYER, HIDDEN2, 0);
    Photo[] copied = new Photo[1];
    model.files().copyPicture(picture -> copied[0] = picture);
    assertThat(copied[0].width()).as("30 units in 2 rows of squares").isEqualTo(15 * 12);
  }
}
