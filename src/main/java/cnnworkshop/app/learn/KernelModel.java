package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.op.NamedKernel;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A kernel that can be edited: odd size, a slice for each input channel, a bias. */
final class KernelModel {

  static final int REACH = 99;

  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private final ReadOnlyDoubleWrapper bias = new ReadOnlyDoubleWrapper(this, "bias");
  private int size = 3;
  private int channels = 1;
  private float[] weights = NamedKernel.SOBEL_LEFT.weights(3);

  /** Changes whenever the kernel does. */
  ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty biasProperty() {
    return bias.getReadOnlyProperty();
  }

  /** Rows and columns: 1, 3, 5 or 7. */
  int size() {
    return size;
  }

  int channels() {
    return channels;
  }

  float weight(int channel, int row, int column) {
    return weights[(channel * size + row) * size + column];
  }

  /** A copy of all weights, [channel, row, column]. */
  float[] weights() {
    return weights.clone();
  }

  void setWeight(int channel, int row, int column, double value) {
    int index = (channel * size + row) * size + column;
    float now = (float) Math.max(-REACH, Math.min(REACH, value));
    if (weights[index] != now) {
      weights[index] = now;
      changed();
    }
  }

  void setBias(double value) {
    if (bias.get() != value) {
      bias.set(value);
      changed();
    }
  }

  /** Another size: the middle stays, zeros come around it or the border goes. */
  void setSize(int newSize) {
    if (newSize != size) {
      weights = joined(channel -> NamedKernel.recentred(slice(channel), size, newSize), newSize, channels);
      size = newSize;
      changed();
    }
  }

  /** Another number of input channels: new slices are copies of the first. */
  void setChannels(int newChannels) {
    if (newChannels != channels) {
      int had = channels;
      weights = joined(channel -> slice(channel < had ? channel : 0), size, newChannels);
      channels = newChannels;
      changed();
    }
  }

  /** A kernel with a name, the same in each slice, without a bias. */
  void set(NamedKernel kernel) {
    weights = joined(channel -> kernel.weights(size), size, channels);
    bias.set(0);
    changed();
  }

  /** A filter of a network's first layer, with its bias; it takes as many channels as that. */
  void set(Filters filters, int filter) {
    size = filters.spec().filter().rows();
    channels = filters.channels();
    int length = channels * size * size;
    weights = new float[length];
    System.arraycopy(filters.weights(), filter * length, weights, 0, length);
    bias.set(filters.biases()[filter]);
    changed();
  }

  private float[] slice(int channel) {
    float[] slice = new float[size * size];
    System.arraycopy(weights, channel * size * size, slice, 0, slice.length);
    return slice;
  }

  private static float[] joined(IntFunction<float[]> slices, int size, int channels) {
    float[] all = new float[channels * size * size];
    for (int channel = 0; channel < channels; channel++) {
      System.arraycopy(slices.apply(channel), 0, all, channel * size * size, size * size);
    }
    return all;
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
