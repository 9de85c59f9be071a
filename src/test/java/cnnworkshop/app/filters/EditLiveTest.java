package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.NamedKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows the edits: maps and answers at once, the price a moment later. */
class EditLiveTest {

  @TempDir
  Path folder;

  private EditTab tab;
  private EditNetworkModel network;
  private EditModel model;
  private EditLookModel look;
  private EditPriceModel price;
  /** Another copy of the network, whose weights the test sets itself. */
  private Network byHand;

  private void open(Executor inferenceThread, Executor ui) throws Exception {
    tab = new EditTab(folder, inferenceThread, ui);
    network = new EditNetworkModel(tab.tools);
    model = new EditModel(tab.tools, network);
    look = new EditLookModel(tab.tools, network, model);
    price = new EditPriceModel(tab.tools, network, model, tab.later);
    network.shownProperty().set(true);
  }

  private void open(Network loaded) throws Exception {
    byHand = loaded.copy();
    tab.load(loaded);
  }

  private void open() throws Exception {
    open(Runnable::run, Runnable::run);
  }

  @AfterEach
  void close() throws Exception {
    tab.close();
    if (byHand != null) {
      byHand.close();
    }
  }

  private void setByHand() {
    Filters edited = model.editsProperty().get().edited();
    byHand.setWeights(0, edited.weights(), edited.biases());
  }

  private EditLook seen() {
    return look.lookProperty().get();
  }

  @Test
  void mapsAndAnswersAreThoseOfANetworkWithTheSameWeightsSetByHand() throws Exception {
    open();
    open(tab.points("one"));
    tab.subject.set(EditTab.photo(1));
    float[] view = tab.subject.get().seenBy(EditTab.FACE);
    float[] mapsBefore = byHand.featureMaps(0, view).values();
    float[] before = byHand.predict(view, 1);
    assertThat(seen().before().outputs()).isEqualTo(before);
    assertThat(seen().after().outputs()).isEqualTo(before);

    model.put(NamedKernel.EMBOSS);
    model.choose(2);
    model.setScale(-1.25);
    model.setBias(0.1);
    model.choose(3);
    model.setOff(true);
    setByHand();
    assertThat(seen().after().maps().values()).isEqualTo(byHand.featureMaps(0, view).values());
    assertThat(seen().after().outputs()).isEqualTo(byHand.predict(view, 1)).isNotEqualTo(before);
    assertThat(seen().before().maps().values()).isEqualTo(mapsBefore);
    assertThat(seen().before().outputs()).isEqualTo(before);

    model.resetAll();
    assertThat(seen().after().outputs()).as("taken back").isEqualTo(before);
  }

  @Test
  void aMapsRangeHoldsBothWhatItWasAndWhatItIs() throws Exception {
    open();
    open(tab.points("one"));
    tab.subject.set(EditTab.photo(1));
    float highBefore = seen().range(0).high();
    model.setBias(5);

    assertThat(seen().range(0).low()).isLessThanOrEqualTo(seen().before().map(0)[0]);
    assertThat(seen().range(0).high()).isGreaterThan(highBefore + 4);
  }

  @Test
  void anotherPictureIsLookedAtAtOnceAndWithTheEdits() throws Exception {
    open();
    open(tab.points("one"));
    tab.subject.set(EditTab.photo(1));
    model.setOff(true);
    tab.subject.set(new Subject("part", EditTab.photo(2).photo(), new FaceSquare(15, 12, 20, 10)));
    setByHand();

    float[] view = tab.subject.get().seenBy(EditTab.FACE);
    assertThat(seen().seen()).isEqualTo(view);
    assertThat(seen().after().outputs()).isEqualTo(byHand.predict(view, 1));
  }

  @Test
  void withoutAPictureOrWithAnInputNoPhotoFitsASentenceSaysWhy() throws Exception {
    open();
    open(tab.points("one"));
    assertThat(look.emptyProperty().get()).startsWith("There is no picture");
    tab.subject.set(EditTab.photo(1));
    assertThat(look.emptyProperty().get()).isEmpty();
    assertThat(seen()).isNotNull();
    tab.subject.set(null);
    assertThat(seen()).isNull();

    tab.subject.set(EditTab.photo(1));
    tab.load(tab.network("long", new Shape(1, 8, 24), LayerSpec.Convolution.relu("conv1", 2, 3,
        LayerSpec.Padding.VALID), Task.CLASSES, 2, List.of("a", "b")));
    assertThat(look.emptyProperty().get()).contains("can’t be cut out of a photo");
    assertThat(seen()).isNull();
    model.setOff(true);
    assertThat(model.editsProperty().get().changed()).isEqualTo(1);
  }

  @Test
  void ofManyEditsWhileOneIsLookedAtOnlyTheNewestFollows() throws Exception {
    SteppedExecutor thread = new SteppedExecutor();
    open(thread, Runnable::run);
    open(tab.points("one"));
    tab.subject.set(EditTab.photo(1));
    thread.runAll();
    List<EditLook> looks = new ArrayList<>();
    look.lookProperty().addListener((p, before, now) -> looks.add(now));
    for (int i = 1; i <= 20; i++) {
      model.setScale(1 - i / 20.0);
    }
    assertThat(thread.size()).isEqualTo(1);
    thread.runAll();

    assertThat(looks).hasSize(2);
    setByHand();
    assertThat(seen().after().outputs()).isEqualTo(byHand.predict(tab.subject.get().seenBy(EditTab.FACE), 1));
  }

  @Test
  void nothingIsComputedWhileNobodyLooks() throws Exception {
    open();
    open(tab.points("one"));
    tab.subject.set(EditTab.photo(1));
    EditLook before = seen();
    network.shownProperty().set(false);
    tab.subject.set(EditTab.photo(2));
    tab.later.runAll();
    assertThat(seen()).isSameAs(before);
    assertThat(price.priceProperty().get()).isNull();

    network.shownProperty().set(true);
    assertThat(seen().seen()).isEqualTo(tab.subject.get().seenBy(EditTab.FACE));
  }

  private double rmseByHand() {
    double sum = 0;
    int numbers = 0;
    for (FaceSample face : DrawnFaces.of(EditTrial.FACES, 2026)) {
      FaceView view = new FaceView(face.view());
      float[] outputs = byHand.predict(view.sample(face.picture(), 1), 1);
      double[] truth = face.pointsIn(view).toArray();
      for (int i = 0; i < 30; i++) {
        double off = outputs[i] * 48 + 48 - truth[i];
        sum += off * off;
        numbers++;
      }
    }
    return Math.sqrt(sum / numbers);
  }

  @Test
  void thePriceOfPointsIsTheErrorOnDrawnFacesAndTheWayOnTheSamples() throws Exception {
    open();
    open(tab.points("one"));
    double before = rmseByHand();
    List<float[]> samplesBefore = samplesByHand(EditTab.FACE);
    model.put(NamedKernel.OUTLINE);
    assertThat(price.priceProperty().get()).as("only a moment later").isNull();
    tab.later.runAll();
    setByHand();

    EditPrice paid = price.priceProperty().get();
    assertThat(paid.judged()).isEqualTo(100);
    assertThat(paid.before()).isCloseTo(before, within(1e-4));
    assertThat(paid.after()).isCloseTo(rmseByHand(), within(1e-4)).isNotCloseTo(before, within(1e-2));
    List<float[]> samplesAfter = samplesByHand(EditTab.FACE);
    double way = 0;
    for (int s = 0; s < 3; s++) {
      for (int i = 0; i < 30; i += 2) {
        way += 48 * Math.hypot(samplesAfter.get(s)[i] - samplesBefore.get(s)[i],
            samplesAfter.get(s)[i + 1] - samplesBefore.get(s)[i + 1]) / 45;
      }
    }
    assertThat(paid.samples()).isEqualTo(3);
    assertThat(paid.changed()).isCloseTo(way, within(1e-3));
    assertThat(price.stateProperty().get()).isEmpty();
    assertThat(tab.work.running()).isEmpty();
  }

  private List<float[]> samplesByHand(Shape input) {
    return tab.tools.samples().get().stream().map(sample -> byHand.predict(sample.seenBy(input), 1)).toList();
  }

  @Test
  void afterTheLastEditThePriceIsMeasuredOnce() throws Exception {
    open();
    open(tab.points("one"));
    List<EditPrice> prices = new ArrayList<>();
    price.priceProperty().addListener((p, before, now) -> Collections.addAll(prices, now));
    for (int i = 1; i <= 5; i++) {
      model.setScale(1 + i / 10.0);
    }
    tab.later.runAll();
    assertThat(prices).hasSize(1);

    model.resetAll();
    tab.later.runAll();
    assertThat(prices).hasSize(2);
    assertThat(prices.get(1).after()).isEqualTo(prices.get(1).before()).isEqualTo(prices.get(0).before());
  }

  @Test
  void ofDrawnObjectsTheShareToldRightIsThePrice() throws Exception {
    open();
    open(tab.classes("shapes", Shapes10.CLASS_NAMES));
    tab.later.runAll();
    model.switchOthersOff();
    tab.later.runAll();
    setByHand();

    var pictures = Shapes10.test(EditTrial.SHAPES, Shapes10.DIFFICULTY, 2026);
    int right = 0;
    for (int i = 0; i < pictures.size(); i++) {
      float[] values = new float[pictures.valuesAPicture()];
      pictures.read(i, values, 0);
      float[] outputs = byHand.predict(values, 1);
      int best = 0;
      for (int c = 0; c < outputs.length; c++) {
        best = outputs[c] > outputs[best] ? c : best;
      }
      right += best == pictures.label(i) ? 1 : 0;
    }
    assertThat(price.priceProperty().get().judged()).isEqualTo(200);
    assertThat(price.priceProperty().get().after()).isCloseTo(right / 200.0, within(0.011));
  }

  @Test
  void ofOtherClassesTheShareOfOtherAnswersIsThePrice() throws Exception {
    open();
    Network loaded = tab.classes("other", List.of("a", "b", "c"));
    open(loaded);
    List<float[]> before = samplesByHand(new Shape(3, 32, 32));
    model.setWeight(0, 0, 60);
    tab.later.runAll();
    setByHand();
    List<float[]> after = samplesByHand(new Shape(3, 32, 32));

    int others = 0;
    for (int i = 0; i < 3; i++) {
      others += best(before.get(i)) == best(after.get(i)) ? 0 : 1;
    }
    EditPrice paid = price.priceProperty().get();
    assertThat(paid.judged()).isZero();
    assertThat(paid.samples()).isEqualTo(3);
    assertThat(paid.changed()).isEqualTo(others / 3.0);
  }

  private static int best(float[] outputs) {
    int best = 0;
    for (int c = 0; c < outputs.length; c++) {
      best = outputs[c] > outputs[best] ? c : best;
    }
    return best;
  }

  @Test
  void measuringCanBeStoppedAndANewEditBeginsItAgain() throws Exception {
    SteppedExecutor thread = new SteppedExecutor();
    open(thread, Runnable::run);
    open(tab.points("one"));
    thread.runAll();
    tab.later.runAll();
    thread.runOne();
    assertThat(tab.work.running()).hasSize(1);
    tab.work.running().get(0).stop();
    thread.runAll();
    assertThat(price.priceProperty().get()).isNull();
    assertThat(price.stateProperty().get()).startsWith("Stopped");
    assertThat(tab.work.running()).isEmpty();

    model.setOff(true);
    tab.later.runAll();
    thread.runAll();
    assertThat(price.priceProperty().get()).isNotNull();
  }

  @Test
  void anEditWhileMeasuringVoidsWhatWasMeasured() throws Exception {
    SteppedExecutor thread = new SteppedExecutor();
    open(thread, Runnable::run);
    open(tab.points("one"));
    thread.runAll();
    model.setScale(0.5);
    tab.later.runAll();
    for (int i = 0; i < 5; i++) {
      thread.runOne();
    }
    model.setScale(0.25);
    assertThat(tab.work.running()).isEmpty();
    tab.later.runAll();
    thread.runAll();
    setByHand();

    assertThat(price.priceProperty().get().after()).isCloseTo(rmseByHand(), within(1e-4));
  }

  @Test
  void answersWithoutAMeaningHaveNoPrice() throws Exception {
    open();
    open(tab.network("numbers", EditTab.FACE, LayerSpec.Convolution.relu("conv1", 2, 3, LayerSpec.Padding.VALID),
        Task.OTHER, 7, List.of()));
    tab.later.runAll();
    assertThat(price.priceProperty().get()).isNull();
    assertThat(price.stateProperty().get()).contains("no known meaning");
  }
}
