package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.PictureTask;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class BrowserTest extends FxTest {

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private BrowserModel model;
  private Parent root;

  private void open(double width, double height, String style) {
    LabelledPictures training = Shapes10.training(400, 0.5, 1);
    PictureTask task = new PictureTask("Shapes-10", training, Shapes10.test(30, 0.5, 1),
        List.of(new DataFailure("data.failure.cifar-unreadable", null, "data_batch_3.bin")));
    model = new BrowserModel(texts, task, () -> PictureAugmentation.USUAL);
    BrowserView view = onFx(() -> new BrowserView(model, texts));
    root = view.root();
    runFx(() -> root.setStyle(style));
    show(root, width, height);
    runFx(view::focus);
    settle();
  }

  @Test
  void picturesAreChosenAndOpenedByKeysAlone() {
    open(1100, 700, "");
    press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    int third = onFx(() -> model.openedProperty().get());
    assertThat(third).isEqualTo(2);
    press(KeyCode.END);
    int last = onFx(() -> model.openedProperty().get());
    assertThat(last).isEqualTo(399);
    int examples = onFx(() -> nodes(root).filter(BrowserTile.class::isInstance).toList().size());
    assertThat(examples).as("the picture and its changed examples").isEqualTo(13);
    press(KeyCode.UP);
    int above = onFx(() -> model.openedProperty().get());
    assertThat(above).isBetween(370, 398);
    press(KeyCode.HOME);
    String said = onFx(() -> grid().getAccessibleText());
    assertThat(said).startsWith("400 pictures; chosen: Picture 0: ");
  }

  @Test
  void aClickOpensThePictureUnderThePointer() {
    open(1100, 700, "");
    Point2D second = onFx(() -> grid().localToScreen(100, 20));
    robot().clickOn(second);
    settle();
    int opened = onFx(() -> model.openedProperty().get());
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void aPicturesPixelsAreEnlargedHardAndEqually() {
    open(1100, 700, "");
    BufferedImage shown = snapshot(onFx(this::grid));
    Photo photo = onFx(() -> model.picturesProperty().get().get(0).photo());
    int gap = firstPainted(shown);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        for (int in = 0; in < 4; in++) {
          assertThat(shown.getRGB(gap + 2 * x + in % 2, gap + 2 * y + in / 2)).as("pixel " + x + ", " + y)
              .isEqualTo(photo.argb(x, y));
        }
      }
    }
  }

  /** The gap left of and above the first picture: the first pixels on the diagonal are the ground. */
  private static int firstPainted(BufferedImage image) {
    int ground = image.getRGB(0, 0);
    return IntStream.range(0, 50).filter(i -> image.getRGB(i, i) != ground).findFirst().orElseThrow();
  }

  @Test
  void ofTensOfThousandsOnlyThoseInSightAreMade() {
    Set<Integer> made = new HashSet<>();
    BrowserSet many = new BrowserSet() {
      @Override
      public int size() {
        return 50_000;
      }

      @Override
      public List<String> groups() {
        return List.of("one");
      }

      @Override
      public int groupOf(int picture) {
        return 0;
      }

      @Override
      public BrowserPicture picture(int picture) {
        made.add(picture);
        return new BrowserPicture(Photo.ofRgb(32, 32, new int[1024]), null, "picture " + picture);
      }

      @Override
      public BrowserPicture changed(int picture, Augmentation augmentation, RandomGenerator random) {
        return picture(picture);
      }
    };
    BrowserGrid grid = onFx(() -> new BrowserGrid(texts));
    show(new StackPane(grid), 600, 400);
    runFx(() -> grid.show(new BrowserPictures(many, IntStream.range(0, 50_000).toArray())));
    settle();
    int first = onFx(made::size);
    assertThat(first).isBetween(20, 100);
    runFx(() -> grid.selectedProperty().set(40_000));
    settle();
    int second = onFx(made::size);
    assertThat(second).isBetween(first + 20, 200);
    boolean reached = onFx(() -> made.contains(40_000));
    assertThat(reached).isTrue();
  }

  @Test
  void whatWasLeftOutHasItsOwnList() {
    open(1100, 700, "");
    runFx(() -> toggle("Left out (1)").fire());
    settle();
    List<?> sentences = onFx(() -> nodes(root).filter(n -> n instanceof ListView && n.isVisible()
        && n.getStyleClass().contains("browser-left-out")).map(n -> (List<?>) ((ListView<?>) n).getItems())
        .findFirst().orElseThrow());
    assertThat(sentences).hasSize(1);
    runFx(() -> toggle("Left out (1)").fire());
    BrowserModel.Part part = onFx(() -> model.partProperty().get());
    assertThat(part).as("one of them is always chosen").isEqualTo(BrowserModel.Part.LEFT_OUT);
    runFx(() -> toggle("For test (30)").fire());
    int shown = onFx(() -> model.picturesProperty().get().size());
    assertThat(shown).isEqualTo(30);
  }

  @Test
  void aClassIsChosenInItsList() {
    open(1100, 700, "");
    runFx(() -> nodes(root).filter(n -> n.getStyleClass().contains("browser-groups"))
        .forEach(n -> ((ListView<?>) n).getSelectionModel().select(3)));
    settle();
    int shown = onFx(() -> model.picturesProperty().get().size());
    assertThat(shown).isEqualTo(40);
  }

  @Test
  void nothingIsCutOffInASmallWindowWithLargeType() {
    open(940, 640, "-fx-font-size: 21px");
    runFx(() -> model.openedProperty().set(0));
    settle();
    double right = onFx(() -> nodes(root).filter(n -> n instanceof Button || n instanceof ToggleButton
        || n instanceof BrowserTile).mapToDouble(n -> n.localToScene(n.getBoundsInLocal()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(940);
    double gridWidth = onFx(() -> grid().getWidth());
    assertThat(gridWidth).isGreaterThan(150);
  }

  @Test
  void escapeClosesTheWindow() {
    StackPane owner = onFx(() -> new StackPane());
    show(owner, 900, 700);
    open(400, 300, "");
    BrowserWindow window = onFx(() -> {
      BrowserWindow made = new BrowserWindow(owner.getScene().getWindow(), model, texts);
      made.show();
      return made;
    });
    settle();
    Stage stage = (Stage) onFx(() -> Window.getWindows().stream()
        .filter(w -> w instanceof Stage s && s.getTitle() != null && s.getTitle().startsWith("Shapes-10"))
        .findFirst().orElseThrow());
    runFx(stage::requestFocus);
    settle();
    press(KeyCode.ESCAPE);
    boolean showing = onFx(window::isShowing);
    assertThat(showing).isFalse();
  }

  // D39
  @Test
  void everythingThatTakesTheFocusHasAName() {
    open(1100, 700, "");
    runFx(() -> model.openedProperty().set(0));
    settle();
    List<Node> unnamed = onFx(() -> nodes(root).filter(n -> n instanceof Button || n instanceof ToggleButton
        || n instanceof ListView || n instanceof BrowserGrid || n instanceof BrowserTile)
        .filter(n -> n.getAccessibleText() == null
            && !(n instanceof Labeled labelled && !labelled.getText().isBlank())).toList());
    assertThat(unnamed).isEmpty();
  }

  private void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot().push(key);
      settle();
    }
  }

  private ToggleButton toggle(String text) {
    return nodes(root).filter(n -> n instanceof ToggleButton t && text.equals(t.getText()))
        .map(n -> (ToggleButton) n).findFirst().orElseThrow();
  }

  private BrowserGrid grid() {
    return nodes(root).filter(BrowserGrid.class::isInstance).map(BrowserGrid.class::cast).findFirst().orElseThrow();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(BrowserTest::nodes))
        : Stream.of(node);
  }
}
