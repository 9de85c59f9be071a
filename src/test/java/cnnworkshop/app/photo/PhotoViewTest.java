package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.MapZoomView;
import cnnworkshop.app.control.PhotoPane;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.inspect.ColourScale;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoViewTest extends FxTest implements FileDialogs {

  @TempDir
  private Path folder;
  private PhotoTab tab;
  private PhotoView view;
  private List<Path> toOpen = List.of();
  private Path toSave;

  @BeforeEach
  void open() {
    runFx(() -> {
      tab = new PhotoTab(folder);
      view = new PhotoView(tab.model, tab.settings, tab.texts, this, Clipboard::getSystemClipboard, Runnable::run);
      tab.withKeypoints();
    });
    show(view.root(), 1200, 800);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Override
  public List<Path> pictures() {
    return toOpen;
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
  void anEmptyTabSaysWhatGoesThereAndOffersTheButton() {
    assertThat(shown("Drop a photo here")).isNotNull();
    snapshot(view.root(), "photo-empty");
  }

  @Test
  void aClickOnASampleShowsItWithItsMaps() {
    robot().clickOn(named("Sample picture second"));
    settle();
    assertThat(tab.model.pictures().pictureProperty().get().name()).isEqualTo("second");
    assertThat(grid().getMapCount()).isEqualTo(32);
    assertThat(onFx(() -> find(PhotoPane.class).getPhoto())).isNotNull();
  }

  @Test
  void keysPlaceMoveAndRemoveTheSquareAndPointsFollow() {
    openSample();
    press(PhotoKeys.PLACE);
    FaceSquare before = tab.model.faces().squareProperty().get();
    Node square = onFx(() -> view.root().lookup(".face-square"));
    runFx(square::requestFocus);
    robot().type(KeyCode.RIGHT);
    settle();
    FaceSquare moved = tab.model.faces().squareProperty().get();
    assertThat(moved.centerX()).isGreaterThan(before.centerX());
    assertThat(tab.model.faces().faces()).singleElement().extracting(f -> f.square()).isEqualTo(moved);
    assertThat(onFx(() -> find(PhotoPane.class).getFaces().get(0))).isSameAs(tab.model.faces().faces().get(0));
    snapshot(view.root(), "photo-square");
    press(PhotoKeys.REMOVE);
    assertThat(tab.model.faces().faces()).isEmpty();
  }

  @Test
  void pointsCanBeHiddenAndShownByButtonAndByKey() {
    openSample();
    robot().clickOn(named("Points"));
    assertThat(onFx(() -> find(PhotoPane.class).pointsVisibleProperty().get())).isFalse();
    press(PhotoKeys.POINTS);
    assertThat(onFx(() -> find(PhotoPane.class).pointsVisibleProperty().get())).isTrue();
  }

  @Test
  void enterOpensAMapInFullSizeAndEscapeGoesBack() {
    openSample();
    runFx(() -> {
      grid().requestFocus();
      grid().selectedProperty().set(4);
    });
    robot().type(KeyCode.ENTER);
    settle();
    assertThat(onFx(() -> find(FullMapView.class).isVisible())).isTrue();
    assertThat(shown("Map 4 of 0 to 31")).isNotNull();
    snapshot(view.root(), "photo-full-map");
    robot().type(KeyCode.ESCAPE);
    settle();
    assertThat(onFx(() -> find(FullMapView.class).isVisible())).isFalse();
    assertThat(onFx(() -> grid().isFocused())).isTrue();
  }

  @Test
  void zoomingIntoAMapAsksForItsOwnValues() {
    runFx(() -> {
      tab.show(PhotoTab.noise(700, 500, 1));
      tab.model.maps().openedProperty().set(2);
    });
    settle();
    runFx(() -> find(MapZoomView.class).zoomToActualSize());
    settle();
    assertThat(shown("698 × 498")).isNotNull();
  }

  @Test
  void choosingAColourScalePaintsTheTilesAnew() {
    openSample();
    BufferedImage before = snapshot(grid());
    runFx(() -> tab.model.maps().colourScaleProperty().set(ColourScale.GREY_INVERTED));
    BufferedImage after = snapshot(grid());
    int x = before.getWidth() / 8;
    assertThat(after.getRGB(x, x)).isNotEqualTo(before.getRGB(x, x));
  }

  @Test
  void anotherLayerIsChosenByKeys() {
    openSample();
    press(PhotoKeys.PLACE);
    Node layers = named("Layer");
    runFx(layers::requestFocus);
    robot().type(KeyCode.DOWN, KeyCode.DOWN);
    settle();
    assertThat(tab.model.maps().layerProperty().get().name()).isEqualTo("conv2");
    assertThat(grid().getMapCount()).isEqualTo(64);
  }

  @Test
  void pointingAtAPixelSpellsOutItsArithmetic() {
    openSample();
    runFx(() -> find(PhotoPane.class).requestFocus());
    robot().type(KeyCode.RIGHT, KeyCode.RIGHT);
    settle();
    assertThat(tab.model.probe().arithmeticProperty().get()).isNotNull();
    snapshot(view.root(), "photo-arithmetic");
  }

  @Test
  void everyStopOfTheTabKeyHasANameForAScreenReader() {
    openSample();
    press(PhotoKeys.PLACE);
    List<String> nameless = onFx(() -> all(view.root()).stream()
        .filter(n -> n.isFocusTraversable() && visible(n))
        .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank())
        .filter(n -> !(n instanceof Labeled l) || l.getText() == null || l.getText().isBlank())
        .map(n -> n.getClass().getSimpleName() + " " + n.getStyleClass()).toList());
    assertThat(nameless).isEmpty();
  }

  @Test
  void withKeysAloneAPictureIsOpenedAndItsPointsAreSaved() throws IOException {
    toOpen = List.of(png("a.png"));
    press(PhotoKeys.OPEN);
    assertThat(tab.model.pictures().pictureProperty().get().name()).isEqualTo("a.png");
    press(PhotoKeys.PLACE);
    press(PhotoKeys.SAVE_POINTS);
    assertThat(toSave).hasFileName("a-points.csv");
    assertThat(toSave).content().contains("left_eye_center_x");
    press(PhotoKeys.SAVE);
    assertThat(ImageIO.read(folder.resolve("a-points.png").toFile()).getWidth()).isEqualTo(60);
    press(PhotoKeys.OPEN_NETWORK);
    assertThat(tab.model.networkProperty().get().name()).isEqualTo("cnn");
    snapshot(view.root(), "photo-classes");
  }

  @Test
  void droppedFilesAreTakenAndThePictureNumberCanBeTyped() throws IOException {
    ClipboardContent files = new ClipboardContent();
    files.putFiles(List.of(png("1.png").toFile(), Files.writeString(folder.resolve("x.txt"), "x").toFile(),
        png("2.png").toFile(), png("3.png").toFile()));
    assertThat(take(files)).isTrue();
    assertThat(tab.model.pictures().pictureProperty().get().name()).isEqualTo("1.png");
    robot().doubleClickOn(onFx(() -> view.root().lookup(".picture-stepper .text-field")));
    robot().write("3");
    runFx(() -> find(PhotoPane.class).requestFocus());
    assertThat(tab.model.pictures().pictureProperty().get().name()).isEqualTo("3.png");
    robot().doubleClickOn(onFx(() -> view.root().lookup(".picture-stepper .text-field")));
    robot().write("abc");
    runFx(() -> find(PhotoPane.class).requestFocus());
    settle();
    assertThat(tab.model.pictures().positionProperty().get()).isEqualTo(2);
    assertThat(onFx(() -> ((TextField) view.root().lookup(".picture-stepper .text-field"))
        .getText())).isEqualTo("3");
  }

  @Test
  void aPictureFromTheClipboardIsShown() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(onFx(() -> ScreenPictures.image(PhotoTab.noise(30, 20, 1))));
    assertThat(take(content)).isTrue();
    assertThat(tab.model.pictures().titleProperty().get()).contains("30 × 20");
  }

  @Test
  void aPictureDraggedAsDataIsShownAndOneThatIsNoneIsExplained() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(25, 15, BufferedImage.TYPE_INT_RGB), "png", png);
    String uri = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    ClipboardContent html = new ClipboardContent();
    html.putHtml("<html><body><img src=\"" + uri + "\"></body></html>");
    assertThat(take(html)).isTrue();
    assertThat(tab.model.pictures().titleProperty().get()).contains("25 × 15");
    ClipboardContent url = new ClipboardContent();
    url.putUrl("http://127.0.0.1:9/nothing-listens.png");
    take(url);
    assertThat(tab.model.pictures().messageProperty().get()).isNotEmpty();
    assertThat(tab.model.pictures().titleProperty().get()).contains("25 × 15");
  }

  @Test
  void pointsBesideThePictureDoNotChangeTheLayout() {
    runFx(() -> {
      tab.show(PhotoTab.noise(100, 100, 1));
      tab.model.faces().placeOnWholePicture();
    });
    settle();
    Bounds before = onFx(() -> find(PhotoPane.class).getBoundsInParent());
    tab.keypoints.answerWith(input -> StubNetwork.everywhere(1.5f));
    runFx(() -> tab.model.faces().move(FaceSquare.ofBox(0, 0, 99)));
    settle();
    Bounds after = onFx(() -> find(PhotoPane.class).getBoundsInParent());
    assertThat(after.getWidth()).isEqualTo(before.getWidth());
    assertThat(tab.model.faceLineProperty().get()).contains("15 points lie outside");
  }

  @Test
  void veryLargePicturesAreShown() {
    runFx(() -> tab.show(PhotoTab.flat(20_000, 600, 90)));
    settle();
    assertThat(tab.messages.shown()).isEmpty();
    assertThat(onFx(() -> find(PhotoPane.class).getPhoto().width())).isEqualTo(20_000);
    snapshot(view.root(), "photo-wide");
  }

  @Test
  void atAProjectorsSizeWithLargeTypeNothingIsCut() throws Exception {
    Photo photo = new PhotoLoader().load(PhotoViewTest.class.getResourceAsStream(
        "/sample-images/grace-hopper.jpg").readAllBytes(), "grace-hopper.jpg");
    runFx(() -> {
      tab.found.add(FaceSquare.ofBox(150, 60, 220));
      view.root().setStyle("-fx-font-size: 21px");
      view.root().getScene().getWindow().setWidth(1024);
      view.root().getScene().getWindow().setHeight(700);
      tab.show(photo);
    });
    settle();
    snapshot(view.root(), "photo-projector");
    for (Class<? extends Node> part : List.of(PhotoPane.class, MapGrid.class)) {
      Bounds seen = onFx(() -> find(part).localToScene(find(part).getLayoutBounds()));
      assertThat(seen.getMaxX()).isLessThanOrEqualTo(1025);
      assertThat(seen.getMaxY()).isLessThanOrEqualTo(701);
      assertThat(seen.getWidth()).isGreaterThan(200);
      assertThat(seen.getHeight()).isGreaterThan(100);
    }
  }

  private boolean take(ClipboardContent content) {
    boolean taken = onFx(() -> {
      Clipboard.getSystemClipboard().setContent(content);
      return view.take(Clipboard.getSystemClipboard());
    });
    settle();
    return taken;
  }

  private void openSample() {
    runFx(() -> tab.model.pictures().openSample(0));
    settle();
  }

  private Path png(String name) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return file;
  }

  private void press(PhotoKeys key) {
    var combination = (KeyCodeCombination) key.combination();
    List<KeyCode> codes = new ArrayList<>();
    if (combination.getShortcut() == KeyCombination.ModifierValue.DOWN) {
      codes.add(KeyCode.CONTROL);
    }
    if (combination.getAlt() == KeyCombination.ModifierValue.DOWN) {
      codes.add(KeyCode.ALT);
    }
    if (combination.getShift() == KeyCombination.ModifierValue.DOWN) {
      codes.add(KeyCode.SHIFT);
    }
    codes.add(combination.getCode());
    robot().push(codes.toArray(KeyCode[]::new));
    settle();
  }

  private MapGrid grid() {
    return find(MapGrid.class);
  }

  private <N extends Node> N find(Class<N> type) {
    return all(view.root()).stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private Node named(String text) {
    return onFx(() -> all(view.root()).stream().filter(n -> n.isFocusTraversable() && text.equals(n.getAccessibleText()))
        .findFirst().orElseThrow(() -> new AssertionError("nothing is named " + text)));
  }

  private Node shown(String text) {
    return onFx(() -> all(view.root()).stream()
        .filter(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains(text) && visible(n))
        .findFirst().orElse(null));
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
