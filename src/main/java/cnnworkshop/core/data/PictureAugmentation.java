package cnnworkshop.core.data;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random changes to a picture that leave it what it is, made anew each time the picture is used.
 *
 * @param shift the farthest shift each way, in pixels; what comes in at the edge mirrors what is there
 * @param flip probability of a left-right flip
 * @param cover side of a square that is painted over with the mean grey, in pixels; 0 for none
 */
public record PictureAugmentation(int shift, double flip, int cover) implements Augmentation {

  /** A kind of change, for those who name one. */
  public enum Change implements Kind {
    /** The farthest shift each way, in whole pixels. */
    SHIFT(3, 8),
    /** Probability of a left-right flip. */
    FLIP(0.5, 1),
    /** Side of the covering square, in whole pixels. */
    COVER(0, 16);

    private final double usual;
    private final double highest;

    Change(double usual, double highest) {
      this.usual = usual;
      this.highest = highest;
    }

    @Override
    public double usual() {
      return usual;
    }

    @Override
    public double highest() {
      return highest;
    }

    @Override
    public boolean isWhole() {
      return this != FLIP;
    }
  }

  /** Nothing is changed. */
  public static final PictureAugmentation NONE = new PictureAugmentation(0, 0, 0);

  /** Small shifts and flips: what helps on photos of things. */
  public static final PictureAugmentation USUAL = new PictureAugmentation(3, 0.5, 0);

  /** @throws IllegalArgumentException if an amount is negative or the probability above 1 */
  public PictureAugmentation {
    if (shift < 0 || !(flip >= 0 && flip <= 1) || cover < 0) {
      throw new IllegalArgumentException("shift " + shift + ", flip " + flip + ", cover " + cover);
    }
  }

  @Override
  public List<Change> kinds() {
    return List.of(Change.values());
  }

  @Override
  public double amount(Kind kind) {
    return switch (own(kind)) {
      case SHIFT -> shift;
      case FLIP -> flip;
      case COVER -> cover;
    };
  }

  private static Change own(Kind kind) {
    if (kind instanceof Change change) {
      return change;
    }
    throw new IllegalArgumentException(kind + " is no change of small pictures");
  }

  @Override
  public PictureAugmentation with(Kind kind, double amount) {
    return switch (own(kind)) {
      case SHIFT -> new PictureAugmentation((int) amount, flip, cover);
      case FLIP -> new PictureAugmentation(shift, amount, cover);
      case COVER -> new PictureAugmentation(shift, flip, (int) amount);
    };
  }

  /**
   * Changes one picture.
   *
   * @param picture values 0..1, [channel, row, column]
   * @param into gets the changed picture from {@code at} on, in the same layout
   */
  public void apply(float[] picture, int channels, int height, int width, RandomGenerator random, float[] into,
      int at) {
    int right = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    int down = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    boolean mirrored = flip > 0 && random.nextDouble() < flip;
    for (int c = 0; c < channels; c++) {
      for (int row = 0; row < height; row++) {
        int fromRow = (c * height + reflected(row - down, height)) * width;
        int toRow = at + (c * height + row) * width;
        for (int column = 0; column < width; column++) {
          int from = reflected((mirrored ? width - 1 - column : column) - right, width);
          into[toRow + column] = picture[fromRow + from];
        }
      }
    }
    if (cover > 0) {
      cover(channels, height, width, random, into, at);
    }
  }

  /** The square's middle may lie anywhere in the picture, so that its edge is covered no less often. */
  private void cover(int channels, int height, int width, RandomGenerator random, float[] into, int at) {
    int top = random.nextInt(height) - cover / 2;
    int left = random.nextInt(width) - cover / 2;
    for (int c = 0; c < channels; c++) {
      for (int row = Math.max(0, top); row < Math.min(height, top + cover); row++) {
        for (int column = Math.max(0, left); column < Math.min(width, left + cover); column++) {
          into[at + (c * height + row) * width + column] = 0.5f;
        }
      }
    }
  }

  private static int reflected(int index, int size) {
    if (size == 1) {
      return 0;
    }
    int turned = Math.floorMod(index, 2 * (size - 1));
    return turned < size ? turned : 2 * (size - 1) - turned;
  }
}
