package cnnworkshop.app.filters;

import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures on which the price of an edit is measured: first those whose truth is known, then the samples.
 *
 * @param pictures values 0..1 of each, [channel, row, column]; not to be changed
 * @param truths 30 coordinates in pixels of the view for each of the first pictures; empty if these have classes
 * @param labels the class of each of the first pictures; empty if these have points
 */
record EditTrial(List<float[]> pictures, List<double[]> truths, int[] labels) {

  /** How many faces are drawn. */
  static final int FACES = 100;
  /** How many pictures of objects are drawn. */
  static final int SHAPES = 200;
  private static final long SEED = 2026;

  /** How many pictures have a known truth. */
  int judged() {
    return truths.size() + labels.length;
  }

  /** How many samples come after them. */
  int samples() {
    return pictures.size() - judged();
  }

  /** Some pictures after each other, as a network takes them. */
  float[] inputs(int from, int count) {
    int size = pictures.get(from).length;
    float[] inputs = new float[count * size];
    for (int i = 0; i < count; i++) {
      System.arraycopy(pictures.get(from + i), 0, inputs, i * size, size);
    }
    return inputs;
  }

  /** For a network that gives points: drawn faces, and the samples. */
  static EditTrial ofFaces(List<Subject> samples, Shape input) {
    List<float[]> pictures = new ArrayList<>();
    List<double[]> truths = new ArrayList<>();
    for (FaceSample face : DrawnFaces.of(FACES, SEED)) {
      FaceView view = new FaceView(face.view());
      pictures.add(view.sample(face.picture(), input.channels()));
      truths.add(face.pointsIn(view).toArray());
    }
    addSamples(pictures, samples, input);
    return new EditTrial(pictures, truths, new int[0]);
  }

  /** For a network that gives classes: drawn objects if it knows these, and the samples. */
  static EditTrial ofClasses(List<Subject> samples, Shape input, List<String> names) {
    List<float[]> pictures = new ArrayList<>();
    int[] labels = new int[0];
    if (names.equals(Shapes10.CLASS_NAMES)) {
      LabelledPictures drawn = Shapes10.test(SHAPES, Shapes10.DIFFICULTY, SEED);
      if (input.equals(new Shape(drawn.channels(), drawn.height(), drawn.width()))) {
        labels = new int[drawn.size()];
        for (int i = 0; i < labels.length; i++) {
          float[] values = new float[drawn.valuesAPicture()];
          drawn.read(i, values, 0);
          pictures.add(values);
          labels[i] = drawn.label(i);
        }
      }
    }
    addSamples(pictures, samples, input);
    return new EditTrial(pictures, List.of(), labels);
  }

  private static void addSamples(List<float[]> pictures, List<Subject> samples, Shape input) {
    if (Subject.fits(input)) {
      samples.forEach(sample -> pictures.add(sample.seenBy(input)));
    }
  }
}
