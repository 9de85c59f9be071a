package cnnworkshop.app.train;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures a classifier is judged by, each with what it says; among them the ten that are looked at after every epoch:
 * numbers 123 to 132, as in the workshop.
 */
final class TestPictures {

  private static final int FIRST = 123;
  private static final int COUNT = 10;
  private static final int GUESSES = 3;

  private final LabelledPictures test;

  TestPictures(LabelledPictures test) {
    this.test = test;
  }

  /** Which pictures of a set are the ten, or all of fewer. */
  static int[] ten(int size) {
    int count = Math.min(COUNT, size);
    // A small set has no number 123.
    int from = Math.min(FIRST, size - count);
    return IntStream.range(from, from + count).toArray();
  }

  /** The ten pictures without answers. */
  List<Answer> unanswered() {
    return Arrays.stream(ten(test.size())).mapToObj(i -> new Answer(i, picture(i), truth(i), List.of())).toList();
  }

  /**
   * The ten pictures with the three likeliest classes of each.
   *
   * @param outputs probabilities of all test pictures, [picture, class]
   */
  List<Answer> answers(float[] outputs) {
    return Arrays.stream(ten(test.size())).mapToObj(i -> answer(i, outputs, GUESSES)).toList();
  }

  /** One picture with its {@code guesses} likeliest classes. */
  Answer answer(int number, float[] outputs, int guesses) {
    int classes = test.classNames().size();
    int at = number * classes;
    return new Answer(number, picture(number), truth(number), IntStream.range(0, classes).boxed()
        .sorted(Comparator.comparingDouble(c -> -outputs[at + c])).limit(guesses)
        .map(c -> new Answer.Guess(test.classNames().get(c), outputs[at + c])).toList());
  }

  private String truth(int number) {
    return test.classNames().get(test.label(number));
  }

  private Photo picture(int number) {
    float[] values = new float[test.valuesAPicture()];
    test.read(number, values, 0);
    int plane = test.height() * test.width();
    int[] rgb = new int[plane];
    for (int i = 0; i < plane; i++) {
      int red = Math.round(255 * values[i]);
      int green = test.channels() == 1 ? red : Math.round(255 * values[plane + i]);
      int blue = test.channels() == 1 ? red : Math.round(255 * values[2 * plane + i]);
      rgb[i] = red << 16 | green << 8 | blue;
    }
    return Photo.ofRgb(test.width(), test.height(), rgb);
  }
}
