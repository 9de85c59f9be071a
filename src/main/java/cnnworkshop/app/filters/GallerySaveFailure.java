package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** A picture or table of filters could not be written. */
final class GallerySaveFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  GallerySaveFailure(Path file, IOException cause) {
    super(cause instanceof AccessDeniedException ? "filters.gallery.save.forbidden" : "filters.gallery.save.failed",
        cause, String.valueOf(file.getFileName()), String.valueOf(file.toAbsolutePath().getParent()),
        String.valueOf(cause.getMessage()));
  }
}
