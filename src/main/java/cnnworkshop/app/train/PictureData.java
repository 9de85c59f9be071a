package cnnworkshop.app.train;

import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.LabelledPictures;
import java.util.List;

/**
 * Pictures with classes that are there to learn from.
 *
 * @param name what to call them, in a run's record too
 * @param training what to learn from
 * @param test what only reports; may be empty
 * @param faults what was left out, and why
 */
record PictureData(String name, LabelledPictures training, LabelledPictures test, List<DataFailure> faults) {

  PictureData {
    faults = List.copyOf(faults);
  }
}
