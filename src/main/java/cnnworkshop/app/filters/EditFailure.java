package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import java.nio.file.Path;

/** No filters could be taken from a network. */
final class EditFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** @param file a network to take filters from, which does not begin with a convolution */
  EditFailure(Path file) {
    super("filters.edit.failure.no-filters", null, file.getFileName().toString());
  }
}
