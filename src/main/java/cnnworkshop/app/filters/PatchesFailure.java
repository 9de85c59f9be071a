package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.nio.file.Path;

/** Patches or maps could not be written where the person wanted them. */
final class PatchesFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  PatchesFailure(Path file, IOException cause) {
    super("filters.patches.failure.not-written", cause, String.valueOf(file.getFileName()),
        String.valueOf(file.toAbsolutePath().getParent()));
  }
}
