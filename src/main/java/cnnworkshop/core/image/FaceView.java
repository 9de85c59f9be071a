package cnnworkshop.core.image;

/**
 * The exact, invertible mapping between a photo and the 96×96 view of it that a {@link FaceSquare} cuts out.
 *
 * <p>View pixel (u, v), with centres at 0..95, lies at
 * {@code centre + R(turn) · ((u, v) − 47.5) · side / 96} on the photo: pixel centres are whole numbers on
 * both sides, and the square's edges are half a pixel outside the first and last centres.
 */
public final class FaceView {

  /** Pixels a side of the view. */
  public static final int SIZE = 96;

  private static final double MIDDLE = (SIZE - 1) / 2.0;

  /** A point, in pixels of the photo or of the view. */
  public record Point(double x, double y) {}

  private final FaceSquare square;
  private final int size;
  private final double middle;
  private final double cos;
  private final double sin;
  private final double scale;

  /** The 96×96 view of what lies in {@code square}. */
  public FaceView(FaceSquare square) {
    this(square, SIZE);
  }

  /** A view of {@code size}×{@code size} pixels, for networks with another input than the keypoint network's. */
  public FaceView(FaceSquare square, int size) {
    this.square = square;
    this.size = size;
    this.middle = size == SIZE ? MIDDLE : (size - 1) / 2.0;
    this.scale = square.side() / size;
    double radians = Math.toRadians(square.turnDegrees());
    this.cos = Math.cos(radians);
    this.sin = Math.sin(radians);
  }

  /** The square on the photo. */
  public FaceSquare square() {
    return square;
  }

  /** Where a point of the view lies on the photo. */
  public Point toPhoto(double viewX, double viewY) {
    double dx = (viewX - middle) * scale;
    double dy = (viewY - middle) * scale;
    return new Point(square.centerX() + cos * dx - sin * dy, square.centerY() + sin * dx + cos * dy);
  }

  /** Where a point of the photo lies in the view. */
  public Point toView(double photoX, double photoY) {
    double dx = photoX - square.centerX();
    double dy = photoY - square.centerY();
    return new Point(middle + (cos * dx + sin * dy) / scale, middle + (cos * dy - sin * dx) / scale);
  }

  /**
   * The view's pixels. Where the view is coarser than the photo, each is the mean over the area it covers
   * (sampled on a grid no coarser than the photo); where it is finer, photo pixels are interpolated.
   * A square on a whole 96×96 picture gives back its very values. Outside the photo its edge pixels repeat.
   *
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @return values 0..1, [channel, row, column]
   */
  public float[] sample(Photo photo, int channels) {
    // Averaging more than 16×16 samples a pixel changes nothing one could see, but costs time on huge photos.
    return sample(photo, channels, 16);
  }

  /** The same with at most {@code mostSamples} samples a pixel each way. */
  public float[] sample(Photo photo, int channels, int mostSamples) {
    float[] out = new float[channels * size * size];
    int steps = Math.min(mostSamples, Math.max(1, (int) Math.ceil(scale - 1e-9)));
    float weight = 1f / (steps * steps);
    float[] pixel = new float[channels];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        for (int sy = 0; sy < steps; sy++) {
          for (int sx = 0; sx < steps; sx++) {
            double dx = (column + (sx + 0.5) / steps - 0.5 - middle) * scale;
            double dy = (row + (sy + 0.5) / steps - 0.5 - middle) * scale;
            interpolate(photo, square.centerX() + cos * dx - sin * dy, square.centerY() + sin * dx + cos * dy, pixel);
            for (int c = 0; c < channels; c++) {
              out[(c * size + row) * size + column] += weight * pixel[c];
            }
          }
        }
      }
    }
    return out;
  }

  /**
   * Mirrors a view left to right, in place.
   *
   * @param view {@value #SIZE}×{@value #SIZE} values, [row, column]
   */
  public static void mirror(float[] view) {
    for (int row = 0; row < SIZE; row++) {
      for (int a = row * SIZE, b = a + SIZE - 1; a < b; a++, b--) {
        float value = view[a];
        view[a] = view[b];
        view[b] = value;
      }
    }
  }

  /**
   * The photo's grey 0..1 at a point of the view, interpolated between photo pixels: for views as fine as the photo.
   */
  public float grey(Photo photo, double viewX, double viewY) {
    double dx = (viewX - middle) * scale;
    double dy = (viewY - middle) * scale;
    float[] pixel = new float[1];
    interpolate(photo, square.centerX() + cos * dx - sin * dy, square.centerY() + sin * dx + cos * dy, pixel);
    return pixel[0];
  }

  private static void interpolate(Photo photo, double x, double y, float[] out) {
    double cx = Math.max(0, Math.min(photo.width() - 1, x));
    double cy = Math.max(0, Math.min(photo.height() - 1, y));
    // Rounding noise must not blend neighbours: a whole coordinate has to give exactly that pixel.
    int x0 = (int) Math.floor(cx + 1e-7);
    int y0 = (int) Math.floor(cy + 1e-7);
    float fx = (float) Math.max(0, cx - x0);
    float fy = (float) Math.max(0, cy - y0);
    fx = fx < 1e-6f ? 0 : fx;
    fy = fy < 1e-6f ? 0 : fy;
    int x1 = Math.min(x0 + 1, photo.width() - 1);
    int y1 = Math.min(y0 + 1, photo.height() - 1);
    int topLeft = photo.argb(x0, y0);
    int topRight = photo.argb(x1, y0);
    int bottomLeft = photo.argb(x0, y1);
    int bottomRight = photo.argb(x1, y1);
    for (int c = 0; c < out.length; c++) {
      float top = (1 - fx) * value(topLeft, c, out.length) + fx * value(topRight, c, out.length);
      float bottom = (1 - fx) * value(bottomLeft, c, out.length) + fx * value(bottomRight, c, out.length);
      out[c] = (1 - fy) * top + fy * bottom;
    }
  }

  private static float value(int argb, int channel, int channels) {
    int red = argb >> 16 & 0xFF;
    int green = argb >> 8 & 0xFF;
    int blue = argb & 0xFF;
    if (channels == 1) {
      return (299 * red + 587 * green + 114 * blue) / 255000f;
    }
    return (channel == 0 ? red : channel == 1 ? green : blue) / 255f;
  }
}
