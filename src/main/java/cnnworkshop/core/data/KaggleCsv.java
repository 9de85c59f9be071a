package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVParser;

/**
 * Reads the files of Kaggle's facial keypoints competition: {@code training.csv} (30 coordinate columns, then
 * {@code Image}: 9216 numbers 0..255 separated by spaces, row by row) and {@code test.csv} ({@code ImageId, Image}).
 * Columns are found by their names; a byte order mark, Windows line ends and quotes make no difference.
 */
public final class KaggleCsv {

  private KaggleCsv() {}

  /**
   * One picture of a file.
   *
   * @param line the line it stands in, from 1 as an editor counts; the header is line 1
   * @param imageId the number test.csv names the picture by, as it stands there; null if the file has no such column
   * @param greys 9216 bytes, unsigned 0..255, [row, column]; numbers that are not whole are rounded
   * @param points x, y of the 15 keypoints in the order of {@link Keypoint}, in pixels of the 96×96 picture; NaN
   *     where the cell is empty; null if the file has no points
   */
  public record Row(long line, String imageId, byte[] greys, float[] points) {

    /** The greys as numbers 0..255, [row, column]. */
    public float[] pixels() {
      float[] pixels = new float[greys.length];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = greys[i] & 0xFF;
      }
      return pixels;
    }

    /** The picture, 96×96. */
    public Photo toPhoto() {
      return Photo.ofGrey(FaceView.SIZE, FaceView.SIZE, pixels());
    }

    /** How many of the 15 points the file gives: both coordinates must be there. */
    public int pointCount() {
      int count = 0;
      for (int i = 0; points != null && i < points.length; i += 2) {
        count += Float.isNaN(points[i]) || Float.isNaN(points[i + 1]) ? 0 : 1;
      }
      return count;
    }

    /**
     * The picture with its points as something to learn from. Nobody says who is on it, so each row is a subject.
     *
     * @throws IllegalStateException if the file has no points
     */
    public FaceSample toSample() {
      if (points == null) {
        throw new IllegalStateException("no points in line " + line);
      }
      return new FaceSample(toPhoto(), FaceSquare.ofBox(0, 0, FaceView.SIZE), points, "line " + line);
    }
  }

  /**
   * All that could be read of a file.
   *
   * @param rows the good rows, in the file's order
   * @param faults what is wrong with the others, a line-numbered sentence each
   */
  public record Content(List<Row> rows, List<DataFailure> faults) {

    /** How many rows have all 15 points. */
    public int fullCount() {
      return (int) rows.stream().filter(row -> row.pointCount() == Keypoint.values().length).count();
    }

    /** How many rows have points, but not all: they can be learned from in part. */
    public int partialCount() {
      return rows.size() - fullCount() - blankCount();
    }

    /** How many rows have no point at all: nothing can be learned from them. */
    public int blankCount() {
      return (int) rows.stream().filter(row -> row.pointCount() == 0).count();
    }
  }

  /**
   * Reads a whole file; rows that are wrong are left out and told of.
   *
   * @throws DataFailure if it can't be read or has not the columns of these files
   */
  public static Content read(Path file) throws DataFailure {
    return content(KaggleTable.read(file, KaggleColumns::of));
  }

  /**
   * Reads a whole file whose pictures are asked for by their ImageId, as {@code test.csv}'s are. A row is also wrong
   * if its ImageId is no whole number or was there before.
   *
   * @throws DataFailure if it can't be read, has not the columns of these files or no ImageId
   */
  public static Content readNumbered(Path file) throws DataFailure {
    return content(KaggleTable.read(file, (records, name) -> KaggleColumns.of(records, name).numbered(name)));
  }

  private static Content content(KaggleTable.Content<Row> table) {
    return new Content(table.rows(), table.faults());
  }

  /**
   * Finds where a file's rows are, so that single ones can be read at once.
   *
   * @throws DataFailure if it can't be read or has not the columns of these files
   */
  public static KaggleRows index(Path file) throws DataFailure {
    return KaggleRows.of(file);
  }

  /** Whether a file has the header of one of these files; false as well if it can't be read. */
  public static boolean looksLike(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      // The longest header, with all names, has some 750 characters.
      byte[] head = in.readNBytes(4096);
      try (CSVParser parser = KaggleTable.parser(new ByteArrayInputStream(head))) {
        KaggleColumns.of(parser.iterator(), String.valueOf(file.getFileName()));
        return true;
      }
    } catch (IOException | UncheckedIOException | DataFailure e) {
      return false;
    }
  }
}
