package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/** Where in a Kaggle facial keypoints file which column stands, and how to read a row by that. */
final class KaggleColumns implements KaggleTable.RowReader<KaggleCsv.Row> {

  /** What the 30 coordinates are called, in the order of the network's outputs: left_eye_center_x, and so on. */
  static final List<String> COORDINATES =
      IntStream.range(0, Keypoints.NUMBERS).mapToObj(KaggleColumns::coordinateName).toList();

  private static final String IMAGE = "Image";
  private static final String IMAGE_ID = "ImageId";
  private static final int PIXELS = FaceView.SIZE * FaceView.SIZE;

  private final int cells;
  private final int image;
  /** The column that numbers the pictures, or negative if the file has none. */
  private final int imageId;
  /** The column of each of the 30 coordinates, or null if the file has none of them. */
  private final int[] coordinates;

  private KaggleColumns(int cells, int image, int imageId, int[] coordinates) {
    this.cells = cells;
    this.image = image;
    this.imageId = imageId;
    this.coordinates = coordinates;
  }

  /**
   * @param records the first is the header
   * @param name the file's, for a failure's sentence
   * @throws DataFailure if the header lacks a column
   */
  static KaggleColumns of(Iterator<CSVRecord> records, String name) throws DataFailure {
    List<String> header = records.hasNext() ? records.next().toList() : List.of();
    int image = header.indexOf(IMAGE);
    if (image < 0) {
      throw new DataFailure("data.failure.csv-columns", null, name, IMAGE);
    }
    int[] coordinates = new int[Keypoints.NUMBERS];
    int found = 0;
    String missing = "";
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = header.indexOf(COORDINATES.get(i));
      if (coordinates[i] >= 0) {
        found++;
      } else if (missing.isEmpty()) {
        missing = COORDINATES.get(i);
      }
    }
    if (found > 0 && !missing.isEmpty()) {
      throw new DataFailure("data.failure.csv-columns", null, name, missing);
    }
    return new KaggleColumns(header.size(), image, header.indexOf(IMAGE_ID), found == 0 ? null : coordinates);
  }

  private static String coordinateName(int number) {
    return Keypoint.values()[number / 2].fileName() + (number % 2 == 0 ? "_x" : "_y");
  }

  /**
   * A reader for which a row is also wrong if its ImageId is no whole number or was there before.
   *
   * @param name the file's, for a failure's sentence
   * @throws DataFailure if the file does not number its pictures
   */
  KaggleTable.RowReader<KaggleCsv.Row> numbered(String name) throws DataFailure {
    if (imageId < 0) {
      throw new DataFailure("data.failure.csv-no-ids", null, name, IMAGE_ID);
    }
    DistinctNumbers imageIds = new DistinctNumbers(IMAGE_ID);
    return (record, line) -> {
      KaggleCsv.Row row = row(record, line);
      imageIds.next(row.imageId(), line);
      return row;
    };
  }

  @Override
  public KaggleCsv.Row row(CSVRecord record, long line) throws DataFailure {
    if (record.size() != cells) {
      throw new DataFailure("data.failure.csv-cells", null, line, record.size(), cells);
    }
    return new KaggleCsv.Row(line, imageId < 0 ? null : record.get(imageId), greys(record.get(image), line),
        coordinates == null ? null : points(record, line));
  }

  private float[] points(CSVRecord record, long line) throws DataFailure {
    float[] points = new float[coordinates.length];
    for (int i = 0; i < points.length; i++) {
      String cell = record.get(coordinates[i]);
      points[i] = cell.isEmpty() ? Float.NaN : number(cell);
      if (!cell.isEmpty() && !Float.isFinite(points[i])) {
        throw new DataFailure("data.failure.csv-point", null, line, COORDINATES.get(i), cell);
      }
    }
    return points;
  }

  private static byte[] greys(String cell, long line) throws DataFailure {
    byte[] greys = new byte[PIXELS];
    int count = 0;
    int at = 0;
    while (at < cell.length()) {
      int end = cell.indexOf(' ', at);
      end = end < 0 ? cell.length() : end;
      if (end > at) {
        float value = pixel(cell, at, end);
        if (!(value >= 0 && value <= 255)) {
          throw new DataFailure("data.failure.csv-pixel", null, line, count + 1, cell.substring(at, end));
        }
        if (count < PIXELS) {
          greys[count] = (byte) Math.round(value);
        }
        count++;
      }
      at = end + 1;
    }
    if (count != PIXELS) {
      throw new DataFailure("data.failure.csv-pixel-count", null, line, count, PIXELS);
    }
    return greys;
  }

  /** A number of one to three digits is read here: a file has 65 million of them. */
  private static float pixel(String cell, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = cell.charAt(i) - '0';
      if (digit < 0 || digit > 9 || to - from > 3) {
        return number(cell.substring(from, to));
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /** NaN for what is no number. Files have a decimal point, whatever the language is. */
  private static float number(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }
}
