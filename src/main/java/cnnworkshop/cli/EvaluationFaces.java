package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.AnnotatedFaces;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.KaggleCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads annotated faces from whatever a person points at. */
final class EvaluationFaces {

  private static final String TABLE_END = ".csv";

  private final Workbench workbench;
  private final boolean quiet;

  EvaluationFaces(Workbench workbench, boolean quiet) {
    this.workbench = workbench;
    this.quiet = quiet;
  }

  /**
   * @param data a Kaggle table, an annotated folder, or the table of one
   * @throws UserFailure if there are no annotated faces
   */
  List<FaceSample> read(Path data) throws UserFailure {
    List<FaceSample> faces = KaggleCsv.looksLike(data)
        ? kaggle(data)
        : AnnotatedFaces.read(isTable(data) ? withoutEnding(data) : data);
    if (faces.isEmpty()) {
      throw new CommandFailure("cli.evaluate.no-data", data.toString());
    }
    return faces;
  }

  private List<FaceSample> kaggle(Path table) throws DataFailure {
    KaggleCsv.Content content = KaggleCsv.read(table);
    if (!quiet) {
      say(content, String.valueOf(table.getFileName()));
    }
    return content.rows().stream().filter(row -> row.pointCount() > 0).map(KaggleCsv.Row::toSample).toList();
  }

  private void say(KaggleCsv.Content content, String name) {
    workbench.err().println(workbench.texts().get("cli.kaggle.counts", name, content.fullCount(),
        content.partialCount(), content.blankCount()));
    new RowFaults(workbench).say(workbench.texts().get("cli.kaggle.left-out", name, content.faults().size()),
        content.faults());
  }

  private static boolean isTable(Path data) {
    return Files.isRegularFile(data) && data.toString().endsWith(TABLE_END);
  }

  private static Path withoutEnding(Path table) {
    String name = table.getFileName().toString();
    return table.toAbsolutePath().resolveSibling(name.substring(0, name.length() - TABLE_END.length()));
  }
}
