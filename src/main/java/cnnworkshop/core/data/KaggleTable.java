package cnnworkshop.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Goes through a table of Kaggle's competition row by row: wrong rows are told of, the others are kept. A byte order
 * mark, Windows line ends and quotes make no difference.
 */
final class KaggleTable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private KaggleTable() {}

  /** Makes something of a row. */
  @FunctionalInterface
  interface RowReader<R> {
    /**
     * @param line where the row starts, from 1
     * @throws DataFailure a sentence with the line's number, if the row is wrong
     */
    R row(CSVRecord record, long line) throws DataFailure;
  }

  /** Finds out from a header which column stands where. */
  @FunctionalInterface
  interface HeaderReader<R> {
    /**
     * @param records the first is the header
     * @param name the file's, for a failure's sentence
     * @throws DataFailure if the header lacks a column
     */
    RowReader<R> of(Iterator<CSVRecord> records, String name) throws DataFailure;
  }

  /**
   * All that could be read of a table.
   *
   * @param rows the good rows, in the file's order
   * @param faults what is wrong with the others, a line-numbered sentence each
   */
  record Content<R>(List<R> rows, List<DataFailure> faults) {}

  /**
   * Reads a whole table.
   *
   * @throws DataFailure if it can't be read or {@code header} refuses it
   */
  static <R> Content<R> read(Path file, HeaderReader<R> header) throws DataFailure {
    String name = String.valueOf(file.getFileName());
    List<R> rows = new ArrayList<>();
    List<DataFailure> faults = new ArrayList<>();
    try (CSVParser parser = parser(Files.newInputStream(file))) {
      Iterator<CSVRecord> records = parser.iterator();
      RowReader<R> reader = header.of(records, name);
      while (hasNext(records, parser, name, faults)) {
        try {
          rows.add(reader.row(records.next(), parser.getCurrentLineNumber()));
        } catch (DataFailure fault) {
          faults.add(fault);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DataFailure("data.failure.csv-unreadable", e, name);
    }
    return new Content<>(rows, faults);
  }

  private static boolean hasNext(Iterator<CSVRecord> records, CSVParser parser, String name, List<DataFailure> faults) {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      // A quote that is never closed, for one: where the next row starts can't be told any more.
      faults.add(new DataFailure("data.failure.csv-rest", e, name, line));
      return false;
    }
  }

  /** A parser of {@code in}, past the byte order mark if there is one; closing it closes {@code in}. */
  static CSVParser parser(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(buffered.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      buffered.reset();
    }
    return FORMAT.parse(new InputStreamReader(buffered, StandardCharsets.UTF_8));
  }
}
