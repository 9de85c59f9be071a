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
  private static final PixelDigits DIGITS = new PixelDigits(2, 0xFF202020);
  private static final int LABEL = DIGITS.height() + 4;

  /**
   * The sheet, about as wide as it is high or wider; each map's number (from 0) stands above it.
   *
   * @param maps at least one; all of one size
   */
  public Photo picture(List<MapReduction> maps) {
    int longest = Math.max(maps.get(0).width(), maps.get(0).height());
    int zoom = Math.max(1, SMALL / longest);
    int width = Math.max(maps.get(0).width() * zoom, DIGITS.width(4));
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
      DIGITS.write(sheet, sheetWidth, left, top, String.valueOf(maps.get(i).map()));
      map(sheet, sheetWidth, left, top + LABEL, zoom, maps.get(i), scaling.range(maps.get(i), maps));
    }
    return Photo.ofRgb(sheetWidth, sheetHeight, sheet);
  }

  /** The fewest maps a row with which the sheet is no higher than wide, so that it fits a screen. */
  static int across(int count, int width, int height) {
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
}
