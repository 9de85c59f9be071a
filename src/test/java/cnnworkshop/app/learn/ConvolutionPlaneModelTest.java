package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.op.Convolution;
import cnnworkshop.core.op.NamedKernel;
import cnnworkshop.core.op.SlidingAxis;
import cnnworkshop.core.text.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class ConvolutionPlaneModelTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private Photo photo = Photo.ofRgb(40, 30, new Random(1).ints(1200).toArray());
  private final StubNetwork network = StubNetwork.keypoints(new float[30]);
  private final ConvolutionPlaneModel model = new ConvolutionPlaneModel(new DemoTools(texts,
      new KeypointLab(() -> network, Runnable::run, Runnable::run), () -> photo, List::of, null, null, waiting::add,
      Runnable::run, new SimpleBooleanProperty(), failures::add));
  private final PlaneQuestions questions = new PlaneQuestions(model, texts, new Random(6));

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private PlaneResult result() {
    return model.resultProperty().get();
  }

  @Test
  void theMapIsThatOfThePlainConvolution() {
    model.channelsProperty().set(3);
    model.strideProperty().set(2);
    model.dilationProperty().set(2);
    model.endsProperty().set(Ends.MIRROR);
    model.kernel().setWeight(1, 0, 2, 0.25);
    model.kernel().setBias(-3);
    model.reluProperty().set(true);

    SlidingAxis axis = new SlidingAxis(3, 2, 2, false, 2);
    PlaneInput input = PlaneInput.numbers(3);
    float[] expected = new Convolution(model.kernel().weights(), new float[] {-3}, 3, axis, axis, Ends.MIRROR.edge())
        .apply(input.values(), 9, 9);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Math.max(0, expected[i]);
    }
    assertThat(result().values()).containsExactly(expected);
    assertThat(result().rows()).isEqualTo(5);
  }

  @Test
  void theSumOfEveryValueIsItsArithmetic() {
    model.channelsProperty().set(3);
    model.endsProperty().set(Ends.ZERO);
    model.kernel().setBias(0.3);
    for (int i = 0; i < result().values().length; i++) {
      model.slide().choose(i);
      Arithmetic sum = model.arithmetic();
      assertThat(sum.value()).isEqualTo(result().values()[i]).isEqualTo(sum.beforeActivation());
      assertThat(sum.channelSum(0) + sum.channelSum(1) + sum.channelSum(2)).isEqualTo(sum.sum(), within(1e-4f));
    }
    model.slide().choose(0);
    assertThat(model.arithmetic().isPadding(0, 2)).isTrue();
    assertThat(model.arithmetic().isPadding(1, 1)).isFalse();
  }

  @Test
  void impossibleMixesSayWhyAndWhatToDo() {
    model.kernel().setSize(7);
    model.dilationProperty().set(2);

    assertThat(result()).isNull();
    assertThat(model.remarkProperty().get()).startsWith("Not possible").contains("13 cells").contains("only 9");
    assertThat(model.slide().countProperty().get()).isZero();
    assertThat(model.arithmetic()).isNull();

    model.paddingProperty().set(2);

    assertThat(result().rows()).as("13 of 13").isEqualTo(1);
    assertThat(model.endsProperty().get()).as("padding needs something in it").isEqualTo(Ends.ZERO);
  }

  @Test
  void aMirrorShowsNoMoreThanThereIs() {
    PlaneShape shape = new PlaneShape(4, 9, new SlidingAxis(3, 1, 1, false, 4), Ends.MIRROR.edge());
    assertThat(shape.isPossible()).isFalse();
    assertThat(shape.remark(texts)).contains("4 rows of mirror image").contains("only 3");
  }

  @Test
  void aStrideThatLosesRowsSaysSo() {
    model.kernel().setSize(1);
    model.useKernel(NamedKernel.IDENTITY);
    model.strideProperty().set(3);
    assertThat(model.remarkProperty().get()).contains("the last 2 rows and 2 columns");
  }

  @Test
  void paddingThatKeepsTheSizeIsThereAtOnce() {
    model.kernel().setSize(5);
    model.endsProperty().set(Ends.MIRROR);
    assertThat(model.paddingProperty().get()).isEqualTo(2);
    assertThat(result().rows()).isEqualTo(9);
    model.endsProperty().set(Ends.VALID);
    assertThat(result().rows()).isEqualTo(5);
  }

  @Test
  void flippedItIsTheOppositeOfASobelKernel() {
    float[] before = result().values();
    model.flippedProperty().set(true);
    for (int i = 0; i < before.length; i++) {
      assertThat(result().values()[i]).isEqualTo(0 - before[i]);
    }
  }

  @Test
  void theNetworksFiltersComeWithBiasAndRelu() {
    assertThat(model.filtersProperty().get().count()).isEqualTo(32);
    model.channelsProperty().set(3);

    model.useFilter(31);

    assertThat(model.channelsProperty().get()).isEqualTo(1);
    assertThat(model.kernel().weight(0, 2, 1)).isEqualTo(model.filtersProperty().get().weight(31, 0, 2, 1));
    assertThat(result().activation()).isEqualTo(Activation.RELU);
    assertThat(result().range().low()).isNotNegative();
  }

  @Test
  void onAPhotoTheNewestOfManyChangesIsComputedAndNoMoreThanTwo() {
    model.onPhotoProperty().set(true);
    for (int bias = 1; bias <= 20; bias++) {
      model.kernel().setBias(bias);
    }
    assertThat(waiting).hasSize(1);
    int computed = 0;
    while (!waiting.isEmpty()) {
      waiting.remove().run();
      computed++;
    }

    assertThat(computed).isEqualTo(2);
    assertThat(result().kernel().bias()).isEqualTo(20);
    assertThat(result().columns()).isEqualTo(38);
    assertThat(failures).isEmpty();
  }

  @Test
  void aLargePhotoIsMadeSmall() {
    photo = Photo.ofRgb(2000, 1000, new int[2_000_000]);
    model.onPhotoProperty().set(true);
    work();

    assertThat(result().input().width()).isEqualTo(512);
    assertThat(result().input().height()).isEqualTo(256);
  }

  @Test
  void aPhotoThatComesTooLateDoesNotReplaceTheNumbers() {
    model.onPhotoProperty().set(true);
    model.onPhotoProperty().set(false);
    work();

    assertThat(result().input().photo()).isFalse();
    model.onPhotoProperty().set(true);
    work();
    assertThat(result().input().photo()).isTrue();
  }

  @Test
  void theAskedSizeHidesWithItsMap() {
    questions.askSize();
    assertThat(model.isMapHidden()).isTrue();
    assertThat(model.formulaProperty().get()).contains("= ? rows");
    assertThat(model.arithmetic()).isNull();

    model.predict().answer(Integer.toString(model.shape().rows()));

    assertThat(model.predict().stateProperty().get()).isEqualTo(PredictModel.State.RIGHT);
    assertThat(model.isMapHidden()).isFalse();
    assertThat(model.formulaProperty().get()).doesNotContain("?");
  }

  @Test
  void theAskedValueHidesUntilItIsGuessed() {
    questions.askValue();
    assertThat(model.isValueHidden()).isTrue();
    assertThat(model.arithmetic()).isNull();
    assertThat(model.readingProperty().get()).endsWith("is ?.");

    model.predict().answer(Float.toString(result().values()[model.slide().chosenProperty().get()]));

    assertThat(model.predict().stateProperty().get()).isEqualTo(PredictModel.State.RIGHT);
    assertThat(model.arithmetic()).isNotNull();
  }

  @Test
  void everyQuestionOfSizeIsPossible() {
    for (int i = 0; i < 200; i++) {
      questions.askSize();
      assertThat(result()).isNotNull();
    }
  }

  @Test
  void aKernelKeepsItsMiddleWhenItGrowsAndShrinks() {
    float[] three = model.kernel().weights();
    model.kernel().setSize(7);
    assertThat(model.kernel().weight(0, 2, 2)).isEqualTo(three[0]);
    model.kernel().setSize(3);
    assertThat(model.kernel().weights()).containsExactly(three);
  }
}
