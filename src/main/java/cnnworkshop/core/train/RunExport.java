package cnnworkshop.core.train;

import cnnworkshop.core.FreshFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Runs for other programs. Numbers have a decimal point whatever the language is. */
public final class RunExport {

  private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
      .setHeader("run", "name", "epoch", "training_loss", "held_out_loss", "held_out_measure", "test_loss",
          "test_measure", "measure", "learning_rate", "pictures_per_second", "best")
      .setRecordSeparator('\n').get();

  private final RunJson json = new RunJson();

  /**
   * A line an epoch, run after run, in UTF-8. What there is not is an empty cell; {@code measure} says what the two
   * measures are, {@code best} is 1 at the epoch whose weights were kept and 0 elsewhere.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public void csv(List<RunRecord> runs, Path file) throws IOException {
    FreshFile.write(file.toAbsolutePath(), out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter printer = new CSVPrinter(writer, FORMAT);
      for (RunRecord run : runs) {
        for (Curve.Point point : run.curve().points()) {
          print(printer, run, point);
        }
      }
      printer.flush();
    });
  }

  private static void print(CSVPrinter printer, RunRecord run, Curve.Point p) throws IOException {
    String measure = switch (run.setup().measure()) {
      case ACCURACY -> "accuracy";
      case RMSE_PIXELS -> "rmse_px";
    };
    printer.printRecord(run.id(), run.name(), p.epoch(), number(p.trainingLoss()), number(p.heldOutLoss()),
        number(p.heldOutMeasure()), number(p.testLoss()), number(p.testMeasure()), measure, number(p.learningRate()),
        number(p.picturesPerSecond()), p.epoch() == run.curve().bestEpoch() ? 1 : 0);
  }

  /** All digits and no exponent, which some spreadsheets take for text. */
  private static String number(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "";
  }

  /**
   * An array of the runs with all that is known of each, as {@code run.json} has it.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public void json(List<RunRecord> runs, Path file) throws IOException {
    ArrayNode array = json.array();
    runs.forEach(run -> array.add(json.write(run)));
    byte[] content = json.bytes(array);
    FreshFile.write(file.toAbsolutePath(), out -> out.write(content));
  }
}
