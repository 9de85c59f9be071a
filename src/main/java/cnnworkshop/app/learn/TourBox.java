package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.image.Photo;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/**
 * A layer's outputs as a box: as wide and high as its maps and as deep as there are maps, all boxes on one scale. A
 * plain list of numbers is a sheet of them. Name, shape and parameters stand below.
 */
final class TourBox extends Region {

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  /** How far a map moves up and to the right for each one before it, in sides of a value: depth seen at an angle. */
  private static final double DEPTH = 0.3;
  private static final double GAP_EM = 0.2;

  private final Em em = new Em(this::requestLayout);
  private final Canvas front = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final Polygon roof = new Polygon();
  private final Polygon side = new Polygon();
  private final Label name = new Label();
  private final Label shape = new Label();
  private final Label parameters = new Label();
  private final Region share = new Region();
  private final int columns;
  private final int rows;
  private final double depth;
  private Image image;
  private double scale = 1;
  private double part;

  /**
   * @param columns values of its face in a row
   * @param rows rows of them
   * @param maps how many maps lie behind one another
   */
  TourBox(TourLayer layer, int columns, int rows, int maps, Runnable open) {
    this.columns = columns;
    this.rows = rows;
    this.depth = maps * DEPTH;
    getStyleClass().add("tour-box");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    roof.getStyleClass().add("tour-roof");
    side.getStyleClass().add("tour-side");
    name.setText(layer.name());
    name.getStyleClass().add("tour-name");
    shape.setText(layer.shape().toString());
    shape.getStyleClass().add("tour-shape");
    parameters.getStyleClass().add("tour-parameters");
    share.getStyleClass().add("tour-share");
    for (Node node : new Node[] {roof, side, front}) {
      node.setManaged(false);
    }
    getChildren().addAll(em, painter, roof, side, front, name, shape, parameters, share);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      requestFocus();
      open.run();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        open.run();
        event.consume();
      }
    });
  }

  /** Its face, as many pixels as it has values. */
  void setFace(int[] argb) {
    image = PicturePainter.image(Photo.ofRgb(columns, rows, argb));
    requestLayout();
  }

  /** What stands below: a number in words, and a bar for the share of all, 0..1. */
  void setParameters(String words, double newPart) {
    parameters.setText(words);
    part = newPart;
    requestLayout();
  }

  void setOpen(boolean open) {
    pseudoClassStateChanged(OPEN, open);
  }

  /** How many pixels a value is wide and high. */
  void setScale(double pixels) {
    if (scale != pixels) {
      scale = pixels;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double w = columns * scale;
    double h = rows * scale;
    double d = depth * scale;
    double x = Math.round((getWidth() - w - d) / 2);
    double text = name.prefHeight(-1) + shape.prefHeight(-1) + parameters.prefHeight(-1) + em.px(0.6);
    double floor = Math.round(getHeight() - snappedBottomInset() - text - em.px(GAP_EM));
    double y = floor - h;
    roof.getPoints().setAll(x, y, x + d, y - d, x + d + w, y - d, x + w, y);
    side.getPoints().setAll(x + w, y, x + w + d, y - d, x + w + d, y - d + h, x + w, y + h);
    front.setWidth(w);
    front.setHeight(h);
    front.relocate(x, y);
    front.getGraphicsContext2D().clearRect(0, 0, w, h);
    if (image != null) {
      painter.paint(front.getGraphicsContext2D(), image, null, 0, 0, w, h);
    }
    double top = floor + em.px(GAP_EM);
    for (Label label : new Label[] {name, shape, parameters}) {
      double width = Math.min(getWidth(), label.prefWidth(-1));
      label.resizeRelocate((getWidth() - width) / 2, top, width, label.prefHeight(-1));
      top += label.prefHeight(-1);
    }
    double bar = getWidth() - 2 * snappedLeftInset();
    share.setVisible(part > 0);
    share.resizeRelocate(snappedLeftInset(), top + em.px(0.15), Math.max(1, bar * part), em.px(0.35));
  }

  @Override
  protected double computePrefWidth(double height) {
    double labels = Math.max(name.prefWidth(-1), Math.max(shape.prefWidth(-1), parameters.prefWidth(-1)));
    return snappedLeftInset() + snappedRightInset() + Math.max(labels, (columns + depth) * scale);
  }

  @Override
  protected double computePrefHeight(double width) {
    double text = name.prefHeight(-1) + shape.prefHeight(-1) + parameters.prefHeight(-1) + em.px(0.6);
    return snappedTopInset() + snappedBottomInset() + (rows + depth) * scale + text + 2 * em.px(GAP_EM);
  }
}
