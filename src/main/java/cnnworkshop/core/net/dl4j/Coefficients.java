package cnnworkshop.core.net.dl4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the parameters of a DL4J zip as ND4J 1.0.0-M2.1 writes them: two buffers, the shape's and the numbers', each a word
 * for how it is kept, its length, a word for its type, and the values, the highest byte first. ND4J itself takes the
 * numbers one by one, half a second for 16 million.
 */
final class Coefficients {

  private static final String KEPT = "MIXED_DATA_TYPES";
  private static final int BYTES_AT_ONCE = 1 << 16;
  /** A shape's buffer is a dozen numbers. */
  private static final long LONGEST_SHAPE = 64;

  private Coefficients() {}

  /**
   * The parameters, a row; empty if they are written in a way this does not know, which DL4J may.
   *
   * @throws IOException if the file is damaged
   */
  static Optional<INDArray> read(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(ModelSerializer.COEFFICIENTS_BIN);
    if (entry == null) {
      return Optional.empty();
    }
    // Out of a ZipFile nobody else compares checksums.
    CheckedInputStream checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(checked, BYTES_AT_ONCE))) {
      if (!skipShape(in) || !in.readUTF().equals(KEPT)) {
        return Optional.empty();
      }
      long count = in.readLong();
      if (!in.readUTF().equals(DataType.FLOAT.name()) || count < 1 || count > Integer.MAX_VALUE
          || count * Float.BYTES > entry.getSize()) {
        return Optional.empty();
      }
      INDArray row = Nd4j.createUninitialized(DataType.FLOAT, 1, count);
      try {
        fill(row, (int) count, in);
        if (in.read() >= 0 || checked.getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException("the parameters' checksum is not theirs");
        }
      } catch (IOException e) {
        row.close();
        throw e;
      }
      return Optional.of(row);
    }
  }

  private static boolean skipShape(DataInputStream in) throws IOException {
    if (!in.readUTF().equals(KEPT)) {
      return false;
    }
    long length = in.readLong();
    if (!in.readUTF().equals(DataType.LONG.name()) || length < 1 || length > LONGEST_SHAPE) {
      return false;
    }
    in.skipNBytes(length * Long.BYTES);
    return true;
  }

  private static void fill(INDArray row, int count, InputStream in) throws IOException {
    FloatPointer numbers = new FloatPointer(row.data().addressPointer()).capacity(count);
    FloatBuffer into = numbers.asBuffer();
    byte[] bytes = new byte[BYTES_AT_ONCE];
    FloatBuffer read = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).asFloatBuffer();
    float[] some = new float[read.capacity()];
    for (int done = 0; done < count;) {
      int next = Math.min(some.length, count - done);
      if (in.readNBytes(bytes, 0, next * Float.BYTES) < next * Float.BYTES) {
        throw new ZipException("the parameters end too early");
      }
      read.get(0, some, 0, next);
      into.put(done, some, 0, next);
      done += next;
    }
  }
}
