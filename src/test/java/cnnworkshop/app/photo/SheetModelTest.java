package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.face.FaceLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetModelTest {

  @TempDir
  private Path folder;
  private PhotoTab tab;
  private SheetModel sheet;

  @BeforeEach
  void open() {
    tab = new PhotoTab(folder);
    sheet = tab.model.sheet();
    // All points on the pixel whose number is the grey of the picture, but 3 too far to the right.
    tab.keypoints.answerWith(input -> targets(Math.round(255 * input[0]) + 3, 48));
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  void aSheetIsOfferedForATableOnly() throws IOException {
    tab.withKeypoints();
    tab.model.pictures().openSample(0);
    assertThat(sheet.offeredProperty().get()).isFalse();
    sheet.open();
    assertThat(sheet.openProperty().get()).isFalse();

    open(FaceTables.annotated(folder, 40));
    assertThat(sheet.offeredProperty().get()).isTrue();
    assertThat(sheet.obstacleProperty().get()).isEmpty();

    tab.model.pictures().openSample(1);
    assertThat(sheet.offeredProperty().get()).isFalse();
  }

  @Test
  void steppingThroughTheTableKeepsTheOffer() throws IOException {
    open(FaceTables.annotated(folder, 40));
    tab.model.pictures().goTo(7);
    assertThat(sheet.offeredProperty().get()).isTrue();
  }

  @Test
  void sixteenFacesSpreadOverTheTableAreShownWithTheirPoints() throws IOException {
    openSheet(FaceTables.annotated(folder, 64));

    Sheet shown = sheet.sheetProperty().get();
    assertThat(shown.title()).isEqualTo("16 of the 64 faces in training.csv");
    assertThat(shown.annotated()).isTrue();
    assertThat(shown.passedOver()).isEmpty();
    assertThat(sheet.messageProperty().get()).isEmpty();
    assertThat(shown.tiles()).hasSize(16);
    for (int i = 0; i < 16; i++) {
      FaceTileCheck.of(shown, i).row(4 * i + 1).predicted(4 * i + 4, 48).annotated(4 * i + 1, 48);
    }
  }

  @Test
  void howFarTheNetworkIsOffStandsBesideTheMeanFace() throws IOException {
    openSheet(FaceTables.annotated(folder, 16));

    double[] mean = FaceLayout.MEAN_FACE.toArray();
    double squares = IntStream.rangeClosed(1, 16).mapToDouble(row -> IntStream.range(0, 30)
        .mapToDouble(i -> Math.pow(mean[i] - (i % 2 == 0 ? row : 48), 2)).sum()).sum();
    String meanFace = String.format(Locale.ENGLISH, "%.2f px", Math.sqrt(squares / (16 * 30)));
    // 3 in one of two directions.
    String network = String.format(Locale.ENGLISH, "%.2f px", Math.sqrt(9 / 2.0));
    assertThat(sheet.sheetProperty().get().line()).startsWith("On these 16 faces")
        .containsSubsequence(network, meanFace);
    assertThat(sheet.sheetProperty().get().tiles().get(0).caption()).isEqualTo(network);
  }

  @Test
  void numbersFollowTheLocale() throws IOException {
    try (PhotoTab german = new PhotoTab(folder, Runnable::run, Runnable::run, Runnable::run, Locale.GERMANY)) {
      german.keypoints.answerWith(input -> targets(Math.round(255 * input[0]) + 3, 48));
      german.withKeypoints().model.pictures().open(List.of(FaceTables.annotated(folder, 3)));
      german.model.sheet().open();
      assertThat(german.model.sheet().sheetProperty().get().tiles().get(0).caption()).contains("2,12");
    }
  }

  @Test
  void aTableWithoutPointsShowsPredictionsAlone() throws IOException {
    openSheet(FaceTables.plain(folder, 20));

    Sheet shown = sheet.sheetProperty().get();
    assertThat(shown.annotated()).isFalse();
    assertThat(shown.line()).contains("Nobody has annotated");
    assertThat(shown.tiles()).hasSize(16).allSatisfy(tile -> {
      assertThat(tile.caption()).doesNotContain("px");
      assertThat(tile.face().truth()).containsOnly(Double.NaN);
      assertThat(tile.face().predicted()).doesNotContain(Double.NaN);
    });
  }

  @Test
  void othersAreOtherFacesAndOpeningAgainBeginsAgain() throws IOException {
    openSheet(FaceTables.plain(folder, 64));
    List<String> first = captions();
    assertThat(sheet.othersProperty().get()).isTrue();

    sheet.showOthers();
    assertThat(captions()).hasSize(16).doesNotContainAnyElementsOf(first);

    sheet.close();
    assertThat(sheet.sheetProperty().get()).isNull();
    sheet.open();
    assertThat(captions()).isEqualTo(first);
  }

  @Test
  void aTableOfFewFacesShowsThemAllAndHasNoOthers() throws IOException {
    openSheet(FaceTables.annotated(folder, 3));

    assertThat(captions()).hasSize(3);
    assertThat(sheet.sheetProperty().get().title()).isEqualTo("All 3 faces in training.csv");
    assertThat(sheet.othersProperty().get()).isFalse();
    sheet.showOthers();
    assertThat(captions()).hasSize(3);
  }

  @Test
  void withoutANetworkOrWithOneThatGivesNoPointsAReasonIsGiven() throws IOException {
    open(FaceTables.annotated(folder, 20));
    assertThat(sheet.obstacleProperty().get()).contains("none is loaded");
    sheet.open();
    assertThat(sheet.openProperty().get()).isFalse();

    tab.with("cnn.zip");
    assertThat(sheet.obstacleProperty().get()).contains("cnn");
    sheet.open();
    assertThat(sheet.openProperty().get()).isFalse();

    tab.withKeypoints();
    assertThat(sheet.obstacleProperty().get()).isEmpty();
    sheet.open();
    assertThat(sheet.sheetProperty().get().tiles()).hasSize(16);
  }

  @Test
  void anotherNetworkLooksAtTheSameFacesAndOneWithoutPointsClosesTheSheet() throws IOException {
    tab.backend.with("other.zip", StubNetwork.keypoints(targets(10, 20)));
    openSheet(FaceTables.plain(folder, 64));
    sheet.showOthers();
    List<String> before = captions();

    tab.with("other.zip");
    assertThat(captions()).isEqualTo(before);
    assertThat(sheet.sheetProperty().get().faces()).allSatisfy(
        face -> assertThat(face.predicted()[0]).isEqualTo(10, within(1e-4)));

    tab.with("cnn.zip");
    assertThat(sheet.openProperty().get()).isFalse();
  }

  @Test
  void anotherPictureClosesTheSheet() throws IOException {
    openSheet(FaceTables.annotated(folder, 20));
    tab.show(PhotoTab.noise(30, 30, 1));
    assertThat(sheet.openProperty().get()).isFalse();
    assertThat(sheet.sheetProperty().get()).isNull();
  }

  @Test
  void aWrongRowIsLeftOutAndSaidToBe() throws IOException {
    Path table = FaceTables.plain(folder, 10);
    List<String> lines = Files.readAllLines(table);
    lines.set(4, "4,1 2 3");
    Files.write(table, lines);
    openSheet(table);

    assertThat(captions()).hasSize(9).doesNotContain("Row 4").contains("Row 5");
    assertThat(sheet.sheetProperty().get().passedOver()).startsWith("One row can't be used").contains("Line 5");
  }

  @Test
  void aTableThatIsGoneMeanwhileIsSaidToBeAndWhatWasShownStays() throws IOException {
    Path table = FaceTables.annotated(folder, 64);
    openSheet(table);
    List<String> before = captions();
    Files.delete(table);

    sheet.showOthers();
    assertThat(sheet.messageProperty().get()).contains("training.csv");
    assertThat(captions()).isEqualTo(before);
    assertThat(tab.messages.shown()).isEmpty();
  }

  @Test
  void aNetworkThatFailsIsReported() throws IOException {
    tab.withKeypoints();
    open(FaceTables.annotated(folder, 20));
    tab.keypoints.answerWith(input -> {
      throw new IllegalStateException("broken");
    });
    sheet.open();

    assertThat(tab.messages.shown()).extracting(Message::kind).contains(Message.Kind.FAULT);
    assertThat(sheet.messageProperty().get()).isEmpty();
  }

  @Test
  void ofOvertakenReadingsNothingIsShown() throws IOException {
    Path table = FaceTables.plain(folder, 64);
    SteppedExecutor background = new SteppedExecutor();
    SteppedExecutor inference = new SteppedExecutor();
    try (PhotoTab slow = new PhotoTab(folder, background, inference, Runnable::run, Locale.ENGLISH)) {
      SheetModel model = slow.model.sheet();
      slow.withKeypoints();
      slow.model.pictures().open(List.of(table));
      inference.runAll();
      background.runAll();
      inference.runAll();

      model.open();
      assertThat(model.messageProperty().get()).isNotEmpty();
      model.showOthers();
      background.runAll();
      // Only the second was asked about.
      assertThat(inference.size()).isEqualTo(1);
      model.close();
      inference.runAll();
      assertThat(model.sheetProperty().get()).isNull();
      assertThat(model.messageProperty().get()).isEmpty();

      model.open();
      background.runAll();
      model.showOthers();
      inference.runAll();
      assertThat(model.sheetProperty().get()).isNull();
      background.runAll();
      inference.runAll();
      assertThat(model.sheetProperty().get().tiles()).hasSize(16);
    }
  }

  private void open(Path table) {
    tab.model.pictures().open(List.of(table));
  }

  private void openSheet(Path table) {
    tab.withKeypoints();
    open(table);
    sheet.open();
    assertThat(sheet.openProperty().get()).isTrue();
  }

  private List<String> captions() {
    return sheet.sheetProperty().get().tiles().stream().map(tile -> tile.caption()).toList();
  }

  /** Outputs that put all points on one pixel of the view. */
  private static float[] targets(double x, double y) {
    float[] targets = new float[30];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) (((i % 2 == 0 ? x : y) - 48) / 48);
    }
    return targets;
  }

  /** What is to be said of one face of a sheet. */
  private record FaceTileCheck(Sheet sheet, int index) {

    static FaceTileCheck of(Sheet sheet, int index) {
      return new FaceTileCheck(sheet, index);
    }

    FaceTileCheck row(int row) {
      assertThat(sheet.tiles().get(index).description()).startsWith("Row " + row + ":");
      return this;
    }

    FaceTileCheck predicted(double x, double y) {
      assertPoints(sheet.faces().get(index).predicted(), x, y);
      return this;
    }

    FaceTileCheck annotated(double x, double y) {
      assertPoints(sheet.faces().get(index).truth(), x, y);
      return this;
    }

    private static void assertPoints(double[] xy, double x, double y) {
      for (int i = 0; i < xy.length; i++) {
        assertThat(xy[i]).isEqualTo(i % 2 == 0 ? x : y, within(1e-4));
      }
    }
  }
}
