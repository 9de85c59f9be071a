package cnnworkshop.core.inspect;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;

/** Draws a face with a ring where each point was annotated, and over it a cross where the network puts it. */
public final class JudgedFacePicture {

  /** Marks have this share of the picture's side as their radius, but not less than the smallest. */
  private static final double MARK_SHARE = 1 / 56.0;
  private static final int SMALLEST_MARK = 2;

  private final int side;
  private final int radius;
  private final int[] argb;

  private JudgedFacePicture(JudgedFace face, int side) {
    this.side = side;
    this.radius = Math.max(SMALLEST_MARK, (int) Math.round(side * MARK_SHARE));
    this.argb = greys(face, side);
  }

  /**
   * The picture of a face, enlarged smoothly. Marks outside the view are left out, and so are points that are no
   * numbers.
   *
   * @param side pixels a side, at least 1
   */
  public static Photo of(JudgedFace face, int side) {
    JudgedFacePicture picture = new JudgedFacePicture(face, side);
    // All edges lie under all colours, or a mark would cut into its neighbour.
    picture.marks(face, true);
    picture.marks(face, false);
    return Photo.ofRgb(side, side, picture.argb);
  }

  private static int[] greys(JudgedFace face, int side) {
    float[] bytes = new float[face.view().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = 255 * face.view()[i];
    }
    Photo view = Photo.ofGrey(FaceView.SIZE, FaceView.SIZE, bytes);
    float[] enlarged = new FaceView(FaceSquare.ofBox(0, 0, FaceView.SIZE), side).sample(view, 1);
    int[] argb = new int[enlarged.length];
    for (int i = 0; i < argb.length; i++) {
      int grey = Math.round(255 * enlarged[i]);
      argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
    }
    return argb;
  }

  private void marks(JudgedFace face, boolean edges) {
    points(face.truth(), FaceMark.ANNOTATED.picture(radius), edges);
    points(face.predicted(), FaceMark.PREDICTED.picture(radius), edges);
  }

  private void points(double[] xy, int[] mark, boolean edges) {
    for (int i = 0; i < xy.length; i += 2) {
      if (Double.isFinite(xy[i] + xy[i + 1])) {
        stamp(mark, toPicture(xy[i]), toPicture(xy[i + 1]), edges);
      }
    }
  }

  /** The pixel of the picture in which a point of the view lies; centres are whole numbers on both sides. */
  private long toPicture(double view) {
    return Math.round((view + 0.5) * side / FaceView.SIZE - 0.5);
  }

  private void stamp(int[] mark, long centerX, long centerY, boolean edges) {
    int markSide = FaceMark.side(radius);
    for (int i = 0; i < mark.length; i++) {
      long x = centerX - radius - 1 + i % markSide;
      long y = centerY - radius - 1 + i / markSide;
      if (mark[i] != 0 && (mark[i] == FaceMark.EDGE) == edges && x >= 0 && y >= 0 && x < side && y < side) {
        argb[(int) (y * side + x)] = mark[i];
      }
    }
  }
}
