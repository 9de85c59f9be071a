package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.control.MapZoomView.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.event.Event;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MapZoomViewTest extends ControlTest {

  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  private final List<MapRegion> wanted = new ArrayList<>();
  private MapZoomView view;

  @BeforeEach
  void open() {
    view = onFx(() -> new MapZoomView(TEXTS));
    open(view, 600, 400);
    runFx(() -> view.setOnRegionWanted(wanted::add));
  }

  private void map(int width, int height, int previewWidth, int previewHeight) {
    int[] preview = new int[previewWidth * previewHeight];
    Arrays.fill(preview, BLACK);
    runFx(() -> view.setMap(width, height, preview, previewWidth, previewHeight));
    settle();
  }

  private MapZoom zoom() {
    return onFx(view::zoom);
  }

  @Test
  void theWholeMapFitsAtFirstAndAfterResizing() {
    map(3998, 2998, 400, 300);
    assertThat(zoom().scale()).isCloseTo(400.0 / 2998, within(1e-9));
    resize(view, 300, 400);
    assertThat(zoom().scale()).isCloseTo(300.0 / 3998, within(1e-9));
  }

  @Test
  void onlyWhatIsInSightIsAskedForAndNoFinerThanTheScreen() {
    map(3998, 2998, 400, 300);
    assertThat(wanted).hasSize(1);
    assertThat(wanted.get(0)).isEqualTo(new MapRegion(0, 0, 3998, 2998, 7));

    type(view, KeyCode.DIGIT1);
    MapRegion atOne = wanted.get(wanted.size() - 1);
    assertThat(atOne.step()).isEqualTo(1);
    assertThat(atOne.width()).isBetween(600, 1300);
    assertThat(atOne.height()).isBetween(400, 900);
  }

  @Test
  void nothingIsAskedForWhileThePreviewIsAsFineAsTheMap() {
    map(300, 200, 300, 200);
    type(view, KeyCode.EQUALS, KeyCode.EQUALS);
    assertThat(wanted).isEmpty();
  }

  @Test
  void anAnswerIsShownAndAnOvertakenOneIsNot() {
    map(3998, 2998, 400, 300);
    MapRegion first = wanted.get(0);
    type(view, KeyCode.DIGIT1);
    MapRegion second = wanted.get(wanted.size() - 1);

    runFx(() -> view.setRegion(first, filled(first, WHITE), null));
    assertThat(snapshot(view).getRGB(300, 200)).isEqualTo(BLACK);
    runFx(() -> view.setRegion(second, filled(second, WHITE), null));
    assertThat(snapshot(view).getRGB(300, 200)).isEqualTo(WHITE);
  }

  private static int[] filled(MapRegion region, int argb) {
    int[] pixels = new int[region.pictureWidth() * region.pictureHeight()];
    Arrays.fill(pixels, argb);
    return pixels;
  }

  @Test
  void noPictureIsEverLargerThanATexture() {
    map(19998, 14998, 4096, 3072);
    for (int i = 0; i < 30; i++) {
      runFx(view::zoomIn);
      assertThat(all(view, ImageView.class)).filteredOn(image -> image.getImage() != null).allSatisfy(image ->
          assertThat(Math.max(image.getImage().getWidth(), image.getImage().getHeight())).isLessThanOrEqualTo(4096));
    }
    assertThat(wanted).allSatisfy(region ->
        assertThat(Math.max(region.pictureWidth(), region.pictureHeight())).isLessThanOrEqualTo(4096));
  }

  @Test
  void theWheelZoomsAroundThePointer() {
    map(300, 200, 300, 200);
    robot().moveTo(screen(view, 150, 100));
    Cell before = view.hoveredCellProperty().get();
    runFx(() -> Event.fireEvent(view, new ScrollEvent(ScrollEvent.SCROLL, 150, 100, 0, 0, false, false, false, false,
        false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));

    assertThat(zoom().scale()).isEqualTo(2.5);
    assertThat(view.hoveredCellProperty().get()).isEqualTo(before);
  }

  @Test
  void keysZoomFitAndShowAPixelACell() {
    map(300, 200, 300, 200);
    type(view, KeyCode.EQUALS);
    assertThat(zoom().scale()).isEqualTo(2.5);
    type(view, KeyCode.DIGIT1);
    assertThat(zoom().scale()).isEqualTo(1);
    type(view, KeyCode.DIGIT0);
    assertThat(zoom().scale()).isEqualTo(2);
    type(view, KeyCode.MINUS);
    assertThat(zoom().scale()).isEqualTo(1.6);
  }

  @Test
  void draggingAndArrowKeysMoveThePicture() {
    map(3000, 2000, 300, 200);
    type(view, KeyCode.DIGIT1);
    double left = zoom().left();
    type(view, KeyCode.RIGHT);
    assertThat(zoom().left()).isLessThan(left);
    type(view, KeyCode.LEFT);
    assertThat(zoom().left()).isEqualTo(left);
    robot().moveTo(screen(view, 300, 200)).press(MouseButton.PRIMARY).moveTo(screen(view, 250, 180))
        .release(MouseButton.PRIMARY);
    assertThat(zoom().left()).isEqualTo(left - 50);
  }

  @Test
  void theCellUnderThePointerIsToldAndKeysMoveIt() {
    map(30, 20, 30, 20);
    robot().moveTo(screen(view, 50, 30));
    assertThat(view.hoveredCellProperty().get()).isEqualTo(new Cell(2, 1));
    typeWithShift(view, KeyCode.RIGHT);
    typeWithShift(view, KeyCode.DOWN);
    assertThat(view.hoveredCellProperty().get()).isEqualTo(new Cell(3, 2));
  }

  @Test
  void cellsAreHardSquares() {
    runFx(() -> view.setMap(2, 1, new int[] {BLACK, WHITE}, 2, 1));
    MapZoom zoom = zoom();
    var picture = snapshot(view);
    int boundary = (int) (zoom.left() + zoom.scale());
    assertThat(picture.getRGB(boundary - 3, 200)).isEqualTo(BLACK);
    assertThat(picture.getRGB(boundary + 3, 200)).isEqualTo(WHITE);
  }

  @Test
  void largeCellsHaveTheirValuesWrittenInThem() {
    map(8, 4, 8, 4);
    MapRegion region = wanted.get(0);
    assertThat(region.step()).isEqualTo(1);
    float[] values = new float[region.width() * region.height()];
    runFx(() -> view.setRegion(region, filled(region, BLACK), values));

    assertThat(all(view, CellValues.class).get(0).isVisible()).isTrue();
    assertThat(Arrays.stream(snapshot(view).getRGB(0, 100, 600, 100, null, 0, 600)).distinct().count())
        .as("letters on black").isGreaterThan(2);
  }

  @Test
  void everythingTabStopsAtHasAName() {
    assertThat(unnamedStops(view)).isEmpty();
    map(30, 20, 30, 20);
    assertThat(view.getAccessibleText()).isEqualTo("Map of 30 by 20 values");
  }
}
