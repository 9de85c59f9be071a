package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.image.Photo;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes opaque pictures of any size as PNG (ISO/IEC 15948), 8 bits a channel, a few rows at a time, first to a
 * temporary name. Greys are written as greys, colours as red, green, blue.
 */
public final class PngFile {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int FILTER_SUB = 1;
  private static final int CHUNK = 1 << 16;
  private static final int PIXELS_AT_ONCE = 1 << 20;

  private PngFile() {}

  private interface Rows {
    /** {@code 0xFFRRGGBB}, [row, column]. */
    int[] argb(int firstRow, int rows);
  }

  /** Writes a picture. */
  public static void write(Path file, Photo picture) throws IOException {
    write(file, picture.width(), picture.height(), RGB, (y, rows) -> picture.argb(0, y, picture.width(), rows));
  }

  /** Writes a map at full size; no more than about a million of its values are held at once. */
  public static void write(Path file, MapPicture picture) throws IOException {
    int width = picture.maps().width();
    // A map with values that are no numbers is marked in a colour, which a grey file could not hold.
    boolean marked = Float.isNaN(picture.range().low()) || Float.isNaN(picture.range().high());
    int kind = picture.scale().isGrey() && !marked ? GREY : RGB;
    write(file, width, picture.maps().height(), kind, (y, rows) -> picture.argb(0, y, width, rows));
  }

  private static void write(Path file, int width, int height, int kind, Rows rows) throws IOException {
    FreshFile.write(file, out -> {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(width, height, kind));
      Deflater deflater = new Deflater();
      try (OutputStream idat = new DeflaterOutputStream(new DataChunks(out), deflater, CHUNK)) {
        pixels(idat, width, height, kind == GREY ? 1 : 3, rows);
      } finally {
        deflater.end();
      }
      chunk(out, "IEND", new byte[0]);
    });
  }

  private static byte[] header(int width, int height, int kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(bytes);
    header.writeInt(width);
    header.writeInt(height);
    // Bits a channel, colour type, then deflate, adaptive filters, not interlaced.
    header.write(new byte[] {8, (byte) kind, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static void pixels(OutputStream out, int width, int height, int channels, Rows rows) throws IOException {
    byte[] line = new byte[1 + width * channels];
    line[0] = FILTER_SUB;
    int band = Math.max(1, PIXELS_AT_ONCE / width);
    for (int y = 0; y < height; y += band) {
      int count = Math.min(band, height - y);
      int[] argb = rows.argb(y, count);
      for (int row = 0; row < count; row++) {
        int left = 0;
        int at = 1;
        for (int i = row * width; i < (row + 1) * width; i++) {
          for (int shift = 8 * (channels - 1); shift >= 0; shift -= 8) {
            line[at++] = (byte) ((argb[i] >> shift) - (left >> shift));
          }
          left = argb[i];
        }
        out.write(line);
      }
    }
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    chunk(out, type, data, data.length);
  }

  private static void chunk(OutputStream out, String type, byte[] data, int length) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    DataOutputStream chunk = new DataOutputStream(out);
    chunk.writeInt(length);
    chunk.write(name);
    chunk.write(data, 0, length);
    chunk.writeInt((int) crc.getValue());
    chunk.flush();
  }

  /** Cuts what is written into IDAT chunks. Closing it ends the last one and leaves the file open. */
  private static final class DataChunks extends OutputStream {

    private final OutputStream out;
    private final byte[] buffer = new byte[CHUNK];
    private int filled;

    DataChunks(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      while (from < offset + length) {
        int count = Math.min(buffer.length - filled, offset + length - from);
        System.arraycopy(bytes, from, buffer, filled, count);
        filled += count;
        from += count;
        if (filled == buffer.length) {
          endChunk();
        }
      }
    }

    private void endChunk() throws IOException {
      if (filled > 0) {
        chunk(out, "IDAT", buffer, filled);
        filled = 0;
      }
    }

    @Override
    public void close() throws IOException {
      endChunk();
    }
  }
}
