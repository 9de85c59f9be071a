package cnnworkshop.app.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes curves as a table: a line a point, with the run and the curve it belongs to. */
final class ChartTable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader("run", "series", "epoch", "value").setRecordSeparator('\n').get();

  private ChartTable() {}

  /** CSV (RFC 4180) with a head line; numbers have a dot and as many digits as they need, or are NaN. */
  static String csv(List<ChartRun> runs) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (ChartRun run : runs) {
        for (ChartSeries series : run.series()) {
          for (int i = 0; i < series.size(); i++) {
            printer.printRecord(run.name(), series.name(), series.epoch(i), series.value(i));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return text.toString();
  }
}
