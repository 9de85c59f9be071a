package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.net.FeatureMaps;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the exact values of maps as tables. Numbers have a decimal point whatever the language is. */
public final class MapsCsv {

  private static final CSVFormat PLAIN = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
  private static final CSVFormat LONG =
      PLAIN.builder().setHeader("map", "row", "column", "value").get();

  private MapsCsv() {}

  /**
   * All maps of a layer, a line a value.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public static void writeLayer(Path file, FeatureMaps maps) throws IOException {
    write(file, LONG, printer -> {
      int i = 0;
      for (int map = 0; map < maps.shape().channels(); map++) {
        for (int row = 0; row < maps.shape().height(); row++) {
          for (int column = 0; column < maps.shape().width(); column++) {
            printer.printRecord(map, row, column, maps.values()[i++]);
          }
        }
      }
    });
  }

  /**
   * One map, a line a row of it.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public static void writeMap(Path file, FeatureMaps maps, int map) throws IOException {
    write(file, PLAIN, printer -> {
      for (int row = 0; row < maps.shape().height(); row++) {
        for (int column = 0; column < maps.shape().width(); column++) {
          printer.print(maps.at(map, row, column));
        }
        printer.println();
      }
    });
  }

  /** What is written. */
  private interface Content {
    void to(CSVPrinter printer) throws IOException;
  }

  private static void write(Path file, CSVFormat format, Content content) throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter printer = new CSVPrinter(writer, format);
      content.to(printer);
      printer.flush();
    });
  }
}
