package cnnworkshop.core.inspect;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What explains answers, as numbers in files: RFC 4180 with a header line, decimal points whatever the locale. */
public final class ExplanationTable {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private ExplanationTable() {}

  private interface Lines {
    void print(CSVPrinter printer) throws IOException;
  }

  /** The names of all a keypoint network says, as in the Kaggle files, with what stands for each. */
  public static Map<String, Explained> ofPoints() {
    Map<String, Explained> columns = new LinkedHashMap<>();
    for (Keypoint point : Keypoint.values()) {
      columns.put(point.fileName() + "_x", new Explained.OfPoint(point, Direction.ACROSS));
      columns.put(point.fileName() + "_y", new Explained.OfPoint(point, Direction.DOWN));
    }
    return columns;
  }

  /** The names of all classes, with what stands for each; of two with the same name the second gets its number. */
  public static Map<String, Explained> ofClasses(List<String> names) {
    Map<String, Explained> columns = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = columns.containsKey(names.get(i)) ? names.get(i) + " " + i : names.get(i);
      columns.put(name, new Explained.OfClass(i));
    }
    return columns;
  }

  /**
   * Writes effects: a line a place that is done, with the row and column in which its patch begins.
   *
   * @param columns as {@link #ofPoints} or {@link #ofClasses} gives them
   */
  public static void write(Path file, OcclusionSweep sweep, Map<String, Explained> columns) throws IOException {
    write(file, printer -> {
      List<String> head = new ArrayList<>(List.of("row", "column"));
      head.addAll(columns.keySet());
      printer.printRecord(head);
      for (int place = 0; place < sweep.done(); place++) {
        List<Object> line = new ArrayList<>();
        line.add(sweep.occlusion().grid().top(place));
        line.add(sweep.occlusion().grid().left(place));
        for (Explained explained : columns.values()) {
          line.add(sweep.effect(place, explained));
        }
        printer.printRecord(line);
      }
    });
  }

  /**
   * Writes one value a pixel: row, column, value.
   *
   * @param values [row, column]
   */
  public static void write(Path file, int width, float[] values) throws IOException {
    write(file, printer -> {
      printer.printRecord("row", "column", "value");
      for (int i = 0; i < values.length; i++) {
        printer.printRecord(i / width, i % width, values[i]);
      }
    });
  }

  /** The effects as maps, one a column, [column, row, column of the grid]. */
  public static Maps maps(OcclusionSweep sweep, Collection<Explained> columns) {
    PatchGrid grid = sweep.occlusion().grid();
    float[] values = new float[columns.size() * grid.count()];
    int from = 0;
    for (Explained explained : columns) {
      System.arraycopy(sweep.effects(explained), 0, values, from, grid.count());
      from += grid.count();
    }
    return new LayerMaps(new FeatureMaps(new Shape(columns.size(), grid.rows(), grid.columns()), values));
  }

  private static void write(Path file, Lines lines) throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter printer = new CSVPrinter(writer, FORMAT);
      lines.print(printer);
      printer.flush();
    });
  }
}
