package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoFailure;
import cnnworkshop.core.image.PhotoLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An annotated folder of faces: {@code NAME.csv} with the columns {@code file,subject} and {@code <keypoint>_x},
 * {@code <keypoint>_y}, and beside it the pictures, in a folder {@code NAME} or right there. Points are pixel indices
 * of the picture; its middle 96×96 pixels are the view, what lies around them is there for shifting and turning.
 */
public final class AnnotatedFaces {

  private AnnotatedFaces() {}

  /** Whether {@link #read} would find an annotation file here. */
  public static boolean looksLike(Path folder) {
    return Files.isDirectory(folder) && Files.isRegularFile(annotations(folder));
  }

  /**
   * Reads a folder.
   *
   * @param folder the folder with the pictures ({@code faces/train}, with {@code faces/train.csv} beside it),
   *     or one that holds both {@code train.csv} and {@code train/}
   * @throws DataFailure if there is no annotation file, it lacks a column, or a picture can't be read
   */
  public static List<FaceSample> read(Path folder) throws DataFailure {
    FaceFiles.Content content = readGood(folder, Progress.UNSEEN);
    if (!content.faults().isEmpty()) {
      throw content.faults().get(0);
    }
    return content.faces();
  }

  /**
   * Reads a folder; pictures that can't be read are left out and told of.
   *
   * @param folder as for {@link #read}
   * @param progress is told of rows
   * @throws DataFailure if there is no annotation file, it lacks a column, or a coordinate is no number
   */
  static FaceFiles.Content readGood(Path folder, Progress progress) throws DataFailure {
    Path file = annotations(folder);
    String name = String.valueOf(file.getFileName());
    PhotoLoader loader = new PhotoLoader();
    List<FaceSample> samples = new ArrayList<>();
    List<DataFailure> faults = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
      List<CSVRecord> rows = parser.getRecords();
      for (int i = 0; i < rows.size(); i++) {
        try {
          samples.add(sample(rows.get(i), pictures(file), loader));
        } catch (PhotoFailure e) {
          faults.add(new DataFailure("data.failure.faces-picture", e, name, String.valueOf(e.arguments().get(0))));
        }
        progress.at(i + 1L, rows.size());
      }
    } catch (IllegalArgumentException e) {
      throw new DataFailure("data.failure.faces-columns", e, name, String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      throw new DataFailure("data.failure.faces-missing", e, String.valueOf(folder));
    }
    return new FaceFiles.Content(samples, Optional.empty(), faults);
  }

  private static Path annotations(Path folder) {
    Path absolute = folder.toAbsolutePath();
    Path beside = absolute.resolveSibling(absolute.getFileName() + ".csv");
    return Files.isRegularFile(beside) ? beside : absolute.resolve("train.csv");
  }

  private static Path pictures(Path annotations) {
    String name = annotations.getFileName().toString();
    Path own = annotations.resolveSibling(name.substring(0, name.length() - ".csv".length()));
    return Files.isDirectory(own) ? own : annotations.getParent();
  }

  private static FaceSample sample(CSVRecord row, Path folder, PhotoLoader loader) throws PhotoFailure {
    Photo picture = loader.load(locate(folder, row.get("file")));
    float[] points = new float[Keypoints.NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      points[2 * k.ordinal()] = number(row.get(k.fileName() + "_x"));
      points[2 * k.ordinal() + 1] = number(row.get(k.fileName() + "_y"));
    }
    double left = (picture.width() - FaceView.SIZE) / 2.0;
    double top = (picture.height() - FaceView.SIZE) / 2.0;
    return new FaceSample(picture, FaceSquare.ofBox(left, top, FaceView.SIZE), points, row.get("subject"));
  }

  private static Path locate(Path folder, String file) {
    Path here = folder.resolve(file);
    return Files.exists(here) ? here : folder.resolveSibling(file);
  }

  private static float number(String cell) {
    return cell.isBlank() ? Float.NaN : Float.parseFloat(cell);
  }
}
