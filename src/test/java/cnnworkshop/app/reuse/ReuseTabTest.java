package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.ComparisonLine;
import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.control.TabParts;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Threads;
import cnnworkshop.core.reuse.Entrant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole Reuse tab: the exercise is set up, raced and its network used by keys alone, on the threads the program
 * has. {@code -Ddocs.pictures=docs/pictures} renews the documentation's picture.
 */
class ReuseTabTest extends FxTest {

  private static final String ASKED_FOR = System.getProperty("docs.pictures");
  private static final Path PICTURES = Path.of(ASKED_FOR == null ? "target/docs-pictures" : ASKED_FOR);
  private static final int PARTS = 20;
  private static final List<Integer> NUMBERS = ASKED_FOR == null ? List.of(10) : List.of(10, 30, 100);

  @TempDir
  Path folder;

  @Test
  void theExerciseIsSetUpRacedAndItsNetworkUsed() throws Exception {
    try (Threads threads = new Threads()) {
      ReuseTab tab = tab(threads);
      List<TabPart> sections = List.of(ReuseSections.race(tab.model, tab, tab.texts));
      ReuseViewModel parts = new ReuseViewModel(sections.stream().map(TabPart::id).toList());
      TabParts view = onFx(() -> new TabParts(parts.sectionProperty(), parts::show, sections, tab.texts));
      show(view.root(), 1280, 800);
      runFx(() -> Appearance.dressLight(view.root().getScene()));
      press(view.root(), "Try it: five kinds of shapes, then the other five");
      waitThrough(() -> !tab.model.exercise().runningProperty().get(), tab.model.exercise().progressProperty());
      waitUntil(() -> tab.model.base().get() != null && tab.model.whyNoRace().get().isEmpty());
      assertThat(onFx(() -> tab.model.task().taskProperty().get().classNames()))
          .isEqualTo(String.join(", ", Exercise.others()));
      assertThat(onFx(() -> tab.model.cut().planProperty().get().base().info().labels()))
          .isEqualTo(Exercise.first());

      runFx(() -> {
        RaceChoices.NUMBERS.forEach(n -> tab.model.choices().numberProperty(n).set(NUMBERS.contains(n)));
        view.root().requestFocus();
      });
      robot().push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN));
      waitUntil(() -> tab.model.race().stateProperty().get() != RaceModel.State.IDLE);
      waitThrough(() -> tab.model.race().stateProperty().get() == RaceModel.State.IDLE,
          tab.model.race().progressProperty());
      assertThat(tab.told()).isEmpty();
      List<ComparisonLine> lines = onFx(() -> List.copyOf(tab.model.race().overPictures()));
      assertThat(lines).extracting(ComparisonLine::name).containsExactly("From nothing", "Frozen", "Fine-tuned ×0.1");
      assertThat(lines).allSatisfy(line ->
          assertThat(line.points()).extracting(point -> (int) point.x()).containsExactlyElementsOf(NUMBERS));
      assertThat(onFx(() -> tab.model.race().overSteps().stream().map(line -> line.points().size()).toList()))
          .as("rounds of the trainings with most pictures").containsExactly(12, 12, 12);
      TableView<?> table = (TableView<?>) onFx(() -> view.root().lookup(".table-view"));
      assertThat(onFx(() -> table.getItems().size())).isEqualTo(3 * NUMBERS.size());
      settle();
      Files.createDirectories(PICTURES);
      ImageIO.write(snapshot(view.root()), "png", PICTURES.resolve("reuse-tab.png").toFile());

      runFx(() -> tab.model.trained().chosenProperty().set(tab.model.trained().all().stream()
          .filter(network -> network.heat().entrant() == Entrant.FROZEN).findFirst().orElseThrow()));
      press(view.root(), "Use this network");
      waitUntil(() -> tab.inference.networkProperty().get().info().labels().equals(Exercise.others()));
    }
  }

  /** With as few pictures and steps as will do; for the documentation as a person has it. */
  private ReuseTab tab(Threads threads) throws Exception {
    ReuseTab tab = new ReuseTab(folder, threads.trainer(), threads.inference(), Platform::runLater,
        ASKED_FOR == null ? ReuseTab.TINY : Exercise.USUAL);
    tab.model.lesson().stepsProperty().set(ASKED_FOR == null ? 24 : 600);
    return tab;
  }

  /** Waits for something whose progress is told; each part of it may take as long as anything else. */
  private void waitThrough(Callable<Boolean> over, ReadOnlyDoubleProperty progress) {
    for (int part = 1; part <= PARTS; part++) {
      double reached = (double) part / PARTS;
      waitUntil(() -> over.call() || progress.get() >= reached);
    }
    waitUntil(over);
  }

  private void press(Parent root, String name) {
    Button button = onFx(() -> root.lookupAll(".button").stream().filter(Button.class::isInstance)
        .map(Button.class::cast).filter(b -> name.equals(b.getText())).findFirst().orElseThrow());
    runFx(button::requestFocus);
    settle();
    robot().push(KeyCode.SPACE);
    settle();
  }
}
