package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.lesson.Course;
import cnnworkshop.core.lesson.Lesson;
import cnnworkshop.core.lesson.SourceText;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks through all pages of the course with the shipped network: what is on them works, and fits its window. The
 * pictures of the documentation are taken on the way; {@code -Ddocs.pictures=docs/pictures} renews those in the
 * documentation.
 */
class LessonPagesTest extends FxTest {

  private static final Path PICTURES = Path.of(System.getProperty("docs.pictures", "target/docs-pictures"), "learn");

  @TempDir
  static Path cache;

  private static Backend backend;
  private static Network network;

  @TempDir
  Path folder;

  private LearnTab tab;
  private LearnView view;

  @BeforeAll
  static void openNetwork() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    network = backend.open(new ShippedModels(cache).keypoints());
  }

  @AfterAll
  static void closeNetwork() {
    network.close();
  }

  @BeforeEach
  void make() {
    tab = onFx(() -> new LearnTab(Course.load(Course.SHIPPED, Demos.all().keySet()), folder, () -> backend, () -> network));
    view = onFx(() -> tab.view(Demos.all()));
  }

  @AfterEach
  void close() {
    runFx(view::close);
    tab.close();
  }

  @ParameterizedTest
  @CsvSource({"1024, 700, 100", "1024, 700, 150", "1280, 760, 100"})
  void everyPageWorksAndFitsItsWindow(double width, double height, int percent) {
    show(width, height, percent, Settings.Theme.LIGHT);
    List<String> wrong = new ArrayList<>();
    for (Lesson lesson : tab.model.course().lessons()) {
      runFx(() -> tab.model.show(lesson.id()));
      settle();
      int demos = (int) lesson.blocks().stream().filter(Block.DemoPlace.class::isInstance).count();
      look(lesson.id(), width, wrong);
      for (int i = 0; i < demos; i++) {
        int demo = i;
        runFx(() -> view.stage().select(demo));
        settle();
        look(lesson.id() + " demo " + (demo + 1), width, wrong);
        onFx(() -> view.stage().demo() == null ? wrong.add(lesson.id() + ": demo " + (demo + 1) + " is not there")
            : view.stage().demo().reading().get().isBlank() && wrong.add(lesson.id() + ": a demo says nothing"));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(tab.failures).isEmpty();
  }

  @Test
  void everyDemosSourceIsFound() {
    SourceText source = new SourceText();
    List<String> wrong = new ArrayList<>();
    Demos.all().forEach((name, maker) -> runFx(() -> {
      Demo demo = maker.apply(tab.tools, Map.of());
      demo.sources().forEach(cut -> {
        try {
          source.cut(cut.file(), cut.from());
        } catch (IllegalArgumentException e) {
          wrong.add(name + ": " + e.getMessage());
        }
      });
      if (demo.sources().isEmpty()) {
        wrong.add(name + " names no source");
      }
      demo.close();
    }));

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void everyPageHasItsPicture(Settings.Theme theme) throws Exception {
    show(1280, 760, 100, theme);
    Files.createDirectories(PICTURES);
    List<Lesson> lessons = tab.model.course().lessons();
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      runFx(() -> tab.model.show(lesson.id()));
      settle();
      int demos = (int) lesson.blocks().stream().filter(Block.DemoPlace.class::isInstance).count();
      for (int demo = 0; demo < Math.max(1, demos); demo++) {
        int shown = demo;
        runFx(() -> view.stage().select(shown));
        settle();
        String name = String.format(Locale.ROOT, "%02d-%s%s-%s.png", i + 1, lesson.id(), demo == 0 ? "" : "-" + (demo + 1),
            theme.name().toLowerCase(Locale.ROOT));
        ImageIO.write(snapshot(view.root()), "png", PICTURES.resolve(name).toFile());
        assertThat(PICTURES.resolve(name)).isNotEmptyFile();
      }
    }
  }

  private void show(double width, double height, int percent, Settings.Theme theme) {
    show(view.root(), width, height);
    runFx(() -> {
      tab.settings.themeProperty().set(theme);
      tab.settings.typePercentProperty().set(percent);
      new Appearance(tab.settings).dress(view.root().getScene());
    });
    settle();
  }

  private void look(String page, double width, List<String> wrong) {
    runFx(() -> {
      view.root().applyCss();
      view.root().layout();
      look(page, view.root(), width, wrong);
    });
  }

  private static void look(String page, Node node, double width, List<String> wrong) {
    if (!node.isVisible()) {
      return;
    }
    if (node.getStyleClass().contains("formula-wrong") || node.getStyleClass().contains("stage-failed")) {
      wrong.add(page + ": " + node.getStyleClass());
    }
    if (node instanceof Region) {
      Bounds bounds = node.localToScene(node.getLayoutBounds());
      if (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1) {
        wrong.add(page + ": wider than its window: " + named(node) + " from " + bounds.getMinX() + " to " + bounds.getMaxX());
        return;
      }
    }
    if (node instanceof ScrollPane pane && pane.getStyleClass().contains("stage-holder")
        && pane.getContent() != null && pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + 1) {
      wrong.add(page + ": the demo is wider than its stage: " + pane.getContent().getLayoutBounds().getWidth() + " in "
          + pane.getViewportBounds().getWidth());
      return;
    }
    if (node instanceof Labeled labeled && isCut(labeled)) {
      wrong.add(page + ": cut off: " + labeled.getText() + " in " + named(labeled));
    }
    // Code is scrolled sideways where it is wider.
    if (node instanceof Parent parent && !(node instanceof CodeLines)) {
      parent.getChildrenUnmodifiable().forEach(child -> look(page, child, width, wrong));
    }
  }

  private static boolean isCut(Labeled labeled) {
    return labeled.getText() != null && !labeled.getText().isEmpty() && labeled.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
        .map(child -> ((Text) child).getText())
        .anyMatch(shown -> !shown.equals(labeled.getText()));
  }

  private static String named(Node node) {
    return node.getClass().getSimpleName() + node.getStyleClass();
  }
}
