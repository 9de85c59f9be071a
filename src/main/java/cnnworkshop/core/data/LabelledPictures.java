package cnnworkshop.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Pictures of one size with a class each, in memory: what a classifier learns from or is tested on. Immutable; any
 * thread may use it.
 */
public final class LabelledPictures {

  private final List<String> classNames;
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] values;
  private final int[] labels;

  /**
   * @param classNames the classes, at least two
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param height rows of every picture, at least 1
   * @param width columns of every picture, at least 1
   * @param values unsigned bytes 0..255, [picture, channel, row, column]; kept, not copied
   * @param labels the class of each picture, an index into {@code classNames}; kept, not copied
   */
  public LabelledPictures(List<String> classNames, int channels, int height, int width, byte[] values, int[] labels) {
    if (values.length != (long) labels.length * channels * height * width) {
      throw new IllegalArgumentException(values.length + " values for " + labels.length + " pictures");
    }
    for (int label : labels) {
      if (label < 0 || label >= classNames.size()) {
        throw new IllegalArgumentException("class " + label + " of " + classNames.size());
      }
    }
    this.classNames = List.copyOf(classNames);
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.values = values;
    this.labels = labels;
  }

  /**
   * Pictures that were made one by one.
   *
   * @param pictures unsigned bytes of each, [channel, row, column]
   * @param labels the class of each
   */
  static LabelledPictures of(List<String> classNames, int channels, int height, int width, List<byte[]> pictures,
      List<Integer> labels) {
    int length = channels * height * width;
    byte[] values = new byte[Math.multiplyExact(pictures.size(), length)];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(pictures.get(i), 0, values, i * length, length);
    }
    return new LabelledPictures(classNames, channels, height, width, values,
        labels.stream().mapToInt(Integer::intValue).toArray());
  }

  /** How many pictures there are. */
  public int size() {
    return labels.length;
  }

  /** The names of the classes, in order of the labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** 1 (grey) or 3 (red, green, blue). */
  public int channels() {
    return channels;
  }

  /** Rows of every picture. */
  public int height() {
    return height;
  }

  /** Columns of every picture. */
  public int width() {
    return width;
  }

  /** The class of a picture. */
  public int label(int picture) {
    return labels[picture];
  }

  /** How many numbers a picture has. */
  public int valuesAPicture() {
    return channels * height * width;
  }

  /** Writes a picture's values 0..1, [channel, row, column], from {@code at} on. */
  public void read(int picture, float[] into, int at) {
    int n = valuesAPicture();
    int from = picture * n;
    for (int i = 0; i < n; i++) {
      into[at + i] = (values[from + i] & 0xFF) / 255f;
    }
  }

  /** How many pictures each class has. */
  public int[] counts() {
    int[] counts = new int[classNames.size()];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /**
   * A seeded part with the same number of pictures of each class, as far as the classes reach.
   *
   * @param pictures how many, at most all; what can't be divided evenly goes to the first classes
   */
  public LabelledPictures part(int pictures, long seed) {
    int[][] ofClass = shuffledByClass(seed);
    List<Integer> chosen = new ArrayList<>();
    for (int round = 0; chosen.size() < Math.min(pictures, size()); round++) {
      for (int c = 0; c < ofClass.length && chosen.size() < Math.min(pictures, size()); c++) {
        if (round < ofClass[c].length) {
          chosen.add(ofClass[c][round]);
        }
      }
    }
    return of(chosen);
  }

  /**
   * Holds out a seeded share of each class.
   *
   * @param share 0..1
   * @return two sets: those to learn from, and those held out
   */
  public List<LabelledPictures> split(double share, long seed) {
    List<Integer> kept = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int[] ofClass : shuffledByClass(seed)) {
      int out = (int) Math.round(share * ofClass.length);
      for (int i = 0; i < ofClass.length; i++) {
        (i < out ? heldOut : kept).add(ofClass[i]);
      }
    }
    return List.of(of(kept), of(heldOut));
  }

  /**
   * Those of some classes, which are numbered anew in the order given.
   *
   * @param classes numbers of classes, each once, at least two
   */
  public LabelledPictures ofClasses(List<Integer> classes) {
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (classes.contains(labels[i])) {
        chosen.add(i);
      }
    }
    LabelledPictures some = of(chosen);
    for (int i = 0; i < some.labels.length; i++) {
      some.labels[i] = classes.indexOf(some.labels[i]);
    }
    return new LabelledPictures(classes.stream().map(classNames::get).toList(), channels, height, width, some.values,
        some.labels);
  }

  /** The same without colours; grey is weighed as for photos (Rec. 601). Grey pictures stay what they are. */
  public LabelledPictures inGrey() {
    if (channels == 1) {
      return this;
    }
    int pixels = height * width;
    byte[] grey = new byte[size() * pixels];
    for (int i = 0; i < grey.length; i++) {
      int at = i / pixels * channels * pixels + i % pixels;
      grey[i] = (byte) Math.round(0.299f * (values[at] & 0xFF) + 0.587f * (values[at + pixels] & 0xFF)
          + 0.114f * (values[at + 2 * pixels] & 0xFF));
    }
    return new LabelledPictures(classNames, 1, height, width, grey, labels);
  }

  /**
   * Parts that together are all pictures, each with the same number of every class as far as that goes.
   *
   * @param count how many, at least 1
   */
  public List<LabelledPictures> folds(int count, long seed) {
    List<List<Integer>> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      folds.add(new ArrayList<>());
    }
    int next = 0;
    for (int[] ofClass : shuffledByClass(seed)) {
      for (int picture : ofClass) {
        folds.get(next++ % count).add(picture);
      }
    }
    return folds.stream().map(this::of).toList();
  }

  /** These pictures and then others of the same size and classes. */
  public LabelledPictures and(LabelledPictures others) {
    byte[] both = Arrays.copyOf(values, values.length + others.values.length);
    System.arraycopy(others.values, 0, both, values.length, others.values.length);
    int[] bothLabels = Arrays.copyOf(labels, labels.length + others.labels.length);
    System.arraycopy(others.labels, 0, bothLabels, labels.length, others.labels.length);
    return new LabelledPictures(classNames, channels, height, width, both, bothLabels);
  }

  private int[][] shuffledByClass(long seed) {
    List<List<Integer>> byClass = new ArrayList<>();
    classNames.forEach(name -> byClass.add(new ArrayList<>()));
    for (int i = 0; i < labels.length; i++) {
      byClass.get(labels[i]).add(i);
    }
    Random random = new Random(seed);
    return byClass.stream().map(pictures -> {
      Collections.shuffle(pictures, random);
      return pictures.stream().mapToInt(Integer::intValue).toArray();
    }).toArray(int[][]::new);
  }

  /** These pictures, in the order of the set. */
  private LabelledPictures of(List<Integer> pictures) {
    int[] order = pictures.stream().mapToInt(Integer::intValue).sorted().toArray();
    int n = valuesAPicture();
    byte[] some = new byte[order.length * n];
    int[] theirLabels = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(values, order[i] * n, some, i * n, n);
      theirLabels[i] = labels[order[i]];
    }
    return new LabelledPictures(classNames, channels, height, width, some, theirLabels);
  }

  @Override
  public String toString() {
    return size() + " pictures " + channels + "×" + height + "×" + width + ", " + Arrays.toString(counts());
  }
}
