package cnnworkshop.app.control;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * Paints small pictures on a canvas: enlarged with hard pixels and, of a face, with its points in the shapes and
 * colours they have on a photo. A canvas knows no style sheet, so the colours are those of invisible marks; this has to
 * be a child of what is painted on.
 */
public final class PicturePainter extends Group {

  private static final double MARK_SHARE = 0.018;
  private static final double SMALLEST_MARK = 1.6;
  private static final double EDGE_SHARE = 0.28;

  private final Map<Keypoint.Part, PointMark> pens = new EnumMap<>(Keypoint.Part.class);
  private final Rectangle selection = new Rectangle();

  /** @param changed what to do when a colour changes */
  public PicturePainter(Runnable changed) {
    setManaged(false);
    setVisible(false);
    for (Keypoint point : Keypoint.values()) {
      pens.computeIfAbsent(point.part(), part -> new PointMark(point));
    }
    selection.getStyleClass().add("picture-pen-selection");
    getChildren().addAll(pens.values());
    getChildren().add(selection);
    pens.values().forEach(pen -> {
      pen.fillProperty().addListener((p, before, after) -> changed.run());
      pen.strokeProperty().addListener((p, before, after) -> changed.run());
    });
    selection.fillProperty().addListener((p, before, after) -> changed.run());
  }

  /** The colour around a selected picture: fill of {@code .picture-pen-selection}. */
  public Paint selection() {
    return selection.getFill();
  }

  /** A picture as {@link #paint} takes it. */
  public static Image image(Photo photo) {
    return PixelImage.of(photo);
  }

  /**
   * How large a picture is painted: in whole multiples of its pixels if it is enlarged, so that all of them are equal.
   *
   * @param pixels of the picture's longer side
   * @param room for it
   */
  public static double fitted(double pixels, double room) {
    return room >= pixels ? pixels * Math.floor(room / pixels) : Math.max(1, room);
  }

  /**
   * Paints a picture.
   *
   * @param points x, y in pixels of the picture, centres at whole numbers; NaN where one is missing; null for none
   */
  public void paint(GraphicsContext on, Image picture, Keypoints points, double x, double y, double width,
      double height) {
    on.setImageSmoothing(width < picture.getWidth());
    on.drawImage(picture, x, y, width, height);
    if (points != null) {
      double radius = Math.max(SMALLEST_MARK, MARK_SHARE * width);
      for (Keypoint point : Keypoint.values()) {
        double px = x + (points.x(point) + 0.5) * width / picture.getWidth();
        double py = y + (points.y(point) + 0.5) * height / picture.getHeight();
        // Also false for a point that is not there.
        if (px >= x && py >= y && px <= x + width && py <= y + height) {
          mark(on, point, px, py, radius);
        }
      }
    }
  }

  private void mark(GraphicsContext on, Keypoint point, double x, double y, double radius) {
    double[] unit = PointMark.shape(point.part());
    int corners = unit.length / 2;
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int i = 0; i < corners; i++) {
      xs[i] = x + radius * unit[2 * i];
      ys[i] = y + radius * unit[2 * i + 1];
    }
    PointMark pen = pens.get(point.part());
    on.setStroke(pen.getStroke());
    on.setLineWidth(2 * Math.max(0.6, EDGE_SHARE * radius));
    on.strokePolygon(xs, ys, corners);
    on.setFill(pen.getFill());
    on.fillPolygon(xs, ys, corners);
  }
}
