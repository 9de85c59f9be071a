package cnnworkshop.app.train;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small data of every kind, written into a folder. */
final class DataFiles {

  private static final int RECORD = 1 + 3 * 32 * 32;

  private final Path folder;

  DataFiles(Path folder) {
    this.folder = folder;
  }

  /** CIFAR-10 with two pictures a batch: ten to learn from, two for test. */
  private static Map<String, byte[]> batches() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Random random = new Random(1);
    for (String name : List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5",
        "test_batch")) {
      byte[] two = new byte[2 * RECORD];
      random.nextBytes(two);
      two[0] = (byte) files.size();
      two[RECORD] = (byte) (files.size() + 1);
      files.put(name + ".bin", two);
    }
    return files;
  }

  Path cifarFolder(String name) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, byte[]> file : batches().entrySet()) {
      Files.write(made.resolve(file.getKey()), file.getValue());
    }
    return made;
  }

  static byte[] cifarArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> file : batches().entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** What the Python version unpacks to, as far as names tell. */
  Path pickles() throws IOException {
    Path made = Files.createDirectories(folder.resolve("cifar-10-batches-py"));
    for (String name : List.of("data_batch_1", "test_batch", "batches.meta")) {
      Files.write(made.resolve(name), new byte[] {(byte) 0x80, 2, '}', '.'});
    }
    return made;
  }

  /** Kaggle's table: so many rows with all points, then one with four points, one with none and a wrong one. */
  Path kaggle(int complete) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(names().map(n -> n + "_x," + n + "_y").collect(Collectors.joining(",")) + ",Image");
    for (int i = 0; i < complete; i++) {
      lines.add(numbers(30) + "," + image(9216));
    }
    lines.add(numbers(8) + "," + image(9216));
    lines.add(numbers(0) + "," + image(9216));
    lines.add(numbers(30) + "," + image(9));
    return Files.write(folder.resolve("training.csv"), lines);
  }

  private static Stream<String> names() {
    return Arrays.stream(Keypoint.values()).map(Keypoint::fileName);
  }

  private static String numbers(int given) {
    return IntStream.range(0, 30).mapToObj(i -> i < given ? String.valueOf(20 + i) : "")
        .collect(Collectors.joining(","));
  }

  private static String image(int pixels) {
    return IntStream.range(0, pixels).mapToObj(p -> String.valueOf(p % 256)).collect(Collectors.joining(" "));
  }

  /** Faces of so many people, a picture each, the last one damaged. */
  Path annotated(int people) throws IOException {
    Path made = Files.createDirectories(folder.resolve("faces").resolve("train"));
    List<String> lines = new ArrayList<>();
    lines.add("file,subject," + names().map(n -> n + "_x," + n + "_y").collect(Collectors.joining(",")));
    for (int i = 0; i < people; i++) {
      if (i < people - 1) {
        PngFile.write(made.resolve(i + ".png"), grey(144, 10 * i));
      } else {
        Files.write(made.resolve(i + ".png"), new byte[] {1, 2, 3});
      }
      lines.add(i + ".png,person" + i + "," + numbers(30));
    }
    Files.write(folder.resolve("faces").resolve("train.csv"), lines);
    return made;
  }

  /** Two classes of own pictures, dark and light, so many of each, and one damaged file. */
  Path pictures(int each) throws IOException {
    Path made = Files.createDirectories(folder.resolve("own"));
    for (String name : List.of("dark", "light")) {
      Path ofClass = Files.createDirectories(made.resolve(name));
      for (int i = 0; i < each; i++) {
        PngFile.write(ofClass.resolve(i + ".png"), grey(40, name.equals("dark") ? 20 + i : 200 + i));
      }
    }
    Files.write(made.resolve("light").resolve("broken.png"), new byte[] {1, 2, 3});
    return made;
  }

  private static Photo grey(int side, float grey) {
    float[] greys = new float[side * side];
    Arrays.fill(greys, grey);
    return Photo.ofGrey(side, side, greys);
  }
}
