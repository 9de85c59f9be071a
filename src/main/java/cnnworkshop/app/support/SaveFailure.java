package cnnworkshop.app.support;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** A file could not be written. */
public final class SaveFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** @param file the file that was to be written */
  public SaveFailure(Path file, IOException cause) {
    super(cause instanceof AccessDeniedException ? "photo-tab.save.forbidden" : "photo-tab.save.failed", cause,
        file.getFileName().toString(), String.valueOf(file.toAbsolutePath().getParent()),
        String.valueOf(cause.getMessage()));
  }
}
