package cnnworkshop.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files of a copy of CIFAR-10, as they come out of a folder or an archive in any order. Used by one thread. */
final class Cifar10Files {

  private static final List<String> TRAINING =
      IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
  private static final String TEST = "test_batch.bin";
  private static final String CLASS_NAMES = "batches.meta.txt";
  private static final int MOST_NAME_BYTES = 10_000;
  private static final List<String> USUAL_CLASS_NAMES =
      List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** A file of the two other versions there are has the same name without or with another ending. */
  private static final Map<String, String> OTHER_VERSIONS = Map.of("", "Python", ".mat", "MATLAB");

  private final Map<String, Cifar10Batch> batches = new HashMap<>();
  private final List<DataFailure> faults = new ArrayList<>();
  private List<String> classNames = USUAL_CLASS_NAMES;
  private String otherVersion;

  /** The names of files with pictures, in this version and the others. */
  static Stream<String> pictureFiles() {
    return Stream.concat(Stream.of(TEST), TRAINING.stream()).flatMap(name -> Stream.concat(Stream.of(name),
        OTHER_VERSIONS.keySet().stream().map(ending -> stem(name) + ending)));
  }

  /** Whether a file of this name belongs to a copy of CIFAR-10, in this version or another. */
  static boolean knows(String name) {
    return name.equals(CLASS_NAMES) || pictureFiles().anyMatch(name::equals);
  }

  /**
   * Takes a file in.
   *
   * @param name without folders; one that {@link #knows}
   * @param in its content, read to its end if it is wanted
   */
  void add(String name, InputStream in) throws IOException {
    if (name.equals(CLASS_NAMES)) {
      nameClasses(in.readNBytes(MOST_NAME_BYTES));
    } else if (name.equals(TEST) || TRAINING.contains(name)) {
      // The same file once more, in a folder within, must not count twice.
      if (!batches.containsKey(name)) {
        batches.put(name, Cifar10Batch.of(name, in.readAllBytes(), faults));
      }
    } else {
      otherVersion = OTHER_VERSIONS.get(name.substring(stem(name).length()));
    }
  }

  /** Takes note of a file that is there but can't be read. */
  void addUnreadable(String name, IOException cause) {
    faults.add(new DataFailure("data.failure.cifar-unreadable", cause, name));
    if (!name.equals(CLASS_NAMES)) {
      batches.putIfAbsent(name, Cifar10Batch.EMPTY);
    }
  }

  private void nameClasses(byte[] content) {
    List<String> names = new String(content, StandardCharsets.UTF_8).lines()
        .map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (names.size() == Cifar10Batch.CLASSES) {
      classNames = names;
    } else {
      faults.add(new DataFailure("data.failure.cifar-names", null, CLASS_NAMES, names.size(), Cifar10Batch.CLASSES));
    }
  }

  /**
   * The pictures of all files.
   *
   * @param place where they come from, for the sentences
   * @throws DataFailure if there are none to learn from or none to test on
   */
  Cifar10.Content content(String place) throws DataFailure {
    if (batches.isEmpty()) {
      throw otherVersion == null ? new DataFailure("data.failure.cifar-none", null, place)
          : new DataFailure("data.failure.cifar-version", null, place, otherVersion);
    }
    List<String> missing = TRAINING.stream().filter(name -> !batches.containsKey(name)).toList();
    if (missing.size() == TRAINING.size()) {
      throw new DataFailure("data.failure.cifar-lacks", null, place, TRAINING.get(0));
    }
    if (!batches.containsKey(TEST)) {
      throw new DataFailure("data.failure.cifar-lacks", null, place, TEST);
    }
    missing.forEach(name -> faults.add(new DataFailure("data.failure.cifar-no-batch", null, name)));
    LabelledPictures training = pictures(place,
        TRAINING.stream().filter(name -> !missing.contains(name)).toList());
    return new Cifar10.Content(training, pictures(place, List.of(TEST)), faults);
  }

  private LabelledPictures pictures(String place, List<String> files) throws DataFailure {
    // Each batch is let go of once it is joined: all of CIFAR-10 takes 180 MB.
    LabelledPictures pictures = Cifar10Batch.join(files.stream().map(batches::remove).toList(), classNames);
    if (pictures.size() == 0) {
      throw new DataFailure("data.failure.cifar-unusable", faults.isEmpty() ? null : faults.get(0), place,
          files.get(0));
    }
    return pictures;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
