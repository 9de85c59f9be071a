package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes where a unit is excited most as a table. Numbers have a decimal point whatever the language is. */
public final class PatchCsv {

  private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
      .setHeader("rank", "value", "picture", "map_row", "map_column", "x", "y", "width", "height")
      .setRecordSeparator('\n').get();

  private PatchCsv() {}

  /**
   * A line a place, the strongest first, in UTF-8; {@code x} to {@code height} in pixels of the picture, 0 at its left
   * and upper edges.
   *
   * @param names what each picture is called
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public static void write(Path file, List<FoundPatch> patches, PatchCut cut, IntFunction<String> names)
      throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter printer = new CSVPrinter(writer, FORMAT);
      for (int i = 0; i < patches.size(); i++) {
        FoundPatch patch = patches.get(i);
        PatchCut.Place place = cut.place(patch);
        printer.printRecord(i + 1, patch.value(), names.apply(patch.look().picture()), patch.row(), patch.column(),
            place.x(), place.y(), place.width(), place.height());
      }
      printer.flush();
    });
  }
}
