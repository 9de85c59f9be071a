package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.List;

/**
 * Filters side by side in one picture, numbered, enlarged with hard pixels.
 *
 * @param numbers what stands above each picture
 * @param pictures as many, at least one, all of one size
 */
public record FilterSheet(List<Integer> numbers, List<FilterPicture> pictures) {

  /** Filters are enlarged by a whole number until they are about this size. */
  private static final int SIDE = 96;
  private static final int GAP = 6;
  private static final int PAPER = 0xFFFFFFFF;
  private static final PixelDigits DIGITS = new PixelDigits(2, 0xFF202020);
  static final int LABEL = DIGITS.height() + 4;

  public FilterSheet {
    numbers = List.copyOf(numbers);
    pictures = List.copyOf(pictures);
  }

  /** The pictures of some filters, in that order. */
  public static FilterSheet of(FilterPictures pictures, List<Integer> order) {
    return new FilterSheet(order, order.stream().map(pictures.pictures()::get).toList());
  }

  /** Pixels of the sheet a place of a filter. */
  int zoom() {
    return zoom(pictures.get(0));
  }

  private static int zoom(FilterPicture picture) {
    return Math.max(1, SIDE / Math.max(picture.columns(), picture.rows()));
  }

  /** One picture, enlarged as on a sheet. */
  public static Photo enlarged(FilterPicture picture) {
    return enlarged(picture, zoom(picture));
  }

  /**
   * One picture, each place a square.
   *
   * @param zoom pixels a side of the squares, at least 1
   */
  public static Photo enlarged(FilterPicture picture, int zoom) {
    int width = picture.columns() * zoom;
    int[] argb = new int[width * picture.rows() * zoom];
    paint(picture, zoom, argb, width, 0, 0);
    return Photo.ofRgb(width, picture.rows() * zoom, argb);
  }

  int width() {
    return GAP + across() * step();
  }

  int height() {
    return GAP + (pictures.size() + across() - 1) / across() * stepDown();
  }

  /** Left edge of a picture. */
  int left(int index) {
    return GAP + index % across() * step();
  }

  /** Upper edge of what stands above a picture. */
  int top(int index) {
    return GAP + index / across() * stepDown();
  }

  private int across() {
    return MapSheet.across(pictures.size(), step(), stepDown());
  }

  private int step() {
    return Math.max(pictures.get(0).columns() * zoom(), DIGITS.width(4)) + GAP;
  }

  private int stepDown() {
    return pictures.get(0).rows() * zoom() + LABEL + GAP;
  }

  /** The sheet, about as wide as it is high or wider. */
  public Photo picture() {
    int width = width();
    int[] sheet = new int[Math.multiplyExact(width, height())];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < pictures.size(); i++) {
      DIGITS.write(sheet, width, left(i), top(i), String.valueOf(numbers.get(i)));
      paint(pictures.get(i), zoom(), sheet, width, left(i), top(i) + LABEL);
    }
    return Photo.ofRgb(width, height(), sheet);
  }

  private static void paint(FilterPicture picture, int zoom, int[] sheet, int sheetWidth, int left, int top) {
    for (int y = 0; y < picture.rows() * zoom; y++) {
      for (int x = 0; x < picture.columns() * zoom; x++) {
        sheet[(top + y) * sheetWidth + left + x] = picture.argb()[y / zoom * picture.columns() + x / zoom];
      }
    }
  }
}
