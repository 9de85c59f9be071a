package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.MapGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demos with the keypoint network on a stage. */
class KeypointDemosTest extends FxTest {

  private final List<Throwable> failures = new ArrayList<>();
  private Demo demo;

  @AfterEach
  void leave() {
    runFx(() -> {
      if (demo != null) {
        demo.close();
      }
    });
    assertThat(failures).isEmpty();
  }

  private void open(String name, double width, double height, String style) {
    runFx(() -> demo = demo(name, LabTools.atOnce(failures)));
    StackPane root = onFx(() -> new StackPane(demo.node()));
    runFx(() -> root.setStyle(style));
    show(root, width, height);
  }

  private static Demo demo(String name, DemoTools tools) {
    return switch (name) {
      case "network-tour" -> new NetworkTourDemo(tools, Map.of());
      case "first-layer" -> new FirstLayerDemo(tools, Map.of());
      case "any-size" -> new AnySizeDemo(tools, Map.of());
      case "inner-layers" -> new InnerLayersDemo(tools, Map.of());
      default -> new FullyConnectedDemo(tools, Map.of());
    };
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(KeypointDemosTest::nodes))
        : Stream.of(node);
  }

  private <N extends Node> List<N> all(Class<N> type) {
    return onFx(() -> nodes(demo.node()).filter(type::isInstance).map(type::cast).toList());
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"network-tour", "first-layer", "any-size", "inner-layers", "fully-connected"})
  void everyControlIsNamedAndNothingIsWiderThanTheStage(String name) {
    open(name, 640, 480, "-fx-font-size: 21px;");
    List<String> nameless = onFx(() -> nodes(demo.node()).filter(node -> node.isFocusTraversable() && isShown(node))
        .filter(node -> !(node instanceof ScrollPane) && isBlank(node.getAccessibleText())
            && !(node instanceof Labeled labeled && !isBlank(labeled.getText())))
        .map(Node::toString).toList());
    assertThat(nameless).isEmpty();
    assertThat(onFx(() -> demo.reading().get())).isNotBlank();
    assertThat(demo.sources()).isNotEmpty();
    double width = onFx(() -> ((ScrollPane) demo.node()).getContent().getLayoutBounds().getWidth());
    assertThat(width).isLessThanOrEqualTo(640);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  @Test
  void theTourIsWalkedByKeys() {
    open("network-tour", 1000, 800, "");
    List<TourBox> boxes = all(TourBox.class);
    runFx(() -> boxes.get(1).requestFocus());
    robot().push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    settle();
    assertThat(onFx(() -> demo.reading().get())).startsWith("conv2:");
    assertThat(onFx(() -> all(MapGrid.class).get(0).getMapCount())).isEqualTo(64);
    assertThat(onFx(() -> boxes.get(3).isFocused())).isTrue();
  }

  @Test
  void aGuessMarksTheRightAnswerInWordsToo() {
    open("network-tour", 1000, 800, "");
    Button wrong = all(Button.class).stream().filter(button -> button.getText().contains("hidden5")).findFirst()
        .orElseThrow();
    runFx(wrong::fire);
    settle();
    assertThat(all(Button.class)).anySatisfy(button -> assertThat(button.getAccessibleText())
        .contains("hidden4", "this is right"));
    assertThat(onFx(wrong::getText)).startsWith("✗");
  }

  @Test
  void arrowKeysMoveTheFilter() {
    open("first-layer", 1000, 800, "");
    String before = onFx(() -> demo.reading().get());
    LabPicture face = all(LabPicture.class).stream().filter(picture -> picture.isFocusTraversable()).findFirst()
        .orElseThrow();
    runFx(face::requestFocus);
    robot().push(KeyCode.DOWN);
    settle();
    assertThat(before).startsWith("Row 38, column 30");
    assertThat(onFx(() -> demo.reading().get())).startsWith("Row 39, column 30");
  }

  @Test
  void theFourWaysToLookAtTheFirstLayerAreChosenByButtons() {
    open("first-layer", 1000, 800, "");
    for (ToggleButton button : all(ToggleButton.class)) {
      runFx(button::fire);
      settle();
      assertThat(onFx(button::isSelected)).isTrue();
    }
    assertThat(all(CheckBox.class).stream().anyMatch(box -> isShown(box) && box.isDisabled())).isTrue();
  }

  @Test
  void aSliderChangesTheSize() {
    open("any-size", 1000, 800, "");
    Slider rows = all(Slider.class).get(0);
    runFx(() -> rows.setValue(40));
    settle();
    assertThat(onFx(() -> demo.reading().get())).contains("1×40×96", "hidden4");
    assertThat(onFx(rows::getAccessibleText)).contains("40");
  }

  @Test
  void aPatchIsChosenByItsButton() {
    open("inner-layers", 1000, 800, "");
    List<Button> patches = all(Button.class).stream()
        .filter(button -> !isBlank(button.getAccessibleText()) && button.getAccessibleText().startsWith("Picture"))
        .toList();
    assertThat(patches.size()).isGreaterThan(2);
    String before = onFx(() -> demo.reading().get());
    runFx(patches.get(patches.size() - 1)::fire);
    settle();
    assertThat(onFx(() -> demo.reading().get())).isNotEqualTo(before);
  }

  @Test
  void cellsAreSwitchedByTheSpaceBarAndWithShift() {
    open("fully-connected", 1000, 800, "");
    SwitchGrid maps = all(SwitchGrid.class).get(0);
    runFx(maps::requestFocus);
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(onFx(() -> demo.reading().get())).startsWith("1 of 128");
    robot().press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
    settle();
    assertThat(onFx(() -> demo.reading().get())).startsWith("18 of 128");
    assertThat(onFx(maps::getAccessibleText)).contains("Map 17", "off");
  }

  @Test
  void theSliderFollowsWithoutSwitchingWhatWasChosenOneByOne() {
    open("fully-connected", 1000, 800, "");
    SwitchGrid maps = all(SwitchGrid.class).get(0);
    runFx(maps::requestFocus);
    robot().push(KeyCode.RIGHT).push(KeyCode.SPACE).push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.SPACE);
    settle();
    assertThat(onFx(() -> all(Slider.class).get(0).getValue())).isEqualTo(2);
    assertThat(onFx(maps::getAccessibleText)).contains("Map 3", "off");
    assertThat(onFx(() -> demo.reading().get())).startsWith("2 of 128");
  }
}
