package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.FilterStrip;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.support.StubBackend;
import cnnworkshop.app.support.StubNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewTest extends CompareFxTest {

  @TempDir
  private Path folder;
  private final StubNetwork first = StubNetwork.keypoints(StubNetwork.everywhere(0.25f));
  private final StubNetwork second = StubNetwork.keypoints(StubNetwork.everywhere(0.5f));
  private final StubNetwork classes =
      StubNetwork.classifier(CompareModelTest.LABELS, 0, 0, 0, 0.75f, 0, 0.25f, 0, 0, 0, 0);
  private CompareTab tab;

  @BeforeEach
  void make() {
    StubBackend backend = new StubBackend().with("first.zip", first).with("second.zip", second)
        .with("classes.zip", classes);
    tab = new CompareTab(folder, backend);
    tab.subject.set(CompareTab.noise("Noise", 1));
    open(CompareSection.of(tab.tools, tab, () -> Path.of("second.zip")), tab.tools.settings(), 1280, 690);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private void compare(String right) {
    runFx(() -> tab.load("first.zip"));
    tab.network = Path.of(right);
    press("Open a file…");
  }

  @Test
  void withOneNetworkItSaysToChooseASecond() {
    assertThat(words()).anyMatch(text -> text.startsWith("No network is loaded yet"));
    runFx(() -> tab.load("first.zip"));
    settle();
    assertThat(words()).anyMatch(text -> text.startsWith("Choose a second network"));
    assertThat(onFx(() -> named("Swap sides").isDisabled())).isTrue();
  }

  @Test
  void theShippedNetworkIsChosenWithTheKeyboard() {
    runFx(() -> tab.load("first.zip"));
    runFx(() -> one(ListView.class).requestFocus());
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(words()).contains("Right: compared with it")
        .anyMatch(text -> text.startsWith("The two networks are identical")
            || text.startsWith("All ") && text.contains("the same to the last bit"));
  }

  @Test
  void layersThatDifferAreMarked() {
    compare("classes.zip");
    assertThat(words()).anyMatch(text -> text.contains("differ in settings or outputs"))
        .contains("Input: 1×96×96", "Input: 3×32×32", "32 filters 3×3, relu → 32×94×94");
    assertThat(named("conv1, differs")).isNotNull();
  }

  @Test
  void filtersAreSubtractedWhereTheyHaveOneShape() {
    compare("second.zip");
    press("Filters");
    assertThat(all(node -> node instanceof FilterStrip && isSeen(node))).hasSize(3)
        .extracting(node -> node.getAccessibleText())
        .containsExactly("32 filters of the left network", "32 filters of the right network",
            "The differences of 32 filters");
    press("All on one scale, centred on zero");
    assertThat(words()).as("a scale for both and one for the difference")
        .filteredOn(text -> text.startsWith("−0.")).isNotEmpty();

    tab.network = Path.of("classes.zip");
    press("Open a file…");
    assertThat(all(node -> node instanceof FilterStrip && isSeen(node))).hasSize(2);
    assertThat(words()).anyMatch(text -> text.startsWith("The filters can’t be subtracted"));
  }

  @Test
  void aMapChosenAtOneSideIsChosenAtTheOtherAndInTheWholeTab() {
    compare("second.zip");
    press("Maps");
    runFx(() -> one(MapGrid.class).requestFocus());
    robot().push(KeyCode.RIGHT);
    robot().push(KeyCode.RIGHT);
    settle();
    assertThat(all(node -> node instanceof MapGrid)).extracting(node -> ((MapGrid) node).selectedProperty().get())
        .containsExactly(2, 2);
    assertThat(onFx(() -> tab.tools.unit().get())).isEqualTo(new Unit(0, 2));
    assertThat(words()).anyMatch(text -> text.startsWith("Map 2: what the right network has more"));

    robot().push(KeyCode.ENTER);
    settle();
    assertThat(words()).filteredOn(text -> text.startsWith("conv1, map 2:")).as("large on both sides").hasSize(2);
  }

  @Test
  void answersAreComparedPointByPointOrClassByClass() {
    compare("second.zip");
    press("Answers");
    // A quarter of 48 pixels to the right and down.
    assertThat(words()).anyMatch(text -> text.startsWith("The points lie 16.97 px apart on average"))
        .contains("nose tip").filteredOn(text -> text.equals("16.97 px")).hasSize(15);
    tab.network = Path.of("classes.zip");
    press("Open a file…");
    assertThat(words()).contains("cat", "75.0%").anyMatch(text -> text.contains("different kinds"))
        .anyMatch(text -> text.contains("1×96×96 at the left and 3×32×32 at the right"));
  }

  @Test
  void sidesAreSwapped() {
    compare("classes.zip");
    press("Swap sides");
    assertThat(onFx(() -> tab.tools.inference().networkProperty().get().spec())).isEqualTo(classes.spec());
  }

  @Test
  void aFileThatIsNoNetworkIsSaidToBeNone() {
    compare("second.zip");
    tab.network = Path.of("broken.zip");
    press("Open a file…");
    assertThat(tab.said()).singleElement().asString().contains("broken.zip");
    assertThat(words()).contains("Right: compared with it");
  }

  @Test
  void bothSidesAreSavedAsAPictureAndAsNumbers() throws Exception {
    compare("second.zip");
    press("Save as a picture…");
    assertThat(ImageIO.read(tab.saved.toFile()).getWidth()).isGreaterThan(800);
    press("Copy the picture");
    assertThat(tab.copied.width()).isEqualTo(ImageIO.read(tab.saved.toFile()).getWidth());
    press("Save numbers…");
    assertThat(Files.readAllLines(tab.saved)).startsWith("what,name,left,right,difference")
        .anyMatch(line -> line.startsWith("point_distance,nose_tip,,,16.97"));
    assertThat(tab.said()).hasSize(2);
  }

  @Test
  void everyControlHasANameAndNothingIsCutOnAProjector() {
    compare("classes.zip");
    for (String page : new String[] {"Layers", "Filters", "Maps", "Answers"}) {
      press(page);
      allControlsHaveNames();
      nothingIsCut(1280);
    }
    makeNarrow(tab.tools.settings());
    for (String page : new String[] {"Layers", "Filters", "Maps", "Answers"}) {
      press(page);
      nothingIsCut(1024);
    }
  }
}
