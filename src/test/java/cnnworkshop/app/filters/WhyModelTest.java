package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.inspect.Occlusion.Fill;
import cnnworkshop.core.inspect.Saliency.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyModelTest {

  private static final int NOSE = Keypoint.NOSE_TIP.ordinal();
  private static final int MOUTH = Keypoint.MOUTH_CENTER_TOP_LIP.ordinal();
  /** The photo is black; a grey patch over this pixel pushes the nose 6 px left and the mouth 3 px down. */
  private static final int ROW = 50;
  private static final int COLUMN = 30;

  @TempDir
  Path folder;
  private WhyTab tab;

  @AfterEach
  void close() {
    tab.close();
  }

  private static Subject black() {
    return new Subject("black", Photo.ofRgb(96, 96, new int[96 * 96]), null);
  }

  private static StubNetwork watchingOnePixel() {
    return StubNetwork.keypoints(input -> {
      float[] outputs = new float[30];
      float light = input[ROW * 96 + COLUMN];
      outputs[2 * NOSE] = -light * 12 / 48;
      outputs[2 * MOUTH + 1] = light * 6 / 48;
      return outputs;
    });
  }

  private void open() {
    tab = new WhyTab(folder);
    tab.model.shownProperty().set(true);
    tab.load(watchingOnePixel());
    tab.subject.set(black());
  }

  @Test
  void withoutNetworkOrPictureItSaysWhatIsMissing() {
    tab = new WhyTab(folder);
    tab.model.shownProperty().set(true);
    assertThat(tab.model.emptyProperty().get()).contains("network");
    tab.load(watchingOnePixel());
    assertThat(tab.model.emptyProperty().get()).contains("picture");
    tab.subject.set(black());
    assertThat(tab.model.emptyProperty().get()).isEmpty();
    assertThat(tab.model.isComplete()).isTrue();
    assertThat(tab.messages.shown()).isEmpty();
  }

  @Test
  void aPatchPushesThePointWhereTheNetworkLooks() {
    open();
    tab.places.choose(ROW, COLUMN);

    assertThat(tab.model.statusProperty().get()).isEqualTo("484 places");
    assertThat(tab.places.readingProperty().get()).contains("pushed 6.0 px left").contains("rows 44 to 55");
    assertThat(tab.places.pushProperty().get()).isEqualTo("6.0 px");
    assertThat(tab.places.pushedProperty().get().x(Keypoint.NOSE_TIP)).isEqualTo(42, within(1e-4));
    assertThat(tab.places.pushedProperty().get().y(Keypoint.MOUTH_CENTER_TOP_LIP)).isEqualTo(51, within(1e-4));
    assertThat(tab.model.heatProperty().get().values()[ROW * 96 + COLUMN]).isEqualTo(6, within(1e-4f));
    assertThat(tab.model.heatProperty().get().values()[0]).isZero();
    tab.places.choose(0, 0);
    assertThat(tab.places.readingProperty().get()).contains("stays where it is");
  }

  @Test
  void anotherPointNeedsNoOtherSweep() {
    open();
    tab.places.choose(ROW, COLUMN);
    tab.inference.submit("test", network -> {
      ((StubNetwork) network).answerWith(input -> {
        throw new AssertionError("asked again");
      });
      return "";
    }, done -> {}, e -> {});

    tab.model.answers().pointProperty().set(Keypoint.MOUTH_CENTER_TOP_LIP);
    assertThat(tab.places.readingProperty().get()).contains("pushed 3.0 px down");
    tab.model.answers().directionProperty().set(Direction.ACROSS);

    assertThat(tab.model.heatProperty().get().values()[ROW * 96 + COLUMN]).isZero();
    assertThat(tab.model.heatProperty().get().scale()).isEqualTo(ColourScale.SIGNED);
    assertThat(tab.messages.shown()).isEmpty();
  }

  @Test
  void thePlaceThatMattersMostLeadsTheListAndTheyAreNoNeighbours() {
    open();

    assertThat(tab.places.strongest()).isNotEmpty();
    WhyPlace first = tab.places.strongest().get(0);
    assertThat(first.text()).startsWith("6.0 px left at (");
    int top = tab.places.grid().top(first.place());
    assertThat(top).isBetween(ROW - 11, ROW);
    assertThat(tab.places.strongest()).as("every patch over the pixel overlaps the others").hasSize(1);
  }

  @Test
  void arrowKeysGoAStepAndTheChosenPlaceStaysUnderThePointerGone() {
    open();
    tab.places.choose(ROW, COLUMN);
    int place = tab.places.placeProperty().get();
    tab.places.move(1, 0);
    assertThat(tab.places.placeProperty().get()).isEqualTo(place + 22);
    tab.places.hover(0, 0);
    assertThat(tab.places.placeProperty().get()).isZero();
    tab.places.leave();
    assertThat(tab.places.placeProperty().get()).isEqualTo(place + 22);
    tab.places.choose(WhyPlaceModel.NONE);
    assertThat(tab.places.readingProperty().get()).isEmpty();
    tab.places.move(0, 1);
    assertThat(tab.places.grid().top(tab.places.placeProperty().get())).as("the middle").isBetween(36, 48);
  }

  @Test
  void otherSettingsStartAnotherSweepAndThePlaceIsKept() {
    open();
    tab.places.choose(ROW, COLUMN);

    tab.model.settings().patchProperty().set(20);
    tab.model.settings().stepProperty().set(10);
    tab.model.settings().fillProperty().set(Fill.MEAN);

    assertThat(tab.model.statusProperty().get()).isEqualTo("81 places");
    assertThat(tab.places.grid().patch()).isEqualTo(20);
    int place = tab.places.placeProperty().get();
    assertThat(Math.abs(tab.places.grid().top(place) + 10 - ROW)).isLessThanOrEqualTo(6);
    assertThat(tab.model.heatProperty().get().values()[ROW * 96 + COLUMN]).as("a black patch on black").isZero();
  }

  @Test
  void itFillsInTurnByTurnAndCanBeStoppedAndGoneOnWith() {
    SteppedExecutor inference = new SteppedExecutor();
    tab = new WhyTab(folder, inference, Runnable::run);
    tab.model.shownProperty().set(true);
    tab.load(watchingOnePixel());
    inference.runAll();
    tab.subject.set(black());
    inference.runOne();
    assertThat(tab.work.running()).hasSize(1);
    inference.runOne();

    float[] first = tab.model.heatProperty().get().values();
    assertThat(first[0]).isZero();
    assertThat(first[95 * 96 + 95]).as("not known yet").isNaN();
    assertThat(tab.model.statusProperty().get()).isEqualTo("4 of 484 places…");
    tab.places.choose(95, 95);
    assertThat(tab.places.readingProperty().get()).contains("not computed yet");

    tab.work.running().get(0).stop();
    inference.runAll();
    assertThat(tab.model.runningProperty().get()).isFalse();
    assertThat(tab.work.running()).isEmpty();
    assertThat(tab.model.statusProperty().get()).isEqualTo("Stopped after 4 of 484 places");
    assertThat(tab.places.strongest()).as("nothing among what is known").isEmpty();

    tab.model.goOn();
    inference.runAll();
    assertThat(tab.model.isComplete()).isTrue();
    assertThat(tab.places.readingProperty().get()).contains("stays where it is");
  }

  @Test
  void turnsAreShort() {
    SteppedExecutor inference = new SteppedExecutor();
    tab = new WhyTab(folder, inference, Runnable::run);
    // A picture takes 10 ms: eight of them fill a turn.
    long[] now = {0};
    int[] largest = {0};
    StubNetwork network = StubNetwork.keypoints(input -> {
      now[0] += 10_000_000;
      largest[0]++;
      return new float[30];
    });
    WhyModel model = new WhyModel(tab.tools, () -> now[0]);
    model.shownProperty().set(true);
    tab.load(network);
    inference.runAll();
    tab.subject.set(black());
    inference.runOne();
    int turns = 0;
    int most = 0;
    while (inference.size() > 0) {
      largest[0] = 0;
      inference.runOne();
      most = Math.max(most, largest[0]);
      turns++;
    }
    assertThat(most).isEqualTo(8);
    assertThat(turns).isBetween(484 / 8, 484 / 8 + 3);
  }

  @Test
  void anotherPictureTakesThePlaceOfWhatIsStillComputed() {
    SteppedExecutor inference = new SteppedExecutor();
    tab = new WhyTab(folder, inference, Runnable::run);
    tab.model.shownProperty().set(true);
    tab.load(watchingOnePixel());
    inference.runAll();
    tab.subject.set(WhyTab.photo(96, 1));
    inference.runOne();
    inference.runOne();

    tab.subject.set(black());
    assertThat(tab.model.heatProperty().get()).isNull();
    inference.runAll();

    assertThat(tab.model.seenProperty().get().values()[0]).isZero();
    assertThat(tab.model.isComplete()).isTrue();
    assertThat(tab.work.running()).isEmpty();
    tab.places.choose(ROW, COLUMN);
    assertThat(tab.places.readingProperty().get()).contains("6.0 px left");
  }

  @Test
  void nothingIsComputedWhileNobodySeesIt() {
    SteppedExecutor inference = new SteppedExecutor();
    tab = new WhyTab(folder, inference, Runnable::run);
    tab.load(watchingOnePixel());
    inference.runAll();
    tab.subject.set(black());
    assertThat(inference.size()).isZero();

    tab.model.shownProperty().set(true);
    inference.runOne();
    inference.runOne();
    tab.model.shownProperty().set(false);
    inference.runAll();
    assertThat(tab.model.isComplete()).isFalse();
    assertThat(tab.work.running()).isEmpty();

    tab.model.shownProperty().set(true);
    inference.runAll();
    assertThat(tab.model.isComplete()).isTrue();
  }

  @Test
  void gradientsAreTakenOfWhatIsExplained() {
    open();
    tab.model.settings().methodProperty().set(WhyMethod.SALIENCY);
    tab.places.choose(3, 7);

    // The stub's gradient is the sum of the weights: 48 a way.
    assertThat(tab.model.heatProperty().get().values()[0]).isEqualTo((float) Math.hypot(48, 48), within(1e-3f));
    assertThat(tab.places.readingProperty().get()).startsWith("Column 7, row 3: 67.9 px");
    tab.model.settings().lookProperty().set(Look.SIGNED);
    assertThat(tab.model.lookProperty().get()).as("a place has no sign").isEqualTo(Look.STRENGTH);
    tab.model.answers().directionProperty().set(Direction.DOWN);
    assertThat(tab.model.lookProperty().get()).isEqualTo(Look.SIGNED);
    assertThat(tab.places.readingProperty().get()).contains("48.0 px down");
    tab.model.settings().lookProperty().set(Look.TIMES_INPUT);
    assertThat(tab.places.readingProperty().get()).as("black adds nothing").contains("adds 0.0 px");
  }

  @Test
  void smoothGradientsSayHowManyCopiesThereAre() {
    open();
    tab.model.settings().methodProperty().set(WhyMethod.SMOOTH);
    assertThat(tab.model.statusProperty().get()).isEqualTo("24 copies");
    tab.model.settings().copiesProperty().set(3);
    assertThat(tab.model.statusProperty().get()).isEqualTo("3 copies");
  }

  @Test
  void ofAClassifierTheMostProbableClassIsExplainedUntilAnotherIsChosen() {
    tab = new WhyTab(folder);
    tab.model.shownProperty().set(true);
    StubNetwork network = StubNetwork.classifier(List.of("a", "b", "cat", "d", "e", "f", "g", "h", "i", "j"));
    network.answerWith(input -> {
      float[] probabilities = new float[10];
      boolean covered = input[5 * 32 + 5] == 0.5f;
      probabilities[2] = covered ? 0.25f : 0.75f;
      probabilities[9] = covered ? 0.75f : 0.25f;
      return probabilities;
    });
    tab.load(network);
    tab.subject.set(new Subject("black", Photo.ofRgb(32, 32, new int[1024]), null));

    assertThat(tab.model.answers().kindProperty().get()).isEqualTo(AnswerKind.CLASSES);
    assertThat(tab.model.answers().explainedProperty().get()).isEqualTo(new Explained.OfClass(2));
    assertThat(tab.model.isComplete()).isTrue();
    tab.places.choose(5, 5);
    assertThat(tab.places.readingProperty().get()).contains("cat 75.0 % → 25.0 %; taken for j (75.0 %)");
    assertThat(tab.places.strongest().get(0).text()).startsWith("lost 50.0 %");

    tab.model.answers().chosenClassProperty().set(9);
    assertThat(tab.places.readingProperty().get()).contains("j 25.0 % → 75.0 %");
    assertThat(tab.model.heatProperty().get().values()[5 * 32 + 5]).isEqualTo(-0.5f, within(1e-6f));
    tab.subject.set(WhyTab.photo(64, 3));
    assertThat(tab.model.answers().explainedProperty().get()).as("stays").isEqualTo(new Explained.OfClass(9));
  }

  @Test
  void whatIsSeenCanBeSavedAsPictureAndNumbers() throws Exception {
    open();
    tab.places.choose(ROW, COLUMN);
    Path picture = folder.resolve("why.png");
    Path numbers = folder.resolve("why.csv");

    tab.export.savePicture(picture);
    tab.export.saveNumbers(numbers);

    assertThat(new PhotoLoader().load(picture).width()).isEqualTo(960);
    List<String> lines = Files.readAllLines(numbers);
    assertThat(lines).hasSize(485);
    String[] cells = lines.stream().filter(line -> line.startsWith("44,24,")).findFirst().orElseThrow().split(",");
    assertThat(Double.parseDouble(cells[2 + 2 * NOSE])).isEqualTo(-6, within(1e-4));
    assertThat(tab.messages.shown()).hasSize(2).allSatisfy(m -> assertThat(m.sentence()).contains("Saved"));
    tab.model.settings().methodProperty().set(WhyMethod.SALIENCY);
    tab.export.saveNumbers(numbers);
    assertThat(Files.readAllLines(numbers)).hasSize(1 + 96 * 96).startsWith("row,column,value");
  }

  @Test
  void aFolderThatIsNotThereIsToldInASentence() {
    open();
    tab.export.savePicture(folder.resolve("nowhere").resolve("why.png"));
    assertThat(tab.messages.shown()).singleElement()
        .satisfies(message -> assertThat(message.sentence()).contains("why.png", "could not be written"));
  }

  @Test
  void aNetworkThatFailsIsReportedAndNothingRuns() {
    open();
    StubNetwork failing = StubNetwork.keypoints(input -> {
      if (input[0] == 0.5f) {
        throw new IllegalStateException("no");
      }
      return new float[30];
    });
    tab.load(failing);

    assertThat(tab.messages.shown()).hasSize(1);
    assertThat(tab.model.runningProperty().get()).isFalse();
    assertThat(tab.work.running()).isEmpty();
  }
}
