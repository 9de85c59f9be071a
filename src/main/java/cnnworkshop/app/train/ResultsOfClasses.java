package cnnworkshop.app.train;

import cnnworkshop.app.control.ConfusionCell;
import cnnworkshop.app.control.ConfusionTable;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.train.ClassJudge;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a classifier said of some pictures, looked at from several sides. Immutable; made in the background. */
final class ResultsOfClasses {

  private final LabelledPictures pictures;
  private final TestPictures looks;
  private final float[] outputs;
  private final int[] guessed;
  private final ConfusionTable table;

  /**
   * @param pictures at least one
   * @param outputs probabilities, [picture, class]; kept, not copied
   */
  ResultsOfClasses(LabelledPictures pictures, float[] outputs) {
    int classes = pictures.classNames().size();
    if (outputs.length != pictures.size() * classes) {
      throw new IllegalArgumentException(outputs.length + " outputs of " + pictures.size() + " pictures and "
          + classes + " classes");
    }
    this.pictures = pictures;
    this.looks = new TestPictures(pictures);
    this.outputs = outputs;
    this.guessed = IntStream.range(0, pictures.size()).map(i -> ClassJudge.best(outputs, i, classes)).toArray();
    this.table = new ConfusionTable(pictures.classNames(), new ClassJudge(pictures).confusion(outputs));
  }

  /** How often which class was taken for which. */
  ConfusionTable table() {
    return table;
  }

  /** The ten pictures that are looked at after every epoch. */
  List<Answer> ten() {
    return looks.answers(outputs);
  }

  /**
   * Pictures behind a cell, those the network was surest of first, each with its likeliest class.
   *
   * @param most how many at most
   */
  List<Answer> behind(ConfusionCell cell, int most) {
    return surest(i -> pictures.label(i) == cell.truth() && guessed[i] == cell.guess(), most);
  }

  /** Mistakes, those the network was surest of first, each with its likeliest class. */
  List<Answer> worst(int most) {
    return surest(i -> pictures.label(i) != guessed[i], most);
  }

  private List<Answer> surest(IntPredicate wanted, int most) {
    return IntStream.range(0, pictures.size()).filter(wanted).boxed()
        .sorted(Comparator.comparingDouble(i -> -probability(i))).limit(most)
        .map(i -> looks.answer(i, outputs, 1)).toList();
  }

  private double probability(int picture) {
    return outputs[picture * pictures.classNames().size() + guessed[picture]];
  }
}
