package cnnworkshop.app.photo;

import cnnworkshop.core.face.Keypoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kaggle tables for tests: the picture of row r (from 1) is flat, of grey r, and all its points lie at (r, 48). */
final class FaceTables {

  private FaceTables() {}

  /** A table as training.csv. */
  static Path annotated(Path folder, int rows) throws IOException {
    StringBuilder table = new StringBuilder(Arrays.stream(Keypoint.values())
        .map(k -> k.fileName() + "_x," + k.fileName() + "_y").collect(Collectors.joining(","))).append(",Image\n");
    for (int row = 1; row <= rows; row++) {
      table.append(String.format(Locale.ROOT, "%d,48,", row).repeat(15)).append(pixels(row)).append('\n');
    }
    return Files.writeString(folder.resolve("training.csv"), table);
  }

  /** A table as test.csv. */
  static Path plain(Path folder, int rows) throws IOException {
    StringBuilder table = new StringBuilder("ImageId,Image\n");
    for (int row = 1; row <= rows; row++) {
      table.append(row).append(',').append(pixels(row)).append('\n');
    }
    return Files.writeString(folder.resolve("test.csv"), table);
  }

  private static String pixels(int grey) {
    return (grey + " ").repeat(96 * 96).strip();
  }
}
