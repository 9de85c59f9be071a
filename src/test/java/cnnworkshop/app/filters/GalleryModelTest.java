package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.inspect.FilterFacts;
import cnnworkshop.core.inspect.FilterOrder;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.FilterPictures;
import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FilterSlice;
import cnnworkshop.core.inspect.FrequencyResponse;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryModelTest {

  @TempDir
  Path folder;

  private GalleryTab tab;

  private GalleryModel open() {
    tab = new GalleryTab(folder);
    return new GalleryModel(tab.tools);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  void withoutANetworkItSaysThatThereIsNone() {
    GalleryModel model = open();

    assertThat(model.troubleProperty().get()).contains("No network");
    assertThat(model.sheetProperty().get()).isNull();

    tab.withKeypoints();
    assertThat(model.troubleProperty().get()).isEmpty();
    assertThat(model.layers()).extracting(GalleryLayer::name).containsExactly("conv1", "conv2", "conv3");
    assertThat(model.layerProperty().get().name()).isEqualTo("conv1");
    assertThat(model.sheetProperty().get().groups().order()).hasSize(32);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV1, 0));
  }

  @Test
  void aNetworkWithoutConvolutionsIsMetWithASentence() throws Exception {
    GalleryModel model = open();
    NativePath.choose(null);
    NetworkSpec spec = new NetworkSpec("flat", new Shape(1, 4, 4),
        List.of(new Dense("output", 2, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
    tab.load(Dl4jBackend.start(0).create(spec, new Backend.Updater.Adam(), 1));

    assertThat(model.troubleProperty().get()).contains("no convolution");
    assertThat(model.layers()).isEmpty();
    assertThat(tab.unit.get()).isNull();
    assertThat(tab.told()).isEmpty();
  }

  // D21
  @Test
  void everyLayerShowsItsOwnFiltersOneTileAFilter() {
    GalleryModel model = open();
    tab.withKeypoints();
    for (GalleryLayer layer : List.copyOf(model.layers())) {
      model.layerProperty().set(layer);
      GallerySheet sheet = model.sheetProperty().get();
      assertThat(sheet.contents().layer()).isEqualTo(layer);
      assertThat(sheet.groups().order()).hasSize(layer.filters()).isSorted().doesNotHaveDuplicates();
      List<FilterPicture> expected = FilterPictures.of(sheet.contents().filters(),
          layer.channels() == 1 ? FilterSlice.PICTURE : FilterSlice.MEAN, FilterScaling.OWN).pictures();
      for (int filter = 0; filter < layer.filters(); filter++) {
        assertThat(sheet.pictures().pictures().get(filter).argb()).isEqualTo(expected.get(filter).argb());
      }
    }
    assertThat(model.layers()).extracting(GalleryLayer::channels).containsExactly(1, 32, 64);
  }

  @Test
  void theChosenFilterIsTheUnitOfAllParts() {
    GalleryModel model = open();
    tab.withKeypoints();

    model.choose(5);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV1, 5));
    assertThat(model.chosenProperty().get()).isEqualTo(5);

    tab.unit.set(new Unit(GalleryTab.CONV3, 100));
    assertThat(model.layerProperty().get().name()).isEqualTo("conv3");
    assertThat(model.chosenProperty().get()).isEqualTo(100);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV3, 100));

    model.layerProperty().set(model.layers().get(1));
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV2, 0));
    model.choose(64);
    assertThat(tab.unit.get()).as("there is no such filter").isEqualTo(new Unit(GalleryTab.CONV2, 0));
  }

  @Test
  void aMapBehindAFilterLeadsToTheFilterAndAUnitOfNoneLeavesWhatIsShown() {
    GalleryModel model = open();
    tab.withKeypoints();
    tab.unit.set(new Unit(GalleryTab.CONV2, 3));

    tab.unit.set(new Unit(GalleryTab.POOL1, 9));
    assertThat(model.layerProperty().get().name()).isEqualTo("conv1");
    assertThat(model.chosenProperty().get()).isEqualTo(9);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.POOL1, 9));

    tab.unit.set(new Unit(9, 500));
    assertThat(model.layerProperty().get().name()).isEqualTo("conv1");
    assertThat(model.chosenProperty().get()).isEqualTo(9);
  }

  @Test
  void ordersFollowTheNumbersTheyName() {
    GalleryModel model = open();
    tab.withKeypoints();
    tab.subject.set(GalleryTab.picture(1));
    model.answers().shownProperty().set(true);
    List<FilterFacts> facts = model.contentsProperty().get().facts();
    List<FilterActivity> activity = model.answers().mapsProperty().get().activity();

    model.orderProperty().set(FilterOrder.NORM);
    assertThat(model.sheetProperty().get().groups().order())
        .isSortedAccordingTo(Comparator.comparingDouble(filter -> -facts.get(filter).norm()));
    model.orderProperty().set(FilterOrder.ACTIVITY);
    assertThat(model.sheetProperty().get().groups().order())
        .isSortedAccordingTo(Comparator.comparingDouble(filter -> -activity.get(filter).strength()));
    model.orderProperty().set(FilterOrder.LIKENESS);
    assertThat(model.sheetProperty().get().groups().order()).isEqualTo(model.likenessProperty().get().order());
  }

  @Test
  void withoutAPictureFiltersStandAsInTheNetworkAndItSaysWhy() {
    GalleryModel model = open();
    tab.withKeypoints();
    model.answers().shownProperty().set(true);
    model.orderProperty().set(FilterOrder.ACTIVITY);

    assertThat(model.sheetProperty().get().groups().order()).isSorted();
    assertThat(model.answers().troubleProperty().get()).contains("Photo tab");

    tab.subject.set(GalleryTab.picture(2));
    assertThat(model.answers().troubleProperty().get()).isEmpty();
    assertThat(model.sheetProperty().get().activity()).hasSize(32);
  }

  @Test
  void aFilterWhoseMapIsAllZeroIsDeadAndOneOfEqualWeightsConstant() {
    GalleryModel model = open();
    StubNetwork network = StubNetwork.keypoints(StubNetwork.everywhere(0));
    float[] weights = network.weights(GalleryTab.CONV1);
    Arrays.fill(weights, 9, 18, 0.25f);
    network.setWeights(GalleryTab.CONV1, weights, network.biases(GalleryTab.CONV1));
    tab.load(network);
    // The stub's maps are its input: a black picture gives zeros.
    tab.subject.set(new Subject("black", Photo.ofRgb(4, 4, new int[16]), null));
    model.answers().shownProperty().set(true);
    GallerySheet sheet = model.sheetProperty().get();
    GalleryWords words = new GalleryWords(tab.texts);

    assertThat(sheet.activity(0).dead()).isTrue();
    assertThat(words.mark(sheet.contents().facts().get(0), sheet.activity(0))).contains("dead");
    assertThat(words.mark(sheet.contents().facts().get(1), sheet.activity(1))).contains("constant", "dead");
    assertThat(words.mark(sheet.contents().facts().get(1), null)).isEqualTo("= constant");
    assertThat(words.tile(sheet.contents().layer(), sheet.contents().facts().get(1), null))
        .contains("Filter 1 of conv1", "Constant");
    tab.subject.set(GalleryTab.picture(3));
    assertThat(model.sheetProperty().get().activity(0).dead()).isFalse();
  }

  @Test
  void likeFiltersStandInGroupsAboveTheOthers() {
    GalleryModel model = open();
    StubNetwork network = StubNetwork.keypoints(StubNetwork.everywhere(0));
    float[] weights = network.weights(GalleryTab.CONV1);
    for (int i = 0; i < 9; i++) {
      weights[20 * 9 + i] = 3 * weights[4 * 9 + i] + 0.1f;
    }
    network.setWeights(GalleryTab.CONV1, weights, network.biases(GalleryTab.CONV1));
    tab.load(network);
    model.thresholdProperty().set(0.999);
    model.groupedProperty().set(true);

    assertThat(model.sheetProperty().get().groups().alike()).containsExactly(List.of(4, 20));
    assertThat(model.sheetProperty().get().groups().others()).hasSize(30).isSorted();
    model.thresholdProperty().set(0.2);
    assertThat(model.sheetProperty().get().groups().alike().size()).isGreaterThan(1);
    model.groupedProperty().set(false);
    assertThat(model.sheetProperty().get().groups().alike()).isEmpty();
  }

  @Test
  void whatOfAFilterCanBeSeenFollowsItsChannels() {
    GalleryModel model = open();
    tab.withKeypoints();
    assertThat(model.look().kinds()).containsExactly(FilterSlice.Kind.PICTURE);

    model.layerProperty().set(model.layers().get(1));
    assertThat(model.look().kinds())
        .containsExactly(FilterSlice.Kind.MEAN, FilterSlice.Kind.NORM, FilterSlice.Kind.CHANNEL);
    model.look().kindProperty().set(FilterSlice.Kind.CHANNEL);
    model.look().leaf(1000);
    assertThat(model.look().channelProperty().get()).isEqualTo(31);
    assertThat(model.sheetProperty().get().pictures().slice()).isEqualTo(FilterSlice.channel(31));
    model.look().leaf(-1);
    assertThat(model.sheetProperty().get().pictures().slice()).isEqualTo(FilterSlice.channel(30));

    tab.load(StubNetwork.classifier(List.of("a", "b"), 0.5f, 0.5f));
    assertThat(model.look().kinds()).startsWith(FilterSlice.Kind.PICTURE).hasSize(4);
    assertThat(model.look().channelProperty().get()).isEqualTo(2);
    assertThat(model.layerProperty().get().coloured()).isTrue();
  }

  @Test
  void theNetworkIsAskedAboutThePictureOnlyWhileSomebodyLooks() {
    SteppedExecutor inference = new SteppedExecutor();
    tab = new GalleryTab(folder, inference, Runnable::run, Runnable::run);
    GalleryModel model = new GalleryModel(tab.tools);
    tab.withKeypoints();
    inference.runAll();
    tab.subject.set(GalleryTab.picture(1));
    assertThat(inference.size()).isZero();

    model.answers().shownProperty().set(true);
    assertThat(inference.size()).isEqualTo(1);
    inference.runAll();
    assertThat(model.answers().mapsProperty().get().maps().shape()).isEqualTo(new Shape(32, 94, 94));
  }

  @Test
  void picturesThatWereOvertakenAreNotShown() {
    SteppedExecutor background = new SteppedExecutor();
    tab = new GalleryTab(folder, Runnable::run, background, Runnable::run);
    GalleryModel model = new GalleryModel(tab.tools);
    tab.withKeypoints();
    assertThat(model.sheetProperty().get()).isNull();
    model.layerProperty().set(model.layers().get(2));
    background.runAll();
    assertThat(model.sheetProperty().get().contents().layer().name()).isEqualTo("conv3");

    model.look().scalingProperty().set(FilterScaling.COMMON);
    model.look().scalingProperty().set(FilterScaling.SIGNED);
    background.runOne();
    assertThat(model.sheetProperty().get().pictures().scaling()).isEqualTo(FilterScaling.OWN);
    background.runAll();
    assertThat(model.sheetProperty().get().pictures().scaling()).isEqualTo(FilterScaling.SIGNED);
  }

  @Test
  void anotherNetworkOfTheSameLayersShowsItsOwnNumbers() {
    GalleryModel model = open();
    tab.withKeypoints();
    model.choose(7);
    StubNetwork other = StubNetwork.keypoints(StubNetwork.everywhere(0));
    float[] weights = new float[288];
    other.setWeights(GalleryTab.CONV1, weights, new float[32]);
    tab.load(other);

    assertThat(model.contentsProperty().get().facts()).allMatch(FilterFacts::constant);
    assertThat(model.chosenProperty().get()).isEqualTo(7);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV1, 7));
  }

  @Test
  void filtersOfInputsNoPhotoGivesAreShownWithoutMaps() throws Exception {
    GalleryModel model = open();
    NativePath.choose(null);
    NetworkSpec spec = new NetworkSpec("wide", new Shape(2, 6, 8), List.of(
        new Convolution("conv1", 3, new Size(1, 2), Size.of(1), Size.of(1), Padding.VALID, false,
            Activation.RELU), new Dense("output", 2, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
    tab.load(Dl4jBackend.start(0).create(spec, new Backend.Updater.Adam(), 1));
    tab.subject.set(GalleryTab.picture(1));
    model.answers().shownProperty().set(true);

    assertThat(model.sheetProperty().get().groups().order()).containsExactly(0, 1, 2);
    assertThat(model.look().kinds()).startsWith(FilterSlice.Kind.MEAN);
    assertThat(model.answers().troubleProperty().get()).contains("2×6×8");
    assertThat(new GalleryWords(tab.texts).facts(model.contentsProperty().get().facts().get(0), false))
        .containsEntry("Bias", "none in this layer");
    assertThat(tab.told()).isEmpty();
  }

  @Test
  void layersOf512LargeFiltersAndOfASingleWeightAreShown() throws Exception {
    GalleryModel model = open();
    GalleryPageModel page = new GalleryPageModel(model, tab.tools);
    NativePath.choose(null);
    NetworkSpec spec = new NetworkSpec("large", new Shape(3, 16, 16), List.of(
        new Convolution("conv1", 512, Size.of(11), Size.of(1), Size.of(1), Padding.VALID, false, Activation.RELU),
        new Convolution("conv2", 1, Size.of(1), Size.of(1), Size.of(1), Padding.VALID, true, Activation.LINEAR),
        new Convolution("conv3", 2, Size.of(1), Size.of(1), Size.of(1), Padding.VALID, true, Activation.LINEAR),
        new Dense("output", 2, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
    tab.subject.set(GalleryTab.picture(1));
    model.answers().shownProperty().set(true);
    tab.load(Dl4jBackend.start(0).create(spec, new Backend.Updater.Adam(), 1));

    for (GalleryLayer layer : List.copyOf(model.layers())) {
      model.layerProperty().set(layer);
      model.groupedProperty().set(true);
      assertThat(model.sheetProperty().get().groups().order()).hasSize(layer.filters()).doesNotHaveDuplicates();
      assertThat(model.answers().mapsProperty().get().activity()).hasSize(layer.filters());
      assertThat(page.filterProperty().get().stack().pictures()).hasSize(layer.channels());
    }
    assertThat(model.layers()).extracting(GalleryLayer::channels).containsExactly(3, 512, 1);
    assertThat(tab.told()).isEmpty();
  }

  @Test
  void aFiltersPageFollowsTheChoiceAndTheChannel() {
    GalleryModel model = open();
    GalleryPageModel page = new GalleryPageModel(model, tab.tools);
    assertThat(page.filterProperty().get()).isNull();
    tab.withKeypoints();
    tab.unit.set(new Unit(GalleryTab.CONV2, 12));

    GalleryFilter filter = page.filterProperty().get();
    assertThat(filter.filter()).isEqualTo(12);
    assertThat(filter.stack().pictures()).hasSize(32);
    assertThat(Arrays.stream(filter.own().counts()).sum()).isEqualTo(32 * 4);
    assertThat(Arrays.stream(filter.layer().counts()).sum()).isEqualTo(64 * 32 * 4);
    assertThat(page.responseProperty().get().magnitudes())
        .isEqualTo(FrequencyResponse.of(filter.contents().filters(), 12).magnitudes());
    page.channelOnlyProperty().set(true);
    model.look().leaf(3);
    assertThat(page.responseProperty().get().magnitudes())
        .isEqualTo(FrequencyResponse.of(filter.contents().filters(), 12, 3).magnitudes());
  }
}
