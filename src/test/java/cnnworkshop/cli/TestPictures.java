package cnnworkshop.cli;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import java.io.IOException;
import java.nio.file.Path;

/** Pictures made for tests. */
final class TestPictures {

  private TestPictures() {}

  /** A colourful pattern without a face in it. */
  static Photo pattern(int width, int height) {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (i * 31 % 256) << 16 | (i / 7 % 256) << 8 | i % width * 255 / width;
    }
    return Photo.ofRgb(width, height, rgb);
  }

  static Path pattern(Path file, int width, int height) throws IOException {
    PngFile.write(file, pattern(width, height));
    return file;
  }

  /** Nothing but one grey. */
  static Path grey(Path file, int width, int height) throws IOException {
    float[] grey = new float[width * height];
    java.util.Arrays.fill(grey, 128);
    PngFile.write(file, Photo.ofGrey(width, height, grey));
    return file;
  }
}
