package cnnworkshop.core.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pictures among files and folders a person gave together. Folders are looked into, those within them are not.
 *
 * @param files at least one
 */
record DroppedFiles(List<Path> files) {

  /** @see DroppedContent#pictures() */
  List<PictureSource> pictures() throws DropFailure {
    if (files.size() == 1 && !Files.isDirectory(files.get(0))) {
      return List.of(new PictureSource.FileSource(files.get(0)));
    }
    List<PictureSource> found = new ArrayList<>();
    for (Path file : files) {
      for (Path candidate : Files.isDirectory(file) ? inside(file) : List.of(file)) {
        if (PhotoLoader.formatOf(candidate).filter(PictureFormat::isDecodable).isPresent()) {
          found.add(new PictureSource.FileSource(candidate));
        }
      }
    }
    if (found.isEmpty()) {
      throw files.size() > 1 ? new DropFailure(DropFailure.Kind.NO_PICTURE_FILE, files.size(), null)
          : new DropFailure(DropFailure.Kind.NO_PICTURE_IN_FOLDER, String.valueOf(files.get(0).getFileName()), null);
    }
    return found;
  }

  private static List<Path> inside(Path folder) throws DropFailure {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new DropFailure(DropFailure.Kind.FOLDER_CLOSED, String.valueOf(folder.getFileName()), e);
    }
  }
}
