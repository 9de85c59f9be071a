package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Patches side by side in one picture, enlarged with hard pixels, the value of each under it. */
public final class PatchSheet {

  /** Patches smaller than this are enlarged by a whole number until they are about this size. */
  private static final int SMALL = 96;
  private static final int GAP = 8;
  private static final int PAPER = 0xFFFFFFFF;
  private static final int INK = 0xFF202020;
  private static final PixelDigits DIGITS = new PixelDigits(2, INK);
  private static final float LARGE = 100;
  private static final int LABEL = DIGITS.height() + 4;

  private PatchSheet() {}

  /**
   * Draws patches in the order they come, about as wide as high.
   *
   * @param patches at least one; those at the edge of a picture may be smaller
   * @param values one a patch
   */
  public static Photo picture(List<Photo> patches, List<Float> values) {
    int side = patches.stream().mapToInt(patch -> Math.max(patch.width(), patch.height())).max().orElseThrow();
    int zoom = Math.max(1, SMALL / side);
    int longest = values.stream().mapToInt(value -> 1 + digits(value).length()).max().orElseThrow();
    int cell = Math.max(side * zoom, DIGITS.width(longest));
    int across = MapSheet.across(patches.size(), cell + GAP, side * zoom + LABEL + GAP);
    int down = (patches.size() + across - 1) / across;
    int width = GAP + across * (cell + GAP);
    int height = GAP + down * (side * zoom + LABEL + GAP);
    int[] sheet = new int[Math.multiplyExact(width, height)];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < patches.size(); i++) {
      int left = GAP + i % across * (cell + GAP);
      int top = GAP + i / across * (side * zoom + LABEL + GAP);
      patch(sheet, width, left, top, zoom, patches.get(i));
      number(sheet, width, left, top + side * zoom + LABEL - DIGITS.height(), values.get(i));
    }
    return Photo.ofRgb(width, height, sheet);
  }

  private static void patch(int[] sheet, int sheetWidth, int left, int top, int zoom, Photo patch) {
    for (int y = 0; y < patch.height() * zoom; y++) {
      for (int x = 0; x < patch.width() * zoom; x++) {
        sheet[(top + y) * sheetWidth + left + x] = patch.argb(x / zoom, y / zoom);
      }
    }
  }

  private static void number(int[] sheet, int sheetWidth, int left, int top, float value) {
    int from = left;
    if (value < 0) {
      int middle = top + DIGITS.height() / 2;
      Arrays.fill(sheet, middle * sheetWidth + left, middle * sheetWidth + left + DIGITS.width(1) - DIGITS.dot(), INK);
      from += DIGITS.width(1);
    }
    DIGITS.write(sheet, sheetWidth, from, top, digits(value));
  }

  /** Without its sign; nothing for what is no number. */
  private static String digits(float value) {
    return Float.isFinite(value)
        ? String.format(Locale.ROOT, Math.abs(value) < LARGE ? "%.2f" : "%.0f", Math.abs(value)) : "";
  }
}
