package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.control.SquareDrag.Grip;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SquareDragTest {

  private static final FaceSquare TURNED = new FaceSquare(50, 40, 24, 30);

  @ParameterizedTest
  @EnumSource(value = Grip.class, names = {"TOP_LEFT", "TOP_RIGHT", "BOTTOM_RIGHT", "BOTTOM_LEFT"})
  void theCornerAcrossStaysWhileACornerOfATurnedSquareIsPulled(Grip grip) {
    Point press = corner(TURNED, grip.across, grip.down);
    Point to = corner(new FaceSquare(50, 40, 40, 30), grip.across, grip.down);

    FaceSquare pulled = new SquareDrag(TURNED, grip, press).to(to.x(), to.y(), false);

    assertThat(pulled.side()).isCloseTo(32, within(1e-9));
    Point before = corner(TURNED, -grip.across, -grip.down);
    Point after = corner(pulled, -grip.across, -grip.down);
    assertThat(after.x()).isCloseTo(before.x(), within(1e-9));
    assertThat(after.y()).isCloseTo(before.y(), within(1e-9));
  }

  @Test
  void theCentreStaysOnDemand() {
    Point press = corner(TURNED, 1, 1);
    Point to = corner(new FaceSquare(50, 40, 40, 30), 1, 1);

    FaceSquare pulled = new SquareDrag(TURNED, Grip.BOTTOM_RIGHT, press).to(to.x(), to.y(), true);

    assertThat(pulled.side()).isCloseTo(40, within(1e-9));
    assertThat(pulled.centerX()).isEqualTo(50);
    assertThat(pulled.centerY()).isEqualTo(40);
  }

  @Test
  void aCornerPulledThroughTheSquareLeavesAPixel() {
    assertThat(new SquareDrag(TURNED, Grip.BOTTOM_RIGHT, new Point(60, 50)).to(-500, -500, false).side())
        .isEqualTo(1);
  }

  @Test
  void turningIsClockwiseAsOnScreen() {
    FaceSquare square = new FaceSquare(50, 40, 24, 0);
    assertThat(new SquareDrag(square, Grip.TURN, new Point(50, 20)).to(70, 40, false).turnDegrees())
        .isCloseTo(90, within(1e-9));
  }

  @Test
  void aSquareStaysWithinReach() {
    FaceSquare kept = new SquareLimits(100, 50).keep(new FaceSquare(-40, 70, 9999, 5));
    assertThat(kept).isEqualTo(new FaceSquare(-0.5, 49.5, 300, 5));
    assertThat(new SquareLimits(1, 1).keep(new FaceSquare(0, 0, 0.2, 0)).side()).isEqualTo(1);
  }

  private static Point corner(FaceSquare square, int across, int down) {
    double middle = (FaceView.SIZE - 1) / 2.0;
    return new FaceView(square).toPhoto(middle + across * FaceView.SIZE / 2.0, middle + down * FaceView.SIZE / 2.0);
  }
}
