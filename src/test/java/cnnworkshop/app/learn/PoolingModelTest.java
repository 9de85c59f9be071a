package cnnworkshop.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.Convolution;
import cnnworkshop.core.op.Pooling;
import cnnworkshop.core.op.SlidingAxis;
import cnnworkshop.core.text.Texts;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolingModelTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final PoolingModel model = model(network());

  private PoolingModel model(Network network) {
    KeypointLab lab = new KeypointLab(() -> network, Runnable::run, Runnable::run);
    return new PoolingModel(Texts.load(Locale.ENGLISH), lab, PoolingModelTest::face, failures::add);
  }

  static Photo face() {
    float[] grey = new float[512 * 512];
    Random random = new Random(2);
    for (int i = 0; i < grey.length; i++) {
      grey[i] = random.nextInt(256);
    }
    return Photo.ofGrey(512, 512, grey);
  }

  /** A first layer of two filters of 3×3: the middle pixel, and its negative, which ReLU makes 0. */
  static Network network() {
    float[] weights = new float[18];
    weights[4] = 1;
    weights[13] = -1;
    SlidingAxis three = SlidingAxis.valid(3);
    Convolution convolution = new Convolution(weights, new float[2], 1, three, three);
    return (Network) Proxy.newProxyInstance(Network.class.getClassLoader(), new Class<?>[] {Network.class},
        (proxy, method, arguments) -> {
          float[] maps = convolution.apply((float[]) arguments[1], 96, 96);
          for (int i = 0; i < maps.length; i++) {
            maps[i] = Math.max(0, maps[i]);
          }
          return new FeatureMaps(new Shape(2, 94, 94), maps);
        });
  }

  private PoolingSeen seen() {
    return model.seenProperty().get();
  }

  @Test
  void beginsWithTwoByTwoSideBySide() {
    assertThat(seen().outputRows()).isEqualTo(4);
    assertThat(seen().moved()).isFalse();
    assertThat(seen().changedCount()).isZero();
    assertThat(model.words().sizeProperty().get()).startsWith("1×8×8 = 64 values become 1×4×4 = 16: 25 %.");
  }

  @Test
  void aMoveShowsWhatChanged() {
    model.move(1, 0);

    assertThat(seen().input()[1]).isEqualTo(seen().inputBefore()[0]);
    assertThat(seen().changedCount()).isPositive().isLessThan(16);
    assertThat(model.words().summaryProperty().get())
        .startsWith("Moved 1 right: " + (16 - seen().changedCount()) + " of 16 outputs");
    for (int i = 0; i < 16; i++) {
      assertThat(seen().changed()[i]).isEqualTo(seen().output()[i] != seen().outputBefore()[i]);
    }
  }

  /** The honest half of "translation invariance". */
  @Test
  void anOutputStaysOnlyWhileItsMaximumStaysInsideItsWindow() {
    for (PoolingPattern pattern : PoolingPattern.values()) {
      model.patternProperty().set(pattern);
      model.back();
      model.move(1, 1);
      for (int row = 0; row < 4; row++) {
        for (int column = 0; column < 4; column++) {
          boolean changed = seen().changed()[row * 4 + column];
          assertThat(seen().reason(row, column)).isIn(changed
              ? List.of(PoolingSeen.Reason.LEFT, PoolingSeen.Reason.A_LARGER_ONE)
              : List.of(PoolingSeen.Reason.STAYED_INSIDE, PoolingSeen.Reason.AN_EQUAL_ONE, PoolingSeen.Reason.ALL_ZERO));
        }
      }
    }
  }

  /** A single 9 in a row of four, moved to the right by one: from the left cell of its window it stays inside. */
  @Test
  void theReasonFollowsTheMaximum() {
    assertThat(moved(0).reason(0, 0)).isEqualTo(PoolingSeen.Reason.STAYED_INSIDE);
    assertThat(moved(1).reason(0, 0)).isEqualTo(PoolingSeen.Reason.LEFT);
    assertThat(moved(1).reason(1, 1)).isEqualTo(PoolingSeen.Reason.ALL_ZERO);
  }

  private static PoolingSeen moved(int column) {
    float[] before = new float[16];
    float[] now = new float[16];
    before[column] = 9;
    now[column + 1] = 9;
    Pooling pooling = Pooling.square(Pooling.Kind.MAX, 2, 2, false);
    float[] out = pooling.apply(now, 1, 4, 4);
    float[] outBefore = pooling.apply(before, 1, 4, 4);
    boolean[] changed = new boolean[4];
    for (int i = 0; i < 4; i++) {
      changed[i] = out[i] != outBefore[i];
    }
    return new PoolingSeen(pooling, 1, 4, before, now, outBefore, out, changed, 1, 0, true);
  }

  @Test
  void comingBackShowsNoChange() {
    model.move(1, 0);
    model.move(-1, 0);
    assertThat(seen().moved()).isFalse();
    assertThat(seen().changedCount()).isZero();
  }

  @Test
  void thePictureGoesOnlyAsFarAsThereIsMoreOfIt() {
    for (int i = 0; i < 20; i++) {
      model.move(1, -1);
    }
    assertThat(seen().right()).isEqualTo(PoolingPattern.REACH);
    assertThat(seen().down()).isEqualTo(-PoolingPattern.REACH);
  }

  @Test
  void aGuessIsComparedWithWhatChanges() {
    model.move(1, 0);
    boolean[] truth = seen().changed();
    int first = 0;
    while (!truth[first]) {
      first++;
    }
    int same = 0;
    while (truth[same]) {
      same++;
    }
    model.beginGuess();
    assertThat(seen().moved()).isFalse();
    model.move(0, 1);
    assertThat(seen().moved()).as("the picture stays while one guesses").isFalse();
    model.choose(first / 4, first % 4);
    model.name();
    model.choose(same / 4, same % 4);
    model.name();
    assertThat(model.guess().mark(first, false)).isEqualTo(CellMark.NAMED);

    model.endGuess();

    assertThat(seen().right()).isEqualTo(1);
    assertThat(model.guess().mark(first, truth[first])).isEqualTo(CellMark.FOUND);
    assertThat(model.guess().mark(same, truth[same])).isEqualTo(CellMark.WRONG);
    assertThat(model.guess().verdictProperty().get())
        .contains("You found 1, missed " + (seen().changedCount() - 1)).contains("named 1 that stays");
    model.move(1, 0);
    assertThat(model.guess().verdictProperty().get()).isEmpty();
  }

  @Test
  void anAverageChangesWithHardlyAnyMoveAndSaysSo() {
    model.patternProperty().set(PoolingPattern.DIGITS);
    model.move(1, 0);
    int maximum = seen().changedCount();
    model.kindProperty().set(Pooling.Kind.AVERAGE);
    assertThat(seen().changedCount()).isGreaterThan(maximum);
    assertThat(model.words().outputProperty().get()).contains("the mean of");
  }

  @Test
  void samePaddingKeepsTheSizeAtStrideOne() {
    model.windowProperty().set(3);
    model.strideProperty().set(1);
    assertThat(seen().outputRows()).isEqualTo(6);
    model.sameProperty().set(true);
    assertThat(seen().outputRows()).isEqualTo(8);
  }

  @Test
  void theMapOfAFaceComesFromTheNetworkAndMovesWithThePicture() {
    model.sourceProperty().set(PoolingModel.Source.FACE);
    assertThat(seen().side()).isEqualTo(94);
    assertThat(seen().output()).hasSize(47 * 47);
    float[] before = seen().input();

    model.move(2, 1);

    assertThat(seen().input()[95 * 3 + 2]).isNotEqualTo(before[95 * 3 + 2]);
    assertThat(seen().input()[94 * 11 + 12]).isEqualTo(before[94 * 10 + 10]);
    assertThat(seen().changedCount()).isPositive();
    model.filterProperty().set(2);
    assertThat(seen().zeroCount()).isEqualTo(47 * 47);
    assertThat(model.words().outputProperty().get()).contains("nothing above 0");
    assertThat(failures).isEmpty();
  }
}
