package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.op.NamedKernel;
import cnnworkshop.core.text.Texts;
import java.util.random.RandomGenerator;

/** What is asked of a kernel's way over numbers, with settings of its own choice. */
final class PlaneQuestions {

  private static final NamedKernel[] IN_ONES_HEAD = {NamedKernel.SHARPEN, NamedKernel.SOBEL_TOP,
      NamedKernel.SOBEL_RIGHT, NamedKernel.IDENTITY};

  private final ConvolutionPlaneModel model;
  private final Texts texts;
  private final ShortNumbers numbers;
  private final RandomGenerator random;

  /** @param random chooses what is asked */
  PlaneQuestions(ConvolutionPlaneModel model, Texts texts, RandomGenerator random) {
    this.model = model;
    this.texts = texts;
    this.numbers = new ShortNumbers(texts.locale());
    this.random = random;
  }

  /** Asks how many rows the map has. */
  void askSize() {
    model.together(() -> {
      model.onPhotoProperty().set(false);
      // On nine rows each of these fits: the widest window reaches over 9.
      model.kernel().setSize(1 + 2 * random.nextInt(1, 3));
      model.strideProperty().set(random.nextInt(1, 4));
      model.dilationProperty().set(random.nextInt(1, 3));
      int padding = random.nextInt(0, 3);
      model.endsProperty().set(padding == 0 ? Ends.VALID : Ends.ZERO);
      model.paddingProperty().set(padding);
    });
    PlaneShape shape = model.shape();
    model.askOfMap(texts.get("learn.plane.ask-size", shape.height(), shape.axis().size(), shape.axis().stride(),
        shape.axis().dilation(), shape.axis().padding()), shape.rows(), shape.formula(texts, false));
  }

  /** Asks one value of the map, with a kernel one can compute in one's head. */
  void askValue() {
    model.together(() -> {
      model.onPhotoProperty().set(false);
      model.channelsProperty().set(1);
      model.strideProperty().set(1);
      model.dilationProperty().set(1);
      model.endsProperty().set(Ends.VALID);
      model.paddingProperty().set(0);
      model.reluProperty().set(false);
      model.flippedProperty().set(false);
      model.kernel().setSize(3);
      model.kernel().set(IN_ONES_HEAD[random.nextInt(IN_ONES_HEAD.length)]);
    });
    PlaneResult result = model.resultProperty().get();
    model.slide().finish();
    model.slide().choose(random.nextInt(result.values().length));
    Arithmetic sum = model.arithmetic();
    model.askOfValue(texts.get("learn.plane.ask-value", sum.row(), sum.column()), sum.value(), spelledOut(sum));
  }

  /** Products that are not zero, added up. */
  private String spelledOut(Arithmetic sum) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < sum.products().length; i++) {
      if (sum.products()[i] != 0) {
        words.append(words.isEmpty() ? "" : " + ").append(numbers.factor(sum.patch()[i])).append(" · ")
            .append(numbers.factor(sum.weights()[i]));
      }
    }
    return (words.isEmpty() ? "0" : words) + " = " + numbers.of(sum.sum());
  }
}
