package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.FaceSheet;
import cnnworkshop.core.inspect.FaceMark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetViewTest extends FxTest implements FileDialogs {

  @TempDir
  private Path folder;
  private PhotoTab tab;
  private PhotoView view;
  private Path toSave;

  @BeforeEach
  void open() throws IOException {
    Path table = FaceTables.annotated(folder, 64);
    runFx(() -> {
      tab = new PhotoTab(folder);
      view = new PhotoView(tab.model, tab.settings, tab.texts, this, Clipboard::getSystemClipboard, Runnable::run);
      tab.withKeypoints();
      tab.model.pictures().open(List.of(table));
    });
    show(view.root(), 1200, 800);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Override
  public List<Path> pictures() {
    return List.of();
  }

  @Override
  public Optional<Path> network() {
    return Optional.of(Path.of("cnn.zip"));
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    toSave = folder.resolve(suggestion);
    return Optional.of(toSave);
  }

  @Test
  void theButtonOpensSixteenFacesAndEscapeGoesBackToIt() {
    Node button = named("Sheet of 16 faces");
    robot().clickOn(button);
    settle();
    assertThat(onFx(sheet()::isVisible)).isTrue();
    assertThat(onFx(() -> faces().getTiles())).hasSize(16);
    assertThat(shown("16 of the 64 faces in training.csv")).isNotNull();
    assertThat(shown("Annotated by a person")).isNotNull();
    assertThat(shown("On these 16 faces")).isNotNull();
    snapshot(view.root(), "photo-sheet");

    robot().type(KeyCode.ESCAPE);
    settle();
    assertThat(onFx(sheet()::isVisible)).isFalse();
    assertThat(onFx(button::isFocused)).isTrue();
  }

  @Test
  void everyFaceIsDrawnSharplyWithItsMarksInItsPlace() {
    // Half an em is no whole pixel.
    runFx(() -> view.root().setStyle("-fx-font-size: 13px"));
    openByKey();
    List<Node> pictures = onFx(() -> faces().getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance)
        .toList());
    assertThat(pictures).hasSize(16);
    Bounds first = onFx(() -> pictures.get(0).getBoundsInParent());
    for (int i = 0; i < 16; i++) {
      Node picture = pictures.get(i);
      Bounds place = onFx(picture::getBoundsInParent);
      assertThat(place.getWidth()).isEqualTo(place.getHeight()).isEqualTo(first.getWidth()).isGreaterThan(100);
      assertThat(place.getMinX() - first.getMinX()).isEqualTo(i % 4 * (pitch(pictures, 1)));
      assertThat(coloursOf(snapshot(picture))).contains(FaceMark.PREDICTED.argb(), FaceMark.ANNOTATED.argb());
    }
    assertThat(onFx(() -> pictures.get(15).getBoundsInParent().getMaxY())).isLessThan(onFx(faces()::getHeight));
  }

  private double pitch(List<Node> pictures, int column) {
    return onFx(() -> pictures.get(column).getBoundsInParent().getMinX()
        - pictures.get(0).getBoundsInParent().getMinX());
  }

  @Test
  void facesAreAsLargeAsTheWindowAllows() {
    openByKey();
    double before = onFx(() -> firstPicture().getBoundsInParent().getWidth());
    resize(900, 500);
    double after = onFx(() -> firstPicture().getBoundsInParent().getWidth());
    assertThat(after).isLessThan(before * 0.8);
    // Drawn anew, not stretched.
    waitUntil(() -> firstPicture().getImage().getWidth() == after);
  }

  @Test
  void sixteenOthersAreAKeyAwayAndDrawnToo() {
    openByKey();
    List<?> before = onFx(() -> faces().getTiles());
    assertThat(onFx(() -> named("16 others").isFocused())).isTrue();
    robot().type(KeyCode.SPACE);
    settle();
    assertThat(onFx(() -> faces().getTiles())).hasSize(16).isNotEqualTo(before);
    assertThat(onFx(() -> firstPicture().getImage())).isNotNull();
  }

  @Test
  void theSheetIsSavedAndCopiedLikeOtherPictures() throws IOException {
    openByKey();
    robot().clickOn(named("Save the sheet…"));
    settle();
    assertThat(toSave).hasFileName("training-faces.png");
    BufferedImage saved = ImageIO.read(toSave.toFile());
    assertThat(saved.getWidth()).isEqualTo(8 + 4 * 296);
    assertThat(coloursOf(saved)).contains(FaceMark.PREDICTED.argb(), FaceMark.ANNOTATED.argb());

    robot().clickOn(named("Copy the sheet"));
    settle();
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isEqualTo(saved.getWidth());

    // The keys that save and copy the photo mean the sheet while it is there.
    toSave = null;
    robot().push(KeyCode.CONTROL, KeyCode.S);
    settle();
    assertThat(toSave).hasFileName("training-faces.png");
  }

  @Test
  void theKeysOfThePhotoDoNothingUnderTheSheet() {
    openByKey();
    boolean before = tab.settings.pointsShownProperty().get();
    robot().push(KeyCode.ALT, KeyCode.P);
    settle();
    assertThat(tab.settings.pointsShownProperty().get()).isEqualTo(before);
  }

  @Test
  void everyStopOfTheTabKeyHasANameForAScreenReader() {
    openByKey();
    List<Node> stops = onFx(() -> all(view.root()).stream().filter(n -> n.isFocusTraversable() && visible(n)).toList());
    assertThat(stops).hasSize(4).allSatisfy(stop -> assertThat(stop.getAccessibleText()).isNotBlank());
  }

  @Test
  void withANetworkThatGivesNoPointsTheButtonIsOffAndSaysWhy() {
    runFx(() -> tab.with("cnn.zip"));
    settle();
    Node button = named("Sheet of 16 faces");
    assertThat(onFx(button::isDisabled)).isTrue();
    assertThat(onFx(button::getAccessibleHelp)).contains("cnn gives none");
    robot().moveTo(button);
    waitUntil(() -> tooltips().anyMatch(tooltip -> tooltip.getText().contains("cnn gives none")));
    // Else it would take the clicks of the next test.
    robot().moveTo(view.root());
    waitUntil(() -> tooltips().findAny().isEmpty());
  }

  @Test
  void thereIsNoButtonForOtherPictures() {
    runFx(() -> tab.model.pictures().openSample(0));
    settle();
    assertThat(onFx(() -> visible(named("Sheet of 16 faces")))).isFalse();
  }

  @Test
  void atAProjectorsSizeWithLargeTypeNothingIsCut() {
    runFx(() -> view.root().setStyle("-fx-font-size: 21px"));
    resize(1024, 700);
    openByKey();
    snapshot(view.root(), "photo-sheet-projector");
    for (Node picture : onFx(() -> faces().getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance)
        .toList())) {
      Bounds seen = onFx(() -> picture.localToScene(picture.getLayoutBounds()));
      assertThat(seen.getWidth()).isGreaterThan(60);
      assertThat(seen.getMaxY()).isLessThanOrEqualTo(701);
    }
  }

  private void openByKey() {
    robot().push(KeyCode.ALT, KeyCode.S);
    settle();
    waitUntil(() -> sheet().isVisible() && firstPicture().getImage() != null);
  }

  private void resize(double width, double height) {
    runFx(() -> {
      view.root().getScene().getWindow().setWidth(width);
      view.root().getScene().getWindow().setHeight(height);
    });
    settle();
  }

  private SheetView sheet() {
    return all(view.root()).stream().filter(SheetView.class::isInstance).map(SheetView.class::cast).findFirst()
        .orElseThrow();
  }

  private FaceSheet faces() {
    return all(sheet()).stream().filter(FaceSheet.class::isInstance).map(FaceSheet.class::cast).findFirst()
        .orElseThrow();
  }

  private ImageView firstPicture() {
    return faces().getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance).map(ImageView.class::cast)
        .findFirst().orElseThrow();
  }

  private static List<Integer> coloursOf(BufferedImage picture) {
    int[] argb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return Arrays.stream(argb).distinct().boxed().toList();
  }

  private Node named(String text) {
    return onFx(() -> all(view.root()).stream().filter(n -> text.equals(n.getAccessibleText())).findFirst()
        .orElseThrow(() -> new AssertionError("nothing is named " + text)));
  }

  private Node shown(String text) {
    return onFx(() -> all(view.root()).stream()
        .filter(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains(text) && visible(n))
        .findFirst().orElse(null));
  }

  private static Stream<Tooltip> tooltips() {
    return Window.getWindows().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast)
        .filter(Tooltip::isShowing);
  }

  private static boolean visible(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static List<Node> all(Parent parent) {
    List<Node> nodes = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      nodes.add(child);
      if (child instanceof Parent p) {
        nodes.addAll(all(p));
      }
    }
    return nodes;
  }
}
