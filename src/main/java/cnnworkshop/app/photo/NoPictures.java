package cnnworkshop.app.photo;

import cnnworkshop.core.UserFailure;

/** Of what a person gave nothing could be opened. */
final class NoPictures extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** @param files how many files were looked at */
  NoPictures(int files) {
    super(files == 0 ? "photo-tab.open.empty" : "photo-tab.open.no-pictures", null, files);
  }
}
