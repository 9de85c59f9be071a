package cnnworkshop.core.data.drawn;

import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;

/**
 * A face drawn by the program, with the places of its 15 points: exact, as it was drawn from them. It lies in its
 * picture as the faces of the training pictures lie in theirs: scaled and centred by the points, upright or not.
 *
 * @param picture 144×144, grey; the middle 96×96 are the view
 * @param points in pixels of the picture
 */
public record DrawnFace(Photo picture, Keypoints points) {

  /** Pixels a side. */
  public static final int SIZE = 144;

  private static final double BORDER = (SIZE - FaceView.SIZE) / 2.0;
  private static final float WHITE = 255;

  /** Draws somebody. */
  public static DrawnFace draw(Draws draws) {
    FaceForm form = FaceForm.random(draws);
    FacePose pose = laid(form, FacePose.random(draws), draws);
    Canvas canvas = new Canvas(1, SIZE, SIZE);
    new PortraitPainter(canvas, form, FaceLook.random(draws), pose, draws).paint();
    float[] grey = canvas.values();
    for (int i = 0; i < grey.length; i++) {
      grey[i] *= WHITE;
    }
    return new DrawnFace(Photo.ofGrey(SIZE, SIZE, grey), form.keypoints(pose));
  }

  /** The pose that lays the points around the same middle and as wide apart as the mean face's, nearly. */
  private static FacePose laid(FaceForm form, FacePose pose, Draws draws) {
    Spread mean = Spread.of(FaceLayout.MEAN_FACE);
    Spread own = Spread.of(form.keypoints(pose));
    double scale = mean.distance / own.distance * (1 + 0.045 * draws.normal());
    double x = mean.x + BORDER + 1.2 * draws.normal();
    double y = mean.y + BORDER + 1.2 * draws.normal();
    return pose.at(x - scale * own.x, y - scale * own.y, scale);
  }

  /** The middle of points, and the root mean square of their distances from it. */
  private record Spread(double x, double y, double distance) {

    static Spread of(Keypoints points) {
      int n = Keypoint.values().length;
      double x = 0;
      double y = 0;
      for (Keypoint k : Keypoint.values()) {
        x += points.x(k) / n;
        y += points.y(k) / n;
      }
      double squares = 0;
      for (Keypoint k : Keypoint.values()) {
        double dx = points.x(k) - x;
        double dy = points.y(k) - y;
        squares += (dx * dx + dy * dy) / n;
      }
      return new Spread(x, y, Math.sqrt(squares));
    }
  }
}
