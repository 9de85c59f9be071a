package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.AnswerGrid;
import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.ConfusionMatrix;
import cnnworkshop.app.train.ResultsModel.Origin;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class ResultsPaneTest extends FxTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final List<Photo> openedPhotos = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private ResultsModel model;
  private ResultsPane pane;
  private LabelledPictures pictures;

  private void open(double width, double height, String style) {
    model = onFx(() -> new ResultsModel(texts, Runnable::run, Runnable::run, failures::add));
    pane = onFx(() -> new ResultsPane(model, texts, Runnable::run, openedPhotos::add));
    StackPane root = new StackPane(pane);
    root.setStyle(style);
    show(root, width, height);
  }

  private void showPets() {
    int[] labels = IntStream.range(0, 40).map(i -> i % 2).toArray();
    pictures = new LabelledPictures(List.of("cat", "dog"), 1, 2, 2, new byte[160], labels);
    runFx(() -> model.show(pictures, Origin.TEST));
    settle();
  }

  /** All are taken for dogs, with rising probability. */
  private void judge() {
    float[] outputs = new float[80];
    for (int i = 0; i < 40; i++) {
      outputs[2 * i + 1] = 0.55f + i / 100f;
      outputs[2 * i] = 1 - outputs[2 * i + 1];
    }
    runFx(() -> {
      model.judged(new Verdict(0, 0, 0, outputs));
      pane.getScene().getRoot().layout();
    });
    settle();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ResultsPaneTest::nodes))
        : Stream.of(node);
  }

  private static boolean seen(Node node) {
    return node == null || node.isVisible() && seen(node.getParent());
  }

  private <T extends Node> List<T> shown(Class<T> type) {
    return onFx(() -> nodes(pane).filter(type::isInstance).map(type::cast).filter(ResultsPaneTest::seen).toList());
  }

  private String words() {
    return String.join("\n", shown(Label.class).stream().map(Label::getText).toList());
  }

  private void turnTo(String page) {
    ToggleButton segment = shown(ToggleButton.class).stream().filter(b -> b.getText().equals(page)).findFirst()
        .orElseThrow();
    runFx(segment::requestFocus);
    robot().push(KeyCode.SPACE);
    runFx(() -> pane.getScene().getRoot().layout());
    settle();
  }

  private Button photoButton() {
    return shown(Button.class).stream().filter(b -> b.getText().contains("Photo")).findFirst().orElseThrow();
  }

  @Test
  void everyPageSaysWhatWillBeThereBeforeTheFirstEpoch() {
    open(900, 300, "");
    assertThat(words()).contains("as soon as there is data");
    showPets();
    assertThat(shown(AnswerGrid.class)).singleElement().satisfies(grid -> assertThat(grid.getItems()).hasSize(10));
    turnTo("Confusion");
    assertThat(words()).contains("which class is taken for which");
    turnTo("Worst mistakes");
    assertThat(words()).contains("the network was surest of");
    assertThat(failures).isEmpty();
  }

  @Test
  void aPictureBehindACellIsFoundAndOpenedByKeysAlone() {
    open(900, 300, "");
    showPets();
    judge();
    assertThat(words()).contains("20 of 40 right: 50.0 %");
    turnTo("Confusion");
    ConfusionMatrix matrix = shown(ConfusionMatrix.class).get(0);
    runFx(matrix::requestFocus);
    robot().push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.ENTER);
    settle();
    assertThat(words()).contains("dog told right: 20 pictures.");
    AnswerGrid grid = shown(AnswerGrid.class).get(0);
    assertThat(photoButton().isDisabled()).isTrue();
    runFx(grid::requestFocus);
    robot().push(KeyCode.HOME).push(KeyCode.ENTER);
    settle();
    assertThat(openedPhotos).hasSize(1);
    int first = onFx(() -> grid.selectedProperty().get().number());
    assertThat(first).as("the one it was surest of").isEqualTo(39);
    Button open = photoButton();
    runFx(open::requestFocus);
    robot().push(KeyCode.SPACE);
    settle();
    assertThat(openedPhotos).hasSize(2);
    assertThat(openedPhotos.get(1).width()).isEqualTo(2);
  }

  @Test
  void whatIsSelectedOnAPageThatIsLeftIsNotWhatTheButtonOpens() {
    open(900, 300, "");
    showPets();
    judge();
    AnswerGrid ten = shown(AnswerGrid.class).get(0);
    runFx(ten::requestFocus);
    robot().push(KeyCode.HOME);
    settle();
    assertThat(photoButton().isDisabled()).isFalse();
    turnTo("Worst mistakes");
    assertThat(photoButton().isDisabled()).isTrue();
    List<AnswerItem> worst = shown(AnswerGrid.class).get(0).getItems();
    assertThat(worst).hasSize(20);
    assertThat(worst.get(0).number()).isEqualTo(38);
    turnTo("Ten pictures");
    assertThat(photoButton().isDisabled()).isFalse();
  }

  @Test
  void facesHaveTheirOwnPages() {
    open(900, 300, "");
    List<FaceSample> faces = DrawnFaces.of(12, 1);
    runFx(() -> {
      model.show(faces, Origin.TEST);
      model.judged(new Verdict(0, 0, 0, new float[12 * 30]));
    });
    settle();
    assertThat(words()).contains("RMSE", "annotated", "predicted");
    assertThat(shown(AnswerGrid.class)).singleElement().satisfies(grid -> assertThat(grid.getItems()).hasSize(10));
    turnTo("Points");
    assertThat(words()).contains("nose tip");
    assertThat(shown(AnswerGrid.class)).isEmpty();
    turnTo("Worst faces");
    assertThat(shown(AnswerGrid.class).get(0).getItems()).hasSize(12);
    assertThat(failures).isEmpty();
  }

  // D39
  @Test
  void everythingTabStopsAtHasAName() {
    open(900, 300, "");
    showPets();
    judge();
    for (String page : List.of("Ten pictures", "Confusion", "Worst mistakes")) {
      turnTo(page);
      List<Node> unnamed = onFx(() -> nodes(pane).filter(Node::isFocusTraversable).filter(ResultsPaneTest::seen)
          .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank()).toList());
      assertThat(unnamed).as(page).isEmpty();
    }
  }

  @Test
  void withLargeTypeInLittleRoomTheMatrixLiesUnderTheHeadAndScrolls() {
    open(540, 330, "-fx-font-size: 21px");
    showPets();
    judge();
    turnTo("Confusion");
    double headBottom = onFx(() -> pane.getTop().localToScene(pane.getTop().getBoundsInLocal()).getMaxY());
    double pageTop = onFx(() -> pane.getCenter().localToScene(pane.getCenter().getBoundsInLocal()).getMinY());
    double pageBottom = onFx(() -> pane.getCenter().localToScene(pane.getCenter().getLayoutBounds()).getMaxY());
    assertThat(pageTop).isGreaterThanOrEqualTo(headBottom - 1);
    assertThat(pageBottom).isLessThanOrEqualTo(331);
  }
}
