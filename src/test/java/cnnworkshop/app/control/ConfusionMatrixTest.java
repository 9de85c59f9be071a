package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.inspect.ColourScale;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest extends ControlTest {

  private static final ConfusionTable PETS = new ConfusionTable(List.of("cat", "dog", "empty"),
      new int[][] {{343, 57, 0}, {0, 10, 0}, {0, 0, 0}});

  private final List<ConfusionCell> opened = new ArrayList<>();
  private ConfusionMatrix matrix;

  @BeforeEach
  void open() {
    matrix = onFx(() -> new ConfusionMatrix(TEXTS));
    runFx(() -> matrix.setOnOpen(opened::add));
    open(matrix, 600, 400);
    show(PETS);
  }

  private void show(ConfusionTable table) {
    runFx(() -> {
      matrix.show(table);
      matrix.getScene().getRoot().layout();
    });
    settle();
  }

  private Canvas canvas() {
    return onFx(() -> all(matrix, Canvas.class).get(0));
  }

  @Test
  void arrowKeysMoveTheCellAndAScreenReaderHearsWhatIsInIt() {
    assertThat(matrix.getAccessibleText()).isEqualTo("cat told right: 343 pictures (85.8 % of the class)");
    type(matrix, KeyCode.RIGHT);
    assertThat(matrix.getAccessibleText()).isEqualTo("cat taken for dog: 57 pictures (14.2 % of the class)");
    type(matrix, KeyCode.DOWN, KeyCode.LEFT, KeyCode.LEFT);
    assertThat(matrix.focusedCellProperty().get()).isEqualTo(new ConfusionCell(1, 0));
    assertThat(matrix.getAccessibleText()).startsWith("dog taken for cat: no picture");
    assertThat(opened).isEmpty();
    assertThat(unnamedStops(matrix)).isEmpty();
  }

  @Test
  void enterOpensTheCellAndItStaysSelectedWithOtherNumbers() {
    type(matrix, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(opened).containsExactly(new ConfusionCell(0, 1));
    show(new ConfusionTable(PETS.names(), new int[][] {{400, 0, 0}, {0, 10, 0}, {0, 0, 0}}));
    assertThat(matrix.selectedProperty().get()).isEqualTo(new ConfusionCell(0, 1));
    assertThat(matrix.getAccessibleText()).startsWith("cat taken for dog: no picture");
    show(new ConfusionTable(List.of("cat"), new int[][] {{5}}));
    assertThat(matrix.selectedProperty().get()).isNull();
  }

  @Test
  void aClickOpensTheCellUnderIt() {
    Canvas canvas = canvas();
    robot().clickOn(screen(canvas, canvas.getWidth() / 2, canvas.getHeight() / 6));
    assertThat(opened).containsExactly(new ConfusionCell(0, 1));
  }

  @Test
  void cellsHaveTheColourOfTheirShareOfTheRowAndRowsWithoutPicturesNone() {
    BufferedImage picture = snapshot(canvas());
    int cell = picture.getWidth() / 3;
    assertThat(picture.getRGB(cell + 2, cell + 2)).as("all dogs").isEqualTo(ColourScale.VIRIDIS.argb(1, 0, 1));
    assertThat(picture.getRGB(2, cell + 2)).as("no dog").isEqualTo(ColourScale.VIRIDIS.argb(0, 0, 1));
    assertThat(picture.getRGB(cell + 2, 2)).as("57 of 400 cats")
        .isEqualTo(ColourScale.VIRIDIS.argb((float) Math.sqrt(57 / 400.0), 0, 1));
    assertThat(picture.getRGB(2, 2 * cell + 2)).as("no pictures").isEqualTo(0xFFFFFFFF);
  }

  @Test
  void rowsAndColumnsAreNamedAndTheRecallOfEachClassIsSaid() {
    List<String> words = onFx(() -> all(matrix, Label.class).stream().map(Label::getText).toList());
    assertThat(words).contains("True class", "Taken for", "Recall", "86%", "100%", "–");
    assertThat(words.stream().filter("cat"::equals)).hasSize(2);
  }

  @Test
  void thirtyClassesWithLongNamesFitAndTurnTheNamesOfColumns() {
    int n = 30;
    List<String> names = IntStream.range(0, n).mapToObj(i -> "a class with a long name, " + i).toList();
    show(new ConfusionTable(names, new int[n][n]));
    resize(matrix, 700, 600);
    Canvas canvas = canvas();
    assertThat(canvas.getLayoutX() + canvas.getWidth()).isLessThan(700);
    assertThat(canvas.getLayoutY() + canvas.getHeight()).isLessThan(600);
    List<Label> columns = onFx(() -> all(matrix, Label.class).stream()
        .filter(label -> label.getRotate() != 0 && label.getText().startsWith("a class")).toList());
    assertThat(columns).hasSize(n).allMatch(label -> label.getTooltip().getText().equals(label.getText()));
  }

  @Test
  void nothingIsAnEmptyPlace() {
    show(null);
    type(matrix, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(opened).isEmpty();
    assertThat(canvas().isVisible()).isFalse();
    assertThat(matrix.getAccessibleText()).isEqualTo("Confusion matrix, empty");
  }
}
