package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes the exact values of maps as a NumPy file: {@code numpy.load} gives an array of float32, [map, row, column].
 * Format: NumPy's {@code .npy} version 1.0, little-endian, C order.
 */
public final class NpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  /** Values begin at a multiple of this many bytes, so that the file can be mapped into memory. */
  private static final int ALIGNMENT = 64;
  private static final int VALUES_AT_ONCE = 1 << 18;

  private NpyFile() {}

  /** Writes all maps at full size, a few rows at a time, first to a temporary name. */
  public static void write(Path file, Maps maps) throws IOException {
    FreshFile.write(file, out -> {
      out.write(header(maps));
      int band = Math.min(maps.height(), Math.max(1, VALUES_AT_ONCE / maps.width()));
      ByteBuffer bytes = ByteBuffer.allocate(band * maps.width() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int map = 0; map < maps.count(); map++) {
        for (int y = 0; y < maps.height(); y += band) {
          write(out, maps.region(map, 0, y, maps.width(), Math.min(band, maps.height() - y)), bytes);
        }
      }
    });
  }

  private static void write(OutputStream out, float[] values, ByteBuffer bytes) throws IOException {
    bytes.clear();
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array(), 0, values.length * Float.BYTES);
  }

  private static byte[] header(Maps maps) {
    String description = "{'descr': '<f4', 'fortran_order': False, 'shape': ("
        + maps.count() + ", " + maps.height() + ", " + maps.width() + "), }";
    int before = MAGIC.length + Short.BYTES;
    int length = (before + description.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
    String padded = description + " ".repeat(length - description.length() - 1) + "\n";
    return ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII)).array();
  }
}
