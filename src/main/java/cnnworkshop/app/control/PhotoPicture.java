package cnnworkshop.app.control;

import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Draws a photo with its points for a file or the clipboard, a pixel a pixel. */
final class PhotoPicture {

  private static final double SMALLEST_RADIUS = 1.5;

  private final Photo photo;

  PhotoPicture(Photo photo) {
    this.photo = photo;
  }

  /**
   * The photo's own pixels (reduced where a side is above 4096) with the points of {@code faces} on them.
   *
   * @param paint gives each point its colours
   */
  WritableImage draw(List<Face> faces, Consumer<PointMark> paint) {
    Photo reduced = photo.reducedTo(PixelImage.LARGEST_SIDE);
    Group drawing = new Group(new ImageView(PixelImage.of(reduced)));
    PhotoFit fit = new PhotoFit(0, 0, (double) reduced.width() / photo.width(), photo.width(), photo.height());
    for (Face face : faces) {
      double radius = Math.max(SMALLEST_RADIUS, 0.024 * face.square().side() * fit.scale());
      for (Keypoint point : Keypoint.values()) {
        PointMark mark = new PointMark(point);
        mark.place(fit, face.keypoints().x(point), face.keypoints().y(point), radius);
        mark.setStrokeWidth(radius / 4);
        paint.accept(mark);
        drawing.getChildren().add(mark);
      }
    }
    SnapshotParameters exact = new SnapshotParameters();
    exact.setViewport(new Rectangle2D(0, 0, reduced.width(), reduced.height()));
    exact.setFill(Color.BLACK);
    return drawing.snapshot(exact, new WritableImage(reduced.width(), reduced.height()));
  }
}
