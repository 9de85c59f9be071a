package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.nio.file.Path;

/** What could not be done with an edited network. */
final class EditFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  private EditFailure(String key, Throwable cause, Object... arguments) {
    super(key, cause, arguments);
  }

  /** It could not be written. */
  static EditFailure notSaved(Path file, IOException cause) {
    return new EditFailure("filters.edit.failure.save", cause, file.getFileName().toString(),
        String.valueOf(file.toAbsolutePath().getParent()), String.valueOf(cause.getMessage()));
  }

  /** A network to take filters from does not begin with a convolution. */
  static EditFailure noFilters(Path file) {
    return new EditFailure("filters.edit.failure.no-filters", null, file.getFileName().toString());
  }
}
