package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.InputScale;

/** What a convolution looks at: a photo or the maps of the layer before. */
interface Input {

  int channels();

  int width();

  int height();

  /** A rectangle inside the input, [channel, row, column]; the caller's own array. */
  float[] planes(int x, int y, int columns, int rows);

  /** The same with its values as a network's first layer sees them. */
  default Input scaled(InputScale scale) {
    if (scale.isNone()) {
      return this;
    }
    Input plain = this;
    return new Input() {
      @Override
      public int channels() {
        return plain.channels();
      }

      @Override
      public int width() {
        return plain.width();
      }

      @Override
      public int height() {
        return plain.height();
      }

      @Override
      public float[] planes(int x, int y, int columns, int rows) {
        return scale.of(plain.planes(x, y, columns, rows));
      }
    };
  }

  /** A photo as greys (1 channel) or red, green, blue (3). */
  static Input of(Photo photo, int channels) {
    return new Input() {
      @Override
      public int channels() {
        return channels;
      }

      @Override
      public int width() {
        return photo.width();
      }

      @Override
      public int height() {
        return photo.height();
      }

      @Override
      public float[] planes(int x, int y, int columns, int rows) {
        return photo.planes(channels, x, y, columns, rows);
      }
    };
  }

  /** The maps of a layer, or a network's input, each map a channel. */
  static Input of(FeatureMaps maps) {
    return new Input() {
      @Override
      public int channels() {
        return maps.shape().channels();
      }

      @Override
      public int width() {
        return maps.shape().width();
      }

      @Override
      public int height() {
        return maps.shape().height();
      }

      @Override
      public float[] planes(int x, int y, int columns, int rows) {
        float[] out = new float[channels() * rows * columns];
        for (int c = 0; c < channels(); c++) {
          for (int row = 0; row < rows; row++) {
            System.arraycopy(maps.values(), (c * height() + y + row) * width() + x,
                out, (c * rows + row) * columns, columns);
          }
        }
        return out;
      }
    };
  }
}
