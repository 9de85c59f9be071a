package cnnworkshop.core.inspect;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Shape;

/**
 * Where found places lie, and what a unit saw there.
 *
 * @param field what the layer's values see
 * @param input the network's input, a square of one or three channels
 */
public record PatchCut(UnitField field, Shape input) {

  private static final int COLOURS = 3;

  /**
   * A rectangle on a photo, around a patch that may be turned.
   *
   * @param x first column, 0 for the photo's left edge; may be outside it
   * @param y first row, 0 for the photo's upper edge
   * @param width columns
   * @param height rows
   */
  public record Place(double x, double y, double width, double height) {}

  /** What the unit saw of the network's input. */
  public UnitField.Area area(FoundPatch patch) {
    return field.at(patch.row(), patch.column());
  }

  /** What the unit saw, pixel by pixel as it came into the network. */
  public Photo cut(FoundPatch patch, Photo picture) {
    float[] seen = new FaceView(patch.look().square(), input.height()).sample(picture, input.channels());
    UnitField.Area area = area(patch);
    int[] rgb = new int[area.width() * area.height()];
    for (int row = 0; row < area.height(); row++) {
      for (int column = 0; column < area.width(); column++) {
        int from = (area.y() + row) * input.width() + area.x() + column;
        int colour = 0;
        for (int c = 0; c < COLOURS; c++) {
          float value = seen[(input.channels() == 1 ? 0 : c) * input.height() * input.width() + from];
          colour = colour << 8 | Math.round(255 * value);
        }
        rgb[row * area.width() + column] = colour;
      }
    }
    return Photo.ofRgb(area.width(), area.height(), rgb);
  }

  /** Where on the photo it lies. */
  public Place place(FoundPatch patch) {
    FaceView view = new FaceView(patch.look().square(), input.height());
    UnitField.Area area = area(patch);
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 4; corner++) {
      Point point = view.toPhoto(area.x() - 0.5 + (corner & 1) * area.width(),
          area.y() - 0.5 + (corner >> 1) * area.height());
      // Coordinates of the photo are those of pixels' centres; edges lie half a pixel before.
      left = Math.min(left, point.x() + 0.5);
      top = Math.min(top, point.y() + 0.5);
      right = Math.max(right, point.x() + 0.5);
      bottom = Math.max(bottom, point.y() + 0.5);
    }
    return new Place(left, top, right - left, bottom - top);
  }

  /** Whether two places of one photo show much the same: their middles are less than half the smaller one apart. */
  boolean overlap(FoundPatch one, FoundPatch other) {
    Place a = place(one);
    Place b = place(other);
    double smaller = Math.min(Math.max(a.width, a.height), Math.max(b.width, b.height));
    double apart = Math.max(Math.abs(a.x + a.width / 2 - b.x - b.width / 2),
        Math.abs(a.y + a.height / 2 - b.y - b.height / 2));
    return apart < smaller / 2;
  }
}
