package cnnworkshop.core.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The tiny face network of the npm package {@code @vladmandic/face-api} 1.7.15 (MIT), in plain loops.
 *
 * <p>A 3×3 convolution without padding (3 → 16 channels), then five blocks to 32, 64, 128, 256 and 512 channels,
 * each a 2×2 max pool of stride 2, a padded 3×3 convolution of every channel on its own (depthwise) and a 1×1
 * convolution across channels (pointwise); then a 2×2 max pool of stride 1 and a linear 1×1 convolution to 25
 * channels. Leaky ReLUs of slope 0.1 follow all convolutions but the last. Pools are "same": a window that reaches
 * over the right or lower edge takes what is inside.
 *
 * <p>Volumes are [channel][row · width + column]. The innermost loops run along a plane with nothing in them but
 * multiply-adds, which the virtual machine turns into vector instructions. Immutable, so threads may share one.
 */
final class TinyFaceNetwork {

  /** Channels of the answer: x, y, width, height, score for each of five anchors. */
  static final int OUTPUTS = 25;

  private static final String FOLDER = "/assets/detector/tiny-face/";
  private static final float LEAK = 0.1f;
  private static final int BLOCKS = 5;
  /** Positions handled at once by a pointwise convolution: what it adds to stays in the nearest cache. */
  private static final int BAND = 1024;

  /** Channels of a picture or of a layer's output: [channel][row · width + column]. */
  record Volume(int height, int width, float[][] planes) {

    Volume(int channels, int height, int width) {
      this(height, width, new float[channels][height * width]);
    }
  }

  private final Map<String, float[]> weights;

  private TinyFaceNetwork(Map<String, float[]> weights) {
    this.weights = weights;
  }

  /**
   * Reads the weights that ship with the program.
   *
   * @throws IOException if they are missing or cut short
   */
  static TinyFaceNetwork load() throws IOException {
    JsonNode manifest;
    try (InputStream in = open("tiny_face_detector_model-weights_manifest.json")) {
      manifest = new ObjectMapper().readTree(in);
    }
    Map<String, float[]> weights = new HashMap<>();
    try (InputStream in = open("tiny_face_detector_model.bin")) {
      for (JsonNode entry : manifest.get(0).get("weights")) {
        weights.put(entry.get("name").asText(), values(in, entry));
      }
    }
    return new TinyFaceNetwork(weights);
  }

  /** One array of the file, by the manifest's name; not to be changed. */
  float[] weights(String name) {
    return weights.get(name);
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = TinyFaceNetwork.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IOException("missing resource " + FOLDER + name);
    }
    return in;
  }

  /** One array of the file: a byte a value, value = byte · scale + min. */
  private static float[] values(InputStream in, JsonNode entry) throws IOException {
    int length = 1;
    for (JsonNode side : entry.get("shape")) {
      length *= side.asInt();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException(entry.get("name").asText() + " is cut short");
    }
    double scale = entry.get("quantization").get("scale").asDouble();
    double min = entry.get("quantization").get("min").asDouble();
    float[] out = new float[length];
    for (int i = 0; i < length; i++) {
      out[i] = (float) ((bytes[i] & 0xFF) * scale + min);
    }
    return out;
  }

  /**
   * The network's 25 channels for a picture.
   *
   * @param picture red, green, blue minus their means, divided by 255; sides of a multiple of 32 pixels, at least 64
   * @return 25 channels of a 32nd of the picture's rows and columns
   */
  Volume answer(Volume picture) {
    Volume at = leaky(convolve(picture));
    for (int block = 1; block <= BLOCKS; block++) {
      String name = "conv" + block;
      at = depthwise(pool(at, 2), weights.get(name + "/depthwise_filter"));
      at = leaky(pointwise(at, weights.get(name + "/pointwise_filter"), weights.get(name + "/bias")));
    }
    return pointwise(pool(at, 1), weights.get("conv8/filters"), weights.get("conv8/bias"));
  }

  /** The first convolution: 3×3, 3 → 16 channels, no padding; filters [row, column, in, out]. */
  Volume convolve(Volume in) {
    float[] filters = weights.get("conv0/filters");
    float[] bias = weights.get("conv0/bias");
    int channelsIn = in.planes.length;
    Volume out = new Volume(bias.length, in.height - 2, in.width - 2);
    for (int o = 0; o < bias.length; o++) {
      for (int row = 0; row < out.height; row++) {
        int to = row * out.width;
        fill(out.planes[o], to, out.width, bias[o]);
        for (int c = 0; c < channelsIn; c++) {
          for (int ky = 0; ky < 3; ky++) {
            int tap = (ky * 3 * channelsIn + c) * bias.length + o;
            int step = channelsIn * bias.length;
            addThreeTaps(out.planes[o], to, out.width, in.planes[c], (row + ky) * in.width,
                filters[tap], filters[tap + step], filters[tap + 2 * step]);
          }
        }
      }
    }
    return out;
  }

  /** A 3×3 convolution of each channel on its own, with one pixel of zeros around; filters [row, column, channel]. */
  static Volume depthwise(Volume in, float[] filters) {
    int channels = in.planes.length;
    Volume out = new Volume(channels, in.height, in.width);
    int paddedWidth = in.width + 2;
    float[] padded = new float[(in.height + 2) * paddedWidth];
    for (int c = 0; c < channels; c++) {
      for (int row = 0; row < in.height; row++) {
        System.arraycopy(in.planes[c], row * in.width, padded, (row + 1) * paddedWidth + 1, in.width);
      }
      for (int row = 0; row < in.height; row++) {
        for (int ky = 0; ky < 3; ky++) {
          int tap = 3 * ky * channels + c;
          addThreeTaps(out.planes[c], row * in.width, in.width, padded, (row + ky) * paddedWidth,
              filters[tap], filters[tap + channels], filters[tap + 2 * channels]);
        }
      }
    }
    return out;
  }

  /** A 1×1 convolution across channels; filters [in, out]. The number of channels in is a multiple of four. */
  static Volume pointwise(Volume in, float[] filters, float[] bias) {
    Volume out = new Volume(bias.length, in.height, in.width);
    int n = bias.length;
    int positions = in.height * in.width;
    for (int from = 0; from < positions; from += BAND) {
      int to = Math.min(positions, from + BAND);
      for (int o = 0; o < n; o++) {
        fill(out.planes[o], from, to - from, bias[o]);
        for (int c = 0; c < in.planes.length; c += 4) {
          int w = c * n + o;
          addFour(out.planes[o], from, to, in.planes[c], in.planes[c + 1], in.planes[c + 2], in.planes[c + 3],
              filters[w], filters[w + n], filters[w + 2 * n], filters[w + 3 * n]);
        }
      }
    }
    return out;
  }

  /** The largest of 2×2, every {@code stride} pixels. */
  static Volume pool(Volume in, int stride) {
    Volume out = new Volume(in.planes.length, (in.height + stride - 1) / stride, (in.width + stride - 1) / stride);
    float[] larger = new float[in.width];
    for (int c = 0; c < in.planes.length; c++) {
      for (int row = 0; row < out.height; row++) {
        int upper = row * stride * in.width;
        int lower = Math.min(in.height - 1, row * stride + 1) * in.width;
        float[] plane = in.planes[c];
        for (int column = 0; column < in.width; column++) {
          larger[column] = Math.max(plane[upper + column], plane[lower + column]);
        }
        for (int column = 0; column < out.width; column++) {
          int left = column * stride;
          out.planes[c][row * out.width + column] = Math.max(larger[left], larger[Math.min(in.width - 1, left + 1)]);
        }
      }
    }
    return out;
  }

  /** The leaky ReLU, in place. */
  private static Volume leaky(Volume volume) {
    for (float[] plane : volume.planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = Math.max(plane[i], LEAK * plane[i]);
      }
    }
    return volume;
  }

  private static void fill(float[] to, int offset, int length, float value) {
    for (int i = 0; i < length; i++) {
      to[offset + i] = value;
    }
  }

  private static void addThreeTaps(
      float[] to, int offset, int length, float[] from, int start, float w0, float w1, float w2) {
    for (int i = 0; i < length; i++) {
      to[offset + i] += w0 * from[start + i] + w1 * from[start + i + 1] + w2 * from[start + i + 2];
    }
  }

  private static void addFour(float[] to, int start, int end, float[] a, float[] b, float[] c, float[] d,
      float wa, float wb, float wc, float wd) {
    for (int i = start; i < end; i++) {
      to[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
    }
  }
}
