package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.lesson.Course;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnViewTest extends FxTest {

  @TempDir
  Path folder;

  private final TestLessons lessons = new TestLessons();
  private LearnTab tab;
  private LearnView view;

  @AfterEach
  void close() {
    if (tab != null) {
      tab.close();
    }
  }

  @Test
  void aPageShowsItsTextItsDemoAndWhereOneIs() {
    open(1280, 760);
    snapshot(view.root(), "learn-frame-light");

    assertThat(text(".ws-title")).isEqualTo("Sliding a filter along");
    assertThat(text(".lesson-place")).isEqualTo("1 of 3: Sliding a filter along");
    assertThat(onFx(() -> view.stage().demo().reading().get())).isEqualTo("The count is 3.");
    assertThat(all(".formula-wrong")).isEmpty();
    assertThat(all(".formula")).hasSizeGreaterThan(3);
    assertThat(tab.failures).isEmpty();
  }

  @Test
  void theStageStandsBesideTheTextOnlyWhereThereIsRoom() {
    open(1280, 760);
    assertThat(left(view.stage())).isGreaterThan(right(".lesson-text"));
    runFx(() -> tab.settings.typePercentProperty().set(150));
    settle();
    snapshot(view.root(), "learn-frame-150");
    assertThat(top(view.stage())).isGreaterThan(bottom(".lesson-text"));
    runFx(() -> tab.settings.typePercentProperty().set(100));
    settle();
    assertThat(left(view.stage())).isGreaterThan(right(".lesson-text"));
  }

  @Test
  void aPageWithoutDemoHasTheWidthForItsText() {
    open(1280, 760);
    runFx(() -> tab.model.show("words"));
    settle();
    snapshot(view.root(), "learn-frame-words");
    assertThat(onFx(() -> view.stage().getScene())).isNull();
    double leftGap = onFx(() -> minX(".lesson-text") - minX(".lesson-scroll"));
    double rightGap = onFx(() -> maxX(".lesson-scroll") - maxX(".lesson-text"));
    assertThat(leftGap).isCloseTo(rightGap, within(12.0)).isGreaterThan(50);
  }

  @Test
  void keysTurnThePages() {
    open(1280, 760);
    push(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
    settle();
    assertThat(text(".ws-title")).isEqualTo("Heaps of maps");
    push(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    settle();
    assertThat(text(".ws-title")).isEqualTo("Sliding a filter along");
  }

  @Test
  void pageKeysScrollTheTextAndTheDemoInViewIsShown() {
    open(1280, 400);
    robot().push(KeyCode.PAGE_DOWN);
    settle();
    assertThat(scroll()).isGreaterThan(0.2);
    for (int i = 0; i < 6; i++) {
      robot().push(KeyCode.PAGE_DOWN);
    }
    settle();
    assertThat(scroll()).isEqualTo(1);
    assertThat(onFx(() -> view.stage().demo().reading().get())).isEqualTo("The count is 7.");
    assertThat(lessons.alive).hasSize(2);
    for (int i = 0; i < 8; i++) {
      robot().push(KeyCode.PAGE_UP);
    }
    settle();
    assertThat(onFx(() -> view.stage().demo().reading().get())).isEqualTo("The count is 3.");
  }

  @Test
  void aPageBeginsAtItsTopWithItsFirstDemo() {
    open(1280, 400);
    runFx(() -> ((ScrollPane) view.root().lookup(".lesson-scroll")).setVvalue(1));
    settle();
    runFx(() -> {
      tab.model.show("words");
      tab.model.show("sliding");
    });
    settle();
    assertThat(scroll()).isZero();
    assertThat(onFx(() -> view.stage().shown())).isZero();
  }

  @Test
  void belowTheTextTheStageIsAsHighAsItsDemoNeeds() {
    open(1024, 700);
    runFx(() -> tab.settings.typePercentProperty().set(150));
    settle();
    robot().clickOn("Try it: Counting up");
    settle();
    snapshot(view.root(), "learn-frame-stage-below");
    assertThat(top(view.stage())).as("it was scrolled to").isBetween(0.0, 200.0);
    assertThat(onFx(() -> view.stage().shown())).as("scrolling to it chooses no other demo").isZero();
    runFx(() -> ((Region) view.stage().lookup(".counter")).setMinHeight(2000));
    settle();
    assertThat(onFx(() -> view.stage().getHeight())).isGreaterThan(2000);
  }

  @Test
  void aDemoIsKeptWhileItsPageIsOpenAndClosedWithIt() {
    open(1280, 760);
    robot().clickOn("Count");
    robot().clickOn("Counting further");
    settle();
    assertThat(onFx(() -> view.stage().demo().reading().get())).isEqualTo("The count is 7.");
    robot().clickOn("Counting up");
    settle();
    assertThat(onFx(() -> view.stage().demo().reading().get())).isEqualTo("The count is 4.");
    robot().clickOn("Counting up");
    settle();
    assertThat(onFx(() -> view.stage().shown())).as("one is always shown").isZero();
    runFx(() -> tab.model.show("words"));
    settle();
    assertThat(lessons.alive).isEmpty();
  }

  @Test
  void aDemoThatFailsLeavesTheTextAndSaysSo() {
    open(1280, 760);
    runFx(() -> tab.model.show("heaps"));
    settle();
    assertThat(tab.failures).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(text(".stage-failed .label")).contains("could not be shown");
    assertThat(text(".ws-title")).isEqualTo("Heaps of maps");
  }

  @Test
  void aTermOpensItsDefinitionAndEscapeClosesIt() {
    open(1280, 760);
    LinkText term = (LinkText) node(".lesson-term");
    runFx(term::requestFocus);
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(popups()).hasSize(1);
    assertThat(onFx(() -> ((Labeled) popups().get(0).getScene().getRoot().lookup(".term-name")).getText()))
        .isEqualTo("Filter");
    snapshot(onFx(() -> popups().get(0).getScene().getRoot()), "learn-term");
    robot().push(KeyCode.ESCAPE);
    settle();
    assertThat(popups()).isEmpty();
  }

  @Test
  void aLinkOpensAnotherTabOrPage() {
    open(1280, 760);
    List<Node> links = List.copyOf(all(".lesson-open"));
    runFx(links.get(0)::requestFocus);
    robot().push(KeyCode.ENTER);
    assertThat(tab.opened).containsExactly("train?data=shapes10&network=cnn");
    robot().clickOn(links.get(1));
    settle();
    assertThat(text(".ws-title")).isEqualTo("Heaps of maps");
  }

  @Test
  void aQuestionRepliesAndMayBeTriedAgain() {
    open(1280, 760);
    runFx(() -> ((ScrollPane) view.root().lookup(".lesson-scroll")).setVvalue(1));
    settle();
    List<Node> choices = List.copyOf(all("#question-stride .question-choice"));
    runFx(choices.get(0)::requestFocus);
    robot().push(KeyCode.SPACE);
    robot().clickOn("Check");
    settle();
    assertThat(text(".reply-wrong")).contains("Try again");
    robot().clickOn(choices.get(1));
    settle();
    assertThat(all(".question-reply").iterator().next().isVisible()).isFalse();
    robot().clickOn("Check");
    settle();
    snapshot(view.root(), "learn-frame-question");
    assertThat(text(".reply-right")).isEqualTo("Right");
    assertThat(tab.settings.questionsRight()).containsExactly("stride");
    runFx(() -> {
      tab.model.show("heaps");
      tab.model.show("sliding");
    });
    settle();
    assertThat(text(".reply-right")).as("what was answered is still there").isEqualTo("Right");
  }

  @Test
  void theSourceOfADemoIsUnfoldedBelowIt() {
    open(1280, 760);
    assertThat(all(".stage-fold .code-text")).isEmpty();
    robot().clickOn("How it is computed");
    settle();
    snapshot(view.root(), "learn-frame-source");
    assertThat(text(".stage-fold .code-text")).startsWith("public float at(");
    robot().clickOn("In words");
    settle();
    assertThat(text(".fold-content .label")).isEqualTo("The count is 3.");
  }

  @Test
  void theSearchFindsAPageAndEnterOpensIt() {
    open(1280, 760);
    push(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    robot().write("resume");
    settle();
    snapshot(view.root(), "learn-frame-search");
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(text(".ws-title")).isEqualTo("Heaps of maps");
  }

  @Test
  void theMapOpensAPageByEnterNotByMovingAlongIt() {
    open(1280, 760);
    ListView<?> pages = (ListView<?>) node(".map-list");
    runFx(pages::requestFocus);
    robot().push(KeyCode.DOWN).push(KeyCode.DOWN);
    settle();
    assertThat(text(".ws-title")).isEqualTo("Sliding a filter along");
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(text(".ws-title")).isEqualTo("Only words");
  }

  @Test
  void inANarrowWindowTheMapLiesOverTheTextUntilAPageIsChosen() {
    open(1024, 700);
    runFx(() -> tab.settings.typePercentProperty().set(150));
    settle();
    Node map = node(".course-map");
    assertThat(map.isVisible()).isFalse();
    push(KeyCode.M, KeyCombination.ALT_DOWN);
    settle();
    snapshot(view.root(), "learn-frame-map-over");
    assertThat(map.isVisible()).isTrue();
    robot().clickOn("2  Heaps of maps");
    settle();
    assertThat(text(".ws-title")).isEqualTo("Heaps of maps");
    assertThat(map.isVisible()).isFalse();
    assertThat(tab.settings.lessonMapShownProperty().get()).as("where there is room it stays").isTrue();
  }

  @Test
  void progressIsForgottenOnlyAfterASecondWord() {
    open(1280, 760);
    runFx(() -> tab.model.show("heaps"));
    settle();
    robot().clickOn("Forget my progress").clickOn("Keep");
    assertThat(tab.settings.lessonsOpened()).containsExactly("sliding", "heaps");
    robot().clickOn("Forget my progress").clickOn("Forget");
    settle();
    assertThat(tab.settings.lessonsOpened()).containsExactly("sliding");
    assertThat(text(".ws-title")).isEqualTo("Sliding a filter along");
  }

  @Test
  void inTheDarkEverythingIsThereToo() {
    open(1280, 760);
    runFx(() -> tab.settings.themeProperty().set(Settings.Theme.DARK));
    settle();
    snapshot(view.root(), "learn-frame-dark");
    assertThat(onFx(() -> view.root().getScene().getStylesheets())).anyMatch(sheet -> sheet.contains("dark"));
  }

  private void open(double width, double height) {
    Course course = Course.load(TestLessons.FOLDER, TestLessons.DEMOS);
    tab = onFx(() -> new LearnTab(course, folder, () -> {
      throw new AssertionError("nothing is trained here");
    }, () -> {
      throw new AssertionError("no network is asked here");
    }));
    view = onFx(() -> tab.view(lessons.demos()));
    show(view.root(), width, height);
    runFx(() -> {
      tab.settings.themeProperty().set(Settings.Theme.LIGHT);
      new Appearance(tab.settings).dress(view.root().getScene());
      view.root().requestFocus();
    });
    settle();
  }

  private void push(KeyCode key, KeyCombination.Modifier with) {
    robot().push(new KeyCodeCombination(key, with));
  }

  private Node node(String style) {
    return onFx(() -> view.root().lookup(style));
  }

  private Set<Node> all(String style) {
    return onFx(() -> view.root().lookupAll(style));
  }

  private String text(String style) {
    return onFx(() -> ((Labeled) view.root().lookup(style)).getText());
  }

  private double scroll() {
    return onFx(() -> ((ScrollPane) view.root().lookup(".lesson-scroll")).getVvalue());
  }

  private List<Window> popups() {
    return onFx(() -> Window.getWindows().stream()
        .filter(window -> window.getScene() != null && window.getScene().getRoot().lookup(".term-card") != null).toList());
  }

  private double minX(String style) {
    return bounds((Region) view.root().lookup(style)).getMinX();
  }

  private double maxX(String style) {
    return bounds((Region) view.root().lookup(style)).getMaxX();
  }

  private double right(String style) {
    return onFx(() -> maxX(style));
  }

  private double bottom(String style) {
    return onFx(() -> bounds((Region) view.root().lookup(style)).getMaxY());
  }

  private double left(Region node) {
    return onFx(() -> bounds(node).getMinX());
  }

  private double top(Region node) {
    return onFx(() -> bounds(node).getMinY());
  }

  private static Bounds bounds(Region node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
