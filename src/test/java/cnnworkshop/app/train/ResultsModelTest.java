package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.AnswerItem.Mark;
import cnnworkshop.app.control.ConfusionCell;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.train.ResultsModel.Kind;
import cnnworkshop.app.train.ResultsModel.Origin;
import cnnworkshop.app.train.ResultsModel.Page;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsModelTest {

  private static final List<String> TEN_CLASSES =
      IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();

  private final List<Throwable> failures = new ArrayList<>();
  private final ResultsModel model =
      new ResultsModel(Texts.load(Locale.ENGLISH), Runnable::run, Runnable::run, failures::add);

  /** Pictures of one pixel, each as bright as its number. */
  private static LabelledPictures pictures(List<String> names, int... labels) {
    byte[] values = new byte[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    return new LabelledPictures(names, 1, 1, 1, values, labels);
  }

  /** Each picture is taken for its guess with its probability; the other classes share the rest. */
  private static Verdict verdict(int classes, int[] guesses, double[] probabilities) {
    float[] outputs = new float[guesses.length * classes];
    for (int i = 0; i < guesses.length; i++) {
      Arrays.fill(outputs, i * classes, (i + 1) * classes, (float) ((1 - probabilities[i]) / (classes - 1)));
      outputs[i * classes + guesses[i]] = (float) probabilities[i];
    }
    return new Verdict(0, 0, 0, outputs);
  }

  private static List<Integer> numbers(List<AnswerItem> items) {
    return items.stream().map(AnswerItem::number).toList();
  }

  private int total() {
    return model.confusionProperty().get().pictures();
  }

  // D29
  @Test
  void twoOfThreePicturesRightAreTwoThirdsAndEachIsCountedOnce() {
    model.show(pictures(TEN_CLASSES, 3, 5, 7), Origin.TEST);
    model.judged(verdict(10, new int[] {3, 5, 1}, new double[] {0.9, 0.6, 0.5}));

    assertThat(model.lineProperty().get()).isEqualTo("2 of 3 right: 66.7 %");
    assertThat(total()).isEqualTo(3);
    assertThat(model.confusionProperty().get().counts()[7][1]).isEqualTo(1);
    assertThat(model.confusionProperty().get().recall(3)).isEqualTo(1);
    assertThat(model.confusionProperty().get().recall(7)).isZero();
    assertThat(model.confusionProperty().get().recall(0)).as("a class without pictures").isNaN();
    assertThat(model.tenProperty().get()).extracting(AnswerItem::mark)
        .containsExactly(Mark.RIGHT, Mark.RIGHT, Mark.WRONG);
    assertThat(model.tenProperty().get().get(2).bars()).hasSize(3).first()
        .isEqualTo(new AnswerItem.Bar("class 1", 0.5, "50%"));
    assertThat(failures).isEmpty();
  }

  // D29
  @Test
  void picturesOfAPartialBatchCountAsMuchAsOthers() {
    // 131 pictures are a batch of 128 and one of 3; those three are wrong.
    int[] labels = new int[131];
    int[] guesses = new int[131];
    Arrays.fill(guesses, 128, 131, 1);
    double[] sure = new double[131];
    Arrays.fill(sure, 0.8);
    model.show(pictures(List.of("cat", "dog"), labels), Origin.HELD_OUT);
    model.judged(verdict(2, guesses, sure));

    assertThat(model.lineProperty().get()).isEqualTo("Held out: 128 of 131 right: 97.7 %");
    assertThat(total()).isEqualTo(131);
    model.pageProperty().set(Page.WORST);
    assertThat(numbers(model.worstProperty().get())).containsExactly(128, 129, 130);
  }

  @Test
  void theTenPicturesAreThereBeforeANetworkHasSaidAnything() {
    int[] labels = IntStream.range(0, 200).map(i -> i % 2).toArray();
    LabelledPictures pictures = pictures(List.of("cat", "dog"), labels);
    model.show(new PictureTask("pets", pictures, pictures, List.of()));

    assertThat(model.kindProperty().get()).isEqualTo(Kind.CLASSES);
    assertThat(numbers(model.tenProperty().get())).containsExactly(123, 124, 125, 126, 127, 128, 129, 130, 131, 132);
    assertThat(model.tenProperty().get()).allMatch(item -> item.mark() == Mark.NONE && item.bars().isEmpty());
    assertThat(model.tenProperty().get().get(0).title()).isEqualTo("dog");
    assertThat(model.tenProperty().get().get(0).picture().argb(0, 0)).isEqualTo(0xFF7B7B7B);
    assertThat(model.emptyProperty().get()).isEmpty();
    model.pageProperty().set(Page.WORST);
    assertThat(model.emptyProperty().get()).startsWith("After the first epoch");
  }

  @Test
  void picturesBehindACellComeSurestFirstAndTheCellStaysForTheNextEpoch() {
    model.show(pictures(List.of("cat", "dog"), 0, 0, 0, 1), Origin.TEST);
    model.pageProperty().set(Page.TABLE);
    model.judged(verdict(2, new int[] {1, 1, 0, 1}, new double[] {0.6, 0.9, 0.7, 0.8}));
    model.cellProperty().set(new ConfusionCell(0, 1));
    assertThat(numbers(model.behindProperty().get())).containsExactly(1, 0);
    assertThat(model.behindProperty().get().get(0).bars())
        .containsExactly(new AnswerItem.Bar("→ dog", 0.9f, "90%"));
    assertThat(model.behindLineProperty().get()).isEqualTo("cat taken for dog: 2 pictures.");

    model.judged(verdict(2, new int[] {1, 0, 1, 1}, new double[] {0.6, 0.9, 0.7, 0.8}));
    assertThat(model.cellProperty().get()).isEqualTo(new ConfusionCell(0, 1));
    assertThat(numbers(model.behindProperty().get())).containsExactly(2, 0);
  }

  @Test
  void theCommonestMistakeIsLookedAtFirstAndAPersonsChoiceAfterThat() {
    model.pageProperty().set(Page.TABLE);
    model.show(pictures(List.of("cat", "dog"), 0, 0, 0, 1), Origin.TEST);
    Verdict verdict = verdict(2, new int[] {1, 1, 0, 0}, new double[] {0.6, 0.9, 0.7, 0.8});
    model.judged(verdict);
    assertThat(model.cellProperty().get()).isEqualTo(new ConfusionCell(0, 1));
    assertThat(numbers(model.behindProperty().get())).containsExactly(1, 0);

    model.cellProperty().set(new ConfusionCell(1, 1));
    model.judged(verdict);
    assertThat(model.cellProperty().get()).isEqualTo(new ConfusionCell(1, 1));
    assertThat(model.behindProperty().get()).isEmpty();
    assertThat(model.behindLineProperty().get()).isEqualTo("dog told right: no picture.");
  }

  @Test
  void ofManyPicturesBehindACellTheFirst200AreShownAndItIsSaid() {
    int[] labels = new int[250];
    double[] sure = new double[250];
    Arrays.fill(sure, 0.8);
    model.pageProperty().set(Page.TABLE);
    model.show(pictures(List.of("cat", "dog"), labels), Origin.TEST);
    model.judged(verdict(2, labels, sure));
    model.cellProperty().set(new ConfusionCell(0, 0));
    assertThat(model.behindProperty().get()).hasSize(200);
    assertThat(model.behindLineProperty().get())
        .isEqualTo("cat told right: 250 pictures. The 200 the network was surest of are shown.");
  }

  @Test
  void theWorstMistakesAreThoseTheNetworkWasSurestOf() {
    int[] labels = new int[40];
    int[] guesses = new int[40];
    Arrays.fill(guesses, 1);
    guesses[39] = 0;
    double[] sure = IntStream.range(0, 40).mapToDouble(i -> 0.55 + i / 100.0).toArray();
    model.pageProperty().set(Page.WORST);
    model.show(pictures(List.of("cat", "dog"), labels), Origin.TEST);
    model.judged(verdict(2, guesses, sure));
    assertThat(model.worstProperty().get()).hasSize(30).allMatch(item -> item.mark() == Mark.WRONG);
    assertThat(numbers(model.worstProperty().get())).startsWith(38, 37, 36).endsWith(9);
    assertThat(model.worstProperty().get().get(0).description()).isEqualTo("A cat, taken for dog with 93%: wrong");
  }

  @Test
  void withoutAnyMistakeItIsSaid() {
    model.pageProperty().set(Page.WORST);
    model.show(pictures(List.of("cat", "dog"), 0, 1), Origin.TEST);
    model.judged(verdict(2, new int[] {0, 1}, new double[] {0.9, 0.9}));
    assertThat(model.emptyProperty().get()).startsWith("No mistakes");
  }

  @Test
  void onlyThePageThatIsShownIsWorkedOut() {
    model.show(pictures(List.of("cat", "dog"), 0, 1), Origin.TEST);
    model.judged(verdict(2, new int[] {1, 0}, new double[] {0.6, 0.9}));
    assertThat(model.worstProperty().get()).isEmpty();
    assertThat(model.behindProperty().get()).isEmpty();
    assertThat(model.cellProperty().get()).isNull();
    model.pageProperty().set(Page.WORST);
    assertThat(numbers(model.worstProperty().get())).containsExactly(1, 0);

    model.judged(verdict(2, new int[] {0, 1}, new double[] {0.6, 0.9}));
    model.pageProperty().set(Page.TEN);
    assertThat(model.tenProperty().get()).extracting(AnswerItem::mark).containsOnly(Mark.RIGHT);
  }

  @Test
  void ofOvertakenWorkNothingIsShown() {
    SteppedExecutor background = new SteppedExecutor();
    SteppedExecutor ui = new SteppedExecutor();
    ResultsModel slow = new ResultsModel(Texts.load(Locale.ENGLISH), background, ui, failures::add);
    slow.show(pictures(List.of("cat", "dog"), 0, 1), Origin.TEST);
    slow.judged(verdict(2, new int[] {1, 0}, new double[] {0.6, 0.9}));
    background.runAll();
    slow.judged(verdict(2, new int[] {0, 1}, new double[] {0.6, 0.9}));
    ui.runAll();
    assertThat(slow.lineProperty().get()).as("the verdict before").isEmpty();
    background.runAll();
    ui.runAll();
    assertThat(slow.lineProperty().get()).isEqualTo("2 of 2 right: 100.0 %");

    slow.judged(verdict(2, new int[] {1, 0}, new double[] {0.6, 0.9}));
    background.runAll();
    slow.clear();
    ui.runAll();
    assertThat(slow.lineProperty().get()).isEmpty();
    assertThat(slow.tenProperty().get()).isEmpty();
    assertThat(slow.emptyProperty().get()).contains("as soon as there is data");
  }

  @Test
  void aRestartForgetsTheAnswersAndKeepsThePictures() {
    model.show(pictures(List.of("cat", "dog"), 0, 1), Origin.TEST);
    model.judged(verdict(2, new int[] {1, 0}, new double[] {0.6, 0.9}));
    model.restart();
    assertThat(model.lineProperty().get()).isEmpty();
    assertThat(model.confusionProperty().get()).isNull();
    assertThat(model.tenProperty().get()).hasSize(2).allMatch(item -> item.mark() == Mark.NONE);
  }

  @Test
  void withoutTestPicturesItIsSaidWhatWillBeHere() {
    LabelledPictures some = pictures(List.of("cat", "dog"), 0, 1);
    model.show(new PictureTask("pets", some, pictures(List.of("cat", "dog")), List.of()));
    assertThat(model.emptyProperty().get()).startsWith("This data has no test pictures");
    model.judged(verdict(2, new int[] {1, 0}, new double[] {0.6, 0.9}));
    assertThat(model.lineProperty().get()).isEmpty();
  }

  @Test
  void aVerdictOnOtherPicturesIsReportedAndNotShown() {
    model.show(pictures(List.of("cat", "dog"), 0, 1), Origin.TEST);
    model.judged(new Verdict(0, 0, 0, new float[5]));
    assertThat(failures).singleElement().isInstanceOf(IllegalArgumentException.class);
    assertThat(model.lineProperty().get()).isEmpty();
  }

  /** A face with all points at one place, except one that is missing. */
  private static FaceSample face(Keypoint missing) {
    float[] points = new float[Keypoints.NUMBERS];
    Arrays.fill(points, 40);
    if (missing != null) {
      points[2 * missing.ordinal()] = Float.NaN;
      points[2 * missing.ordinal() + 1] = Float.NaN;
    }
    return new FaceSample(Photo.ofGrey(FaceView.SIZE, FaceView.SIZE, new float[FaceView.SIZE * FaceView.SIZE]),
        FaceSquare.ofBox(0, 0, FaceView.SIZE), points, "somebody");
  }

  @Test
  void facesAreSortedByTheirErrorAndMissingPointsDoNotCount() {
    List<FaceSample> faces = List.of(face(null), face(Keypoint.NOSE_TIP), face(null));
    float[] outputs = new float[3 * Keypoints.NUMBERS];
    // All coordinates are off by 2, 4 and 6 pixels; a target is (v - 48) / 48.
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (40 + 2 * (i / Keypoints.NUMBERS + 1) - 48) / 48f;
    }
    model.show(new FaceTask("faces", faces, faces, List.of()));
    assertThat(model.kindProperty().get()).isEqualTo(Kind.FACES);
    assertThat(model.tenProperty().get()).hasSize(3).allMatch(item -> Double.isNaN(item.face().predicted()[0]));
    model.judged(new Verdict(0, 0, 0, outputs));

    double rmse = Math.sqrt((30 * 4 + 28 * 16 + 30 * 36) / 88.0);
    assertThat(model.lineProperty().get()).startsWith(String.format(Locale.ROOT, "RMSE %.2f px on 3 faces", rmse));
    assertThat(model.tenProperty().get()).extracting(AnswerItem::title).containsExactly("2.00 px", "4.00 px", "6.00 px");
    model.pageProperty().set(Page.WORST);
    assertThat(numbers(model.worstProperty().get())).containsExactly(2, 1, 0);
    model.pageProperty().set(Page.TABLE);
    assertThat(model.pointsProperty().get()).hasSize(15);
    assertThat(model.pointsProperty().get().get(Keypoint.NOSE_TIP.ordinal()).rmse())
        .isCloseTo(Math.sqrt((4 + 36) / 2.0), org.assertj.core.data.Offset.offset(1e-4));
    assertThat(failures).isEmpty();
  }
}
