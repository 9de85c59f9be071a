package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.ArithmeticPane;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.core.inspect.ColourScale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsViewTest extends FxTest {

  @TempDir
  Path folder;

  private PatchesTab tab;
  private Parent root;

  @AfterEach
  void close() {
    tab.close();
  }

  private void open(double width, double height, String style, int channels) throws Exception {
    tab = new PatchesTab(folder);
    TabPart section = MapsSection.of(tab.tools, tab.places);
    root = onFx(() -> {
      Parent content = section.content().get();
      content.setStyle(style);
      return content;
    });
    show(root, width, height);
    var network = DrillNetworks.small(channels);
    runFx(() -> {
      tab.load(network);
      tab.subject.set(new Subject("noise", PatchesTab.noise(12, 12, 3), null));
    });
    settle();
  }

  private void open() throws Exception {
    open(1200, 800, "-fx-font-size: 14px", 1);
  }

  private void push(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot().push(key);
      settle();
    }
  }

  private void focusLayers() {
    runFx(layers()::requestFocus);
    settle();
  }

  @Test
  void enterLeadsDownAndEscapeOrBackspaceUp() throws Exception {
    open();
    focusLayers();
    push(KeyCode.ENTER);
    assertThat(shownTexts()).contains("conv1", "1 · dead");
    push(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(tab.unit.get()).isEqualTo(new Unit(0, 2));
    assertThat(shownTexts()).contains("map 2");
    push(KeyCode.ENTER);
    assertThat(seen(one(ArithmeticPane.class))).isTrue();
    float before = onFx(() -> one(ArithmeticPane.class).getArithmetic().value());
    int row = onFx(() -> one(ArithmeticPane.class).getArithmetic().row());
    push(row == 0 ? KeyCode.DOWN : KeyCode.UP);
    assertThat(onFx(() -> one(ArithmeticPane.class).getArithmetic().row())).isEqualTo(row == 0 ? 1 : row - 1);
    assertThat(onFx(() -> one(ArithmeticPane.class).getArithmetic().value())).isLessThanOrEqualTo(before);
    push(KeyCode.ESCAPE, KeyCode.BACK_SPACE);
    assertThat(seen(one(MapGrid.class))).isTrue();
    assertThat(onFx(() -> one(MapGrid.class).selectedProperty().get())).isEqualTo(2);
    push(KeyCode.BACK_SPACE);
    assertThat(seen(layers())).isTrue();
    assertThat(layers().isFocused()).isTrue();
  }

  @Test
  void theWholeNetworkIsShownWithZerosAndDeadMaps() throws Exception {
    open();
    assertThat(shownTexts()).anyMatch(text -> text.contains("4 filters of 3 × 3, ReLU · 4 maps of 10 × 10"))
        .anyMatch(text -> text.contains("1 of 4 maps dead (25"))
        .anyMatch(text -> text.startsWith("dense layer, 30 units, ReLU"));
    Node cell = onFx(() -> layers().lookup(".list-cell"));
    assertThat(onFx(cell::getAccessibleText)).startsWith("conv1: 4 filters");
  }

  @Test
  void aDenseUnitsTermsLeadBackToTheirInputs() throws Exception {
    open();
    focusLayers();
    push(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    push(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(tab.unit.get()).isEqualTo(new Unit(5, 2));
    assertThat(shownTexts()).contains("unit 2", "Sum of all products", "Value: ReLU");
    ListView<?> terms = terms();
    runFx(terms::requestFocus);
    push(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(shownTexts()).contains("dropout1").anyMatch(text -> text.startsWith("Dropout does nothing"));
    press("Go to where it came from");
    assertThat(shownTexts()).contains("activation1").anyMatch(text -> text.startsWith("tanh of "));
    press("Go to where it came from");
    assertThat(shownTexts()).contains("norm1").anyMatch(text -> text.contains("Batch normalisation multiplies"));
  }

  @Test
  void aMapIsPaintedCellByCell() throws Exception {
    open();
    focusLayers();
    push(KeyCode.ENTER, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
    ValueGrid grid = all(ValueGrid.class).filter(MapsViewTest::seen).findFirst().orElseThrow();
    float[] values = DrillNetworks.small(1).featureMaps(0,
        tab.subject.get().seenBy(tab.inference.networkProperty().get().spec().input())).values();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 300; i < 400; i++) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    var picture = snapshot(grid);
    double cell = Math.floor(Math.min(63, Math.min(grid.getWidth(), grid.getHeight()) / 10));
    int left = (int) Math.floor((grid.getWidth() - 10 * cell) / 2);
    int top = (int) Math.floor((grid.getHeight() - 10 * cell) / 2);
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        assertThat(picture.getRGB((int) (left + column * cell + 4), (int) (top + row * cell + 4)))
            .isEqualTo(ColourScale.GREY.argb(values[300 + row * 10 + column], low, high));
      }
    }
  }

  @Test
  void crumbsLeadBack() throws Exception {
    open();
    focusLayers();
    push(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER);
    press("small");
    assertThat(seen(layers())).isTrue();
  }

  @Test
  void picturesAndValuesGoWhereThePersonSays() throws Exception {
    open();
    assertThat(onFx(() -> button("Save picture…").isVisible() && seen(button("Save picture…")))).isFalse();
    focusLayers();
    push(KeyCode.ENTER);
    for (String name : List.of("Save picture…", "Save CSV…", "Save NPY…", "Copy picture")) {
      press(name);
    }
    assertThat(tab.places.files).extracting(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
        .containsExactly("conv1-sheet.png", "conv1-sheet.csv", "conv1-sheet.npy");
    assertThat(tab.places.files).allMatch(Files::isRegularFile);
    assertThat(tab.places.copied).isNotNull();
  }

  @Test
  void aNetworkOfColoursIsLookedIntoAsWell() throws Exception {
    open(1200, 800, "", 3);
    focusLayers();
    push(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER);
    assertThat(onFx(() -> one(ArithmeticPane.class).getArithmetic().channels())).isEqualTo(3);
  }

  @Test
  void withoutAPictureThereIsASentenceAlone() throws Exception {
    open();
    runFx(() -> tab.subject.set(null));
    settle();
    assertThat(shownTexts()).contains("There is no picture to look at. Open one in the Photo tab.");
    assertThat(seen(layers())).isFalse();
  }

  @Test
  void everythingThatTakesTheFocusHasAName() throws Exception {
    open();
    focusLayers();
    for (int level = 0; level < 4; level++) {
      List<Node> unnamed = onFx(() -> nodes(root).filter(node -> node.isFocusTraversable() && seen(node)
          && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())).toList());
      assertThat(unnamed).as("level %s", level).isEmpty();
      push(KeyCode.ENTER);
    }
  }

  @Test
  void nothingIsCutOffInASmallWindowWithLargeType() throws Exception {
    open(1024, 600, "-fx-font-size: 21px", 1);
    focusLayers();
    for (int level = 0; level < 4; level++) {
      List<String> cut = onFx(() -> nodes(root).filter(node -> node instanceof Labeled && seen(node))
          .map(Labeled.class::cast)
          .filter(label -> !label.isWrapText() && label.getWidth() < label.prefWidth(-1) - 1
              && !label.getStyleClass().contains("list-cell"))
          .map(Labeled::getText).toList());
      assertThat(cut).as("level %s", level).isEmpty();
      double right = onFx(() -> nodes(root).filter(node -> node instanceof Button && seen(node))
          .mapToDouble(node -> node.localToScene(node.getBoundsInLocal()).getMaxX()).max().orElse(0));
      assertThat(right).isLessThanOrEqualTo(1024);
      push(KeyCode.ENTER);
    }
  }

  private ListView<?> layers() {
    return onFx(() -> (ListView<?>) root.lookup(".drill-network > .list-view"));
  }

  private ListView<?> terms() {
    return onFx(() -> (ListView<?>) root.lookup(".drill-origin > .list-view"));
  }

  private void press(String name) {
    runFx(button(name)::requestFocus);
    push(KeyCode.SPACE);
  }

  private Button button(String name) {
    return all(Button.class).filter(button -> name.equals(button.getText())).findFirst().orElseThrow();
  }

  private List<String> shownTexts() {
    return onFx(() -> nodes(root).filter(node -> (node instanceof Label || node instanceof Button) && seen(node))
        .map(node -> ((Labeled) node).getText()).toList());
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
    return all(type).findFirst().orElseThrow();
  }

  private <T extends Node> Stream<T> all(Class<T> type) {
    return nodes(root).filter(type::isInstance).map(type::cast);
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(MapsViewTest::nodes))
        : Stream.of(node);
  }
}
