package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Settings;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/** A test of a part of the Filters tab on a stage. */
abstract class CompareFxTest extends FxTest {

  StackPane root;
  Parent view;
  private Appearance appearance;

  /** Shows a part as the program does, in the light look. */
  void open(TabPart section, Settings settings, double width, double height) {
    view = onFx(() -> section.content().get());
    root = onFx(() -> new StackPane(view));
    show(root, width, height);
    runFx(() -> {
      settings.themeProperty().set(Settings.Theme.LIGHT);
      appearance = new Appearance(settings);
      appearance.dress(root.getScene());
    });
    settle();
  }

  /** A projector: little room, large type. */
  void makeNarrow(Settings settings) {
    runFx(() -> {
      settings.typePercentProperty().set(150);
      root.getScene().getWindow().setWidth(1024);
      root.getScene().getWindow().setHeight(600);
    });
    settle();
  }

  List<Node> all(Predicate<Node> which) {
    return onFx(() -> nodes(root).filter(which).toList());
  }

  <T extends Node> T one(Class<T> type) {
    return type.cast(all(node -> type.isInstance(node) && isSeen(node)).stream().findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " is seen")));
  }

  /** What a person can use under a name. */
  Node named(String name) {
    return all(node -> name.equals(node.getAccessibleText()) && isSeen(node)).stream().findFirst()
        .orElseThrow(() -> new AssertionError("nothing is named " + name));
  }

  /** Presses a button by its name, wherever it is scrolled to. */
  void press(String name) {
    runFx(() -> ((ButtonBase) nodes(root)
        .filter(node -> node instanceof ButtonBase && name.equals(node.getAccessibleText()))
        .findFirst().orElseThrow(() -> new AssertionError("no button " + name))).fire());
    settle();
  }

  /** The words that are seen. */
  List<String> words() {
    return all(node -> node instanceof Label label && isSeen(node) && !label.getText().isEmpty()).stream()
        .map(node -> ((Label) node).getText()).toList();
  }

  /** Nothing reaches beyond its pane, and no words are cut short. */
  void nothingIsCut(double width) {
    layOut();
    List<String> cut = onFx(() -> nodes(root).filter(node -> node instanceof Label && isSeen(node))
        .map(Label.class::cast).filter(CompareFxTest::isCut).map(Label::getText).toList());
    assertThat(cut).as("labels that are cut short").isEmpty();
    List<Node> wide = onFx(() -> nodes(root).filter(node -> node instanceof ScrollPane && isSeen(node))
        .filter(node -> ((ScrollPane) node).getContent().getBoundsInParent().getWidth()
            > ((ScrollPane) node).getViewportBounds().getWidth() + 1).toList());
    assertThat(wide).as("panes whose content is wider than they are").isEmpty();
    double right = onFx(() -> nodes(view).filter(CompareFxTest::isSeen).filter(Node::isFocusTraversable)
        .mapToDouble(node -> node.localToScene(node.getBoundsInLocal()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(width + 1);
  }

  /** Heights depend on widths, and these on scroll bars: it takes a few turns until all is in its place. */
  private void layOut() {
    runFx(() -> {
      for (int turn = 0; turn < 4; turn++) {
        root.applyCss();
        root.layout();
      }
    });
    settle();
  }

  private static boolean isCut(Label label) {
    return label.isManaged() && label.getWidth() > 0 && (label.isWrapText()
        ? label.getHeight() < label.prefHeight(label.getWidth()) - 1 : label.getWidth() < label.prefWidth(-1) - 1);
  }

  /** Everything one can get to with the Tab key says what it is. */
  void allControlsHaveNames() {
    assertThat(all(node -> node.isFocusTraversable() && isSeen(node))).isNotEmpty()
        .allSatisfy(node -> assertThat(node.getAccessibleText()).as("%s", node).isNotBlank());
  }

  static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(CompareFxTest::nodes))
        : Stream.of(node);
  }
}
