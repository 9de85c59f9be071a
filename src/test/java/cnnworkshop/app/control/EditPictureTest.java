package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.FxTest;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.Test;

class EditPictureTest extends FxTest {

  private final EditPicture picture = onFx(EditPicture::new);

  private void open(int columns, int rows, int... argb) {
    show(onFx(() -> new StackPane(picture)), 200, 200);
    runFx(() -> picture.show(columns, rows, argb));
    settle();
  }

  private static Keypoints all(double x, double y) {
    double[] xy = new double[Keypoints.NUMBERS];
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = x;
      xy[i + 1] = y;
    }
    return Keypoints.of(xy);
  }

  private List<PointMark> marks(String state) {
    return onFx(() -> picture.getChildrenUnmodifiable().stream().filter(node -> node instanceof Group
        && node.getPseudoClassStates().stream().anyMatch(s -> s.getPseudoClassName().equals(state)))
        .flatMap(node -> ((Group) node).getChildren().stream()).map(PointMark.class::cast)
        .collect(Collectors.toList()));
  }

  @Test
  void pixelsAreHardAndFillTheRoom() {
    open(2, 2, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF);

    BufferedImage seen = snapshot(picture);
    assertThat(seen.getRGB(2, 2)).isEqualTo(0xFFFF0000);
    assertThat(seen.getRGB(98, 98)).isEqualTo(0xFFFF0000);
    assertThat(seen.getRGB(101, 98)).isEqualTo(0xFF00FF00);
    assertThat(seen.getRGB(98, 101)).isEqualTo(0xFF0000FF);
    assertThat(seen.getRGB(197, 197)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void pointsBeforeAreHollowAndPointsAfterFilledWithAWayBetween() {
    int[] grey = new int[100];
    Arrays.fill(grey, 0xFF808080);
    open(10, 10, grey);
    runFx(() -> picture.setPoints(all(2, 3), all(6, 7)));
    settle();

    PointMark before = marks("guess").get(Keypoint.NOSE_TIP.ordinal());
    PointMark after = marks("selected").get(Keypoint.NOSE_TIP.ordinal());
    assertThat(before.getFill()).isEqualTo(Color.TRANSPARENT);
    assertThat(after.getFill()).isNotEqualTo(Color.TRANSPARENT);
    assertThat(before.getLayoutX()).isCloseTo(2.5 * 20, within(0.01));
    assertThat(before.getLayoutY()).isCloseTo(3.5 * 20, within(0.01));
    assertThat(after.getLayoutX()).isCloseTo(6.5 * 20, within(0.01));
    Line way = (Line) onFx(() -> picture.lookup(".edit-way"));
    assertThat(way.isVisible()).isTrue();
    assertThat(way.getEndY()).isCloseTo(7.5 * 20, within(0.01));
  }

  @Test
  void pointsThatAreNowhereAreNotDrawn() {
    open(1, 1, 0xFF000000);
    runFx(() -> picture.setPoints(all(0, 0), all(Double.NaN, 0)));
    settle();
    assertThat(marks("guess")).allMatch(PointMark::isVisible);
    assertThat(marks("selected")).noneMatch(PointMark::isVisible);

    runFx(() -> picture.setPoints(null, null));
    settle();
    assertThat(marks("guess")).noneMatch(PointMark::isVisible);
    assertThat(((Line) onFx(() -> picture.lookup(".edit-way"))).isVisible()).isFalse();
  }
}
