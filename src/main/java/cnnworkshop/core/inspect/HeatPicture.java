package cnnworkshop.core.inspect;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Shape;

/** A network's input in colours or greys, enlarged with hard pixels, with what explains an answer laid over it. */
public final class HeatPicture {

  private static final int WHITE = 255;
  private static final int PAPER = 0xFFFFFFFF;
  private static final int PICTURE_IN_RADII = 120;
  /** Length of an arrow's head, in radii of a mark. */
  private static final double HEAD = 2.5;
  private static final double HEAD_ANGLE = Math.toRadians(28);

  private final int width;
  private final int height;
  private final int zoom;
  private final int[] argb;

  /**
   * A picture, enlarged by a whole number so that its longer side comes near to so many pixels.
   *
   * @param picture what a network sees, usually {@link #over}
   */
  public HeatPicture(Photo picture, int longestSide) {
    this.zoom = Math.max(1, longestSide / Math.max(picture.width(), picture.height()));
    this.width = picture.width() * zoom;
    this.height = picture.height() * zoom;
    this.argb = new int[Math.multiplyExact(width, height)];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = picture.argb(i % width / zoom, i / width / zoom);
    }
  }

  /**
   * What a network sees, as a picture of its size.
   *
   * @param shape one channel for greys, three for red, green and blue
   * @param values 0..1, [channel, row, column]; those outside are clipped
   */
  public static Photo input(Shape shape, float[] values) {
    int pixels = shape.height() * shape.width();
    int[] rgb = new int[pixels];
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        float value = values[(shape.channels() == 1 ? 0 : c) * pixels + i];
        rgb[i] = rgb[i] << 8 | Math.max(0, Math.min(WHITE, Math.round(WHITE * value)));
      }
    }
    return Photo.ofRgb(shape.width(), shape.height(), rgb);
  }

  /**
   * A picture under its heat, of the picture's size. Where nothing is known the picture is as it was.
   *
   * @param opacity of the heat, 0..1
   */
  public static Photo over(Photo picture, Heat heat, double opacity) {
    int[] colours = heat.scale().paint(heat.values(), heat.range());
    int[] rgb = picture.argb(0, 0, picture.width(), picture.height());
    for (int i = 0; i < rgb.length; i++) {
      if (!Float.isNaN(heat.values()[i])) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          int under = rgb[i] >> shift & 0xFF;
          int over = colours[i] >> shift & 0xFF;
          mixed = mixed << 8 | (int) Math.round(under + (over - under) * opacity);
        }
        rgb[i] = mixed;
      }
    }
    return Photo.ofRgb(picture.width(), picture.height(), rgb);
  }

  /** Puts a cross on each point; those outside the picture are left out. */
  public HeatPicture withPoints(Keypoints points) {
    int[] mark = FaceMark.PREDICTED.picture(radius());
    int side = FaceMark.side(radius());
    for (Keypoint point : Keypoint.values()) {
      long left = pixel(points.x(point)) - side / 2;
      long top = pixel(points.y(point)) - side / 2;
      for (int i = 0; i < mark.length; i++) {
        if (mark[i] != 0) {
          set(left + i % side, top + i / side, mark[i]);
        }
      }
    }
    return this;
  }

  /** Draws the outline of a square of pixels: black outside, white inside, so that it shows on anything. */
  public HeatPicture withFrame(int left, int top, int side) {
    outline(left * zoom - 1, top * zoom - 1, side * zoom + 2, FaceMark.EDGE);
    outline(left * zoom, top * zoom, side * zoom, PAPER);
    return this;
  }

  private void outline(int left, int top, int side, int colour) {
    for (int i = 0; i < side; i++) {
      set(left + i, top, colour);
      set(left + i, top + side - 1, colour);
      set(left, top + i, colour);
      set(left + side - 1, top + i, colour);
    }
  }

  /** Draws an arrow between two points of the picture, to its true length. */
  public HeatPicture withArrow(double fromX, double fromY, double toX, double toY) {
    double x0 = pixel(fromX);
    double y0 = pixel(fromY);
    double x1 = pixel(toX);
    double y1 = pixel(toY);
    double angle = Math.atan2(y1 - y0, x1 - x0);
    double head = Math.min(HEAD * radius(), Math.hypot(x1 - x0, y1 - y0) / 2);
    // The edges of all lines lie under all lines.
    for (int pass = 0; pass < 2; pass++) {
      int reach = 1 - pass;
      int colour = pass == 0 ? FaceMark.EDGE : FaceMark.PREDICTED.argb();
      line(x0, y0, x1, y1, reach, colour);
      for (int side = -1; side <= 1; side += 2) {
        double back = angle + Math.PI + side * HEAD_ANGLE;
        line(x1, y1, x1 + head * Math.cos(back), y1 + head * Math.sin(back), reach, colour);
      }
    }
    return this;
  }

  private void line(double x0, double y0, double x1, double y1, int reach, int colour) {
    int steps = (int) Math.ceil(2 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
    for (int i = 0; i <= steps; i++) {
      double share = steps == 0 ? 0 : (double) i / steps;
      long x = Math.round(x0 + share * (x1 - x0));
      long y = Math.round(y0 + share * (y1 - y0));
      for (int d = -reach; d <= reach + 1; d++) {
        for (int e = -reach; e <= reach + 1; e++) {
          set(x + d, y + e, colour);
        }
      }
    }
  }

  /** What has been drawn. */
  public Photo photo() {
    return Photo.ofRgb(width, height, argb.clone());
  }

  private int radius() {
    return Math.max(2, Math.max(width, height) / PICTURE_IN_RADII);
  }

  /** The pixel in which a point of the picture lies; centres are whole numbers on both sides. */
  private long pixel(double ofPicture) {
    return Math.round((ofPicture + 0.5) * zoom - 0.5);
  }

  private void set(long x, long y, int colour) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      argb[(int) (y * width + x)] = colour;
    }
  }
}
