package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.PngFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a stub whose first layer gives on the input's values, a map as good as the other. */
class PatchesModelTest {

  private static final int CONV1 = 0;
  private static final int OUTPUT = 12;

  @TempDir
  Path folder;

  private PatchesTab tab;

  @AfterEach
  void close() {
    tab.close();
  }

  private PatchesModel open() {
    tab = new PatchesTab(folder).load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    tab.sample("dim", PatchesTab.spot(96, 30, 20, 100)).sample("bright", PatchesTab.spot(96, 50, 60, 200));
    tab.unit.set(new Unit(CONV1, 0));
    PatchesModel model = new PatchesModel(tab.tools);
    model.perPictureProperty().set(1);
    return model;
  }

  private PatchesModel shown() {
    PatchesModel model = open();
    model.shownProperty().set(true);
    return model;
  }

  @Test
  void theStrongestPatchesOfTheSamplesComeFirst() {
    PatchesModel model = shown();
    List<PatchesItem> items = model.itemsProperty().get();
    assertThat(items).hasSize(2);
    // The stub lays the input's numbers out in rows of 94.
    int at = 60 * 96 + 50;
    assertThat(items.get(0).patch().row()).isEqualTo(at / 94);
    assertThat(items.get(0).patch().column()).isEqualTo(at % 94);
    assertThat(items.get(0).patch().value()).isEqualTo(200 / 255f);
    assertThat(items.get(0).words()).isEqualTo("Number 1: 0.784 on bright, at row 61, column 76 of the map");
    assertThat(items.get(0).pixels().width()).isEqualTo(3);
    assertThat(items.get(1).words()).contains("dim");
    assertThat(model.titleProperty().get()).isEqualTo("conv1, map 0");
    assertThat(model.fieldProperty().get()).startsWith("Each value sees 3 × 3 of the input’s 96 × 96 pixels");
    assertThat(model.searchedProperty().get()).startsWith("Looked at 2 pictures.");
    assertThat(model.search().runningProperty().get()).isFalse();
    assertThat(tab.work.running()).isEmpty();
  }

  @Test
  void theWholePictureOfTheChosenPatchIsShownWithItsPlace() {
    PatchesModel model = shown();
    assertThat(model.pictureProperty().get().photo()).isSameAs(tab.samples.get(1).photo());
    model.choose(1);
    PatchesPicture picture = model.pictureProperty().get();
    assertThat(picture.photo()).isSameAs(tab.samples.get(0).photo());
    assertThat(picture.place().x()).isEqualTo(picture.patch().column());
    assertThat(picture.place().width()).isEqualTo(3);
  }

  @Test
  void nothingIsSearchedWhileNobodyLooks() {
    PatchesModel model = open();
    assertThat(model.search().resultProperty().get()).isNull();
    assertThat(model.itemsProperty().get()).isEmpty();
    model.shownProperty().set(true);
    assertThat(model.itemsProperty().get()).isNotEmpty();
  }

  @Test
  void theUnitIsTheOneAllPartsSpeakOf() {
    PatchesModel model = shown();
    tab.unit.set(new Unit(OUTPUT, 1));
    assertThat(model.layerProperty().get().words()).isEqualTo("output: 30 units");
    assertThat(model.unitProperty().get()).isEqualTo(1);
    assertThat(model.titleProperty().get()).isEqualTo("output, unit 1: left eye, centre, row");
    assertThat(model.itemsProperty().get().get(0).words()).startsWith("Number 1: ").doesNotContain("row");
    model.unitProperty().set(7);
    assertThat(tab.unit.get()).isEqualTo(new Unit(OUTPUT, 7));
    model.layerProperty().set(model.layers().get(0));
    assertThat(tab.unit.get()).isEqualTo(new Unit(CONV1, 7));
  }

  @Test
  void dropoutIsNoLayerOfItsOwnButStandsForTheOneBefore() {
    PatchesModel model = shown();
    assertThat(model.layers()).extracting(PatchesLayer::number).doesNotContain(2).contains(0, 1, 3);
    tab.unit.set(new Unit(2, 31));
    assertThat(model.titleProperty().get()).isEqualTo("pool1, map 31");
  }

  @Test
  void otherUnitsOfASearchedLayerAreThereAtOnce() {
    PatchesModel model = shown();
    PatchesResult result = model.search().resultProperty().get();
    model.unitProperty().set(5);
    assertThat(model.search().resultProperty().get()).isSameAs(result);
    assertThat(model.titleProperty().get()).isEqualTo("conv1, map 5");
    tab.unit.set(new Unit(OUTPUT, 0));
    tab.unit.set(new Unit(CONV1, 5));
    assertThat(model.search().resultProperty().get()).as("remembered").isSameAs(result);
  }

  @Test
  void fewerPatchesCanBeShown() {
    PatchesModel model = shown();
    model.countProperty().set(1);
    assertThat(model.itemsProperty().get()).hasSize(1);
  }

  @Test
  void aSilentUnitIsSaidToBeSilent() {
    PatchesModel model = open();
    tab.samples.clear();
    tab.sample("black", PatchesTab.spot(96, 0, 0, 0));
    model.shownProperty().set(true);
    assertThat(model.itemsProperty().get()).isEmpty();
    assertThat(model.nothingProperty().get()).startsWith("This unit was silent on all pictures");
    assertThat(model.searchedProperty().get()).contains("32 units of this layer’s 32 were silent");
  }

  @Test
  void aFolderIsSearchedAndDamagedFilesAreNamed() throws Exception {
    Path pictures = Files.createDirectories(folder.resolve("pictures/inside")).getParent();
    PngFile.write(pictures.resolve("a.png"), PatchesTab.spot(96, 10, 10, 250));
    PngFile.write(pictures.resolve("inside/b.png"), PatchesTab.spot(96, 20, 20, 90));
    byte[] whole = Files.readAllBytes(pictures.resolve("a.png"));
    Files.write(pictures.resolve("cut.png"), Arrays.copyOf(whole, 60));
    Files.writeString(pictures.resolve("notes.txt"), "not a picture");
    PatchesModel model = shown();
    model.search(pictures);
    assertThat(model.itemsProperty().get()).extracting(item -> item.words())
        .satisfiesExactly(one -> assertThat(one).contains("a.png"), two -> assertThat(two).contains("b.png"));
    assertThat(model.leftOutProperty().get()).startsWith("One picture was left out: ").contains("cut.png");
    assertThat(model.searchedProperty().get()).contains("One other file was passed over.");
  }

  @Test
  void aFolderWithoutPicturesIsAFailureThePersonIsTold() throws Exception {
    PatchesModel model = shown();
    model.search(Files.createDirectory(folder.resolve("empty")));
    assertThat(tab.messages.shown()).extracting(Message::sentence)
        .containsExactly("There is no picture in the folder empty. Choose another one.");
    assertThat(model.search().runningProperty().get()).isFalse();
  }

  @Test
  void withoutAFolderThePersonIsAskedForOne() {
    PatchesModel model = shown();
    model.kindProperty().set(PatchesKind.FOLDER);
    assertThat(model.troubleProperty().get()).startsWith("Choose a folder");
    model.kindProperty().set(PatchesKind.SAMPLES);
    assertThat(model.troubleProperty().get()).isEmpty();
    assertThat(model.itemsProperty().get()).hasSize(2);
  }

  @Test
  void withoutANetworkNothingIsSearched() {
    tab = new PatchesTab(folder);
    PatchesModel model = new PatchesModel(tab.tools);
    model.shownProperty().set(true);
    assertThat(model.troubleProperty().get()).startsWith("No network is loaded");
    tab.sample("one", PatchesTab.noise(96, 96, 1)).load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    assertThat(model.troubleProperty().get()).isEmpty();
    assertThat(model.itemsProperty().get()).isNotEmpty();
  }

  @Test
  void anotherNetworkIsSearchedAnew() {
    PatchesModel model = shown();
    PatchesResult before = model.search().resultProperty().get();
    tab.load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    assertThat(model.search().resultProperty().get()).isNotSameAs(before);
    assertThat(model.search().resultProperty().get().complete()).isTrue();
  }

  @Test
  void theTrainingDataFitTheNetworksInput() {
    tab = new PatchesTab(folder).load(StubNetwork.classifier(List.of("a"), 1));
    PatchesModel model = new PatchesModel(tab.tools);
    model.kindProperty().set(PatchesKind.TRAINING);
    model.shownProperty().set(true);
    PatchesResult result = model.search().resultProperty().get();
    assertThat(result.findings().pictures()).isEqualTo(1000);
    assertThat(result.findings().looks()).isEqualTo(1000);
    assertThat(model.itemsProperty().get()).hasSize(16);
  }

  @Test
  void aSearchThatIsCancelledKeepsWhatItFoundAndCanBeginAgain() {
    SteppedExecutor background = new SteppedExecutor();
    tab = new PatchesTab(folder, background, Runnable::run, Runnable::run)
        .load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    for (int i = 0; i < 12; i++) {
      tab.sample("noise " + i, PatchesTab.noise(96, 96, i));
    }
    tab.unit.set(new Unit(CONV1, 0));
    PatchesModel model = new PatchesModel(tab.tools);
    model.shownProperty().set(true);
    background.runOne(); // opens the set
    background.runOne(); // the first turn
    assertThat(model.search().runningProperty().get()).isTrue();
    assertThat(tab.work.running()).hasSize(1);
    tab.work.running().get(0).stop();
    background.runAll();
    PatchesResult result = model.search().resultProperty().get();
    assertThat(result.complete()).isFalse();
    assertThat(result.findings().looks()).isBetween(1, 11);
    assertThat(model.itemsProperty().get()).isNotEmpty();
    assertThat(model.search().runningProperty().get()).isFalse();
    assertThat(model.search().endedEarlyProperty().get()).isTrue();
    assertThat(tab.work.running()).isEmpty();

    model.search().again();
    background.runAll();
    assertThat(model.search().resultProperty().get().complete()).isTrue();
    assertThat(model.search().resultProperty().get().findings().looks()).isEqualTo(12);
    assertThat(model.search().endedEarlyProperty().get()).isFalse();
  }

  @Test
  void sheetAndTableAreSaved() throws Exception {
    PatchesModel model = shown();
    assertThat(model.fileName()).isEqualTo("conv1-0-patches");
    model.saveSheet(folder.resolve("sheet.png"));
    model.saveTable(folder.resolve("places.csv"));
    Photo[] copied = new Photo[1];
    model.copySheet(photo -> copied[0] = photo);
    Photo sheet = new PhotoLoader().load(folder.resolve("sheet.png"));
    assertThat(sheet.argb(0, 0, sheet.width(), sheet.height()))
        .isEqualTo(copied[0].argb(0, 0, copied[0].width(), copied[0].height()));
    assertThat(Files.readAllLines(folder.resolve("places.csv"))).hasSize(3)
        .element(1).isEqualTo("1,0.78431374,bright,61,76,76.0,61.0,3.0,3.0");
    model.saveTable(folder.resolve("missing/places.csv"));
    assertThat(tab.messages.shown()).last().satisfies(message ->
        assertThat(message.sentence()).startsWith("places.csv could not be written to "));
  }

  @Test
  void theStripShowsEightPatchesOfTheSamplesWhileSomebodyLooks() {
    open();
    PatchesStripModel strip = new PatchesStripModel(tab.tools);
    assertThat(strip.itemsProperty().get()).isEmpty();
    strip.open();
    assertThat(strip.itemsProperty().get()).hasSize(2).first()
        .satisfies(item -> assertThat(item.words()).contains("bright"));
    assertThat(strip.lineProperty().get()).isEqualTo("Strongest on 2 parts of 2 sample pictures");
    tab.unit.set(new Unit(CONV1, 3));
    assertThat(strip.itemsProperty().get()).hasSize(2);
    strip.close();
    tab.unit.set(new Unit(OUTPUT, 0));
    assertThat(strip.itemsProperty().get()).isEmpty();
  }
}
