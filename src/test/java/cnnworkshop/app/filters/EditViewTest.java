package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.ClassBars;
import cnnworkshop.app.control.EditPicture;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.NamedKernel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditViewTest extends FxTest {

  @TempDir
  Path folder;

  private final EditTab.Answers answers = new EditTab.Answers();
  private EditTab tab;
  private Parent root;

  private void open(double width, double height, String style) throws Exception {
    tab = onFx(() -> new EditTab(folder, Runnable::run, work -> {
      if (Platform.isFxApplicationThread()) {
        work.run();
      } else {
        Platform.runLater(work);
      }
    }));
    root = onFx(() -> EditSection.content(tab.tools, answers, tab.later));
    StackPane around = onFx(() -> {
      StackPane pane = new StackPane(root);
      pane.setStyle(style);
      return pane;
    });
    show(around, width, height);
  }

  private void open(Function<EditTab, Network> network) throws Exception {
    open(1200, 700, "");
    load(onFx(() -> network.apply(tab)));
  }

  private void load(Network network) {
    runFx(() -> {
      tab.subject.set(EditTab.photo(1));
      tab.load(network);
    });
    settle();
  }

  @AfterEach
  void close() {
    onFx(() -> {
      tab.close();
      return null;
    });
  }

  @Test
  void anEmptyPlaceSaysWhatWillBeHere() throws Exception {
    open(1000, 600, "");

    assertThat(shownTexts()).containsExactly(tab.texts.get("filters.edit.empty.no-network"));
  }

  @Test
  void aTypedNumberIsTakenWithEnterAndTakenBackAndDoneAgainWithKeys() throws Exception {
    open(t -> t.points("one"));
    TextField field = weights().get(4);
    String before = onFx(field::getText);
    type(field, "1.5");
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(shownTexts()).contains("One filter of 4 is changed.", "Filter 0, changed");

    robot().push(KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertThat(field.getText()).isEqualTo(before);
    assertThat(shownTexts()).contains("No filter of 4 is changed.", "Filter 0");
    robot().push(KeyCode.CONTROL, KeyCode.Y);
    settle();
    assertThat(field.getText()).isEqualTo("1.5");
    robot().push(KeyCode.CONTROL, KeyCode.Z);
    robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    settle();
    assertThat(field.getText()).isEqualTo("1.5");
  }

  @Test
  void whatIsNoNumberGoesBackAndWhatWasNotTouchedKeepsItsDigits() throws Exception {
    open(t -> t.points("one"));
    TextField field = weights().get(0);
    String before = onFx(field::getText);
    type(field, "nonsense");
    robot().push(KeyCode.DOWN);
    settle();
    assertThat(field.getText()).isEqualTo(before);
    assertThat(onFx(() -> weights().get(3).isFocused())).as("the field below").isTrue();
    assertThat(shownTexts()).contains("No filter of 4 is changed.");
  }

  @Test
  void arrowKeysChooseFiltersAndSpaceSwitchesOneOff() throws Exception {
    open(t -> t.points("one"));
    runFx(() -> one(EditStrip.class).requestFocus());
    robot().push(KeyCode.RIGHT);
    robot().push(KeyCode.RIGHT);
    settle();
    assertThat(shownTexts()).contains("Filter 2", "Map of filter 2 before", "Map of filter 2 after");
    assertThat(onFx(() -> one(MapGrid.class).selectedProperty().get())).isEqualTo(2);
    assertThat(onFx(() -> one(EditStrip.class).getAccessibleText())).isEqualTo("Filter 2");

    runFx(() -> one(CheckBox.class).requestFocus());
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(shownTexts()).contains("Filter 2, switched off", "One filter of 4 is changed, 1 switched off.");
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(shownTexts()).contains("No filter of 4 is changed.");
  }

  @Test
  void aKernelFromTheMenuStandsInTheFieldsAndTheNetworkCanBeUsed() throws Exception {
    open(t -> t.points("one"));
    runFx(() -> one(MenuButton.class).getItems().get(NamedKernel.SHARPEN.ordinal()).fire());
    settle();
    assertThat(onFx(() -> weights().stream().map(TextField::getText).toList()))
        .containsExactly("0", "−1", "0", "−1", "5", "−1", "0", "−1", "0");

    press("Use this network");
    assertThat(tab.inference.networkProperty().get().name()).isEqualTo("one, edited");
    assertThat(Arrays.copyOf(tab.inference.networkProperty().get().firstLayer().weights(), 9))
        .isEqualTo(NamedKernel.SHARPEN.weights(3));
  }

  @Test
  void theSliderScalesAndItsKeysAreOneStepEach() throws Exception {
    open(t -> t.points("one"));
    runFx(() -> one(Slider.class).requestFocus());
    robot().push(KeyCode.LEFT);
    robot().push(KeyCode.LEFT);
    settle();
    double scale = onFx(() -> one(Slider.class).getValue());
    assertThat(scale).isLessThan(1);
    assertThat(shownTexts()).anyMatch(text -> text.startsWith("The network takes these numbers times"));

    robot().push(KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertThat(onFx(() -> one(Slider.class).getValue())).isBetween(scale + 1e-6, 1 - 1e-6);
    robot().push(KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertThat(onFx(() -> one(Slider.class).getValue())).isEqualTo(1);
  }

  @Test
  void theEditedNetworkIsSavedWhereThePersonWishes() throws Exception {
    open(t -> t.points("one"));
    answers.saved = folder.resolve("saved.zip");
    assertThat(onFx(() -> button("Save as a new network…").isDisabled())).as("nothing is changed").isTrue();
    press("Switch all others off");
    press("Save as a new network…");

    assertThat(answers.suggestions).containsExactly("NETWORK one-edited");
    assertThat(Files.size(answers.saved)).isPositive();
  }

  @Test
  void whatWasPutAsideIsTakenBackWithOneButton() throws Exception {
    open(t -> t.points("one"));
    press("Switch all others off");
    load(onFx(() -> tab.points("two")));
    assertThat(shownTexts()).contains("one with 3 changed filters was put aside.", "No filter of 4 is changed.");

    press("Take back");
    assertThat(tab.inference.networkProperty().get().name()).isEqualTo("one");
    assertThat(shownTexts()).contains("3 filters of 4 are changed, 3 switched off.")
        .noneMatch(text -> text.contains("put aside"));
  }

  @Test
  void aFilterOfAFileIsTakenWithAButton() throws Exception {
    open(t -> t.points("one"));
    answers.network = folder.resolve("other.zip");
    runFx(() -> {
      try (Network other = tab.classes("other", List.of("a", "b"))) {
        other.save(answers.network, other.info());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      one(TitledPane.class).setExpanded(true);
    });
    settle();
    press("Another network…");
    runFx(() -> all(EditStrip.class).get(1).requestFocus());
    robot().push(KeyCode.END);
    settle();
    press("Take filter 4");

    assertThat(shownTexts()).contains("Filter 0, changed")
        .anyMatch(text -> text.startsWith("Its channels do not match"));
  }

  @Test
  void aLayerWithoutBiasHasNoFieldForItAndColoursHaveAChoiceOfChannels() throws Exception {
    open(t -> t.network("colour", new Shape(3, 32, 32), new LayerSpec.Convolution("conv1", 6,
        new LayerSpec.Size(2, 5), LayerSpec.Size.of(1), LayerSpec.Size.of(1), Padding.VALID, false,
        LayerSpec.Activation.RELU), Task.CLASSES, 3, List.of("a", "b", "c")));
    assertThat(shownTexts()).contains("Input channel").doesNotContain("Bias");
    assertThat(weights()).hasSize(10);
    ComboBox<?> channels = one(ComboBox.class);
    runFx(() -> channels.getSelectionModel().select(2));
    settle();
    type(weights().get(0), "3");
    robot().push(KeyCode.ENTER);
    press("Use this network");
    assertThat(tab.inference.networkProperty().get().firstLayer().weight(0, 2, 0, 0)).as("blue").isEqualTo(3);

    load(onFx(() -> tab.points("grey")));
    assertThat(shownTexts()).contains("Bias").doesNotContain("Input channel");
    assertThat(weights()).hasSize(9);
  }

  @Test
  void pointsAreShownWithTheirWaysAndClassesAsBars() throws Exception {
    open(t -> t.points("one"));
    assertThat(shownTexts()).contains("Points moved by 0.00 px on average", "nose tip");
    runFx(() -> one(MenuButton.class).getItems().get(NamedKernel.OUTLINE.ordinal()).fire());
    settle();
    assertThat(shownTexts()).doesNotContain("Points moved by 0.00 px on average")
        .contains("The points before (hollow) and after (filled)");

    load(onFx(() -> tab.classes("classes", List.of("cat", "dog"))));
    assertThat(shownTexts()).contains("cat", "dog", "Classes before", "Classes after").doesNotContain("nose tip");
    assertThat(all(ClassBars.class)).allMatch(EditViewTest::seen);
  }

  @Test
  void thePriceComesAMomentLater() throws Exception {
    open(t -> t.classes("some", List.of("cat", "dog")));
    assertThat(shownTexts()).contains("The price is measured in a moment…");
    runFx(tab.later::runAll);
    settle();

    assertThat(shownTexts()).contains("Other answers than before: 0 % of 3 sample pictures")
        .doesNotContain("The price is measured in a moment…");
  }

  @Test
  void theMapAfterIsPaintedOverTheRangeOfBoth() throws Exception {
    open(t -> t.points("one"));
    runFx(() -> one(CheckBox.class).fire());
    settle();
    BufferedImage after = snapshot(all(EditPicture.class).get(1));

    // Switched off, every value is 0: the low end of the colours, the same all over.
    int middle = after.getRGB(after.getWidth() / 2, after.getHeight() / 2);
    assertThat(middle).isEqualTo(after.getRGB(after.getWidth() / 2, after.getHeight() / 3)).isEqualTo(0xFF440154);
  }

  @Test
  void theSectionHasANameAndSaysItsKeys() throws Exception {
    open(1000, 600, "");
    TabPart section = onFx(() -> EditSection.of(tab.tools, answers));

    assertThat(section.id()).isEqualTo("edit");
    assertThat(section.name()).isEqualTo("Kernel transplant");
    assertThat(section.keys()).extracting(TabPart.Key::keys).containsExactly("Ctrl+Z", "Ctrl+Y, Ctrl+Shift+Z");
  }

  @Test
  void everyControlHasAName() throws Exception {
    open(t -> t.classes("colour", List.of("a", "b")));
    runFx(() -> one(TitledPane.class).setExpanded(true));
    settle();

    assertThat(nodes(root).filter(node -> node.isFocusTraversable() && seen(node)).toList()).isNotEmpty()
        .allSatisfy(node -> assertThat(node.getAccessibleText() == null && node instanceof Labeled labeled
            ? labeled.getText() : node.getAccessibleText()).as("%s", node).isNotBlank());
  }

  @Test
  void nothingIsCutOffInASmallWindowWithLargeType() throws Exception {
    open(1024, 560, "-fx-font-size: 21px");
    load(onFx(() -> tab.network("large", new Shape(3, 32, 32), LayerSpec.Convolution.relu("conv1", 96, 11,
        Padding.VALID), Task.CLASSES, 3, List.of("a", "b", "c"))));

    List<String> cut = onFx(() -> nodes(root).filter(node -> node instanceof Labeled && seen(node))
        .map(Labeled.class::cast).filter(label -> label.isManaged() && !label.isWrapText()
            && label.getWidth() < label.prefWidth(-1) - 1).map(Labeled::getText).toList());
    assertThat(cut).isEmpty();
    double right = onFx(() -> all(Button.class).stream().filter(EditViewTest::seen)
        .mapToDouble(node -> node.localToScene(node.getBoundsInLocal()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(1024);
    assertThat(onFx(() -> all(ScrollPane.class).stream().filter(pane -> pane.getStyleClass().contains("edit-column"))
        .findFirst().orElseThrow().getWidth())).isLessThan(480);
  }

  private void type(TextField field, String text) {
    runFx(() -> {
      field.requestFocus();
      field.selectAll();
    });
    robot().write(text);
    settle();
  }

  private void press(String text) {
    runFx(() -> button(text).fire());
    settle();
  }

  private Button button(String text) {
    return all(Button.class).stream().filter(button -> text.equals(button.getText()) && seen(button)).findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  private List<TextField> weights() {
    return all(TextField.class).stream().filter(field -> field.getStyleClass().contains("edit-field")).toList();
  }

  private List<String> shownTexts() {
    return onFx(() -> nodes(root).filter(node -> node instanceof Label label && seen(node)
        && !label.getText().isEmpty()).map(node -> ((Label) node).getText()).toList());
  }

  private static boolean seen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private <T extends Node> T one(Class<T> type) {
    return all(type).get(0);
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return nodes(root).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(EditViewTest::nodes))
        : Stream.of(node);
  }
}
