package cnnworkshop.core.data;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Kaggle's competition takes: {@code RowId,Location}, a line for each row of the lookup table, in its order.
 * Kaggle refuses a file that lacks rows, so what is asked of a picture without an answer is answered with the mean
 * face; {@link #withoutAnswer} says which that are.
 */
public final class KaggleSubmission {

  private static final double LARGEST = FaceView.SIZE;

  private final List<KaggleLookup.Row> rows;
  private final Map<String, Keypoints> answers;

  /**
   * @param rows what is asked for
   * @param answers by ImageId, in pixels of the 96×96 picture; all of them finite
   */
  public KaggleSubmission(List<KaggleLookup.Row> rows, Map<String, Keypoints> answers) {
    this.rows = List.copyOf(rows);
    this.answers = Map.copyOf(answers);
  }

  /**
   * A picture that is asked for and has no answer.
   *
   * @param line where the lookup table first asks for it, from 1
   * @param imageId its name
   * @param rows how many rows ask for it
   */
  public record Unanswered(long line, String imageId, int rows) {

    private Unanswered andOneMore() {
      return new Unanswered(line, imageId, rows + 1);
    }
  }

  /** The pictures that are answered with the mean face, in the table's order. */
  public List<Unanswered> withoutAnswer() {
    Map<String, Unanswered> pictures = new LinkedHashMap<>();
    for (KaggleLookup.Row row : rows) {
      if (!answers.containsKey(row.imageId())) {
        pictures.merge(row.imageId(), new Unanswered(row.line(), row.imageId(), 1),
            (before, one) -> before.andOneMore());
      }
    }
    return List.copyOf(pictures.values());
  }

  /**
   * Writes the file: locations in pixels, clipped to 0..96, with a decimal point whatever the language is.
   *
   * @throws IOException if it could not be written; what was at {@code file} before is then still there
   */
  public void write(Path file) throws IOException {
    FreshFile.write(file, out -> {
      out.write("RowId,Location\n".getBytes(StandardCharsets.US_ASCII));
      for (KaggleLookup.Row row : rows) {
        String line = String.format(Locale.ROOT, "%d,%.4f", row.rowId(), location(row)) + "\n";
        out.write(line.getBytes(StandardCharsets.US_ASCII));
      }
    });
  }

  private double location(KaggleLookup.Row row) {
    double[] points = answers.getOrDefault(row.imageId(), FaceLayout.MEAN_FACE).toArray();
    return Math.max(0, Math.min(LARGEST, points[row.coordinate()]));
  }
}
