package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoint;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Kaggle's {@code IdLookupTable.csv} ({@code RowId, ImageId, FeatureName, Location}): which coordinates of which
 * pictures of {@code test.csv} a submission has to hold. {@code Location} is empty there and need not be in the file.
 * Columns are found by their names; a byte order mark, Windows line ends and quotes make no difference.
 *
 * @param rows the good rows, in the file's order
 * @param faults what is wrong with the others, a line-numbered sentence each
 */
public record KaggleLookup(List<Row> rows, List<DataFailure> faults) {

  /**
   * A number that is asked for.
   *
   * @param line the line it stands in, from 1 as an editor counts; the header is line 1
   * @param rowId the number a submission names it by
   * @param imageId the picture, as {@link KaggleCsv.Row#imageId} names it
   * @param coordinate which of the picture's 30: 2k is the x of {@link Keypoint} k, 2k + 1 its y
   */
  public record Row(long line, long rowId, String imageId, int coordinate) {}

  /**
   * Reads a whole table; rows that are wrong (a RowId that is no whole number or there twice, a FeatureName nobody
   * knows, cells that are missing) are left out and told of.
   *
   * @throws DataFailure if it can't be read or has not the columns of this file
   */
  public static KaggleLookup read(Path file) throws DataFailure {
    KaggleTable.Content<Row> content = KaggleTable.read(file, Columns::of);
    return new KaggleLookup(content.rows(), content.faults());
  }

  /** Where in the file which column stands. */
  private record Columns(int rowId, int imageId, int featureName, int cells, DistinctNumbers rowIds)
      implements KaggleTable.RowReader<Row> {

    private static final String ROW_ID = "RowId";
    private static final String IMAGE_ID = "ImageId";
    private static final String FEATURE_NAME = "FeatureName";

    static Columns of(Iterator<CSVRecord> records, String name) throws DataFailure {
      List<String> header = records.hasNext() ? records.next().toList() : List.of();
      for (String needed : List.of(ROW_ID, IMAGE_ID, FEATURE_NAME)) {
        if (!header.contains(needed)) {
          throw new DataFailure("data.failure.lookup-columns", null, name, needed);
        }
      }
      return new Columns(header.indexOf(ROW_ID), header.indexOf(IMAGE_ID), header.indexOf(FEATURE_NAME), header.size(),
          new DistinctNumbers(ROW_ID));
    }

    @Override
    public Row row(CSVRecord record, long line) throws DataFailure {
      // Some programs leave out a last cell that is empty, and nothing is read from Location.
      if (record.size() <= Math.max(rowId, Math.max(imageId, featureName)) || record.size() > cells) {
        throw new DataFailure("data.failure.csv-cells", null, line, record.size(), cells);
      }
      String feature = record.get(featureName);
      int coordinate = KaggleColumns.COORDINATES.indexOf(feature);
      if (coordinate < 0) {
        throw new DataFailure("data.failure.lookup-feature", null, line, feature);
      }
      return new Row(line, rowIds.next(record.get(rowId), line), record.get(imageId), coordinate);
    }
  }
}
