package cnnworkshop.core.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a Kaggle facial keypoints file, read one at a time. Only where each starts is kept; the file must not
 * change meanwhile. Made by {@link KaggleCsv#index}. Any thread may use it.
 */
public final class KaggleRows {

  private final Path file;
  private final KaggleColumns columns;
  /** Byte offsets of the rows' starts, and of the end behind the last. */
  private final long[] starts;
  /** The line each row starts in, from 1. */
  private final long[] lines;

  private KaggleRows(Path file, KaggleColumns columns, long[] starts, long[] lines) {
    this.file = file;
    this.columns = columns;
    this.starts = starts;
    this.lines = lines;
  }

  static KaggleRows of(Path file) throws DataFailure {
    try (CSVParser parser = KaggleTable.parser(Files.newInputStream(file))) {
      KaggleColumns columns = KaggleColumns.of(parser.iterator(), name(file));
      return scan(file, columns);
    } catch (IOException | UncheckedIOException e) {
      throw new DataFailure("data.failure.csv-unreadable", e, name(file));
    }
  }

  /** Finds the line ends that end rows: those outside quotes, in lines that are not empty. */
  private static KaggleRows scan(Path file, KaggleColumns columns) throws IOException {
    long[] starts = new long[1024];
    long[] lines = new long[1024];
    int count = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[1 << 16];
      long position = 0;
      long line = 1;
      boolean quoted = false;
      boolean empty = true;
      for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
        for (int i = 0; i < n; i++, position++) {
          byte b = chunk[i];
          if (b == '\n') {
            line++;
            empty |= !quoted;
          } else if (b != '\r' && empty) {
            if (count + 1 == starts.length) {
              starts = Arrays.copyOf(starts, 2 * starts.length);
              lines = Arrays.copyOf(lines, 2 * lines.length);
            }
            starts[count] = position;
            lines[count] = line;
            count++;
            empty = false;
          }
          quoted ^= b == '"';
        }
      }
      starts[count] = position;
    }
    // The first is the header.
    return new KaggleRows(file, columns, Arrays.copyOfRange(starts, 1, count + 1), Arrays.copyOfRange(lines, 1, count));
  }

  /** How many rows the file has, good and wrong ones. */
  public int rowCount() {
    return lines.length;
  }

  /**
   * Reads one row.
   *
   * @param index from 0
   * @throws DataFailure if this row is wrong or the file can't be read any more
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public KaggleCsv.Row row(int index) throws DataFailure {
    long line = lines[index];
    ByteBuffer bytes = ByteBuffer.allocate((int) (starts[index + 1] - starts[index]));
    try (SeekableByteChannel channel = Files.newByteChannel(file).position(starts[index])) {
      while (bytes.hasRemaining() && channel.read(bytes) > 0) {
        // Until the row is whole or the file, made shorter meanwhile, ends.
      }
      try (CSVParser parser = KaggleTable.parser(new ByteArrayInputStream(bytes.array(), 0, bytes.position()))) {
        Iterator<CSVRecord> records = parser.iterator();
        if (records.hasNext()) {
          return columns.row(records.next(), line);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DataFailure("data.failure.csv-unreadable", e, name(file));
    }
    throw new DataFailure("data.failure.csv-unreadable", null, name(file));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
