package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.AnswerTile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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
    tab.model.setup().epochsProperty().set(2);
    root = onFx(() -> new TrainView(tab.model, tab.texts, new Places() {
      @Override
      public Optional<Path> folder() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> archive() {
        return Optional.empty();
      }
    }).root());
    runFx(() -> root.setStyle(style));
    show(root, width, height);
  }

  @Test
  void aTrainingIsStartedAndItsNetworkUsedByKeysAlone() throws Exception {
    open(1280, 800, "");
    press(button("Start"));
    int tiles = onFx(() -> all(AnswerTile.class).size());
    assertThat(tiles).isEqualTo(10);
    TableView<?> runs = all(TableView.class).get(0);
    int kept = onFx(() -> runs.getItems().size());
    assertThat(kept).isEqualTo(1);

    runFx(() -> runs.getSelectionModel().select(0));
    press(button("Use this network"));
    String loaded = onFx(() -> tab.inference.networkProperty().get().name());
    assertThat(loaded).isEqualTo("cnn 1");
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
