package cnnworkshop.app.photo;

import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.KaggleCsv;
import cnnworkshop.core.data.KaggleRows;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.PictureFormat;
import cnnworkshop.core.image.PictureOpener;
import cnnworkshop.core.image.PictureSource;
import cnnworkshop.core.image.WebPicture;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the pictures among files and folders a person gave, in the background. */
final class PictureFinder {

  /** More than anyone steps through one by one; a dropped home folder must not fill the memory. */
  private static final int MOST = 10_000;

  /**
   * What was found.
   *
   * @param entries what can be opened, in order
   * @param passedOver how many files are no pictures
   * @param table the table whose rows they are; null if they are files
   */
  record Found(List<PictureEntry> entries, int passedOver, FaceTable table) {

    /** Pictures that are files. */
    static Found files(List<PictureEntry> entries, int passedOver) {
      return new Found(entries, passedOver, null);
    }
  }

  private final PhotoLoader loader;
  private final PictureOpener opener;
  private final Texts texts;

  PictureFinder(PhotoLoader loader, Texts texts) {
    this.loader = loader;
    this.opener = new PictureOpener(loader, new WebPicture());
    this.texts = texts;
  }

  /**
   * A single file is always tried, so that its own failure says what it is. Of several, and of those in folders, only
   * pictures are taken. A table of the Kaggle files gives a picture a row.
   */
  Found find(List<Path> given) throws Exception {
    if (given.size() == 1 && !Files.isDirectory(given.get(0))) {
      Path file = given.get(0);
      return KaggleCsv.looksLike(file) ? rows(file) : Found.files(List.of(picture(file)), 0);
    }
    List<PictureEntry> entries = new ArrayList<>();
    int passedOver = 0;
    for (Path path : given) {
      for (Path file : filesIn(path)) {
        if (entries.size() < MOST && PhotoLoader.formatOf(file).filter(PictureFormat::isDecodable).isPresent()) {
          entries.add(picture(file));
        } else {
          passedOver++;
        }
      }
    }
    return Found.files(entries, passedOver);
  }

  private PictureEntry picture(Path file) {
    String name = String.valueOf(file.getFileName());
    return new PictureEntry(name, Optional.of(file), () -> new Picture(name, loader.load(file), false));
  }

  /** Pictures that come from another program, some of them from behind a link. */
  List<PictureEntry> from(List<PictureSource> sources) {
    List<PictureEntry> entries = new ArrayList<>();
    for (PictureSource source : sources) {
      Optional<Path> file = source instanceof PictureSource.FileSource f ? Optional.of(f.path()) : Optional.empty();
      entries.add(new PictureEntry(source.name(), file,
          () -> new Picture(source.name(), opener.open(source), false)));
    }
    return entries;
  }

  private Found rows(Path table) throws DataFailure {
    KaggleRows rows = KaggleCsv.index(table);
    String name = String.valueOf(table.getFileName());
    List<PictureEntry> entries = new ArrayList<>();
    for (int i = 0; i < rows.rowCount(); i++) {
      int index = i;
      String title = texts.get("photo-tab.row", name, index + 1);
      entries.add(new PictureEntry(title, Optional.of(table),
          () -> new Picture(title, rows.row(index).toPhoto(), true)));
    }
    return new Found(entries, 0, new FaceTable(name, rows));
  }

  /** A folder's own files in order of their names, hidden ones left out; a file itself. */
  private static List<Path> filesIn(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."))
          .sorted().toList();
    }
  }
}
