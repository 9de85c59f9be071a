package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.FilterStrip;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.TinyTraining;
import cnnworkshop.core.train.TrainingEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class InsidePaneTest extends FxTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final InsideModel model = new InsideModel(texts, Runnable::run, Runnable::run);
  private InsidePane pane;

  private void open(double width, String style) {
    pane = onFx(() -> new InsidePane(model, texts));
    ScrollPane scroll = onFx(() -> {
      ScrollPane around = new ScrollPane(pane);
      around.setFitToWidth(true);
      around.setStyle(style);
      return around;
    });
    show(scroll, width, 620);
  }

  private void train(int epochs) {
    runFx(() -> {
      model.begin(InsideModelTest.run("tiny 1"));
      for (int epoch = 0; epoch <= epochs; epoch++) {
        model.told(TinyTraining.inside(epoch));
      }
    });
    settle();
  }

  @Test
  void anEmptyPaneSaysWhatWillBeHere() {
    open(900, "");

    assertThat(shownTexts()).anyMatch(text -> text.startsWith("Press Start"));
    assertThat(seen(one(Slider.class))).isFalse();
  }

  @Test
  void filtersAndLayersOfTheLastEpochAreShown() {
    open(1100, "");
    train(4);

    assertThat(shownTexts()).contains("conv1", "hidden2", "output", "0.25 ± 0.5", "1 of 4 (25 %), many")
        .noneMatch(text -> text.startsWith("Press Start"));
    assertThat(one(FilterStrip.class).getAccessibleText()).isEqualTo("4 filters of conv1 after epoch 4, as they are");
    BufferedImage picture = snapshot(one(FilterStrip.class));
    assertThat(picture.getRGB(2, 2)).as("the first place of the first filter").isEqualTo(
        onFx(() -> model.filtersProperty().get().pictures().get(0).argb()[0]));
  }

  @Test
  void earlierEpochsAreLookedAtWithTheArrowKeysAndTheLatestWithSpace() {
    open(1100, "");
    train(4);
    runFx(() -> one(Slider.class).requestFocus());
    settle();
    robot().push(KeyCode.LEFT);
    robot().push(KeyCode.LEFT);
    settle();
    assertThat((int) onFx(() -> model.epochProperty().get())).isEqualTo(2);
    assertThat(one(Slider.class).getAccessibleText()).isEqualTo("Epoch to look at, 2");

    runFx(() -> one(ToggleButton.class, button -> !(button instanceof RadioButton)).requestFocus());
    robot().push(KeyCode.SPACE);
    settle();
    assertThat((int) onFx(() -> model.epochProperty().get())).isEqualTo(4);
    assertThat(onFx(() -> one(Slider.class).getValue())).isEqualTo(4);
  }

  @Test
  void theChangeIsShownWithAScale() {
    open(1100, "");
    train(4);
    RadioButton change = one(RadioButton.class, button -> button.getText().startsWith("Change"));
    runFx(change::requestFocus);
    robot().push(KeyCode.SPACE);
    settle();

    assertThat(onFx(() -> model.changeProperty().get())).isTrue();
    assertThat(one(FilterStrip.class).getAccessibleText()).contains("their change since epoch 0");
    BufferedImage picture = snapshot(one(FilterStrip.class));
    assertThat(picture.getRGB(2, 2)).as("the first filter did not change").isEqualTo(0xFFFFFFFF);
    assertThat(shownTexts()).contains("0.120", "−0.120");
  }

  @Test
  void aColumnsHeadingExplainsItAndTakesTheExplanationAwayAgain() {
    open(1100, "");
    train(2);
    Button head = one(Button.class, button -> button.getText().startsWith("Silent"));
    runFx(head::requestFocus);
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(shownTexts()).anyMatch(text -> text.contains("they are dead"));
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(shownTexts()).noneMatch(text -> text.contains("they are dead"));
  }

  @Test
  void everyColumnsHeadingHasATooltipAndEveryControlAName() {
    open(1100, "");
    train(2);
    List<Button> heads = all(Button.class);
    assertThat(heads).hasSize(5).allSatisfy(head -> {
      assertThat(head.getTooltip().getText()).hasSizeGreaterThan(30);
      assertThat(head.getAccessibleHelp()).isEqualTo(head.getTooltip().getText());
    });
    assertThat(nodes(pane).filter(Node::isFocusTraversable)).isNotEmpty()
        .allSatisfy(node -> assertThat(node.getAccessibleText()).as("%s", node).isNotBlank());
    assertThat(one(ScrollPane.class).getAccessibleText()).contains("conv1: weights 3.5", "output");
  }

  @Test
  void aNetworkWithoutAConvolutionInFrontSaysThatItHasNoFilters() {
    open(1100, "");
    runFx(() -> {
      model.begin(InsideModelTest.run("tiny 1"));
      model.told(new TrainingEvent.Inside(0, 8, TinyTraining.inside(0).layers(), null));
    });
    settle();

    assertThat(shownTexts()).anyMatch(text -> text.startsWith("This network does not begin"));
    assertThat(seen(one(FilterStrip.class))).isFalse();
  }

  @Test
  void nothingIsCutOffInANarrowWindowWithLargeType() {
    open(620, "-fx-font-size: 21px");
    train(4);

    double right = onFx(() -> nodes(pane).filter(node -> node instanceof ToggleButton || node instanceof Slider)
        .mapToDouble(node -> node.localToScene(node.getBoundsInLocal()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(620);
    List<String> cut = onFx(() -> nodes(pane).filter(node -> node instanceof Label && seen(node)).map(Label.class::cast)
        .filter(label -> label.isManaged() && label.getWidth() < label.prefWidth(-1) - 1 && !label.isWrapText())
        .map(Label::getText).toList());
    assertThat(cut).isEmpty();
  }

  private List<String> shownTexts() {
    return onFx(() -> nodes(pane).filter(node -> node instanceof Label && seen(node))
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

  private <T extends Node> T one(Class<T> type) {
    return one(type, node -> true);
  }

  private <T extends Node> T one(Class<T> type, java.util.function.Predicate<T> which) {
    return all(type).stream().filter(which).findFirst().orElseThrow();
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return nodes(pane).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(InsidePaneTest::nodes))
        : Stream.of(node);
  }
}
