package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ConvolutionDemosTest extends FxTest {

  private static final int FILTERS_OF_CONV1 = 32;
  private static final int NAMED = 9;

  private final DemoTools tools = new DemoTools(Texts.load(Locale.ENGLISH),
      new KeypointLab(() -> StubNetwork.keypoints(new float[30]), Runnable::run, Runnable::run),
      () -> Photo.ofGrey(20, 16, new float[320]), List::of, null, null, Runnable::run, Platform::runLater,
      new SimpleBooleanProperty(true), failure -> {
        throw new AssertionError(failure);
      });

  private Demo demo;

  private void open(Demo opened) {
    demo = opened;
    show((Parent) demo.node(), 900, 640);
  }

  private Node find(String selector) {
    return onFx(() -> demo.node().lookup(selector));
  }

  private void focus(Node node) {
    runFx(node::requestFocus);
    settle();
  }

  @Test
  void arrowKeysMoveTheUnitWhoseConnectionsAreDrawn() {
    open(onFx(() -> new SparseConnectivityDemo(tools, Map.of("side", "7", "filter", "3"))));
    assertThat(demo.reading().get()).contains("row 3, column 3");

    focus(find(".connections"));
    robot().push(KeyCode.RIGHT);
    robot().push(KeyCode.UP);
    settle();

    assertThat(demo.reading().get()).contains("row 2, column 4");
  }

  @Test
  void theFilterSliderReachesTheDenseLayer() {
    open(onFx(() -> new SparseConnectivityDemo(tools, Map.of())));
    Slider slider = onFx(() -> demo.node().lookupAll(".slider").stream().map(Slider.class::cast)
        .filter(one -> one.getAccessibleText().startsWith("Side of a filter")).findFirst().orElseThrow());
    focus(slider);
    robot().push(KeyCode.END);
    settle();

    assertThat(demo.reading().get()).contains("this is a dense layer");
  }

  @Test
  void aSharedWeightIsTypedAndTheMapFollows() {
    open(onFx(() -> new WeightSharingDemo(tools, Map.of())));
    TextField field = onFx(() -> demo.node().lookupAll(".number-field").stream().map(TextField.class::cast)
        .filter(one -> one.getAccessibleText().equals("Weight 2")).findFirst().orElseThrow());
    focus(field);
    runFx(() -> field.setText("2"));
    robot().push(KeyCode.ENTER);
    settle();

    assertThat(demo.reading().get()).contains("Feature map: 3; 5; 12; 11; 7; 0; 0");
  }

  @Test
  void theSignalIsChangedWithTheKeys() {
    open(onFx(() -> new WeightSharingDemo(tools, Map.of())));
    focus(find(".sharing"));
    robot().press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    robot().push(KeyCode.UP);
    settle();

    assertThat(demo.reading().get()).as("the fifth number is 6 now").contains("Feature map: 1; 3; 5; 1; −4;");
  }

  @Test
  void spacePlaysAlongTheLineAndPageKeysStep() {
    open(onFx(() -> new ConvolutionLineDemo(tools, Map.of())));
    focus(find(".line-picture"));
    robot().push(KeyCode.PAGE_DOWN);
    robot().push(KeyCode.PAGE_DOWN);
    robot().push(KeyCode.PAGE_DOWN);
    robot().push(KeyCode.PAGE_UP);
    settle();
    assertThat(demo.reading().get()).endsWith("The outputs so far: 2; 5, of 8.");

    robot().push(KeyCode.SPACE);
    waitUntil(() -> demo.reading().get().contains("so far: 2; 5; 3"));
    runFx(demo::close);
    String stopped = demo.reading().get();
    robot().push(KeyCode.LEFT);
    settle();
    assertThat(demo.reading().get()).isNotEqualTo(stopped);
  }

  @Test
  void arrowKeysOnTheMapSpellOutEachValue() {
    open(onFx(() -> new ConvolutionPlaneDemo(tools, Map.of("ends", "zero"))));
    assertThat(demo.reading().get()).contains("row 4, column 4");
    List<ValueGrid> grids = onFx(() -> demo.node().lookupAll(".value-grid").stream().map(ValueGrid.class::cast)
        .toList());
    for (ValueGrid grid : grids) {
      focus(grid);
      robot().push(KeyCode.DOWN);
      robot().push(KeyCode.LEFT);
      settle();
    }
    assertThat(demo.reading().get()).as("two steps each, one on either grid").contains("row 6, column 2");
  }

  @Test
  void namedKernelsAndTheNetworksFiltersCanBeChosenAndEdited() {
    open(onFx(() -> new ConvolutionPlaneDemo(tools, Map.of())));
    ComboBox<?> named = (ComboBox<?>) find(".combo-box");
    assertThat(named.getItems()).hasSize(NAMED + FILTERS_OF_CONV1);
    runFx(() -> named.getSelectionModel().select(0));
    TextField middle = onFx(() -> demo.node().lookupAll(".kernel-field").stream().map(TextField.class::cast)
        .filter(one -> one.getAccessibleText().equals("Weight in row 2, column 2")).findFirst().orElseThrow());
    assertThat(middle.getText()).isEqualTo("1");

    focus(middle);
    runFx(() -> middle.setText("-2.5"));
    robot().push(KeyCode.ENTER);
    settle();

    assertThat(middle.getText()).isEqualTo("−2.5");
    assertThat(named.getSelectionModel().getSelectedItem()).as("it has no name any more").isNull();
    runFx(() -> middle.setText("much"));
    robot().push(KeyCode.ENTER);
    settle();
    assertThat(middle.getText()).isEqualTo("−2.5");
  }

  @Test
  void everythingThatTakesTheFocusHasAName() {
    for (Demo opened : onFx(() -> List.of(new SparseConnectivityDemo(tools, Map.of()),
        new WeightSharingDemo(tools, Map.of()), new ConvolutionLineDemo(tools, Map.of()),
        new ConvolutionPlaneDemo(tools, Map.of("channels", "3"))))) {
      open(opened);
      runFx(() -> checkNames(demo.node()));
    }
  }

  private static void checkNames(Node node) {
    if (node.isFocusTraversable() && node.isVisible()) {
      String name = node.getAccessibleText() != null ? node.getAccessibleText()
          : node instanceof Labeled labelled ? labelled.getText() : null;
      assertThat(name).as("name of %s", node).isNotBlank();
    }
    if (node instanceof Parent parent && !(node instanceof Button)) {
      parent.getChildrenUnmodifiable().forEach(ConvolutionDemosTest::checkNames);
    }
  }
}
