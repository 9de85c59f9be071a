package cnnworkshop.core.data;

import cnnworkshop.core.image.PhotoFailure;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.PictureFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A person's own pictures as something to learn from: a folder with one folder for each class in it, named as the
 * class is, and in those the pictures, of any size and any format the program opens. Of each the middle square is
 * taken and scaled. Hidden files and folders, and folders within a class's, are not looked at. Reads on one thread.
 */
public final class PictureFolder {

  /**
   * What is made of the pictures.
   *
   * @param size pixels a side, at least 1
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param testShare what is held out of each class for testing, from 0 to below a half
   * @param seed decides which ones
   */
  public record Settings(int size, int channels, double testShare, long seed) {

    /** As CIFAR-10's pictures are: 32×32, colour; a fifth is held out. */
    public static final Settings USUAL = new Settings(32, 3, 0.2, 1);

    public Settings {
      if (size < 1 || channels != 1 && channels != 3 || !(testShare >= 0 && testShare < 0.5)) {
        throw new IllegalArgumentException(size + ", " + channels + ", " + testShare);
      }
    }
  }

  /**
   * All that could be read.
   *
   * @param training what to learn from: at least two classes, sorted by name, with a picture or more each
   * @param test what was held out; empty if no class has enough pictures, then a fault says so of each
   * @param faults what is wrong with the rest, a sentence each that names the file or the class
   */
  public record Content(LabelledPictures training, LabelledPictures test, List<DataFailure> faults) {

    public Content {
      faults = List.copyOf(faults);
    }
  }

  private static final int FILES_TO_LOOK_INTO = 10;

  private final PhotoLoader loader;
  private final Settings settings;
  private final Progress progress;
  private final List<DataFailure> faults = new ArrayList<>();
  private long done;
  private long total;

  private PictureFolder(PhotoLoader loader, Settings settings, Progress progress) {
    this.loader = loader;
    this.settings = settings;
    this.progress = progress;
  }

  /** A folder of a class with its files. */
  private record ClassFolder(String name, List<Path> files) {}

  /**
   * Whether {@link #read} would find two classes here. Looks at the first bytes of some files alone; false as well if
   * they can't be seen.
   */
  public static boolean looksLike(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try {
      return list(folder, Files::isDirectory).stream().filter(PictureFolder::holdsPictures).limit(2).count() == 2;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean holdsPictures(Path folder) {
    try {
      return list(folder, Files::isRegularFile).stream().limit(FILES_TO_LOOK_INTO)
          .anyMatch(file -> PhotoLoader.formatOf(file).filter(PictureFormat::isDecodable).isPresent());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a folder. Files that are no pictures or damaged are left out and told of, and so are classes without any
   * picture. Blocks, long if there are many large photos; an interrupt ends it.
   *
   * @param progress is told of files
   * @throws DataFailure if there are not two classes with a picture, or it was ended
   */
  public static Content read(Path folder, Settings settings, Progress progress) throws DataFailure {
    return new PictureFolder(new PhotoLoader(), settings, progress).read(folder);
  }

  private Content read(Path folder) throws DataFailure {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    List<String> classes = new ArrayList<>();
    List<byte[]> pictures = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    try {
      for (ClassFolder folderOfClass : classFolders(folder, name)) {
        List<byte[]> ofClass = pictures(folderOfClass);
        if (ofClass.isEmpty()) {
          faults.add(new DataFailure("data.failure.pictures-class", null, folderOfClass.name));
        } else {
          ofClass.forEach(picture -> labels.add(classes.size()));
          pictures.addAll(ofClass);
          classes.add(folderOfClass.name);
        }
      }
      if (classes.size() < 2) {
        throw new DataFailure("data.failure.pictures-classes", faults.isEmpty() ? null : faults.get(0), name,
            classes.size());
      }
      return content(joined(classes, pictures, labels));
    } catch (OutOfMemoryError e) {
      // One array too large to be made leaves the program whole.
      throw new DataFailure("data.failure.pictures-too-many", e, name, total);
    }
  }

  private List<ClassFolder> classFolders(Path folder, String name) throws DataFailure {
    List<ClassFolder> classes = new ArrayList<>();
    try {
      for (Path each : list(folder, Files::isDirectory)) {
        try {
          classes.add(new ClassFolder(each.getFileName().toString(), list(each, Files::isRegularFile)));
        } catch (IOException e) {
          faults.add(new DataFailure("data.failure.pictures-closed", e, each.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      throw new DataFailure("data.failure.pictures-closed", e, name);
    }
    total = classes.stream().mapToLong(each -> each.files.size()).sum();
    return classes;
  }

  private List<byte[]> pictures(ClassFolder folder) throws DataFailure {
    List<byte[]> pictures = new ArrayList<>();
    for (Path file : folder.files) {
      if (Thread.currentThread().isInterrupted()) {
        throw new DataFailure("data.failure.pictures-stopped", null);
      }
      try {
        pictures.add(OwnPictures.bytes(OwnPictures.values(loader.load(file), settings.size, settings.channels)));
      } catch (PhotoFailure e) {
        // Its sentence says what is wrong; the class's name tells which of several 1.jpg it is.
        faults.add(new DataFailure(e.key(), e, folder.name + "/" + file.getFileName(), e.arguments().get(1)));
      }
      progress.at(++done, total);
    }
    return pictures;
  }

  private LabelledPictures joined(List<String> classes, List<byte[]> pictures, List<Integer> labels) {
    int length = settings.channels * settings.size * settings.size;
    if ((long) pictures.size() * length > Integer.MAX_VALUE) {
      throw new OutOfMemoryError(pictures.size() + " pictures");
    }
    return LabelledPictures.of(classes, settings.channels, settings.size, settings.size, pictures, labels);
  }

  private Content content(LabelledPictures all) {
    List<LabelledPictures> parts = all.split(settings.testShare, settings.seed);
    int[] counts = all.counts();
    int[] tested = parts.get(1).counts();
    for (int i = 0; i < tested.length && settings.testShare > 0; i++) {
      if (tested[i] == 0) {
        faults.add(new DataFailure("data.failure.pictures-untested", null, all.classNames().get(i), counts[i],
            (int) Math.ceil(0.5 / settings.testShare)));
      }
    }
    return new Content(parts.get(0), parts.get(1), faults);
  }

  /** What is in a folder and not hidden, sorted by name. */
  private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> !isHidden(path)).filter(wanted)
          .sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isHidden(Path path) {
    try {
      return path.getFileName().toString().startsWith(".") || Files.isHidden(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
