package cnnworkshop.app.control;

import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polygon;

/**
 * One face on a photo: its points and, while another face is the selected one, the outline of its square,
 * which selects it by a click, Enter or Space. Points that are no more than a guess are hollow.
 */
final class FaceMarks extends Group {

  private static final PseudoClass GUESS = PseudoClass.getPseudoClass("guess");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Polygon halo = new Polygon();
  private final Polygon outline = new Polygon();
  private final List<PointMark> marks = new ArrayList<>();
  private boolean selected;

  /** @param onChosen what to do when a person chooses this face */
  FaceMarks(Runnable onChosen) {
    setManaged(false);
    getStyleClass().add("face-marks");
    setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    halo.getStyleClass().add("outline-halo");
    halo.setMouseTransparent(true);
    outline.getStyleClass().add("outline-line");
    outline.setCursor(Cursor.HAND);
    getChildren().addAll(halo, outline);
    for (Keypoint point : Keypoint.values()) {
      PointMark mark = new PointMark(point);
      marks.add(mark);
      getChildren().add(mark);
    }
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      if (!selected && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        onChosen.run();
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (!selected && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
        onChosen.run();
        event.consume();
      }
    });
  }

  /** Its 15 points, in the order of {@link Keypoint}. */
  List<PointMark> marks() {
    return marks;
  }

  /** Draws a face, as the selected one or one of the others, with its points or without. */
  void show(Face face, PhotoFit fit, boolean isSelected, boolean pointsVisible, double em) {
    selected = isSelected;
    pseudoClassStateChanged(SELECTED, selected);
    pseudoClassStateChanged(GUESS, face.doubt().isGuess());
    outline.setVisible(!selected);
    halo.setVisible(!selected);
    setFocusTraversable(!selected);
    Double[] corners = new Double[8];
    FaceView view = new FaceView(face.square());
    double low = -0.5;
    double high = FaceView.SIZE - 0.5;
    double[][] square = {{low, low}, {high, low}, {high, high}, {low, high}};
    for (int i = 0; i < square.length; i++) {
      Point corner = view.toPhoto(square[i][0], square[i][1]);
      corners[2 * i] = fit.paneX(corner.x());
      corners[2 * i + 1] = fit.paneY(corner.y());
    }
    outline.getPoints().setAll(corners);
    halo.getPoints().setAll(corners);
    // Marks shrink with small faces, or they would hide them.
    double radius = Math.max(0.18 * em, Math.min(0.4 * em, 0.024 * face.square().side() * fit.scale()));
    for (PointMark mark : marks) {
      mark.setVisible(pointsVisible);
      mark.place(fit, face.keypoints().x(mark.point()), face.keypoints().y(mark.point()), radius);
    }
  }
}
