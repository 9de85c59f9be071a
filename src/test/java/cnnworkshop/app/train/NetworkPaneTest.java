package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPaneTest extends FxTest {

  @TempDir
  Path folder;

  private final List<Throwable> failures = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private NetworkModel model;
  private NetworkPane pane;

  @BeforeEach
  void open() {
    open(320, 760, "");
  }

  private void open(double width, double height, String style) {
    runFx(() -> {
      model = new NetworkModel(new NetworkTemplates(folder), failures::add);
      pane = new NetworkPane(model, Texts.load(Locale.ENGLISH), (question, node) -> questions.add(question));
      pane.setStyle(style);
    });
    ScrollPane scroll = onFx(() -> new ScrollPane(pane));
    runFx(() -> scroll.setFitToWidth(true));
    show(scroll, width, height);
  }

  @Test
  void everyLayerSaysWhatItIsAndComesTo() {
    assertThat(texts(row(0))).contains("conv1", "32 filters 3×3", "32×32×32", "896");
    assertThat(texts(row(2))).contains("hidden2", "128 units", "128", "1,048,704");
    assertThat(texts(pane)).contains("1,050,890");
    String aloud = onFx(() -> row(0).getAccessibleText());
    assertThat(aloud).contains("conv1", "Convolution", "32×32×32", "896");
  }

  @Test
  void aLayerIsChosenAddedMovedAndRemovedByKeysAlone() {
    type(row(0), KeyCode.DOWN, KeyCode.DOWN);
    assertThat(selected()).isEqualTo(1);

    type(row(1), KeyCode.INSERT);
    robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
    settle();
    assertThat(names()).containsExactly("conv1", "pool1", "conv2", "hidden3", "output");
    assertThat(focused()).isSameAs(row(2));

    push(KeyCode.ALT, KeyCode.UP);
    assertThat(names()).containsExactly("conv1", "conv2", "pool1", "hidden3", "output");
    assertThat(focused()).isSameAs(row(1));

    robot().push(KeyCode.DELETE);
    settle();
    assertThat(names()).containsExactly("conv1", "pool1", "hidden3", "output");
    assertThat(focused()).isSameAs(row(1));

    type(row(1), KeyCode.END, KeyCode.DELETE);
    assertThat(names()).as("the answers stay").containsExactly("conv1", "pool1", "hidden3", "output");
  }

  @Test
  void undoAndRedoWorkByKeysFromAnywhereInThePane() {
    type(row(0), KeyCode.DOWN, KeyCode.DELETE, KeyCode.DELETE);
    assertThat(names()).containsExactly("hidden2", "output");

    push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(names()).containsExactly("pool1", "hidden2", "output");
    push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(spec()).isEqualTo(Presets.cnn());
    push(KeyCode.CONTROL, KeyCode.Y);
    robot().press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
    settle();
    assertThat(names()).containsExactly("hidden2", "output");
  }

  @Test
  void undoReachesTheNetworkFromAFieldWhoseNumberWasTaken() {
    select(0);
    TextField filters = field("Filters");
    write(filters, "48");
    type(filters, KeyCode.ENTER);
    assertThat(conv().filters()).isEqualTo(48);

    push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(conv().filters()).isEqualTo(32);
    assertThat(text(filters)).isEqualTo("32");
  }

  @Test
  void everySettingOfAConvolutionChangesTheNetwork() {
    select(0);
    runFx(() -> named(Slider.class, "Filters").setValue(40));
    pick("Activation", 3);
    pick("Padding", 0);
    write(field("Filter size"), "5×3");
    type(field("Filter size"), KeyCode.ENTER);
    type(field("Stride"), KeyCode.UP);
    type(field("Dilation"), KeyCode.UP);
    runFx(() -> all(pane, CheckBox.class).get(0).fire());

    assertThat(conv()).isEqualTo(new Convolution("conv1", 40, new Size(5, 3), Size.of(2), Size.of(2), Padding.VALID,
        false, Activation.TANH));
    pick("Padding", 2);
    write(field("Rows and columns of zeros on each side"), "2");
    type(field("Rows and columns of zeros on each side"), KeyCode.ENTER);
    assertThat(conv().padding()).isEqualTo(Padding.of(Size.of(2)));
  }

  @Test
  void aSizeThatIsNoneGoesBack() {
    select(0);
    write(field("Filter size"), "much");
    type(field("Filter size"), KeyCode.ENTER);
    assertThat(text(field("Filter size"))).isEqualTo("3");

    write(field("Filter size"), "");
    robot().write("x").push(KeyCode.TAB);
    settle();
    assertThat(text(field("Filter size"))).as("when it is left").isEqualTo("3");

    write(field("Filter size"), "0");
    robot().push(KeyCode.TAB);
    settle();
    assertThat(conv().filter()).isEqualTo(Size.of(1));
  }

  @Test
  void whatIsDoneAtTwoSettingsIsUndoneInTwoSteps() {
    select(0);
    type(field("Stride"), KeyCode.UP, KeyCode.UP);
    type(field("Dilation"), KeyCode.UP);
    runFx(model::undo);
    assertThat(conv().stride()).isEqualTo(Size.of(3));
    assertThat(conv().dilation()).isEqualTo(Size.of(1));
    runFx(model::undo);
    assertThat(spec()).isEqualTo(Presets.cnn());
  }

  @Test
  void theControlsStayWhileOneIsMovedAndFollowUndo() {
    select(0);
    Slider filters = named(Slider.class, "Filters");
    runFx(() -> filters.setValue(64));
    runFx(() -> filters.setValue(70));
    assertThat(named(Slider.class, "Filters")).isSameAs(filters);

    runFx(model::undo);
    double shown = onFx(filters::getValue);
    assertThat(shown).isEqualTo(32);
  }

  @Test
  void windowsSideBySideStaySideBySide() {
    select(1);
    type(field("Window"), KeyCode.UP);
    assertThat(spec().layers().get(1)).isEqualTo(Pooling.max("pool1", 3));

    type(field("Stride"), KeyCode.DOWN);
    type(field("Window"), KeyCode.UP);
    assertThat(((Pooling) spec().layers().get(1)).stride()).isEqualTo(Size.of(2));
  }

  @Test
  void theUnitsOfTheAnswersCannotBeSet() {
    select(3);
    assertThat(all(pane, Slider.class)).isEmpty();
    pick("Activation", 0);
    assertThat(spec().layers().get(3)).isEqualTo(new Dense("output", 10, Activation.LINEAR));
    assertThat(texts(pane)).anyMatch(text -> text.contains("the last layer needs softmax"));
  }

  @Test
  void aFaultStandsAtItsLayerAndLeavesTheOutputsBehindItOpen() {
    runFx(() -> model.replace(1, Pooling.max("pool1", 40)));

    assertThat(texts(onFx(() -> row(1).getParent()))).anyMatch(text -> text.startsWith("pool1: its window covers"));
    assertThat(texts(row(2))).contains("–");
    assertThat(texts(pane)).doesNotContain("1,050,890");
  }

  @Test
  void coverageIsSaidOfTheChosenConvolutionAndWarnedOfAlways() {
    select(0);
    assertThat(texts(pane)).contains("Each output sees 3×3 pixels.");
    runFx(() -> {
      model.selectedProperty().set(NetworkModel.NONE);
      model.replace(0, new Convolution("conv1", 8, Size.of(31), Size.of(1), Size.of(2), Padding.SAME, true,
          Activation.RELU));
    });
    assertThat(texts(pane)).anyMatch(text -> text.contains("high coverage"));
    assertThat(texts(pane)).noneMatch(text -> text.startsWith("Each output sees"));
  }

  @Test
  void aNoteIsForWhoLooksIntoTheLayer() {
    runFx(() -> model.replace(1, Pooling.max("pool1", 3)));
    assertThat(texts(pane)).noneMatch(text -> text.contains("left over"));
    select(1);
    assertThat(texts(pane)).anyMatch(text -> text.contains("left over"));
  }

  @Test
  void aNetworkIsChosenByName() {
    ComboBox<?> names = onFx(() -> all(pane, ComboBox.class).get(0));
    type(names, KeyCode.DOWN);

    assertThat(spec()).isEqualTo(Presets.suggestedCnn());
    assertThat(texts(pane)).anyMatch(text -> text.startsWith("The workshop's second network"));
    push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(spec()).isEqualTo(Presets.cnn());
    assertThat(chosen()).isEqualTo("cnn");
  }

  @Test
  void aNetworkIsSavedReplacedAndDeletedByKeysAlone() {
    runFx(() -> model.remove(1));
    press("Save the network under a name…");
    robot().write("mine").push(KeyCode.ENTER);
    settle();
    assertThat(offered()).contains("mine");
    assertThat(chosen()).isEqualTo("mine");

    press("Save the network under a name…");
    assertThat(texts(pane)).anyMatch(text -> text.contains("will be replaced"));
    robot().write("cnn").push(KeyCode.ENTER);
    settle();
    assertThat(texts(pane)).anyMatch(text -> text.contains("the program's own"));
    robot().push(KeyCode.ESCAPE);
    settle();

    press("Delete this saved network");
    assertThat(questions).hasSize(1);
    assertThat(offered()).doesNotContain("mine");
    assertThat(failures).isEmpty();
  }

  @Test
  void aRowBeyondTheEdgeIsScrolledTo() {
    open(320, 300, "");
    runFx(() -> model.choose("suggested_cnn"));
    type(row(0), KeyCode.END);

    double bottom = onFx(() -> row(10).localToScene(row(10).getLayoutBounds()).getMaxY());
    assertThat(bottom).isBetween(0.0, 300.0);
  }

  @Test
  void tabStopsOnceInTheList() {
    select(1);
    List<Boolean> stops = onFx(() -> Stream.of(0, 1, 2, 3).map(i -> row(i).isFocusTraversable()).toList());
    assertThat(stops).containsExactly(false, true, false, false);
  }

  // D39
  @Test
  void everyControlHasAName() {
    for (int i = 0; i < 4; i++) {
      select(i);
      List<Node> unnamed = onFx(() -> nodes(pane)
          .filter(n -> n instanceof Control && n.isFocusTraversable() && n.getAccessibleText() == null)
          .filter(n -> !(n instanceof ButtonBase b && b.getText() != null && !b.getText().isBlank())).toList());
      assertThat(unnamed).isEmpty();
    }
  }

  @Test
  void nothingIsWiderThanANarrowColumnWithLargeType() {
    open(18 * 21, 700, "-fx-font-size: 21px");
    for (String name : List.of("cnn", "suggested_cnn", "sixty_seconds")) {
      runFx(() -> model.choose(name));
      select(0);
      double right = onFx(() -> nodes(pane).filter(n -> n.isVisible() && (n instanceof Control))
          .mapToDouble(n -> n.localToScene(n.getBoundsInLocal()).getMaxX()).max().orElse(0));
      assertThat(right).as(name).isLessThanOrEqualTo(18 * 21 + 1);
    }
  }

  private void select(int index) {
    runFx(() -> model.selectedProperty().set(index));
    settle();
  }

  private NetworkSpec spec() {
    return onFx(() -> model.specProperty().get());
  }

  private Convolution conv() {
    return (Convolution) spec().layers().get(0);
  }

  private List<String> names() {
    return spec().layers().stream().map(layer -> layer.name()).toList();
  }

  private int selected() {
    return onFx(() -> model.selectedProperty().get());
  }

  private ToggleButton row(int index) {
    return all(pane, ToggleButton.class).get(index);
  }

  private Node focused() {
    return onFx(() -> pane.getScene().getFocusOwner());
  }

  private String text(TextField field) {
    return onFx(field::getText);
  }

  private String chosen() {
    return onFx(() -> (String) all(pane, ComboBox.class).get(0).getValue());
  }

  private List<String> offered() {
    return onFx(() -> List.copyOf(model.names()));
  }

  /** The field of a number or size. */
  private TextField field(String name) {
    return named(TextField.class, name);
  }

  private <T extends Node> T named(Class<T> type, String name) {
    return all(pane, type).stream().filter(node -> name.equals(node.getAccessibleText())).findFirst().orElseThrow();
  }

  private void pick(String name, int index) {
    runFx(() -> named(ComboBox.class, name).getSelectionModel().select(index));
    settle();
  }

  private void press(String name) {
    type(onFx(() -> named(Button.class, name)), KeyCode.SPACE);
  }

  private void write(TextField field, String text) {
    runFx(() -> {
      field.requestFocus();
      field.selectAll();
    });
    settle();
    robot().write(text);
    settle();
  }

  private void type(Node focused, KeyCode... keys) {
    runFx(focused::requestFocus);
    settle();
    for (KeyCode key : keys) {
      robot().push(key);
    }
    settle();
  }

  private void push(KeyCode modifier, KeyCode key) {
    robot().press(modifier).push(key).release(modifier);
    settle();
  }

  private List<String> texts(Node root) {
    return onFx(() -> nodes(root).filter(n -> n instanceof Label && n.isVisible()).map(n -> ((Label) n).getText())
        .toList());
  }

  private static <T extends Node> List<T> all(Node root, Class<T> type) {
    return nodes(root).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    Stream<Node> graphic = node instanceof ToggleButton button && button.getSkin() == null
        ? nodes(button.getGraphic()) : Stream.empty();
    Stream<Node> below = node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(NetworkPaneTest::nodes) : Stream.empty();
    return Stream.of(Stream.of(node), graphic, below).flatMap(s -> s);
  }
}
