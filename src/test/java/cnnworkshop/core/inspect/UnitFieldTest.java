package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.inspect.UnitField.Area;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.op.SlidingAxis;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFieldTest {

  private static List<Shape> shapes(NetworkSpec network) {
    return ShapeCheck.of(network).layers().stream().map(layer -> layer.output().orElseThrow()).toList();
  }

  private static NetworkSpec network(Shape input, LayerSpec... layers) {
    return new NetworkSpec("test", input, List.of(layers), NetworkSpec.Loss.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keypoints", "cnn", "suggested_cnn", "sixty_seconds"})
  void sizesAreThoseOfTheReceptiveFields(String preset) {
    NetworkSpec network = Presets.byName(preset).orElseThrow();
    var checks = ShapeCheck.of(network).layers();
    for (int layer = 0; layer < checks.size(); layer++) {
      assertThat(UnitField.of(network, shapes(network), layer).size()).as(network.layers().get(layer).name())
          .isEqualTo(checks.get(layer).field().orElseThrow().size());
    }
  }

  @Test
  void aValueSeesExactlyThePixelsThatReachIt() {
    NetworkSpec network = network(new Shape(1, 13, 11),
        new Convolution("conv1", 1, new Size(3, 2), Size.of(1), new Size(1, 2), Padding.SAME, true, Activation.RELU),
        new Pooling("pool1", Pool.MAX, Size.of(2), Size.of(2), Padding.VALID),
        new LayerSpec.Dropout("dropout1", 0.5),
        new Convolution("conv2", 1, Size.of(2), new Size(2, 1), Size.of(1), Padding.of(Size.of(1)), true,
            Activation.LINEAR));
    List<Shape> shapes = shapes(network);
    UnitField field = UnitField.of(network, shapes, 3);
    Shape last = shapes.get(3);
    for (int row = 0; row < last.height(); row++) {
      for (int column = 0; column < last.width(); column++) {
        assertThat(field.at(row, column)).as("%s, %s", row, column).isEqualTo(reached(network, row, column));
      }
    }
  }

  /** Marks the window of a value, then the windows of all that is marked, back to the input. */
  private static Area reached(NetworkSpec network, int row, int column) {
    List<Shape> shapes = shapes(network);
    boolean[][] marked = new boolean[shapes.get(3).height()][shapes.get(3).width()];
    marked[row][column] = true;
    for (int layer = 3; layer >= 0; layer--) {
      Shape before = layer == 0 ? network.input() : shapes.get(layer - 1);
      LayerSpec spec = network.layers().get(layer);
      SlidingAxis down = SlidingAxis.valid(1);
      SlidingAxis along = down;
      if (spec instanceof Convolution c) {
        int zeros = c.padding().same() ? 0 : c.padding().size().rows();
        down = new SlidingAxis(c.filter().rows(), c.stride().rows(), c.dilation().rows(), c.padding().same(), zeros);
        along = new SlidingAxis(c.filter().columns(), c.stride().columns(), c.dilation().columns(),
            c.padding().same(), zeros);
      } else if (spec instanceof Pooling p) {
        down = new SlidingAxis(p.window().rows(), p.stride().rows(), 1, false, 0);
        along = down;
      }
      boolean[][] next = new boolean[before.height()][before.width()];
      for (int y = 0; y < marked.length; y++) {
        for (int x = 0; x < marked[0].length; x++) {
          for (int i = 0; marked[y][x] && i < down.size(); i++) {
            for (int j = 0; j < along.size(); j++) {
              int py = down.first(y, before.height()) + i * down.dilation();
              int px = along.first(x, before.width()) + j * along.dilation();
              if (py >= 0 && px >= 0 && py < before.height() && px < before.width()) {
                next[py][px] = true;
              }
            }
          }
        }
      }
      marked = next;
    }
    return around(marked);
  }

  private static Area around(boolean[][] marked) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < marked.length; y++) {
      for (int x = 0; x < marked[0].length; x++) {
        if (marked[y][x]) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Area(left, top, right - left, bottom - top);
  }

  @Test
  void denseUnitsAndWhatComesAfterThemSeeAllOfTheInput() {
    NetworkSpec network = Presets.keypoints(0.1, 0.2, 0.3, 0.5);
    for (int layer = 9; layer < 13; layer++) {
      UnitField field = UnitField.of(network, shapes(network), layer);
      assertThat(field.isWhole()).isTrue();
      assertThat(field.at(0, 0)).isEqualTo(new Area(0, 0, 96, 96));
    }
    assertThat(UnitField.of(network, shapes(network), 8).isWhole()).isFalse();
  }

  @Test
  void globalPoolingAndLayersNobodyKnowsSeeAllOfTheInput() {
    NetworkSpec network = network(new Shape(3, 8, 8), new LayerSpec.Other("other", "Upsampling2D"),
        Convolution.relu("conv1", 4, 3, Padding.SAME));
    UnitField field = UnitField.of(network, List.of(new Shape(3, 16, 16), new Shape(4, 16, 16)), 1);
    assertThat(field.at(15, 15)).isEqualTo(new Area(0, 0, 8, 8));
    NetworkSpec pooled = Presets.byName("sixty_seconds").orElseThrow();
    int global = pooled.indexOf("globalpool4");
    assertThat(UnitField.of(pooled, shapes(pooled), global).isWhole()).isTrue();
  }

  @Test
  void fieldsAreCutOffAtTheEdgesButNeverEmpty() {
    NetworkSpec network = network(new Shape(1, 6, 6), new Convolution("conv1", 1, Size.of(3), Size.of(1), Size.of(1),
        Padding.of(Size.of(4)), true, Activation.RELU));
    UnitField field = UnitField.of(network, shapes(network), 0);
    assertThat(field.at(4, 4)).isEqualTo(new Area(0, 0, 3, 3));
    assertThat(field.at(3, 9)).isEqualTo(new Area(5, 0, 1, 2));
    assertThat(field.at(0, 0)).as("nothing but padding").isEqualTo(new Area(0, 0, 1, 1));
    assertThat(Arrays.asList(field.at(11, 11).width(), field.at(11, 11).height())).containsExactly(1, 1);
  }

  @Test
  void valuesWithHalfAFieldBetweenThemAreApart() {
    NetworkSpec network = Presets.keypoints(0.1, 0.2, 0.3, 0.5);
    // 3 pixels a jump of 1; 6 a jump of 2; 16 a jump of 8.
    assertThat(UnitField.of(network, shapes(network), 0).apart()).isEqualTo(2);
    assertThat(UnitField.of(network, shapes(network), 3).apart()).isEqualTo(2);
    assertThat(UnitField.of(network, shapes(network), 7).apart()).isEqualTo(1);
    assertThat(UnitField.of(network, shapes(network), 9).apart()).isEqualTo(1);
  }
}
