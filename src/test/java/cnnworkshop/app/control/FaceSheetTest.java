package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.inspect.JudgedFace;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaceSheetTest extends ControlTest {

  private final SteppedExecutor background = new SteppedExecutor();
  private FaceSheet sheet;

  @BeforeEach
  void open() {
    sheet = onFx(() -> new FaceSheet(background));
    open(sheet, 800, 600);
  }

  @Test
  void whileFacesAreDrawnTheWindowCanChangeAndTheyAreDrawnAnewOnce() {
    show(16);
    assertThat(background.size()).isEqualTo(1);
    resize(sheet, 700, 500);
    resize(sheet, 600, 400);
    assertThat(background.size()).isEqualTo(1);
    drawOne();
    // Of the size before, until the next is there.
    assertThat(imageWidth()).isGreaterThan(width());
    assertThat(background.size()).isEqualTo(1);
    drawOne();
    assertThat(imageWidth()).isEqualTo(width());
    assertThat(background.size()).isZero();
  }

  @Test
  void facesThatWereReplacedMeanwhileAreNotShown() {
    show(16);
    show(3);
    drawOne();
    assertThat(onFx(() -> picture().getImage())).isNull();
    drawOne();
    assertThat(imageWidth()).isEqualTo(width());
  }

  @Test
  void fewFacesAreLarger() {
    show(16);
    double small = width();
    show(2);
    assertThat(width()).isGreaterThan(1.5 * small);
  }

  @Test
  void noFacesAreNoError() {
    show(4);
    show(0);
    background.runAll();
    settle();
    assertThat(onFx(sheet::getTiles)).isEmpty();
  }

  private void show(int count) {
    float[] grey = new float[96 * 96];
    double[] points = new double[30];
    Arrays.fill(points, 48);
    FaceTile tile = new FaceTile(new JudgedFace(grey, points, points), "caption", "description");
    runFx(() -> {
      sheet.setTiles(Collections.nCopies(count, tile));
      sheet.layout();
    });
    settle();
  }

  private void drawOne() {
    background.runOne();
    settle();
  }

  private ImageView picture() {
    List<ImageView> pictures = sheet.getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance)
        .map(ImageView.class::cast).toList();
    return pictures.get(0);
  }

  private double width() {
    return onFx(() -> picture().getFitWidth());
  }

  private double imageWidth() {
    return onFx(() -> picture().getImage().getWidth());
  }
}
