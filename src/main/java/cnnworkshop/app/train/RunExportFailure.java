package cnnworkshop.app.train;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.nio.file.Path;

/** Runs could not be written where a person wanted them. */
final class RunExportFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  RunExportFailure(Path file, IOException cause) {
    super("train.runs.failure.not-written", cause, file.toString());
  }
}
