package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes exact values as a NumPy file: {@code numpy.load} gives an array of float32, of maps [map, row, column].
 * Format: NumPy's {@code .npy} version 1.0, little-endian, C order.
 */
public final class NpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  /** Values begin at a multiple of this many bytes, so that the file can be mapped into memory. */
  private static final int ALIGNMENT = 64;
  private static final int VALUES_AT_ONCE = 1 << 18;
  private static final int ROWS_AT_ONCE = 16;

  private NpyFile() {}

  /** Writes all maps at full size, first to a temporary name; a few rows of each are held at a time. */
  public static void write(Path file, Maps maps) throws IOException {
    FreshFile.writeInPlaces(file, out -> {
      byte[] header = header(maps.count(), maps.height(), maps.width());
      writeAll(out, ByteBuffer.wrap(header), 0);
      ByteBuffer bytes = ByteBuffer.allocateDirect(ROWS_AT_ONCE * maps.width() * Float.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN);
      maps.bands(ROWS_AT_ONCE, true, (first, rows, values) -> {
        for (int map = 0; map < maps.count(); map++) {
          int cells = rows * maps.width();
          bytes.clear();
          bytes.asFloatBuffer().put(values, map * cells, cells);
          long before = ((long) map * maps.height() + first) * maps.width();
          writeAll(out, bytes.limit(cells * Float.BYTES), header.length + before * Float.BYTES);
        }
      });
    });
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes, long from) throws IOException {
    long place = from;
    while (bytes.hasRemaining()) {
      place += out.write(bytes, place);
    }
  }

  /**
   * Writes an array, first to a temporary name.
   *
   * @param values the last index runs fastest
   * @param shape how long it is in each direction
   */
  public static void write(Path file, float[] values, int... shape) throws IOException {
    FreshFile.write(file, out -> {
      out.write(header(shape));
      ByteBuffer bytes = ByteBuffer.allocate(VALUES_AT_ONCE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int from = 0; from < values.length; from += VALUES_AT_ONCE) {
        write(out, Arrays.copyOfRange(values, from, Math.min(values.length, from + VALUES_AT_ONCE)), bytes);
      }
    });
  }

  private static void write(OutputStream out, float[] values, ByteBuffer bytes) throws IOException {
    bytes.clear();
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array(), 0, values.length * Float.BYTES);
  }

  private static byte[] header(int... shape) {
    String description = "{'descr': '<f4', 'fortran_order': False, 'shape': ("
        + IntStream.of(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "))
        + (shape.length == 1 ? "," : "") + "), }";
    int before = MAGIC.length + Short.BYTES;
    int length = (before + description.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
    String padded = description + " ".repeat(length - description.length() - 1) + "\n";
    return ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII)).array();
  }
}
