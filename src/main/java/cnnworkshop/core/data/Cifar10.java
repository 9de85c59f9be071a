package cnnworkshop.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * Reads CIFAR-10 (32×32 colour pictures of ten kinds of thing) in its <em>binary version</em>: the files
 * {@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code test_batch.bin}, with any number of pictures each,
 * in a folder or in the archive they are published in. The classes' names come from {@code batches.meta.txt} if it
 * is there. Folders and archives of the Python and MATLAB versions are recognised, so that a person is told which one
 * is needed.
 */
public final class Cifar10 {

  private static final List<String> FOLDERS =
      List.of("", "cifar-10-batches-bin", "cifar-10-batches-py", "cifar-10-batches-mat");
  private static final int TAR_BLOCK = 512;
  private static final int FIRST_GZIP_BYTE = 0x1F;
  private static final int SECOND_GZIP_BYTE = 0x8B;
  private static final int BUFFER = 1 << 16;

  private Cifar10() {}

  /**
   * All that could be read.
   *
   * @param training what to learn from, batch by batch; 3×32×32, at least one picture
   * @param test what only reports, likewise
   * @param faults what is wrong with the rest, a sentence each that names the file
   */
  public record Content(LabelledPictures training, LabelledPictures test, List<DataFailure> faults) {

    public Content {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Whether {@link #read} is the one to ask: there are files of CIFAR-10 in any version, or it is a tar archive. Looks
   * at names and first bytes alone; false as well if they can't be seen.
   */
  public static boolean looksLike(Path place) {
    if (Files.isDirectory(place)) {
      return FOLDERS.stream().map(place::resolve).anyMatch(folder ->
          Cifar10Files.pictureFiles().map(folder::resolve).anyMatch(Files::isRegularFile));
    }
    if (!Files.isRegularFile(place)) {
      return false;
    }
    if (Cifar10Files.knows(nameOf(place))) {
      return true;
    }
    try (InputStream file = open(place); InputStream in = unpacked(file)) {
      return startsAsTar(in);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a copy of CIFAR-10. Records and files that are wrong are left out and told of.
   *
   * @param place the folder with the files, the one above it, the archive ({@code .tar.gz}, {@code .tgz} or what a
   *     browser made of it by unpacking, {@code .tar}), or one of the files
   * @throws DataFailure if there is no such place, it can't be opened, is another version, is damaged as a whole,
   *     or has nothing to learn from or to test on
   */
  public static Content read(Path place) throws DataFailure {
    if (!Files.exists(place)) {
      throw new DataFailure("data.failure.cifar-missing", null, place.toString());
    }
    Cifar10Files files = new Cifar10Files();
    try {
      if (Files.isDirectory(place)) {
        addFolders(place, files);
      } else if (Cifar10Files.knows(nameOf(place))) {
        addFolders(place.toAbsolutePath().getParent(), files);
      } else {
        addArchive(place, files);
      }
      return files.content(nameOf(place));
    } catch (OutOfMemoryError e) {
      // One array too large to be made leaves the program whole.
      throw new DataFailure("data.failure.cifar-too-large", e, nameOf(place));
    }
  }

  private static void addFolders(Path place, Cifar10Files files) throws DataFailure {
    for (String name : FOLDERS) {
      Path folder = place.resolve(name);
      if (Files.isDirectory(folder)) {
        addFolder(folder, files);
      }
    }
  }

  private static void addFolder(Path folder, Cifar10Files files) throws DataFailure {
    List<Path> known;
    try (Stream<Path> all = Files.list(folder)) {
      known = all.filter(file -> Cifar10Files.knows(nameOf(file)) && Files.isRegularFile(file)).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new DataFailure("data.failure.cifar-closed", e, nameOf(folder));
    }
    for (Path file : known) {
      try (InputStream in = Files.newInputStream(file)) {
        files.add(nameOf(file), in);
      } catch (IOException e) {
        files.addUnreadable(nameOf(file), e);
      }
    }
  }

  private static void addArchive(Path archive, Cifar10Files files) throws DataFailure {
    try (InputStream file = open(archive); InputStream in = unpacked(file)) {
      if (!startsAsTar(in)) {
        throw new DataFailure("data.failure.cifar-no-archive", null, nameOf(archive));
      }
      TarArchiveInputStream tar = new TarArchiveInputStream(in);
      for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!entry.isDirectory() && Cifar10Files.knows(name)) {
          files.add(name, tar);
        }
      }
      // The check sum of the packed content comes at its very end.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (AccessDeniedException e) {
      throw new DataFailure("data.failure.cifar-closed", e, nameOf(archive));
    } catch (IOException | IllegalArgumentException e) {
      throw new DataFailure("data.failure.cifar-damaged", e, nameOf(archive));
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }

  /** What is in a gzip file; of another file what it is itself. */
  private static InputStream unpacked(InputStream file) throws IOException {
    file.mark(2);
    boolean packed = file.read() == FIRST_GZIP_BYTE && file.read() == SECOND_GZIP_BYTE;
    file.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER) : file;
  }

  /** Old tar archives have no signature, but every header has a check sum. */
  private static boolean startsAsTar(InputStream in) throws IOException {
    in.mark(TAR_BLOCK);
    byte[] header = in.readNBytes(TAR_BLOCK);
    in.reset();
    try {
      return header.length == TAR_BLOCK && TarUtils.verifyCheckSum(header);
    } catch (IllegalArgumentException e) {
      return false; // where the check sum should be, there is no number
    }
  }

  private static String nameOf(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }
}
