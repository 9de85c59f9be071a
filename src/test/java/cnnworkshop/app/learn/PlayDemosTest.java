package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demos of pooling, overfitting and dropout under a person's hands. */
class PlayDemosTest extends FxTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final List<Runnable> trainings = new ArrayList<>();
  private Demo demo;

  private <D extends Demo> D open(Function<DemoTools, D> make) {
    KeypointLab lab = new KeypointLab(PoolingModelTest::network, Runnable::run, Runnable::run);
    DemoTools tools = new DemoTools(Texts.load(Locale.ENGLISH), lab, PoolingModelTest::face,
        () -> List.of(PoolingModelTest.face()), new Trainer(() -> null, trainings::add, Platform::runLater),
        new Work(Platform::runLater), Runnable::run, Platform::runLater, new SimpleBooleanProperty(), failures::add);
    D made = onFx(() -> make.apply(tools));
    demo = made;
    show(onFx(() -> new StackPane(made.node())), 900, 760);
    return made;
  }

  @AfterEach
  void close() {
    runFx(demo::close);
    assertThat(failures).isEmpty();
  }

  private Node one(String selector) {
    return onFx(() -> demo.node().lookup(selector));
  }

  private void focus(Node node) {
    runFx(node::requestFocus);
  }

  @Test
  void arrowKeysMoveThePooledPicture() {
    PoolingDemo pooling = open(tools -> new PoolingDemo(tools, Map.of()));
    focus(one(".cell-grid"));

    robot().type(KeyCode.RIGHT, KeyCode.DOWN);
    settle();

    assertThat(onFx(() -> pooling.model().seenProperty().get().right())).isEqualTo(1);
    assertThat(onFx(() -> pooling.model().seenProperty().get().down())).isEqualTo(1);
    assertThat(onFx(() -> pooling.reading().get())).startsWith("Moved 1 right, 1 down");
    robot().type(KeyCode.HOME);
    assertThat(onFx(() -> pooling.model().seenProperty().get().moved())).isFalse();
  }

  @Test
  void outputsAreNamedBySpaceInAGuess() {
    PoolingDemo pooling = open(tools -> new PoolingDemo(tools, Map.of()));
    runFx(() -> ((Button) demo.node().lookup("#pooling-guess")).fire());
    List<Node> grids = onFx(() -> List.copyOf(demo.node().lookupAll(".cell-grid")));
    focus(grids.get(1));
    robot().type(KeyCode.RIGHT, KeyCode.SPACE);
    settle();
    assertThat(onFx(() -> pooling.model().guess().mark(1, false))).isEqualTo(CellMark.NAMED);
    runFx(() -> ((Button) demo.node().lookup("#pooling-guess")).fire());
    assertThat(onFx(() -> pooling.reading().get())).contains("You found");
  }

  @Test
  void pointsAreMovedByKeys() {
    OverfittingDemo overfitting = open(tools -> new OverfittingDemo(tools, Map.of("degree", "11")));
    focus(one(".overfitting-plot"));
    robot().type(KeyCode.RIGHT);
    settle();
    int point = onFx(() -> overfitting.model().selectedProperty().get());
    double y = onFx(() -> overfitting.model().points().get(point).y());

    robot().type(KeyCode.ENTER, KeyCode.UP, KeyCode.ENTER);
    settle();

    assertThat(onFx(() -> overfitting.model().points().get(point).y())).isGreaterThan(y);
    robot().type(KeyCode.INSERT);
    settle();
    assertThat(onFx(() -> overfitting.model().points())).hasSize(13);
    robot().type(KeyCode.DELETE, KeyCode.DELETE);
    settle();
    assertThat(onFx(() -> overfitting.model().points())).hasSize(11);
  }

  @Test
  void aPointIsDraggedByTheMouse() {
    OverfittingDemo overfitting = open(tools -> new OverfittingDemo(tools, Map.of()));
    Node plot = one(".overfitting-plot");
    robot().moveTo(plot);
    robot().doubleClickOn(plot, MouseButton.PRIMARY);
    settle();
    assertThat(onFx(() -> overfitting.model().points())).hasSize(13);
    double y = onFx(() -> overfitting.model().points().get(12).y());
    robot().drag(plot, MouseButton.PRIMARY).moveBy(0, 60).drop();
    settle();
    assertThat(onFx(() -> overfitting.model().points().get(12).y())).isLessThan(y - 0.2);
  }

  @Test
  void theErrorChartChoosesTheDegreeByKeys() {
    OverfittingDemo overfitting = open(tools -> new OverfittingDemo(tools, Map.of()));
    focus(one(".small-chart"));
    robot().type(KeyCode.RIGHT, KeyCode.RIGHT);
    settle();
    assertThat(onFx(() -> overfitting.model().degreeProperty().get())).isEqualTo(3);
    runFx(() -> ((Button) demo.node().lookup("#overfitting-degree-11")).fire());
    assertThat(onFx(() -> overfitting.reading().get())).startsWith("Degree 11 on 12 points: training error 0.000");
  }

  @Test
  void aTrainingThatWaitsSaysSoAndEndsWithThePage() {
    DropoutDemo dropout = open(tools -> new DropoutDemo(tools, Map.of()));
    runFx(() -> ((Button) demo.node().lookup("#dropout-play")).fire());
    assertThat(trainings).hasSize(1);
    assertThat(onFx(() -> ((Button) demo.node().lookup("#dropout-play")).getText())).isEqualTo("Stop");
    runFx(() -> ((Button) demo.node().lookup("#dropout-step")).fire());
    assertThat(onFx(() -> dropout.reading().get())).startsWith("After 1 batch.");

    runFx(dropout::close);
    trainings.get(0).run();
    settle();

    assertThat(onFx(() -> dropout.model().stateProperty().get().steps())).isEqualTo(1);
  }

  @Test
  void everyLookOfDropoutHasAPicture() {
    for (DropoutDemo.Look look : DropoutDemo.Look.values()) {
      open(tools -> new DropoutDemo(tools, Map.of("show", look.name().toLowerCase(Locale.ROOT))));
      runFx(() -> ((Button) demo.node().lookup("#dropout-step")).fire());
      settle();
      assertThat(onFx(() -> demo.node().lookupAll(".play-look").size())).as(look.name()).isGreaterThan(2);
    }
  }

  @Test
  void nothingIsWiderThanASmallStageWithLargeType() {
    List<Function<DemoTools, Demo>> all = List.of(tools -> new PoolingDemo(tools, Map.of("source", "face")),
        tools -> new OverfittingDemo(tools, Map.of()), tools -> new DropoutDemo(tools, Map.of("show", "scaling")));
    for (Function<DemoTools, Demo> make : all) {
      open(make::apply);
      runFx(() -> {
        demo.node().getScene().getRoot().setStyle("-fx-font-size: 21px;");
        demo.node().getScene().getWindow().setWidth(640);
      });
      settle();
      runFx(() -> {
        demo.node().getScene().getRoot().applyCss();
        ((StackPane) demo.node().getScene().getRoot()).layout();
      });
      double high = onFx(() -> ((ScrollPane) demo.node()).getContent().getLayoutBounds().getHeight());
      assertThat(onFx(() -> demo.node().lookup(".play-stage > .scroll-bar:vertical").isVisible()))
          .as("what is not in sight can be scrolled to").isEqualTo(high > 760);
      double content = onFx(() -> ((ScrollPane) demo.node()).getContent().getLayoutBounds().getWidth());
      assertThat(content).as(demo.getClass().getSimpleName()).isLessThanOrEqualTo(640);
    }
  }
}
