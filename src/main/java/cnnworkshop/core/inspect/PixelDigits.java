package cnnworkshop.core.inspect;

/**
 * Numbers on a sheet of pictures, of plain pixels: the same on every machine, whatever fonts it has. As in files, the
 * decimal sign is a point.
 *
 * @param dot pixels a side of the dots a digit is made of
 * @param ink {@code 0xFFRRGGBB}
 */
record PixelDigits(int dot, int ink) {

  /** Digits 0 to 9, then the point; three columns by five rows, a row in three bits from the top. */
  private static final int[] SHAPES = {
      0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111,
      0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_010_010_010,
      0b111_101_111_101_111, 0b111_101_111_001_111, 0b000_000_000_000_010};
  private static final int POINT = 10;
  private static final int COLUMNS = 3;
  private static final int ROWS = 5;

  /** Height of a number, in pixels. */
  int height() {
    return ROWS * dot;
  }

  /** Width of so many digits with the space behind each, in pixels. */
  int width(int digits) {
    return digits * (COLUMNS + 1) * dot;
  }

  /**
   * Writes a number on a sheet.
   *
   * @param sheet [row, column]
   * @param number digits and points
   */
  void write(int[] sheet, int sheetWidth, int left, int top, String number) {
    for (int k = 0; k < number.length(); k++) {
      int bits = SHAPES[number.charAt(k) == '.' ? POINT : number.charAt(k) - '0'];
      int x0 = left + width(k);
      for (int y = 0; y < height(); y++) {
        for (int x = 0; x < COLUMNS * dot; x++) {
          int bit = ROWS * COLUMNS - 1 - (y / dot * COLUMNS + x / dot);
          if ((bits >> bit & 1) != 0) {
            sheet[(top + y) * sheetWidth + x0 + x] = ink;
          }
        }
      }
    }
  }
}
