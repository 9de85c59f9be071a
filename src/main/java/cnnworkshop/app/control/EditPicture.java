package cnnworkshop.app.control;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * A small picture with hard pixels, as large as fits. On it, the points of a face before a change, hollow, and after
 * it, filled, with the way from one to the other.
 */
public final class EditPicture extends Region {

  private static final double PREF_EM = 18;
  private static final double MIN_WIDTH_EM = 7;
  private static final double MIN_HEIGHT_EM = 11;
  private static final double SMALLEST_MARK_EM = 0.18;
  private static final double LARGEST_MARK_EM = 0.4;
  private static final double MARK_SHARE = 0.018;

  private final Em em = new Em(this::requestLayout);
  private final ImageView view = new ImageView();
  private final List<Line> ways = new ArrayList<>();
  private final List<PointMark> before = new ArrayList<>();
  private final List<PointMark> after = new ArrayList<>();
  private Image picture;
  private Image shown;
  private double shownScale;
  private Keypoints old;
  private Keypoints now;

  public EditPicture() {
    getStyleClass().add("edit-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setManaged(false);
    getChildren().addAll(em, view);
    Group lines = new Group();
    lines.setManaged(false);
    for (int i = 0; i < Keypoint.values().length; i++) {
      Line line = new Line();
      line.getStyleClass().add("edit-way");
      ways.add(line);
      lines.getChildren().add(line);
    }
    getChildren().addAll(lines, marks(before, "guess"), marks(after, "selected"));
    setPoints(null, null);
  }

  /** Marks as on a photo: hollow are those of a guess. */
  private static Group marks(List<PointMark> marks, String state) {
    Group group = new Group();
    group.setManaged(false);
    group.getStyleClass().add("face-marks");
    group.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
    for (Keypoint point : Keypoint.values()) {
      marks.add(new PointMark(point));
    }
    group.getChildren().addAll(marks);
    return group;
  }

  /**
   * Shows a picture.
   *
   * @param argb opaque pixels {@code 0xFFRRGGBB}, [row, column]; taken over
   */
  public void show(int columns, int rows, int[] argb) {
    picture = PixelImage.of(columns, rows, argb);
    requestLayout();
  }

  /**
   * Points on it, in its pixels.
   *
   * @param from where they were; null for none
   * @param to where they are; null for none
   */
  public void setPoints(Keypoints from, Keypoints to) {
    old = from;
    now = to;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (picture == null) {
      return;
    }
    PhotoFit fit = PhotoFit.within(getWidth(), getHeight(), (int) picture.getWidth(), (int) picture.getHeight());
    double pixels = fit.scale() * ScreenScale.of(this);
    if (picture != shown || pixels != shownScale) {
      shown = picture;
      shownScale = pixels;
      view.setImage(HardPixels.enlarged(picture, pixels));
    }
    view.setX(fit.left());
    view.setY(fit.top());
    view.setFitWidth(fit.width());
    view.setFitHeight(fit.height());
    double radius = Math.max(em.px(SMALLEST_MARK_EM), Math.min(em.px(LARGEST_MARK_EM), MARK_SHARE * fit.width()));
    place(before, old, fit, radius);
    place(after, now, fit, radius);
    for (Keypoint point : Keypoint.values()) {
      Line way = ways.get(point.ordinal());
      PointMark from = before.get(point.ordinal());
      PointMark to = after.get(point.ordinal());
      way.setVisible(from.isVisible() && to.isVisible());
      way.setStartX(from.getLayoutX());
      way.setStartY(from.getLayoutY());
      way.setEndX(to.getLayoutX());
      way.setEndY(to.getLayoutY());
    }
  }

  private static void place(List<PointMark> marks, Keypoints points, PhotoFit fit, double radius) {
    for (PointMark mark : marks) {
      double x = points == null ? Double.NaN : points.x(mark.point());
      double y = points == null ? Double.NaN : points.y(mark.point());
      // Numbers of a network that was edited to pieces may be none.
      mark.setVisible(Double.isFinite(x) && Double.isFinite(y));
      if (mark.isVisible()) {
        mark.place(fit, x, y, radius);
      }
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(PREF_EM);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(PREF_EM);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(MIN_WIDTH_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(MIN_HEIGHT_EM);
  }
}
