package cnnworkshop.core.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Annotated faces from whatever a person points at: a Kaggle table, an annotated folder, or the table of one. */
public final class FaceFiles {

  private static final String TABLE_END = ".csv";

  private FaceFiles() {}

  /**
   * All that could be read.
   *
   * @param faces those with a point or more
   * @param table the rows of a Kaggle table, those without points included; empty for a folder
   * @param faults what was left out, a sentence each that names the line or the file
   */
  public record Content(List<FaceSample> faces, Optional<KaggleCsv.Content> table, List<DataFailure> faults) {

    public Content {
      faces = List.copyOf(faces);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads faces. Rows of a Kaggle table that are wrong are left out and told of.
   *
   * @throws DataFailure if there are no annotated faces to be read, or a picture of a folder can't be
   */
  public static Content read(Path place) throws DataFailure {
    return KaggleCsv.looksLike(place) ? kaggle(place)
        : new Content(AnnotatedFaces.read(folderOf(place)), Optional.empty(), List.of());
  }

  /**
   * The same for one who can do without some: pictures of a folder that can't be read are left out and told of too.
   *
   * @param progress is told of a folder's rows; of a Kaggle table nothing
   * @throws DataFailure if there are no annotated faces to be read
   */
  public static Content readGood(Path place, Progress progress) throws DataFailure {
    return KaggleCsv.looksLike(place) ? kaggle(place) : AnnotatedFaces.readGood(folderOf(place), progress);
  }

  private static Content kaggle(Path table) throws DataFailure {
    KaggleCsv.Content content = KaggleCsv.read(table);
    List<FaceSample> faces =
        content.rows().stream().filter(row -> row.pointCount() > 0).map(KaggleCsv.Row::toSample).toList();
    return new Content(faces, Optional.of(content), content.faults());
  }

  private static Path folderOf(Path place) {
    String name = String.valueOf(place.getFileName());
    return Files.isRegularFile(place) && name.endsWith(TABLE_END)
        ? place.toAbsolutePath().resolveSibling(name.substring(0, name.length() - TABLE_END.length())) : place;
  }
}
