package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyViewTest extends FxTest {

  @TempDir
  Path folder;
  private WhyTab tab;
  private WhyView view;
  private final WhyTab.Answers answers = new WhyTab.Answers();

  @AfterEach
  void close() {
    tab.close();
  }

  private void open(double width, double height, String style) {
    tab = onFx(() -> new WhyTab(folder));
    view = onFx(() -> new WhyView(tab.model, tab.places, tab.export, answers, tab.texts));
    StackPane root = new StackPane(view.root());
    root.setStyle(style);
    show(root, width, height);
  }

  /** A patch pushes all points to the right, by as much as it makes a black picture lighter at one place. */
  private void showPoints() {
    runFx(() -> {
      tab.load(StubNetwork.keypoints(input -> {
        float[] outputs = new float[30];
        for (int i = 0; i < 30; i += 2) {
          outputs[i] = input[40 * 96 + 40] * 10 / 48;
        }
        return outputs;
      }));
      tab.subject.set(new Subject("black", Photo.ofRgb(96, 96, new int[96 * 96]), null));
      view.root().layout();
    });
    settle();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(WhyViewTest::nodes))
        : Stream.of(node);
  }

  private static boolean seen(Node node) {
    return node == null || node.isVisible() && seen(node.getParent());
  }

  private <T extends Node> List<T> shown(Class<T> type) {
    return onFx(() -> nodes(view.root()).filter(type::isInstance).map(type::cast).filter(WhyViewTest::seen).toList());
  }

  private String words() {
    return String.join("\n", shown(Label.class).stream().map(Label::getText).toList());
  }

  private WhyPicture picture() {
    return shown(WhyPicture.class).get(0);
  }

  @Test
  void withoutANetworkThereIsASentenceAndNoControls() {
    open(1000, 640, "");
    assertThat(words()).contains("as soon as a network is loaded");
    assertThat(shown(ComboBox.class)).isEmpty();
    assertThat(shown(Button.class)).isEmpty();
  }

  @Test
  void arrowKeysMoveThePatchAndHomeGoesWhereItMatters() {
    open(1000, 640, "");
    showPoints();
    runFx(() -> picture().requestFocus());
    robot().push(KeyCode.RIGHT);
    settle();
    int middle = onFx(() -> tab.places.placeProperty().get());
    robot().push(KeyCode.RIGHT).push(KeyCode.UP);
    settle();
    assertThat(onFx(() -> tab.places.placeProperty().get())).isEqualTo(middle + 1 - 22);
    robot().push(KeyCode.HOME);
    settle();
    assertThat(words()).contains("pushed 5.0 px right.");
    robot().push(KeyCode.ESCAPE);
    settle();
    assertThat(words()).doesNotContain("pushed 5.0 px right.");
  }

  @Test
  void aClickOnThePictureLooksAtThatPlace() {
    open(1000, 640, "");
    showPoints();
    // The picture is drawn in the middle of its room.
    Bounds bounds = onFx(() -> picture().localToScreen(picture().getBoundsInLocal()));
    robot().moveTo(new Point2D((bounds.getMinX() + bounds.getMaxX()) / 2, (bounds.getMinY() + bounds.getMaxY()) / 2));
    settle();
    assertThat(onFx(() -> tab.places.grid().top(tab.places.placeProperty().get()))).isBetween(38, 46);
    robot().clickOn(MouseButton.PRIMARY).moveTo(new Point2D(bounds.getMinX() - 5, bounds.getMinY() - 5));
    settle();
    assertThat(onFx(() -> tab.places.placeProperty().get())).as("stays when the pointer has gone").isNotNegative();
    assertThat(onFx(() -> picture().getAccessibleText())).contains("Patch on columns");
  }

  @Test
  void choosingInTheListGoesThere() {
    open(1000, 640, "");
    showPoints();
    ListView<?> list = shown(ListView.class).stream().filter(l -> l.getStyleClass().contains("why-places"))
        .findFirst().orElseThrow();
    runFx(() -> list.getSelectionModel().select(0));
    assertThat(onFx(() -> tab.places.placeProperty().get()))
        .isEqualTo(onFx(() -> tab.places.strongest().get(0).place()));
    runFx(() -> tab.places.choose(0));
    assertThat(onFx(() -> list.getSelectionModel().getSelectedIndex())).as("it is somewhere else now").isNegative();
  }

  @Test
  @SuppressWarnings("unchecked")
  void controlsSetWhatIsExplainedAndOnlyThoseOfTheMethodAreThere() {
    open(1000, 640, "");
    showPoints();
    assertThat(words()).contains("Patch, pixels a side").doesNotContain("Noisy copies");
    ComboBox<Keypoint> points = (ComboBox<Keypoint>) shown(ComboBox.class).get(0);
    runFx(() -> points.setValue(Keypoint.LEFT_EYE_CENTER));
    assertThat(words()).contains("left eye, centre: column 48.0");
    runFx(() -> tab.model.settings().methodProperty().set(WhyMethod.SMOOTH));
    settle();
    assertThat(words()).contains("Noisy copies", "Watched both ways").doesNotContain("Patch, pixels a side");
  }

  @Test
  @SuppressWarnings("unchecked")
  void classesAreChosenByName() {
    open(1000, 640, "");
    runFx(() -> {
      float[] probabilities = new float[10];
      Arrays.fill(probabilities, 0.05f);
      probabilities[3] = 0.55f;
      tab.load(StubNetwork.classifier(List.of("a", "b", "c", "dog", "e", "f", "g", "h", "i", "j"), probabilities));
      tab.subject.set(WhyTab.photo(40, 2));
    });
    settle();
    ComboBox<String> classes = (ComboBox<String>) shown(ComboBox.class).get(0);
    assertThat(onFx(classes::getValue)).isEqualTo("dog");
    assertThat(words()).contains("dog: 55.0 %").doesNotContain("Arrows");
    runFx(() -> classes.getSelectionModel().select("b"));
    settle();
    assertThat(words()).contains("b: 5.0 %  (taken for dog: 55.0 %)");
  }

  @Test
  void thePictureIsCopied() {
    open(1000, 640, "");
    showPoints();
    Button copy = shown(Button.class).stream().filter(b -> "Copy the picture".equals(b.getAccessibleText())).findFirst()
        .orElseThrow();
    runFx(copy::requestFocus);
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(answers.copied).singleElement().satisfies(photo -> assertThat(photo.width()).isEqualTo(960));
  }

  // D39
  @Test
  void everythingTabStopsAtHasAName() {
    open(1000, 640, "");
    showPoints();
    for (WhyMethod method : WhyMethod.values()) {
      runFx(() -> tab.model.settings().methodProperty().set(method));
      settle();
      List<Node> unnamed = onFx(() -> nodes(view.root()).filter(Node::isFocusTraversable).filter(WhyViewTest::seen)
          .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank()).toList());
      assertThat(unnamed).as(method.name()).isEmpty();
    }
  }

  @Test
  void withLargeTypeInLittleRoomTheColumnScrollsAndThePictureIsThere() {
    open(1024, 560, "-fx-font-size: 21px");
    showPoints();
    runFx(() -> view.root().getScene().getRoot().layout());
    Bounds picture = onFx(() -> picture().localToScene(picture().getLayoutBounds()));
    assertThat(picture.getMaxX()).isLessThanOrEqualTo(1025);
    assertThat(Math.min(picture.getWidth(), picture.getHeight())).isGreaterThan(12 * 21 - 1);
    for (ScrollPane scroll : shown(ScrollPane.class)) {
      double content = onFx(() -> scroll.getContent().getLayoutBounds().getWidth());
      assertThat(content).as("nothing is wider than its place")
          .isLessThanOrEqualTo(onFx(() -> scroll.getViewportBounds().getWidth()) + 1);
    }
  }
}
