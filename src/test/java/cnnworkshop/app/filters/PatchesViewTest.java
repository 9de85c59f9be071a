package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.AnswerGrid;
import cnnworkshop.app.control.PatchPicture;
import cnnworkshop.app.control.PhotoPane;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.support.StubNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchesViewTest extends FxTest {

  @TempDir
  Path folder;

  private PatchesTab tab;
  private Parent root;

  @AfterEach
  void close() {
    tab.close();
  }

  private void open(double width, double height, String style) {
    tab = new PatchesTab(folder);
    for (int i = 0; i < 3; i++) {
      tab.sample("noise " + i, PatchesTab.noise(96, 96, i));
    }
    TabPart section = PatchesSection.of(tab.tools, tab.places);
    root = onFx(() -> {
      Parent content = section.content().get();
      content.setStyle(style);
      return content;
    });
    show(root, width, height);
  }

  private void load() {
    runFx(() -> {
      tab.unit.set(new Unit(0, 2));
      tab.load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    });
    settle();
  }

  @Test
  void withoutANetworkThereIsASentenceAndNoPatches() {
    open(1000, 700, "");
    assertThat(shownTexts()).contains("No network is loaded yet. Open or train one.");
    assertThat(onFx(() -> one(root, SplitPane.class).isVisible())).isFalse();
    load();
    assertThat(onFx(() -> one(root, SplitPane.class).isVisible())).isTrue();
  }

  @Test
  void patchesAreChosenWithTheArrowKeysAndTheirPictureIsShown() {
    open(1200, 800, "");
    load();
    AnswerGrid grid = one(root, AnswerGrid.class);
    assertThat(onFx(() -> grid.getItems().size())).isEqualTo(9);
    runFx(grid::requestFocus);
    robot().push(KeyCode.RIGHT);
    robot().push(KeyCode.RIGHT);
    settle();
    String words = onFx(() -> grid.selectedProperty().get().description());
    assertThat(words).startsWith("Number 2: ");
    assertThat(shownTexts()).contains(words);
    PhotoPane photo = one(root, PhotoPane.class);
    int sample = Integer.parseInt(words.replaceAll(".*noise (\\d).*", "$1"));
    assertThat(onFx(photo::getPhoto)).isSameAs(tab.samples.get(sample).photo());
    assertThat(onFx(() -> photo.highlightProperty().get().getWidth())).isEqualTo(3);
  }

  @Test
  void aPatchIsShownPixelByPixel() {
    open(1200, 800, "");
    load();
    AnswerGrid grid = one(root, AnswerGrid.class);
    var pixels = onFx(() -> grid.getItems().get(0).picture());
    assertThat(pixels.width()).isEqualTo(3);
    var cell = onFx(() -> grid.lookup(".answer-cell > .answer-frame"));
    var bounds = onFx(() -> grid.sceneToLocal(cell.localToScene(cell.getBoundsInLocal())));
    var picture = snapshot(grid);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        int x = (int) (bounds.getMinX() + (column + 0.5) * bounds.getWidth() / 3);
        int y = (int) (bounds.getMinY() + (row + 0.5) * bounds.getHeight() / 3);
        assertThat(picture.getRGB(x, y)).isEqualTo(pixels.argb(column, row));
      }
    }
  }

  @Test
  void sheetAndTableGoWhereThePersonSays() {
    open(1200, 800, "");
    load();
    for (String name : List.of("Save sheet…", "Save places…", "Copy sheet")) {
      press(name);
    }
    assertThat(tab.places.files).extracting(file -> file.getFileName().toString())
        .containsExactly("conv1-2-patches.png", "conv1-2-patches.csv");
    assertThat(tab.places.files).allMatch(Files::isRegularFile);
    assertThat(tab.places.copied).isNotNull();
  }

  @Test
  void aFolderIsPickedWithTheKeyboard() throws Exception {
    open(1200, 800, "");
    load();
    tab.places.picked = Files.createDirectory(folder.resolve("empty"));
    press("Choose a folder…");
    assertThat(tab.messages.shown()).isNotEmpty();
    assertThat(shownTexts()).contains(tab.places.picked.toString());
  }

  @Test
  void everythingThatTakesTheFocusHasAName() {
    open(1200, 800, "");
    load();
    assertThat(onFx(() -> nodes(root).filter(node -> node.isFocusTraversable() && seen(node)
        && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())).toList())).isEmpty();
  }

  @Test
  void theWholePictureIsBesideThePatchesOrBelowThemWhereThereIsLittleRoom() {
    open(1280, 800, "-fx-font-size: 14px");
    load();
    assertThat(onFx(() -> one(root, SplitPane.class).getOrientation())).isEqualTo(Orientation.HORIZONTAL);
    runFx(() -> root.setStyle("-fx-font-size: 21px"));
    settle();
    assertThat(onFx(() -> one(root, SplitPane.class).getOrientation())).isEqualTo(Orientation.VERTICAL);
  }

  @Test
  void nothingIsCutOffInASmallWindowWithLargeType() {
    open(1024, 600, "-fx-font-size: 21px");
    load();
    List<String> cut = onFx(() -> nodes(root).filter(node -> node instanceof Labeled && seen(node))
        .map(Labeled.class::cast)
        .filter(label -> !label.isWrapText() && label.getWidth() < label.prefWidth(-1) - 1
            && label.getParent() != null && !label.getStyleClass().contains("list-cell"))
        .map(Labeled::getText).toList());
    assertThat(cut).isEmpty();
    double right = onFx(() -> nodes(root).filter(node -> node instanceof Button && seen(node))
        .mapToDouble(node -> node.localToScene(node.getBoundsInLocal()).getMaxX()).max().orElseThrow());
    assertThat(right).isLessThanOrEqualTo(1024);
  }

  @Test
  void theStripShowsWhatTheSamplesHold() {
    tab = new PatchesTab(folder);
    tab.sample("noise", PatchesTab.noise(96, 96, 1));
    Node strip = onFx(() -> PatchesStrip.of(tab.tools).get());
    show(onFx(() -> new StackPane(strip)), 600, 200);
    root = onFx(strip::getParent);
    load();
    assertThat(onFx(() -> nodes(strip).filter(PatchPicture.class::isInstance).count())).isEqualTo(2);
    assertThat(onFx(() -> one((Parent) strip, PatchPicture.class).getAccessibleText()))
        .startsWith("Number 1: ").contains("noise");
    assertThat(shownTexts()).contains("Strongest on one part of one sample picture");
  }

  private void press(String name) {
    Button button = onFx(() -> nodes(root).filter(node -> node instanceof Button b && name.equals(b.getText()))
        .map(Button.class::cast).findFirst().orElseThrow());
    runFx(button::requestFocus);
    robot().push(KeyCode.SPACE);
    settle();
  }

  private List<String> shownTexts() {
    return onFx(() -> nodes(root).filter(node -> node instanceof Label && seen(node))
        .map(node -> ((Label) node).getText()).toList());
  }

  private static boolean seen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static <T extends Node> T one(Parent in, Class<T> type) {
    return nodes(in).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(PatchesViewTest::nodes))
        : Stream.of(node);
  }
}
