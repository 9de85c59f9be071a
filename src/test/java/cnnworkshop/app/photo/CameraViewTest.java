package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.PhotoPane;
import cnnworkshop.app.photo.CameraModel.State;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraViewTest extends FxTest implements FileDialogs {

  private static final Photo FIRST = PhotoTab.noise(96, 72, 11);
  private static final Photo SECOND = PhotoTab.noise(96, 72, 12);

  @TempDir
  private Path folder;
  private PhotoTab tab;
  private PhotoView view;
  private CameraModel camera;
  private final List<String> saved = new ArrayList<>();

  @BeforeEach
  void open() {
    runFx(() -> {
      tab = new PhotoTab(folder);
      view = new PhotoView(tab.model, tab.settings, tab.texts, this, Clipboard::getSystemClipboard, Runnable::run);
      tab.withKeypoints();
      tab.model.pictures().openSample(0);
    });
    camera = tab.model.camera();
    tab.camera.show(FIRST, SECOND);
    show(new StackPane(view.root()), 1280, 800);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Override
  public List<Path> pictures() {
    return List.of();
  }

  @Override
  public Optional<Path> network() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    saved.add(suggestion);
    return Optional.empty();
  }

  /** The camera's own thread goes on by so many steps: opening it is one, each picture is one. */
  private void cameraSteps(int count) {
    runFx(() -> {
      for (int i = 0; i < count; i++) {
        tab.cameraThread.runOne();
      }
    });
    settle();
  }

  private void startByKey() {
    runFx(() -> find(PhotoPane.class).requestFocus());
    robot().push(KeyCode.ALT, KeyCode.C);
    cameraSteps(2);
  }

  @Test
  void theButtonStartsTheCameraAndTheSpaceKeyTakesThePicture() {
    Node button = named("Camera");
    runFx(button::requestFocus);
    robot().type(KeyCode.SPACE);
    settle();
    assertThat(camera.stateProperty().get()).isEqualTo(State.OPENING);
    assertThat(shown("Opening the camera")).isNotNull();
    cameraSteps(2);
    assertThat(onFx(() -> ((ToggleButton) button).isSelected())).isTrue();
    assertThat(shown("Live")).isNotNull();
    assertThat(onFx(() -> find(PhotoPane.class).getPhoto().width())).isEqualTo(96);
    assertThat(onFx(() -> find(MapGrid.class).getMapCount())).isEqualTo(32);
    robot().type(KeyCode.SPACE);
    settle();
    assertThat(shown("Camera 14:03:22")).isNotNull();
    assertThat(shown("Live")).isNull();
    assertThat(onFx(() -> ((ToggleButton) button).isSelected())).isFalse();
    robot().push(KeyCode.CONTROL, KeyCode.S);
    assertThat(saved).containsExactly("Camera 14-03-22-points.png");
  }

  @Test
  void theSameKeyStopsItAndThePictureFromBeforeIsBack() {
    startByKey();
    assertThat(camera.stateProperty().get()).isEqualTo(State.LIVE);
    robot().push(KeyCode.ALT, KeyCode.C);
    cameraSteps(1);
    assertThat(tab.camera.isOpen()).isFalse();
    assertThat(shown("first")).isNotNull();
  }

  @Test
  void mirroringIsSaidAndCanBeSwitchedOff() {
    startByKey();
    assertThat(onFx(() -> ((ToggleButton) named("Mirrored")).isSelected())).isTrue();
    assertThat(onFx(() -> find(PhotoPane.class).getPhoto().argb(95, 0))).isEqualTo(FIRST.argb(0, 0));
    robot().push(KeyCode.ALT, KeyCode.M);
    cameraSteps(1);
    assertThat(onFx(() -> ((ToggleButton) named("Mirrored")).isSelected())).isFalse();
    cameraSteps(1);
    assertThat(onFx(() -> find(PhotoPane.class).getPhoto().argb(0, 0))).isEqualTo(FIRST.argb(0, 0));
  }

  @Test
  void aPinnedPixelStaysPinnedWhileThePictureMoves() {
    startByKey();
    runFx(() -> find(PhotoPane.class).pinnedProperty().set(new Point(40, 20)));
    ProbeModel.Cell cell = tab.model.probe().cellProperty().get();
    cameraSteps(3);
    assertThat(onFx(() -> find(PhotoPane.class).pinnedProperty().get())).isEqualTo(new Point(40, 20));
    assertThat(tab.model.probe().cellProperty().get()).isEqualTo(cell).isNotNull();
  }

  @Test
  void whatThePointerIsOnIsSpelledOutWhileThePictureMovesUntilItLeaves() {
    startByKey();
    robot().moveTo(onFx(() -> find(PhotoPane.class)));
    settle();
    ProbeModel.Cell cell = tab.model.probe().cellProperty().get();
    assertThat(cell).isNotNull();
    cameraSteps(2);
    assertThat(tab.model.probe().cellProperty().get()).isEqualTo(cell);
    robot().moveTo(named("Paste"));
    settle();
    assertThat(tab.model.probe().cellProperty().get()).isNull();
  }

  @Test
  void whatNeedsAPictureThatHoldsStillIsOffMeanwhile() {
    startByKey();
    assertThat(onFx(() -> named("Save").isDisabled())).isTrue();
    assertThat(onFx(() -> named("Place a square").isDisabled())).isTrue();
    robot().push(KeyCode.CONTROL, KeyCode.S);
    robot().push(KeyCode.CONTROL, KeyCode.E);
    robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    settle();
    assertThat(saved).isEmpty();
    assertThat(tab.model.faces().squareProperty().get()).isNull();
  }

  @Test
  void whenTheTabIsLeftTheDeviceIsClosedAndWhenItIsChosenAgainThePictureMovesOn() {
    startByKey();
    StackPane place = onFx(() -> (StackPane) view.root().getParent());
    runFx(() -> place.getChildren().clear());
    cameraSteps(1);
    assertThat(tab.camera.isOpen()).isFalse();
    runFx(() -> place.getChildren().add(view.root()));
    cameraSteps(2);
    assertThat(tab.camera.isOpen()).isTrue();
    assertThat(camera.stateProperty().get()).isEqualTo(State.LIVE);
  }

  @Test
  void withoutACameraTheSentenceStandsBelowThePictureAndTheButtonIsUpAgain() {
    tab.camera.fail(CameraFailure.Kind.NONE);
    robot().clickOn(named("Camera"));
    cameraSteps(1);
    assertThat(shown("No camera 0 is connected")).isNotNull();
    assertThat(onFx(() -> ((ToggleButton) named("Camera")).isSelected())).isFalse();
    assertThat(shown("first")).isNotNull();
    snapshot(view.root(), "camera-none");
  }

  @Test
  void everyStopOfTheTabKeyHasANameForAScreenReader() {
    tab.found.add(FaceSquare.ofBox(20, 10, 40));
    startByKey();
    List<String> nameless = onFx(() -> all(view.root()).stream()
        .filter(n -> n.isFocusTraversable() && visible(n))
        .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank())
        .filter(n -> !(n instanceof Labeled l) || l.getText() == null || l.getText().isBlank())
        .map(n -> n.getClass().getSimpleName() + " " + n.getStyleClass()).toList());
    assertThat(nameless).isEmpty();
    assertThat(PhotoView.keys(tab.texts)).containsValues("Start or stop the camera", "Take the picture", "Mirrored");
    snapshot(view.root(), "camera-live");
  }

  @Test
  void atAProjectorsSizeWithLargeTypeNothingIsCut() {
    runFx(() -> {
      view.root().setStyle("-fx-font-size: 21px");
      view.root().getScene().getWindow().setWidth(1024);
      view.root().getScene().getWindow().setHeight(600);
    });
    tab.found.add(FaceSquare.ofBox(20, 10, 40));
    startByKey();
    snapshot(view.root(), "camera-projector");
    for (String button : List.of("Take the picture", "Stop the camera", "Mirrored")) {
      Bounds seen = onFx(() -> named(button).localToScene(named(button).getLayoutBounds()));
      assertThat(seen.getMaxX()).isLessThanOrEqualTo(1025);
      assertThat(seen.getMaxY()).isLessThanOrEqualTo(601);
    }
    Bounds photo = onFx(() -> find(PhotoPane.class).localToScene(find(PhotoPane.class).getLayoutBounds()));
    assertThat(photo.getHeight()).isGreaterThan(100);
  }

  private <N extends Node> N find(Class<N> type) {
    return all(view.root()).stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private Node named(String text) {
    return onFx(() -> all(view.root()).stream()
        .filter(n -> n.isFocusTraversable() && text.equals(n.getAccessibleText()))
        .findFirst().orElseThrow(() -> new AssertionError("nothing is named " + text)));
  }

  private Node shown(String text) {
    return onFx(() -> all(view.root()).stream()
        .filter(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains(text) && visible(n))
        .findFirst().orElse(null));
  }

  private static boolean visible(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static List<Node> all(Parent parent) {
    List<Node> nodes = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      nodes.add(child);
      if (child instanceof Parent p) {
        nodes.addAll(all(p));
      }
    }
    return nodes;
  }
}
