package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.control.TabParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutAndRaceViewTest extends FxTest {

  @TempDir
  Path folder;

  private ReuseTab tab;
  private TabParts view;

  private void open(double width, double height, String style) throws Exception {
    tab = new ReuseTab(folder).withBase("base").withPictures(20);
    List<TabPart> sections = List.of(ReuseSections.race(tab.model, tab, tab.texts));
    ReuseViewModel parts = new ReuseViewModel(sections.stream().map(TabPart::id).toList());
    view = onFx(() -> new TabParts(parts.sectionProperty(), parts::show, sections, tab.texts));
    runFx(() -> view.root().setStyle(style));
    show(view.root(), width, height);
  }

  @Test
  void theScissorsAreMovedWithTheArrowKeys() throws Exception {
    open(1280, 800, "");
    focus(scissors());
    robot().push(KeyCode.LEFT);
    robot().push(KeyCode.LEFT);
    settle();
    assertThat(tab.model.cut().kept()).isEqualTo(3);
    assertThat(onFx(scissors()::isFocused)).as("it can be moved on").isTrue();
    assertThat(onFx(scissors()::getAccessibleText)).contains("3 of 6 layers stay, up to norm1");
    robot().push(KeyCode.RIGHT);
    settle();
    assertThat(tab.model.cut().kept()).isEqualTo(4);
  }

  @Test
  void theScissorsAreDragged() throws Exception {
    open(1280, 800, "");
    robot().moveTo(scissors()).press(MouseButton.PRIMARY).moveTo(block("pool1")).release(MouseButton.PRIMARY);
    settle();
    assertThat(tab.model.cut().kept()).isEqualTo(2);
    robot().moveTo(scissors()).press(MouseButton.PRIMARY).moveTo(block("conv2")).moveBy(80, 0)
        .release(MouseButton.PRIMARY);
    settle();
    assertThat(tab.model.cut().kept()).isEqualTo(5);
  }

  @Test
  void aLayerIsFrozenAndThawedByAClickAndByKeys() throws Exception {
    open(1280, 800, "");
    robot().clickOn(block("norm1"));
    settle();
    assertThat(tab.model.cut().rate(2)).isEqualTo(0.1);
    assertThat(tab.model.cut().rate(1)).isZero();
    assertThat(onFx(block("conv2")::getAccessibleText)).contains("learns ×0.1");
    robot().push(KeyCode.LEFT);
    robot().push(KeyCode.LEFT);
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(tab.model.cut().rate(0)).isEqualTo(0.1);
    assertThat(onFx(block("conv1")::isFocused)).isTrue();
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(tab.model.cut().rate(0)).isZero();
  }

  @Test
  void aRateIsTypedExactly() throws Exception {
    open(1280, 800, "");
    robot().clickOn(block("conv2"));
    TextField field = onFx(() -> all(TextField.class).stream()
        .filter(f -> "Share of the learning rate".equals(f.getAccessibleText())).findFirst().orElseThrow());
    runFx(() -> {
      field.requestFocus();
      field.selectAll();
    });
    robot().write("0.037").push(KeyCode.ENTER);
    settle();
    assertThat(tab.model.cut().rate(4)).isEqualTo(0.037);
    assertThat(words()).contains("×0.037");
  }

  @Test
  void aFaultIsSaidAndNothingCanBeStarted() throws Exception {
    open(1280, 800, "");
    CheckBox grey = check("grey");
    robot().clickOn(grey).clickOn(check("light"));
    settle();
    assertThat(words()).contains("Choose at least two classes to tell apart.");
    assertThat(onFx(button("Start race")::isDisabled)).isTrue();
    assertThat(onFx(button("Train once")::isDisabled)).isTrue();
    robot().clickOn(grey);
    settle();
    assertThat(onFx(button("Start race")::isDisabled)).isFalse();
  }

  @Test
  void aRaceAndASingleTrainingAreStartedByTheTabsKeys() throws Exception {
    open(1280, 800, "");
    runFx(() -> view.root().requestFocus());
    robot().push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN));
    settle();
    TableView<?> table = onFx(() -> all(TableView.class).get(0));
    assertThat(onFx(() -> table.getItems().size())).isEqualTo(3);
    assertThat(words()).contains("base, cut after conv2, for pictures: 3 classes, 12 test pictures.");
    robot().push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN));
    settle();
    assertThat(onFx(() -> tab.model.trained().all().size())).isEqualTo(4);
    press(button("Layers to Train"));
    assertThat(tab.opened).singleElement().satisfies(spec -> assertThat(spec.layers()).hasSize(7));
  }

  @Test
  void numbersAndChartsAreSavedAndCopied() throws Exception {
    open(1280, 800, "");
    runFx(tab.model::startRace);
    MenuButton files = onFx(() -> all(MenuButton.class).stream()
        .filter(m -> "Save results".equals(m.getText())).findFirst().orElseThrow());
    tab.saved = folder.resolve("out");
    for (int i = 0; i < 5; i++) {
      int item = i;
      runFx(() -> files.getItems().get(item).fire());
      if (i < 3) {
        assertThat(Files.size(tab.saved)).isPositive();
        Files.delete(tab.saved);
      }
    }
    assertThat(tab.copied).hasSize(2).allSatisfy(picture -> assertThat(picture.getWidth()).isGreaterThan(400));
  }

  @Test
  void aHeadIsPutTogetherByKeys() throws Exception {
    open(1280, 800, "");
    press(button("Add a dense layer"));
    assertThat(onFx(() -> block("head1").block().parameters())).isEqualTo(6 * 64 + 64);
    Button remove = onFx(() -> all(Button.class).stream()
        .filter(b -> "Remove dense layer 1".equals(b.getAccessibleText())).findFirst().orElseThrow());
    press(remove);
    assertThat(onFx(() -> tab.model.head().dense().size())).isZero();
  }

  // D39
  @Test
  void everythingTabStopsAtHasAName() throws Exception {
    open(1280, 800, "");
    runFx(tab.model.head()::addDense);
    settle();
    List<Node> unnamed = onFx(() -> nodes(view.root()).filter(Node::isFocusTraversable)
        .filter(node -> (node.getAccessibleText() == null || node.getAccessibleText().isBlank())
            && !(node instanceof Button button && !button.getText().isBlank())).toList());
    assertThat(unnamed).isEmpty();
  }

  @Test
  void withLargeTypeInLittleRoomNothingIsWiderThanItsPlace() throws Exception {
    open(1024, 560, "-fx-font-size: 21px");
    for (ScrollPane scroll : onFx(() -> all(ScrollPane.class))) {
      boolean picture = scroll.getStyleClass().contains("cut-scroll");
      double content = onFx(() -> scroll.getContent().getLayoutBounds().getWidth());
      if (!picture) {
        assertThat(content).isLessThanOrEqualTo(onFx(() -> scroll.getViewportBounds().getWidth()) + 1);
      }
      Bounds bounds = onFx(() -> scroll.localToScene(scroll.getLayoutBounds()));
      assertThat(bounds.getMaxX()).isLessThanOrEqualTo(1025);
    }
    double right = onFx(() -> all(Button.class).stream().filter(Node::isVisible)
        .mapToDouble(button -> button.localToScene(button.getLayoutBounds()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(1025);
  }

  private Scissors scissors() {
    return onFx(() -> all(Scissors.class).get(0));
  }

  private CutBlockNode block(String name) {
    return onFx(() -> all(CutBlockNode.class).stream()
        .filter(node -> node.block().layer().name().equals(name)).findFirst().orElseThrow());
  }

  private Button button(String text) {
    return onFx(() -> all(Button.class).stream().filter(b -> text.equals(b.getText())).findFirst().orElseThrow());
  }

  private CheckBox check(String text) {
    return onFx(() -> all(CheckBox.class).stream().filter(b -> text.equals(b.getText())).findFirst().orElseThrow());
  }

  private List<String> words() {
    return onFx(() -> all(Label.class).stream().filter(Node::isVisible).map(Label::getText).toList());
  }

  private void focus(Node node) {
    runFx(node::requestFocus);
    settle();
  }

  private void press(Button button) {
    focus(button);
    robot().push(KeyCode.SPACE);
    settle();
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return nodes(view.root()).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(CutAndRaceViewTest::nodes))
        : Stream.of(node);
  }
}
