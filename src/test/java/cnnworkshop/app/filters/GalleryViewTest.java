package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.FilterOrder;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.FilterScaling;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryViewTest extends FxTest {

  @TempDir
  Path folder;

  private GalleryTab tab;
  private StackPane root;

  private void open(double width, double height, Supplier<Node> patches) {
    tab = new GalleryTab(folder);
    root = onFx(() -> new StackPane(GallerySection.of(tab.tools, tab, patches).content().get()));
    show(root, width, height);
  }

  private void openKeypoints() {
    open(1280, 800, null);
    runFx(() -> {
      tab.withKeypoints();
      tab.subject.set(GalleryTab.picture(1));
    });
    lay();
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private void lay() {
    for (int i = 0; i < 3; i++) {
      runFx(() -> {
        root.applyCss();
        root.layout();
      });
      settle();
    }
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(GalleryViewTest::nodes))
        : Stream.of(node);
  }

  private static boolean seen(Node node) {
    return node == null || node.isVisible() && seen(node.getParent());
  }

  private <T extends Node> List<T> shown(Class<T> type) {
    return onFx(() -> nodes(root).filter(type::isInstance).map(type::cast).filter(GalleryViewTest::seen).toList());
  }

  private String words() {
    return String.join("\n", shown(Label.class).stream().map(Label::getText).toList());
  }

  private GalleryGrid grid() {
    return shown(GalleryGrid.class).get(0);
  }

  private void press(Node on, KeyCode... keys) {
    runFx(on::requestFocus);
    robot().push(keys);
    lay();
  }

  @Test
  void withoutANetworkThereIsASentenceAndNoControls() {
    open(1000, 700, null);

    assertThat(words()).contains("No network is loaded yet");
    assertThat(shown(Button.class)).isEmpty();
    assertThat(shown(ComboBox.class)).isEmpty();
  }

  @Test
  void arrowKeysChooseAndEnterGoesToThePage() {
    openKeypoints();

    press(grid(), KeyCode.RIGHT);
    press(grid(), KeyCode.RIGHT);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV1, 2));
    assertThat(words()).contains("Filter 2 of conv1");
    press(grid(), KeyCode.END);
    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV1, 31));
    assertThat(grid().getAccessibleText()).contains("Filter 31 of conv1");
    press(grid(), KeyCode.ENTER);
    assertThat(onFx(() -> root.getScene().getFocusOwner())).isInstanceOf(ValueGrid.class);
  }

  @Test
  void aClickChoosesTheFilterUnderThePointer() {
    openKeypoints();
    Bounds place = onFx(() -> grid().localToScreen(grid().getBoundsInLocal()));

    // The third of the first row: tiles of 5 em with gaps of 0.6.
    robot().clickOn(place.getMinX() + 2 + 14 * (0.6 + 2 * 5.6 + 2.5), place.getMinY() + 2 + 14 * 2.5);

    assertThat(tab.unit.get()).isEqualTo(new Unit(GalleryTab.CONV1, 2));
  }

  @Test
  void pixelsOfTheGridAreThoseOfTheFilters() {
    openKeypoints();
    BufferedImage picture = snapshot(grid());
    List<FilterPicture> expected =
        FilterPicture.asTheyAre(onFx(() -> tab.inference.networkProperty().get().firstLayer()));

    // Places of 70 px hold 3 × 23 px, so that each picture begins 1 px further right and down at most.
    for (int filter = 1; filter < 4; filter++) {
      for (int place = 0; place < 9; place++) {
        int x = (int) Math.round(2 + 14 * (0.6 + 5.6 * filter) + 23 * (place % 3) + 11);
        int y = (int) Math.round(2 + 14 * 0.6 + 23 * (place / 3) + 11);
        assertThat(picture.getRGB(x, y)).isEqualTo(expected.get(filter).argb()[place]);
      }
    }
  }

  @Test
  void channelsOfADeeperFilterAreLeafedThroughByKeys() {
    openKeypoints();
    runFx(() -> tab.unit.set(new Unit(GalleryTab.CONV2, 3)));
    lay();
    assertThat(words()).contains("conv2: 64 filters of 2 × 2 on 32 channels", "Of channel 0");

    ValueGrid numbers = shown(ValueGrid.class).get(0);
    press(numbers, KeyCode.PAGE_DOWN);
    press(numbers, KeyCode.PAGE_DOWN);
    press(numbers, KeyCode.PAGE_UP);
    assertThat(words()).contains("Of channel 1");
    press(shown(GalleryGrid.class).get(1), KeyCode.RIGHT);
    assertThat(words()).contains("Of channel 2");
    press(numbers, KeyCode.LEFT);
    assertThat(numbers.getAccessibleText()).contains("row 1, column 0");
  }

  @Test
  void likeFiltersAreGroupedAndColoursChangeByTheControls() {
    openKeypoints();
    CheckBox group = shown(CheckBox.class).get(0);
    press(group, KeyCode.SPACE);
    assertThat(words()).containsAnyOf("of like filters", "No two filters are that alike");
    runFx(() -> {
      choice(FilterScaling.SIGNED).setValue(FilterScaling.SIGNED);
      choice(FilterOrder.NORM).setValue(FilterOrder.NORM);
    });
    lay();
    assertThat(words()).contains("Colours of all filters");
  }

  @SuppressWarnings("unchecked")
  private <T> ComboBox<T> choice(T item) {
    return (ComboBox<T>) nodes(root).filter(ComboBox.class::isInstance).map(ComboBox.class::cast)
        .filter(combo -> combo.getItems().contains(item)).findFirst().orElseThrow();
  }

  @Test
  void picturesAndNumbersAreSavedAndCopied() throws Exception {
    openKeypoints();
    press(grid(), KeyCode.RIGHT);
    for (Button button : shown(Button.class)) {
      runFx(button::fire);
    }
    settle();

    for (String name : List.of("conv1-01.png", "conv1-sheet.png", "conv1-sheet.svg", "conv1.csv",
        "conv1-01-frequencies.png", "conv1-01-map.png")) {
      assertThat(folder.resolve(name)).isRegularFile();
    }
    assertThat(Files.readAllLines(folder.resolve("conv1.csv"))).hasSize(289);
    assertThat(tab.copied).hasSize(5);
    Photo one = new PhotoLoader().load(folder.resolve("conv1-sheet.png"));
    assertThat(tab.copied.stream().anyMatch(copy -> copy.width() == one.width() && copy.height() == one.height()))
        .isTrue();
    assertThat(tab.told()).isNotEmpty().allMatch(told -> told.startsWith("Saved") || told.startsWith("Copied"));
  }

  @Test
  void theKeysOfTheSectionSaveTheSheetAndCopyTheFilter() {
    openKeypoints();

    press(grid(), KeyCode.CONTROL, KeyCode.S);
    press(grid(), KeyCode.CONTROL, KeyCode.C);

    assertThat(folder.resolve("conv1-sheet.png")).isRegularFile();
    assertThat(tab.copied).singleElement().satisfies(copy -> assertThat(copy.width()).isEqualTo(96));
  }

  @Test
  void aFileThatCantBeWrittenIsToldInASentence() throws Exception {
    openKeypoints();
    Files.createDirectory(folder.resolve("conv1-sheet.png"));
    Files.createFile(folder.resolve("conv1-sheet.png").resolve("in the way"));

    press(grid(), KeyCode.CONTROL, KeyCode.S);

    assertThat(tab.told()).singleElement().asString().contains("conv1-sheet.png", "could not be written");
  }

  @Test
  void whatExcitesItMostStandsOnThePageIfThereIsSuch() {
    openKeypoints();
    assertThat(words()).doesNotContain("What excites it most");
    close();

    open(1280, 800, () -> new Label("patches"));
    runFx(() -> tab.withKeypoints());
    lay();
    assertThat(words()).contains("What excites it most", "patches");
  }

  @Test
  void everythingThatTakesTheFocusHasAName() {
    openKeypoints();
    runFx(() -> tab.unit.set(new Unit(GalleryTab.CONV2, 3)));
    lay();

    List<Node> nameless = onFx(() -> nodes(root).filter(node -> node.isFocusTraversable() && seen(node))
        .filter(node -> !(node instanceof ScrollPane || node instanceof ScrollBar))
        .filter(node -> node.getAccessibleText() == null || node.getAccessibleText().isBlank()).toList());
    assertThat(nameless).isEmpty();
  }

  @Test
  void nothingIsCutOnASmallWindowWithLargeType() {
    openKeypoints();
    Appearance appearance = onFx(() -> new Appearance(tab.settings));
    for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
      runFx(() -> {
        tab.settings.themeProperty().set(theme);
        tab.settings.typePercentProperty().set(150);
        appearance.dress(root.getScene());
        root.getScene().getWindow().setWidth(1024);
        root.getScene().getWindow().setHeight(600);
        ((CheckBox) root.lookup(".check-box")).setSelected(true);
        tab.unit.set(new Unit(GalleryTab.CONV3, 100));
      });
      lay();
      List<String> cut = onFx(() -> nodes(root).filter(node -> node instanceof Labeled && seen(node))
          .map(Labeled.class::cast)
          .filter(label -> nodes(label).filter(Text.class::isInstance).map(Text.class::cast)
              .anyMatch(text -> text.getText().endsWith("...") || text.getText().endsWith("…")
                  && !label.getText().endsWith("…")))
          .map(Labeled::getText).toList());
      assertThat(cut).isEmpty();
      onFx(() -> nodes(root).filter(ScrollPane.class::isInstance).map(ScrollPane.class::cast).toList())
          .forEach(scroll -> assertThat(onFx(() -> scroll.getContent().getLayoutBounds().getWidth()))
              .isLessThanOrEqualTo(onFx(() -> scroll.getViewportBounds().getWidth()) + 1));
    }
  }

  @Test
  void filtersOnColoursHaveTheirChannelsNamed() {
    open(1280, 800, null);
    runFx(() -> tab.load(StubNetwork.classifier(List.of("a", "b"), 0.5f, 0.5f)));
    lay();

    assertThat(words()).contains("conv1: 32 filters", "on 3 channels", "Of channel 0, red");
  }
}
