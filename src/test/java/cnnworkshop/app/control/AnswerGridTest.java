package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.AnswerItem.Bar;
import cnnworkshop.app.control.AnswerItem.Mark;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.inspect.JudgedFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

class AnswerGridTest extends ControlTest {

  private final SteppedExecutor background = new SteppedExecutor();
  private final List<AnswerItem> opened = new ArrayList<>();
  private AnswerGrid grid;

  @BeforeEach
  void open() {
    grid = onFx(() -> new AnswerGrid(TEXTS, background, new AnswerGrid.Look(5, 9, 1)));
    runFx(() -> grid.setOnOpen(opened::add));
    open(grid, 500, 300);
  }

  private static AnswerItem item(int number, Mark mark) {
    return new AnswerItem(number, plain(4, 4), null, "cat", mark, List.of(new Bar("→ dog", 0.5, "50%")),
        "picture " + number);
  }

  private void show(List<AnswerItem> items) {
    runFx(() -> {
      grid.setItems(items);
      grid.getScene().getRoot().layout();
    });
    settle();
  }

  private List<AnswerCell> cells() {
    return onFx(() -> all(grid, AnswerCell.class));
  }

  @Test
  void ofTwoHundredPicturesOnlyThoseInSightExist() {
    show(IntStream.range(0, 200).mapToObj(i -> item(i, Mark.WRONG)).toList());
    assertThat(cells()).hasSizeBetween(4, 40);
    type(grid, KeyCode.END);
    assertThat(cells()).anyMatch(cell -> cell.item().number() == 199).hasSizeLessThan(40);
  }

  @Test
  void aPictureIsChosenByKeysAndOpenedByEnterAndAScreenReaderHearsIt() {
    show(IntStream.range(0, 5).mapToObj(i -> item(10 + i, Mark.RIGHT)).toList());
    assertThat(grid.getAccessibleText()).isEqualTo("5 pictures");
    type(grid, KeyCode.ENTER);
    assertThat(opened).isEmpty();
    type(grid, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(grid.getAccessibleText()).isEqualTo("Picture 2 of 5: picture 11");
    type(grid, KeyCode.ENTER);
    assertThat(opened).extracting(AnswerItem::number).containsExactly(11);
    assertThat(unnamedStops(grid)).isEmpty();
  }

  @Test
  void theSelectedPictureStaysSelectedWhereverItGoes() {
    show(List.of(item(1, Mark.RIGHT), item(2, Mark.RIGHT)));
    type(grid, KeyCode.HOME);
    show(List.of(item(3, Mark.RIGHT), item(1, Mark.WRONG)));
    assertThat(grid.selectedProperty().get().mark()).isEqualTo(Mark.WRONG);
    show(List.of(item(3, Mark.RIGHT)));
    assertThat(grid.selectedProperty().get()).isNull();
  }

  @Test
  void rightAndWrongDifferInMoreThanColour() {
    show(List.of(item(1, Mark.RIGHT), item(2, Mark.WRONG), item(3, Mark.NONE)));
    List<String> icons = onFx(() -> all(grid, FontIcon.class).stream().map(FontIcon::getIconLiteral).toList());
    assertThat(icons).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aDoubleClickOpensAPicture() {
    show(List.of(item(1, Mark.RIGHT)));
    robot().doubleClickOn(screen(cells().get(0), 10, 10));
    assertThat(opened).extracting(AnswerItem::number).containsExactly(1);
  }

  @Test
  void facesAreDrawnInTheBackgroundAndOnesThatCameSinceAreNotOverwritten() {
    show(List.of(face(1), face(2)));
    assertThat(background.size()).isEqualTo(2);
    show(List.of(face(3)));
    background.runOne();
    settle();
    assertThat(picture().getImage()).as("of face 1, which is gone").isNull();
    background.runAll();
    settle();
    assertThat(picture().getImage().getWidth()).isEqualTo(picture().getFitWidth());
  }

  private ImageView picture() {
    return onFx(() -> all(cells().get(0), ImageView.class).get(0));
  }

  private static AnswerItem face(int number) {
    double[] points = new double[30];
    Arrays.fill(points, 48);
    return new AnswerItem(number, plain(4, 4), new JudgedFace(new float[96 * 96], points, points), "1.00 px",
        Mark.NONE, List.of(), "face");
  }
}
