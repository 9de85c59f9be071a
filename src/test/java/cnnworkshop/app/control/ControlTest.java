package cnnworkshop.app.control;

import cnnworkshop.app.FxTest;
import cnnworkshop.core.face.Doubt;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** A test of one of our own controls on a stage. */
abstract class ControlTest extends FxTest {

  static final Doubt SURE = new Doubt(0.4, 0.02);

  static final Texts TEXTS = Texts.load(Locale.ENGLISH);

  /** Shows a control that fills a stage. */
  void open(Node control, double width, double height) {
    StackPane root = new StackPane(control);
    runFx(() -> root.getStylesheets()
        .add(ControlTest.class.getResource("/assets/styles/control.css").toExternalForm()));
    show(root, width, height);
  }

  /** Gives the control another size. */
  void resize(Node control, double width, double height) {
    runFx(() -> {
      control.getScene().getWindow().setWidth(width);
      control.getScene().getWindow().setHeight(height);
      control.getScene().getRoot().applyCss();
      control.getScene().getRoot().layout();
    });
    settle();
  }

  /** Types keys with the focus on a node. */
  void type(Node focused, KeyCode... keys) {
    runFx(focused::requestFocus);
    settle();
    for (KeyCode key : keys) {
      robot().push(key);
    }
    settle();
  }

  void typeWithShift(Node focused, KeyCode key) {
    runFx(focused::requestFocus);
    settle();
    robot().press(KeyCode.SHIFT);
    robot().push(key);
    robot().release(KeyCode.SHIFT);
    settle();
  }

  /** A place in a node as a place on the screen. */
  Point2D screen(Node node, double x, double y) {
    return onFx(() -> node.localToScreen(x, y));
  }

  /** Every node below one, itself included. */
  static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ControlTest::nodes))
        : Stream.of(node);
  }

  /** All nodes of a class below one. */
  static <T extends Node> List<T> all(Node node, Class<T> type) {
    return nodes(node).filter(type::isInstance).map(type::cast).toList();
  }

  /** Nodes that Tab stops at and that a screen reader has no words for. */
  List<Node> unnamedStops(Node control) {
    return onFx(() -> nodes(control).filter(Node::isFocusTraversable).filter(node -> node.getAccessibleText() == null
        || node.getAccessibleText().isBlank()).toList());
  }

  /** A photo of one grey. */
  static Photo plain(int width, int height) {
    float[] grey = new float[width * height];
    Arrays.fill(grey, 128);
    return Photo.ofGrey(width, height, grey);
  }

  /** A face all of whose targets are {@code target}: view pixel 48 target + 48. */
  static Face face(FaceSquare square, float target) {
    float[] targets = new float[Keypoints.NUMBERS];
    Arrays.fill(targets, target);
    return new Face(square, Face.Source.GIVEN, Keypoints.ofTargets(targets, 0).toPhoto(new FaceView(square)), SURE);
  }
}
