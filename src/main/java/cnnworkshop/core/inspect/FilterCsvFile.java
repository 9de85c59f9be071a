package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes the exact numbers of a layer's filters as a table: a line a weight with its filter, channel, row and column,
 * counted from 0, and its filter's bias. Numbers have a dot, whatever the locale, and as many digits as they need.
 */
public final class FilterCsvFile {

  private FilterCsvFile() {}

  /** Writes all filters, first to a temporary name. */
  public static void write(Path file, Filters filters) throws IOException {
    int columns = filters.spec().filter().columns();
    int places = filters.spec().filter().rows() * columns;
    FreshFile.write(file, out -> {
      Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
      csv.write("filter,channel,row,column,weight,bias\n");
      for (int i = 0; i < filters.weights().length; i++) {
        int filter = i / places / filters.channels();
        csv.write(filter + "," + i / places % filters.channels() + "," + i % places / columns + "," + i % columns + ","
            + filters.weights()[i] + "," + filters.biases()[filter] + "\n");
      }
      csv.flush();
    });
  }
}
