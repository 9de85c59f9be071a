package cnnworkshop.app.train;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The ten test pictures that are looked at after every epoch: numbers 123 to 132, as in the workshop. */
final class TestPictures {

  private static final int FIRST = 123;
  private static final int COUNT = 10;
  private static final int GUESSES = 3;

  private final LabelledPictures test;
  private final int from;
  private final int count;

  TestPictures(LabelledPictures test) {
    this.test = test;
    this.count = Math.min(COUNT, test.size());
    // A small set has no number 123.
    this.from = Math.min(FIRST, test.size() - count);
  }

  /** The pictures without answers. */
  List<Answer> unanswered() {
    return IntStream.range(from, from + count)
        .mapToObj(i -> new Answer(picture(i), test.classNames().get(test.label(i)), List.of())).toList();
  }

  /** @param outputs probabilities of all test pictures, [picture, class] */
  List<Answer> answers(float[] outputs) {
    int classes = test.classNames().size();
    List<Answer> answers = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      int at = i * classes;
      List<Answer.Guess> guesses = IntStream.range(0, classes).boxed()
          .sorted(Comparator.comparingDouble((Integer c) -> -outputs[at + c])).limit(GUESSES)
          .map(c -> new Answer.Guess(test.classNames().get(c), outputs[at + c])).toList();
      answers.add(new Answer(picture(i), test.classNames().get(test.label(i)), guesses));
    }
    return answers;
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
