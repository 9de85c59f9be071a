package cnnworkshop.core.train;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * How a snapshot is written. First a head, what the network is like inside with the numbers of its first convolution,
 * so that looking back needs neither the rest nor a network; then all parameters as plain floats. Both parts have a
 * checksum. Numbers are big-endian.
 */
final class SnapshotFile {

  private static final int MAGIC = 0x434E4E53;
  private static final int VERSION = 1;
  /** Magic, version, the head's length and checksum, the number of parameters and their checksum. */
  private static final int FRAME_BYTES = 4 + 4 + 4 + 8 + 4 + 8;
  private static final int MOST_HEAD_BYTES = 64 << 20;
  private static final int CHUNK = 1 << 16;

  private SnapshotFile() {}

  /** A file that is not as it was written. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String why) {
      super(why);
    }
  }

  /** How large a file will be. */
  static long bytes(byte[] head, int parameters) {
    return FRAME_BYTES + head.length + 4L * parameters;
  }

  static void write(OutputStream stream, byte[] head, float[] parameters) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(head.length);
    out.write(head);
    CRC32 checksum = new CRC32();
    checksum.update(head);
    out.writeLong(checksum.getValue());
    out.writeInt(parameters.length);
    checksum.reset();
    ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK);
    for (int from = 0; from < parameters.length; from += CHUNK) {
      int n = Math.min(CHUNK, parameters.length - from);
      bytes.asFloatBuffer().put(parameters, from, n);
      checksum.update(bytes.array(), 0, 4 * n);
      out.write(bytes.array(), 0, 4 * n);
    }
    out.writeLong(checksum.getValue());
    out.flush();
  }

  static TrainingEvent.Inside readHead(DataInputStream in, NetworkSpec network) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new Damaged("no snapshot");
    }
    int length = in.readInt();
    if (length < 0 || length > MOST_HEAD_BYTES) {
      throw new Damaged("a head of " + length + " bytes");
    }
    byte[] head = in.readNBytes(length);
    CRC32 checksum = new CRC32();
    checksum.update(head);
    if (head.length < length || in.readLong() != checksum.getValue()) {
      throw new Damaged("the head's checksum is another");
    }
    try {
      return inside(head, network);
    } catch (EOFException | IllegalArgumentException e) {
      throw new Damaged("the head does not fit the network: " + e.getMessage());
    }
  }

  /** After the head. */
  static float[] readParameters(DataInputStream in, long fileBytes) throws IOException {
    int length = in.readInt();
    if (length < 0 || 4L * length > fileBytes) {
      throw new Damaged(length + " parameters in " + fileBytes + " bytes");
    }
    float[] values = new float[length];
    byte[] bytes = new byte[4 * CHUNK];
    CRC32 checksum = new CRC32();
    for (int from = 0; from < length; from += CHUNK) {
      int n = Math.min(CHUNK, length - from);
      if (in.readNBytes(bytes, 0, 4 * n) < 4 * n) {
        throw new EOFException("cut short");
      }
      checksum.update(bytes, 0, 4 * n);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, n);
    }
    if (in.readLong() != checksum.getValue()) {
      throw new Damaged("the parameters' checksum is another");
    }
    return values;
  }

  static byte[] head(TrainingEvent.Inside inside) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(inside.epoch());
      out.writeInt(inside.pictures());
      out.writeInt(inside.layers().size());
      for (LayerState layer : inside.layers()) {
        out.writeUTF(layer.name());
        out.writeInt(layer.units());
        out.writeInt(layer.silent().orElse(-1));
        for (double number : new double[] {layer.length(), layer.updateRatio(), layer.mean(), layer.deviation(),
            layer.zeros()}) {
          out.writeDouble(number);
        }
      }
      Filters filters = inside.filters();
      out.writeInt(filters == null ? 0 : filters.channels());
      if (filters != null) {
        floats(out, filters.weights());
        floats(out, filters.biases());
      }
    }
    return bytes.toByteArray();
  }

  private static TrainingEvent.Inside inside(byte[] head, NetworkSpec network) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(head));
    int epoch = in.readInt();
    int pictures = in.readInt();
    int count = in.readInt();
    List<LayerState> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int units = in.readInt();
      int silent = in.readInt();
      layers.add(new LayerState(name, units, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
          silent < 0 ? OptionalInt.empty() : OptionalInt.of(silent), in.readDouble()));
    }
    int channels = in.readInt();
    OptionalInt first = Filters.firstLayer(network);
    if (channels == 0 || first.isEmpty()) {
      return new TrainingEvent.Inside(epoch, pictures, layers, null);
    }
    LayerSpec.Convolution spec = (LayerSpec.Convolution) network.layers().get(first.getAsInt());
    return new TrainingEvent.Inside(epoch, pictures, layers,
        new Filters(spec, channels, floats(in), floats(in)));
  }

  private static void floats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] floats(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || 4L * length > in.available()) {
      throw new EOFException(length + " numbers");
    }
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
