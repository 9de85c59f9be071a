package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.TinyFaceNetwork.Volume;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TinyFaceNetworkTest {

  /** The network written down again as its description reads: one output value at a time, in doubles. */
  private static final class Described {

    private final TinyFaceNetwork weights;

    Described(TinyFaceNetwork weights) {
      this.weights = weights;
    }

    double[][][] answer(double[][][] picture) {
      double[][][] at = leaky(first(picture));
      for (int block = 1; block <= 5; block++) {
        at = leaky(block("conv" + block, pool(at, 2)));
      }
      at = pool(at, 1);
      return across(at, weights.weights("conv8/filters"), weights.weights("conv8/bias"));
    }

    private double[][][] first(double[][][] in) {
      float[] w = weights.weights("conv0/filters");
      float[] bias = weights.weights("conv0/bias");
      double[][][] out = new double[16][in[0].length - 2][in[0][0].length - 2];
      for (int o = 0; o < 16; o++) {
        for (int y = 0; y < out[0].length; y++) {
          for (int x = 0; x < out[0][0].length; x++) {
            out[o][y][x] = bias[o];
            for (int c = 0; c < 3; c++) {
              for (int ky = 0; ky < 3; ky++) {
                for (int kx = 0; kx < 3; kx++) {
                  out[o][y][x] += w[((ky * 3 + kx) * 3 + c) * 16 + o] * in[c][y + ky][x + kx];
                }
              }
            }
          }
        }
      }
      return out;
    }

    private double[][][] block(String name, double[][][] in) {
      float[] w = weights.weights(name + "/depthwise_filter");
      double[][][] each = new double[in.length][in[0].length][in[0][0].length];
      for (int c = 0; c < in.length; c++) {
        for (int y = 0; y < in[0].length; y++) {
          for (int x = 0; x < in[0][0].length; x++) {
            for (int k = 0; k < 9; k++) {
              int row = y + k / 3 - 1;
              int column = x + k % 3 - 1;
              if (row >= 0 && row < in[0].length && column >= 0 && column < in[0][0].length) {
                each[c][y][x] += w[k * in.length + c] * in[c][row][column];
              }
            }
          }
        }
      }
      return across(each, weights.weights(name + "/pointwise_filter"), weights.weights(name + "/bias"));
    }

    private static double[][][] across(double[][][] in, float[] w, float[] bias) {
      double[][][] out = new double[bias.length][in[0].length][in[0][0].length];
      for (int o = 0; o < bias.length; o++) {
        for (int y = 0; y < in[0].length; y++) {
          for (int x = 0; x < in[0][0].length; x++) {
            out[o][y][x] = bias[o];
            for (int c = 0; c < in.length; c++) {
              out[o][y][x] += w[c * bias.length + o] * in[c][y][x];
            }
          }
        }
      }
      return out;
    }

    private static double[][][] pool(double[][][] in, int stride) {
      int height = (in[0].length + stride - 1) / stride;
      int width = (in[0][0].length + stride - 1) / stride;
      double[][][] out = new double[in.length][height][width];
      for (int c = 0; c < in.length; c++) {
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int row = y * stride; row < Math.min(in[0].length, y * stride + 2); row++) {
              for (int column = x * stride; column < Math.min(in[0][0].length, x * stride + 2); column++) {
                most = Math.max(most, in[c][row][column]);
              }
            }
            out[c][y][x] = most;
          }
        }
      }
      return out;
    }

    private static double[][][] leaky(double[][][] in) {
      for (double[][] plane : in) {
        for (double[] row : plane) {
          for (int i = 0; i < row.length; i++) {
            row[i] = row[i] > 0 ? row[i] : 0.1 * row[i];
          }
        }
      }
      return in;
    }
  }

  @Test
  void answersAsItsDescriptionComputed() throws Exception {
    TinyFaceNetwork network = TinyFaceNetwork.load();
    int side = 96;
    Volume picture = new Volume(3, side, side);
    double[][][] same = new double[3][side][side];
    Random random = new Random(3);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < side * side; i++) {
        picture.planes()[c][i] = random.nextFloat() - 0.45f;
        same[c][i / side][i % side] = picture.planes()[c][i];
      }
    }

    Volume answer = network.answer(picture);

    double[][][] expected = new Described(network).answer(same);
    assertThat(answer.planes()).hasNumberOfRows(25);
    assertThat(answer.height()).isEqualTo(3);
    assertThat(answer.width()).isEqualTo(3);
    for (int c = 0; c < 25; c++) {
      for (int i = 0; i < 9; i++) {
        assertThat((double) answer.planes()[c][i]).isCloseTo(expected[c][i / 3][i % 3], within(1e-3));
      }
    }
  }

  @Test
  void readsWeightsAsByteTimesScalePlusMinimum() throws Exception {
    TinyFaceNetwork network = TinyFaceNetwork.load();
    float[] first = network.weights("conv0/filters");
    byte[] file;
    try (var in = TinyFaceNetwork.class.getResourceAsStream(
        "/assets/detector/tiny-face/tiny_face_detector_model.bin")) {
      file = in.readAllBytes();
    }

    assertThat(first).hasSize(432);
    assertThat((double) first[0]).isCloseTo((file[0] & 0xFF) * 0.009007044399485869 - 1.2069439495311063, within(1e-6));
    float[] last = network.weights("conv8/bias");
    assertThat((double) last[24]).isCloseTo(
        (file[file.length - 1] & 0xFF) * 0.002268134028303857 - 0.41053225912299807, within(1e-6));
  }
}
