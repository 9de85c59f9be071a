package cnnworkshop.app.photo;

import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.KaggleCsv;
import cnnworkshop.core.data.KaggleRows;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import java.util.Arrays;

/**
 * A table whose rows are faces as the network sees them, opened as a source of pictures.
 *
 * @param name the file's
 * @param rows its rows, good and wrong ones
 */
record FaceTable(String name, KaggleRows rows) {

  /**
   * Reads a face, in the background.
   *
   * @param row from 0
   * @return its points are NaN where the table has none
   * @throws DataFailure if this row is wrong or the file can't be read any more
   */
  FaceSample face(int row) throws DataFailure {
    KaggleCsv.Row read = rows.row(row);
    if (read.points() != null) {
      return read.toSample();
    }
    float[] unknown = new float[Keypoints.NUMBERS];
    Arrays.fill(unknown, Float.NaN);
    return new FaceSample(read.toPhoto(), FaceSquare.ofBox(0, 0, FaceView.SIZE), unknown, "");
  }
}
