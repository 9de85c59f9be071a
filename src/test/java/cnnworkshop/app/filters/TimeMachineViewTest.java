package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.FilterStrip;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeMachineViewTest extends CompareFxTest {

  private static final Subject PICTURE = CompareTab.noise("Noise", 1);
  private static Backend backend;

  @TempDir
  private Path folder;
  private CompareTab tab;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(1);
  }

  @BeforeEach
  void make() {
    tab = new CompareTab(folder, backend);
    tab.subject.set(PICTURE);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private void train() {
    TimeTraining.keep(backend, tab.runs, "a", TimeTraining.POINTS, PICTURE.seenBy(TimeTraining.POINTS.input()));
  }

  private void open() {
    open(TimeMachineSection.of(tab.tools, tab), tab.tools.settings(), 1280, 690);
  }

  private int epoch() {
    return onFx(() -> (int) one(Slider.class).getValue());
  }

  @Test
  void withoutARunItSaysHowToGetOneAndLooksAgainWhenAsked() {
    open();
    assertThat(words()).singleElement().asString().contains("train one with snapshots in the Train tab first");
    train();
    press("Look for new runs");
    assertThat(words()).contains("run a");
    assertThat(onFx(() -> one(ListView.class).getSelectionModel().getSelectedIndex())).isZero();
  }

  @Test
  void arrowsHomeAndEndGoThroughTheEpochs() {
    train();
    open();
    assertThat(epoch()).isEqualTo(3);
    runFx(() -> one(Slider.class).requestFocus());
    robot().push(KeyCode.LEFT);
    settle();
    assertThat(epoch()).isEqualTo(2);
    assertThat(onFx(() -> one(Slider.class).getAccessibleText())).isEqualTo("Epoch to look at, 2");
    robot().push(KeyCode.HOME);
    settle();
    assertThat(epoch()).isZero();
    assertThat(words()).contains("run a, before the first step: the weights are random");
    assertThat(onFx(() -> one(LiveChart.class).markProperty().get())).isZero();

    runFx(view::requestFocus);
    robot().push(KeyCode.RIGHT);
    settle();
    assertThat(epoch()).as("wherever the focus is").isEqualTo(1);
    assertThat(onFx(() -> one(LiveChart.class).markProperty().get())).isEqualTo(1);
    robot().push(KeyCode.END);
    settle();
    assertThat(epoch()).isEqualTo(3);
  }

  @Test
  void theChartMarksTheEpoch() {
    train();
    open();
    BufferedImage last = snapshot(one(LiveChart.class));
    runFx(() -> one(Slider.class).setValue(2));
    settle();
    BufferedImage other = snapshot(one(LiveChart.class));
    assertThat(differing(last, other)).as("pixels of the mark").isPositive();
    runFx(() -> one(Slider.class).setValue(3));
    settle();
    assertThat(differing(last, snapshot(one(LiveChart.class)))).isZero();
  }

  private static int differing(BufferedImage some, BufferedImage others) {
    int count = 0;
    for (int y = 0; y < some.getHeight(); y++) {
      for (int x = 0; x < some.getWidth(); x++) {
        count += some.getRGB(x, y) == others.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void playingRunsToTheLastEpoch() {
    train();
    open();
    runFx(view::requestFocus);
    robot().push(KeyCode.P);
    settle();
    assertThat(epoch()).as("from the start").isLessThan(3);
    waitUntil(() -> one(Slider.class).getValue() == 3);
  }

  @Test
  void theChangeIsSeenWithAScaleWithNumbers() {
    train();
    open();
    assertThat(words()).anyMatch(text -> text.startsWith("Each filter from its lowest weight"));
    press("Change since the start");
    assertThat(words()).anyMatch(text -> text.startsWith("What was added to each weight since the start"))
        .anyMatch(text -> text.startsWith("−0."));
    assertThat(one(FilterStrip.class).getAccessibleText()).startsWith("6 filters of conv1 after epoch 3");
  }

  @Test
  void aMapIsSeenLargeAndTheWayBackIsEscape() {
    train();
    open();
    runFx(() -> one(MapGrid.class).requestFocus());
    robot().push(KeyCode.RIGHT);
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(words()).anyMatch(text -> text.startsWith("conv1, map 0:"));
    robot().push(KeyCode.ESCAPE);
    settle();
    assertThat(words()).noneMatch(text -> text.startsWith("conv1, map 0:"));
    assertThat(onFx(() -> one(MapGrid.class).isFocused())).isTrue();
  }

  @Test
  void filtersAndTheNetworkAreSaved() throws Exception {
    train();
    open();
    runFx(() -> one(Slider.class).setValue(1));
    settle();
    press("Save as PNG…");
    assertThat(tab.saved).hasFileName("run a epoch 1 filters.png");
    assertThat(ImageIO.read(tab.saved.toFile()).getWidth()).isGreaterThan(200);
    press("Save as SVG…");
    assertThat(Files.readString(tab.saved)).contains("<svg");
    press("Save numbers…");
    assertThat(Files.readAllLines(tab.saved)).hasSize(1 + 6 * 25);
    press("Copy");
    assertThat(tab.copied).isNotNull();
    press("Save…");
    assertThat(tab.saved).hasFileName("run a epoch 1.zip").exists();
    press("Use in all tabs");
    assertThat(onFx(() -> tab.tools.inference().networkProperty().get().name())).isEqualTo("run a, epoch 1");
  }

  @Test
  void aDamagedSnapshotIsSaidInItsPlace() throws Exception {
    train();
    Path file = folder.resolve("runs/a/snapshots/epoch-00002.snapshot");
    Files.write(file, new byte[10]);
    open();
    runFx(() -> one(Slider.class).setValue(2));
    settle();
    assertThat(words()).anyMatch(text -> text.contains("epoch-00002.snapshot"));
    assertThat(onFx(() -> named("Use in all tabs").isDisabled())).isTrue();
    runFx(() -> one(Slider.class).setValue(1));
    settle();
    assertThat(words()).noneMatch(text -> text.contains("epoch-00002.snapshot"));
    assertThat(onFx(() -> named("Use in all tabs").isDisabled())).isFalse();
  }

  @Test
  void whileItIsNotShownItRests() {
    train();
    open();
    runFx(() -> root.getChildren().clear());
    TimeTraining.keep(backend, tab.runs, "b", TimeTraining.POINTS, PICTURE.seenBy(TimeTraining.POINTS.input()));
    runFx(() -> tab.tools.work().start("Training", null).done());
    runFx(() -> root.getChildren().add(view));
    settle();
    assertThat(words()).as("the new run is there when it is shown again").contains("run b");
  }

  @Test
  void everyControlHasANameAndNothingIsCutOnAProjector() {
    train();
    open();
    allControlsHaveNames();
    nothingIsCut(1280);
    makeNarrow(tab.tools.settings());
    nothingIsCut(1024);
  }
}
