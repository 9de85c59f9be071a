package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.AnswerGrid;
import cnnworkshop.core.net.LayerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewTest extends FxTest {

  @TempDir
  Path folder;

  private TrainTab tab;
  private Parent root;

  private void open(double width, double height, String style) throws Exception {
    tab = new TrainTab(folder, Runnable::run);
    tab.withPictures();
    tab.model.settings().epochsProperty().set(2);
    root = onFx(() -> tab.view().root());
    runFx(() -> root.setStyle(style));
    show(root, width, height);
  }

  @Test
  void aTrainingIsStartedAndItsNetworkUsedByKeysAlone() throws Exception {
    open(1280, 800, "");
    press(button("Start"));
    robot().push(new KeyCodeCombination(KeyCode.DIGIT2, KeyCombination.ALT_DOWN));
    settle();
    List<Integer> answers = onFx(() -> all(AnswerGrid.class).stream().map(grid -> grid.getItems().size()).toList());
    assertThat(answers).contains(10);

    robot().push(new KeyCodeCombination(KeyCode.DIGIT4, KeyCombination.ALT_DOWN));
    settle();
    TableView<?> runs = onFx(() -> all(TableView.class).stream()
        .filter(table -> tab.texts.get("train.runs").equals(table.getAccessibleText())).findFirst().orElseThrow());
    int kept = onFx(() -> runs.getItems().size());
    assertThat(kept).isEqualTo(1);
    runFx(() -> runs.getSelectionModel().select(0));
    press(button("Use this network"));
    String loaded = onFx(() -> tab.inference.networkProperty().get().name());
    assertThat(loaded).isEqualTo("cnn 1");
  }

  @Test
  void theKeysOfTheTabStartAndShowItsSections() throws Exception {
    open(1280, 800, "");
    runFx(() -> button("Restart").requestFocus());
    robot().push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN));
    settle();
    int runs = onFx(() -> tab.model.runs().runs().size());
    assertThat(runs).isEqualTo(1);
    TabPane sections = onFx(() -> all(TabPane.class).get(0));
    for (int i = 0; i < 4; i++) {
      robot().push(new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (i + 1)), KeyCombination.ALT_DOWN));
      settle();
      int shown = onFx(() -> sections.getSelectionModel().getSelectedIndex());
      assertThat(shown).isEqualTo(i);
    }
  }

  @Test
  void aStepOfTheLadderIsSetUpByItsButton() throws Exception {
    open(1280, 800, "");
    List<Button> steps = onFx(() -> all(Button.class).stream().filter(b -> "Set up".equals(b.getText())).toList());
    assertThat(steps).hasSize(4);
    press(steps.get(3));
    List<LayerSpec> layers = onFx(() -> tab.model.network().specProperty().get().layers());
    assertThat(layers).filteredOn(layer -> layer instanceof LayerSpec.Dropout).hasSize(4);
  }

  // D39
  @Test
  void everyButtonFieldAndSliderHasAName() throws Exception {
    open(1280, 800, "");
    List<Node> unnamed = onFx(() -> nodes(root)
        .filter(Node::isFocusTraversable)
        .filter(n -> n instanceof Button || n instanceof javafx.scene.control.TextField
            || n instanceof javafx.scene.control.Slider || n instanceof javafx.scene.control.ComboBox)
        .filter(n -> n.getAccessibleText() == null && !(n instanceof Button b && !b.getText().isBlank()))
        .toList());
    assertThat(unnamed).isEmpty();
  }

  @Test
  void nothingIsWiderThanASmallWindowWithLargeType() throws Exception {
    open(1024, 640, "-fx-font-size: 21px");
    double right = onFx(() -> nodes(root).filter(n -> n instanceof Button && n.isVisible())
        .mapToDouble(n -> n.localToScene(n.getBoundsInLocal()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(1024);
  }

  private void press(Button button) {
    runFx(button::requestFocus);
    settle();
    robot().push(KeyCode.SPACE);
    settle();
  }

  private Button button(String text) {
    return onFx(() -> all(Button.class).stream().filter(b -> text.equals(b.getText())).findFirst().orElseThrow());
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return nodes(root).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(TrainViewTest::nodes))
        : Stream.of(node);
  }
}
