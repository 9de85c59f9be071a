package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.PhotoThumbnail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachViewTest extends FxTest {

  @TempDir
  Path folder;
  private TeachTab tab;
  private StackPane root;

  private void open(double width, double height, String style) {
    runFx(() -> {
      try {
        tab = new TeachTab(folder, Runnable::run);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      tab.load();
      TeachPlaces places = new TeachPlaces() {
        @Override
        public List<Path> pictures() {
          return List.of();
        }

        @Override
        public Optional<Path> saveNetwork(String suggestedName) {
          return Optional.empty();
        }
      };
      root = new StackPane(new TeachView(tab.model, tab.look, places, tab.texts).root());
      root.setStyle(style);
    });
    show(root, width, height);
  }

  @AfterEach
  void close() {
    runFx(tab::close);
  }

  @Test
  void byKeyboardAloneItIsTaughtAndSaysWhatItSees() {
    open(1280, 760, "");
    runFx(() -> tab.give(6));
    Button teach = button("Teach");
    runFx(teach::requestFocus);
    robot().push(KeyCode.SPACE);
    waitUntil(() -> tab.model.learnedProperty().get() != null);
    runFx(() -> tab.look.show(TeachTab.photo(TeachTab.RED, new Random(50))));
    settle();
    assertThat(onFx(() -> ((Label) root.lookup(".teach-verdict")).getText())).startsWith("tomato");
    runFx(() -> tab.look.show(TeachTab.photo(0x20C020, new Random(51))));
    settle();
    assertThat(onFx(() -> ((Label) root.lookup(".teach-verdict")).getText())).startsWith("Neither, probably");
  }

  @Test
  void aPictureIsRemovedWithDelete() {
    open(1280, 760, "");
    runFx(() -> tab.give(3));
    settle();
    PhotoThumbnail first = (PhotoThumbnail) onFx(() -> root.lookup(".photo-thumbnail"));
    runFx(first::requestFocus);
    robot().push(KeyCode.DELETE);
    settle();
    assertThat(onFx(() -> tab.model.things().get(0).pictures().size())).isEqualTo(2);
    assertThat(onFx(() -> root.lookupAll(".photo-thumbnail").size())).isEqualTo(5);
  }

  // D39
  @Test
  void everythingTabStopsAtHasAName() {
    open(1280, 760, "");
    runFx(() -> tab.give(6));
    settle();
    List<Node> unnamed = onFx(() -> nodes(root).filter(Node::isFocusTraversable).filter(TeachViewTest::seen)
        .filter(node -> blank(node.getAccessibleText()) && !(node instanceof Labeled l && !blank(l.getText())))
        .toList());
    assertThat(unnamed).isEmpty();
  }

  @Test
  void withLargeTypeInLittleRoomNothingIsWiderThanItsPlace() {
    open(1024, 560, "-fx-font-size: 21px");
    runFx(() -> tab.give(20));
    settle();
    Bounds picture = onFx(() -> {
      Node place = root.lookup(".teach-place");
      return place.localToScene(place.getLayoutBounds());
    });
    assertThat(picture.getMaxX()).isLessThanOrEqualTo(1025);
    ScrollPane scroll = (ScrollPane) onFx(() -> root.lookup(".scroll-pane"));
    assertThat(onFx(() -> scroll.getContent().getLayoutBounds().getWidth()))
        .isLessThanOrEqualTo(onFx(() -> scroll.getViewportBounds().getWidth()) + 1);
  }

  private Button button(String text) {
    return onFx(() -> nodes(root).filter(Button.class::isInstance).map(Button.class::cast)
        .filter(b -> text.equals(b.getText())).findFirst().orElseThrow());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return !node.isDisabled();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(TeachViewTest::nodes))
        : Stream.of(node);
  }
}
