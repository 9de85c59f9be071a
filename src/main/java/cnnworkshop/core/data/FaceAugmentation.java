package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Random changes to a face that leave it a face, so that a network sees more than it was given. Each time a picture
 * is used it is changed anew, so no two epochs are the same. Immutable.
 */
public final class FaceAugmentation implements Augmentation {

  /** A kind of change; its amount says how strong or how frequent it is. */
  public enum Change implements Kind {
    /** Standard deviation of the turn, in degrees. */
    TURN(11, 40),
    /** Standard deviation of the logarithm of the scale: 0.08 is about 8 %. */
    SCALE(0.09, 0.4),
    /** Standard deviation of the shift each way, in pixels of the view. */
    SHIFT(4.5, 20),
    /**
     * Share of the pictures laid with a third of turn, scale and shift. A detector's squares scatter; those laid
     * anew around a first answer hardly do, and the network meets both.
     */
    NEAR(0.5, 1),
    /** Probability of a left-right flip, labels swapped. */
    FLIP(0.5, 1),
    /** How far a smooth bend moves features, standard deviation in pixels of the view: another person's proportions. */
    BEND(1.2, 6),
    /** Standard deviation of the logarithm of the picture's width to its height, and of its slant. */
    STRETCH(0.06, 0.3),
    /** Standard deviation of what is added to all greys, of 0..1. */
    BRIGHTNESS(0.08, 0.4),
    /** Standard deviation of the logarithm of what differences from the mean grey are multiplied by. */
    CONTRAST(0.2, 1),
    /** Standard deviation of what light from one side adds at the picture's edge, of 0..1. */
    SHADE(0.08, 0.4),
    /** Probability of a blur, of a standard deviation up to 1.5 pixels. */
    BLUR(0.25, 1),
    /** Probability that a plain rectangle of 8 to 40 pixels a side covers part of the face. */
    COVER(0.3, 1);

    private final double usual;
    private final double highest;

    Change(double usual, double highest) {
      this.usual = usual;
      this.highest = highest;
    }

    /** The amount in {@link FaceAugmentation#USUAL}. */
    @Override
    public double usual() {
      return usual;
    }

    @Override
    public double highest() {
      return highest;
    }
  }

  /** Nothing is changed. */
  public static final FaceAugmentation NONE = new FaceAugmentation(Map.of());

  /** Changes as wide as those a detector's squares, other people and the light of ordinary photos bring. */
  public static final FaceAugmentation USUAL = usual();

  private static final int SIZE = FaceView.SIZE;
  private static final double STRONGEST_BLUR = 1.5;
  private static final double NEARER = 1.0 / 3;
  private static final int SMALLEST_COVER = 8;
  private static final int LARGEST_COVER = 40;

  private final Map<Change, Double> amounts = new EnumMap<>(Change.class);

  private FaceAugmentation(Map<Change, Double> amounts) {
    for (Change change : Change.values()) {
      this.amounts.put(change, amounts.getOrDefault(change, 0.0));
    }
  }

  private static FaceAugmentation usual() {
    Map<Change, Double> amounts = new EnumMap<>(Change.class);
    for (Change change : Change.values()) {
      amounts.put(change, change.usual());
    }
    return new FaceAugmentation(amounts);
  }

  @Override
  public List<Change> kinds() {
    return List.of(Change.values());
  }

  @Override
  public double amount(Kind kind) {
    return of(own(kind));
  }

  private static Change own(Kind kind) {
    if (kind instanceof Change change) {
      return change;
    }
    throw new IllegalArgumentException(kind + " is no change of faces");
  }

  @Override
  public FaceAugmentation with(Kind kind, double amount) {
    Change change = own(kind);
    if (!(amount >= 0)) {
      throw new IllegalArgumentException(change + " " + amount);
    }
    FaceAugmentation other = new FaceAugmentation(amounts);
    other.amounts.put(change, amount);
    return other;
  }

  /** All amounts, 0 where a change is left out. */
  public Map<Change, Double> amounts() {
    return Collections.unmodifiableMap(amounts);
  }

  /**
   * Writes one changed view of a sample.
   *
   * @param pixels gets 9216 greys 0..1, [row, column], from {@code pixelsAt} on
   * @param targets gets 30 targets (v − 48) / 48 from {@code targetsAt} on; 0 where a point is missing
   * @param mask gets 1 where a point is known and 0 where it is missing, at the same places
   */
  public void apply(FaceSample sample, RandomGenerator random, float[] pixels, int pixelsAt,
      float[] targets, float[] mask, int targetsAt) {
    FaceView view = new FaceView(laid(sample.view(), random));
    Bend bend = Bend.random(random, of(Change.BEND), of(Change.STRETCH));
    float[] grey = bend == Bend.NONE ? view.sample(sample.picture(), 1) : bend.sample(view, sample.picture());
    Keypoints unbent = sample.pointsIn(view);
    double[] points = new double[Keypoints.NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      Point p = bend.moved(new Point(unbent.x(k), unbent.y(k)));
      points[2 * k.ordinal()] = p.x();
      points[2 * k.ordinal() + 1] = p.y();
    }
    Keypoints placed = Keypoints.of(points);
    if (happens(Change.FLIP, random)) {
      FaceView.mirror(grey);
      placed = placed.flipped(SIZE);
    }
    if (happens(Change.BLUR, random)) {
      grey = GaussianBlur.of(grey, SIZE, SIZE, STRONGEST_BLUR * random.nextDouble());
    }
    relight(grey, random);
    if (happens(Change.COVER, random)) {
      cover(grey, random);
    }
    System.arraycopy(grey, 0, pixels, pixelsAt, grey.length);
    float[] wanted = placed.toTargets();
    for (int i = 0; i < wanted.length; i++) {
      boolean known = !Float.isNaN(wanted[i]);
      targets[targetsAt + i] = known ? wanted[i] : 0;
      mask[targetsAt + i] = known ? 1 : 0;
    }
  }

  private double of(Change change) {
    return amounts.get(change);
  }

  private boolean happens(Change change, RandomGenerator random) {
    return of(change) > 0 && random.nextDouble() < of(change);
  }

  private FaceSquare laid(FaceSquare square, RandomGenerator random) {
    double pixel = square.side() / SIZE;
    double part = happens(Change.NEAR, random) ? NEARER : 1;
    return new FaceSquare(
        square.centerX() + random.nextGaussian() * part * of(Change.SHIFT) * pixel,
        square.centerY() + random.nextGaussian() * part * of(Change.SHIFT) * pixel,
        square.side() * Math.exp(random.nextGaussian() * part * of(Change.SCALE)),
        square.turnDegrees() + random.nextGaussian() * part * of(Change.TURN));
  }

  private void relight(float[] grey, RandomGenerator random) {
    if (of(Change.BRIGHTNESS) == 0 && of(Change.CONTRAST) == 0 && of(Change.SHADE) == 0) {
      return;
    }
    double mean = 0;
    for (float g : grey) {
      mean += g;
    }
    mean /= grey.length;
    float factor = (float) Math.exp(random.nextGaussian() * of(Change.CONTRAST));
    float added = (float) (mean + random.nextGaussian() * of(Change.BRIGHTNESS));
    float across = (float) (random.nextGaussian() * of(Change.SHADE) / (SIZE / 2.0));
    float down = (float) (random.nextGaussian() * of(Change.SHADE) / (SIZE / 2.0));
    float middle = (SIZE - 1) / 2f;
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int i = row * SIZE + column;
        float light = (float) (grey[i] - mean) * factor + added + across * (column - middle) + down * (row - middle);
        grey[i] = Math.max(0, Math.min(1, light));
      }
    }
  }

  private static void cover(float[] grey, RandomGenerator random) {
    int width = SMALLEST_COVER + random.nextInt(LARGEST_COVER - SMALLEST_COVER + 1);
    int height = SMALLEST_COVER + random.nextInt(LARGEST_COVER - SMALLEST_COVER + 1);
    int left = random.nextInt(SIZE - width + 1);
    int top = random.nextInt(SIZE - height + 1);
    float plain = (float) random.nextDouble();
    for (int row = top; row < top + height; row++) {
      java.util.Arrays.fill(grey, row * SIZE + left, row * SIZE + left + width, plain);
    }
  }
}
