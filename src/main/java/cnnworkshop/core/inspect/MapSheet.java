package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.List;

/**
 * A contact sheet: maps side by side in one picture, numbered, small ones enlarged with hard pixels.
 *
 * @param scale the colours
 * @param scaling which values they run over
 */
public record MapSheet(ColourScale scale, MapScaling scaling) {

  /** Maps less wide and high than this are enlarged by a whole number until they are about this size. */
  private static final int SMALL = 96;
  private static final int GAP = 6;
  private static final int PAPER = 0xFFFFFFFF;
  private static final int INK = 0xFF202020;

  /** Digits 0 to 9, three columns by five rows, a row in three bits from the top. */
  private static final int[] DIGITS = {
      0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111,
      0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_010_010_010,
      0b111_101_111_101_111, 0b111_101_111_001_111};
  private static final int DIGIT_COLUMNS = 3;
  private static final int DIGIT_ROWS = 5;
  private static final int DOT = 2;
  private static final int LABEL = DIGIT_ROWS * DOT + 4;

  /**
   * The sheet, about as wide as it is high or wider; each map's number (from 0) stands above it.
   *
   * @param maps at least one; all of one size
   */
  public Photo picture(List<MapReduction> maps) {
    int longest = Math.max(maps.get(0).width(), maps.get(0).height());
    int zoom = Math.max(1, SMALL / longest);
    int width = Math.max(maps.get(0).width() * zoom, 4 * (DIGIT_COLUMNS + 1) * DOT);
    int height = maps.get(0).height() * zoom;
    int across = across(maps.size(), width + GAP, height + GAP + LABEL);
    int down = (maps.size() + across - 1) / across;
    int sheetWidth = GAP + across * (width + GAP);
    int sheetHeight = GAP + down * (height + LABEL + GAP);
    int[] sheet = new int[Math.multiplyExact(sheetWidth, sheetHeight)];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < maps.size(); i++) {
      int left = GAP + i % across * (width + GAP);
      int top = GAP + i / across * (height + LABEL + GAP);
      number(sheet, sheetWidth, left, top, maps.get(i).map());
      map(sheet, sheetWidth, left, top + LABEL, zoom, maps.get(i), scaling.range(maps.get(i), maps));
    }
    return Photo.ofRgb(sheetWidth, sheetHeight, sheet);
  }

  /** The fewest maps a row with which the sheet is no higher than wide, so that it fits a screen. */
  private static int across(int count, int width, int height) {
    int across = 1;
    while (across < count && (long) across * width < (long) ((count + across - 1) / across) * height) {
      across++;
    }
    return across;
  }

  private void map(int[] sheet, int sheetWidth, int left, int top, int zoom, MapReduction map, ValueRange range) {
    int[] colours = scale.paint(map.values(), range);
    for (int y = 0; y < map.height() * zoom; y++) {
      for (int x = 0; x < map.width() * zoom; x++) {
        sheet[(top + y) * sheetWidth + left + x] = colours[y / zoom * map.width() + x / zoom];
      }
    }
  }

  private static void number(int[] sheet, int sheetWidth, int left, int top, int number) {
    String digits = String.valueOf(number);
    for (int k = 0; k < digits.length(); k++) {
      int bits = DIGITS[digits.charAt(k) - '0'];
      int x0 = left + k * (DIGIT_COLUMNS + 1) * DOT;
      for (int y = 0; y < DIGIT_ROWS * DOT; y++) {
        for (int x = 0; x < DIGIT_COLUMNS * DOT; x++) {
          int bit = DIGIT_ROWS * DIGIT_COLUMNS - 1 - (y / DOT * DIGIT_COLUMNS + x / DOT);
          if ((bits >> bit & 1) != 0) {
            sheet[(top + y) * sheetWidth + x0 + x] = INK;
          }
        }
      }
    }
  }
}
