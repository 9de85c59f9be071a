package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapGridTest extends ControlTest {

  private MapGrid grid;

  @BeforeEach
  void open() {
    grid = onFx(() -> new MapGrid(TEXTS));
    open(grid, 640, 480);
  }

  private void maps(int count, int width, int height) {
    runFx(() -> {
      grid.setMaps(count, width, height);
      for (int i = 0; i < count; i++) {
        int[] argb = new int[12];
        Arrays.fill(argb, 0xFF000000 | i);
        grid.setTile(i, 4, 3, argb);
      }
    });
    settle();
  }

  private List<MapTile> tiles() {
    return all(grid, MapTile.class);
  }

  private MapTile tile(int index) {
    return tiles().stream().filter(tile -> label(tile).equals(String.valueOf(index))).findFirst().orElseThrow();
  }

  private static String label(MapTile tile) {
    return all(tile, Label.class).get(0).getText();
  }

  private static Bounds picture(MapTile tile) {
    return all(tile, ImageView.class).get(0).getBoundsInParent();
  }

  @Test
  void eachMapHasATileAtThePhotosProportions() {
    maps(32, 38, 28);
    resize(grid, 1600, 900);

    assertThat(tiles()).hasSize(32).extracting(MapGridTest::label).contains("0", "31").doesNotHaveDuplicates();
    assertThat(tiles()).allSatisfy(
        tile -> assertThat(picture(tile).getWidth() / picture(tile).getHeight()).isCloseTo(38.0 / 28, within(0.02)));
  }

  @Test
  void columnsFollowTheWidthAndTheTileSize() {
    maps(32, 30, 30);
    int before = columns();
    resize(grid, 320, 480);
    int narrow = columns();
    assertThat(narrow).isLessThan(before);
    runFx(() -> grid.tileSizeProperty().set(4));
    settle();
    assertThat(columns()).isGreaterThan(narrow);
  }

  private int columns() {
    double top = tile(0).getLayoutY();
    return (int) tiles().stream().filter(tile -> tile.getLayoutY() == top).count();
  }

  @Test
  void onlyTilesInSightExist() {
    maps(512, 30, 30);
    assertThat(tiles().size()).isBetween(8, 60);
    type(grid, KeyCode.HOME, KeyCode.END);
    assertThat(grid.selectedProperty().get()).isEqualTo(511);
    assertThat(onFx(() -> tile(511).localToScene(tile(511).getLayoutBounds()).getMaxY())).isLessThanOrEqualTo(480);
    assertThat(tiles().size()).isBetween(8, 60);
  }

  @ParameterizedTest
  @CsvSource({"19998, 598", "1, 998", "998, 1", "1, 1"})
  void mapsOfExtremeProportionsAreLargeEnoughToSeeAndToPointAt(int width, int height) {
    maps(32, width, height);
    assertThat(picture(tile(0)).getWidth()).isBetween(6.0, 640.0);
    assertThat(picture(tile(0)).getHeight()).isBetween(6.0, 480.0);
  }

  @Test
  void arrowKeysGoFromMapToMapAndEnterOpens() {
    List<Integer> opened = new ArrayList<>();
    runFx(() -> grid.setOnOpen(opened::add));
    maps(32, 30, 30);
    int columns = columns();

    type(grid, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
    assertThat(grid.selectedProperty().get()).isEqualTo(1 + columns);
    type(grid, KeyCode.UP, KeyCode.UP, KeyCode.LEFT, KeyCode.LEFT);
    assertThat(grid.selectedProperty().get()).isZero();
    type(grid, KeyCode.ENTER);
    assertThat(opened).containsExactly(0);
  }

  @Test
  void aClickOpensAMap() {
    List<Integer> opened = new ArrayList<>();
    runFx(() -> grid.setOnOpen(opened::add));
    maps(32, 30, 30);
    robot().clickOn(tile(3));
    assertThat(opened).containsExactly(3);
    assertThat(grid.selectedProperty().get()).isEqualTo(3);
  }

  @Test
  void thePlaceUnderThePointerIsToldAsFractionsOfTheMap() {
    maps(32, 40, 20);
    Bounds picture = picture(tile(2));
    robot().moveTo(screen(tile(2), picture.getMinX() + picture.getWidth() * 0.25, picture.getMinY()
        + picture.getHeight() * 0.75));

    MapPosition position = grid.hoveredProperty().get();
    assertThat(position.map()).isEqualTo(2);
    assertThat(position.x01()).isCloseTo(0.25, within(0.02));
    assertThat(position.y01()).isCloseTo(0.75, within(0.02));
  }

  @Test
  void aMarkStandsOnTheSameValueOfAllMaps() {
    maps(8, 4, 3);
    runFx(() -> grid.markerProperty().set(new Point2D(0.3, 0.5)));

    assertThat(tiles()).allSatisfy(tile -> {
      PixelFrame frame = all(tile, PixelFrame.class).get(0);
      assertThat(frame.isVisible()).isTrue();
      assertThat(frame.getBoundsInParent().getCenterX())
          .isCloseTo(picture(tile).getMinX() + picture(tile).getWidth() * 1.5 / 4, within(1.0));
      assertThat(frame.getBoundsInParent().getCenterY())
          .isCloseTo(picture(tile).getMinY() + picture(tile).getHeight() * 1.5 / 3, within(1.0));
    });
  }

  @Test
  void tilesAreEmptyUntilTheirPictureComes() {
    maps(4, 30, 30);
    runFx(() -> grid.setMaps(4, 30, 30));
    assertThat(all(tile(0), ImageView.class).get(0).getImage()).isNull();
  }

  @Test
  void everythingTabStopsAtHasAName() {
    maps(32, 30, 30);
    assertThat(unnamedStops(grid)).isEmpty();
    assertThat(tiles()).allSatisfy(tile -> assertThat(tile.getAccessibleText()).startsWith("Map "));
  }
}
