package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.FaceFiles;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.KaggleCsv;
import java.nio.file.Path;
import java.util.List;

/** Reads annotated faces from whatever a person points at. */
final class EvaluationFaces {

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
    FaceFiles.Content content = FaceFiles.read(data);
    if (!quiet) {
      content.table().ifPresent(table -> say(table, String.valueOf(data.getFileName())));
    }
    if (content.faces().isEmpty()) {
      throw new CommandFailure("cli.evaluate.no-data", data.toString());
    }
    return content.faces();
  }

  private void say(KaggleCsv.Content content, String name) {
    workbench.err().println(workbench.texts().get("cli.kaggle.counts", name, content.fullCount(),
        content.partialCount(), content.blankCount()));
    new RowFaults(workbench).say(workbench.texts().get("cli.kaggle.left-out", name, content.faults().size()),
        content.faults());
  }
}
