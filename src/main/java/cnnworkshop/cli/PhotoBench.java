package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.PhotoMaps;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** The maps of a photo of 12 million pixels, beside what the machine's memory gives. */
final class PhotoBench {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final int ROWS_AT_ONCE = 16;
  /** Values each thread copies: far more than caches hold. */
  private static final int COPIED = 1 << 24;

  private final int rounds;
  private final ExecutorService workers;
  private final int threads;

  /** @param threads of {@code workers}, and of the copy */
  PhotoBench(int rounds, ExecutorService workers, int threads) {
    this.rounds = rounds;
    this.workers = workers;
    this.threads = threads;
  }

  /** @param longestSide of a map as the window shows it, in pixels */
  void measure(Photo sample, Filters filters, int longestSide, Measurements results) throws UserFailure, IOException {
    PhotoMaps maps = new PhotoMaps(enlarged(sample), filters);
    double[] first = new double[rounds];
    double[] all = new double[rounds];
    double[] full = new double[rounds];
    double[] copy = new double[rounds];
    float[][][] memory = new float[threads][2][COPIED];
    for (int round = -1; round < rounds; round++) {
      double[] reduced = reduceAll(maps, longestSide, workers, threads);
      double whole = Measurements.milliseconds(() -> maps.bands(ROWS_AT_ONCE, threads > 1, (from, rows, values) -> { }));
      double copying = Measurements.milliseconds(() -> IntStream.range(0, threads).parallel()
          .forEach(i -> System.arraycopy(memory[i][0], 0, memory[i][1], 0, COPIED)));
      if (round >= 0) {
        first[round] = reduced[0];
        all[round] = reduced[1];
        full[round] = whole;
        copy[round] = copying;
      }
    }
    results.put(Part.LARGE_FIRST_MAP, Measurements.median(first));
    results.put(Part.LARGE_ALL_MAPS, Measurements.median(all));
    results.put(Part.LARGE_FULL_SIZE, Measurements.median(full));
    double written = gigabytesASecond((double) maps.count() * maps.width() * maps.height(), Measurements.median(full));
    double copied = gigabytesASecond((double) threads * COPIED, Measurements.median(copy));
    results.put(Part.LARGE_BANDWIDTH, written);
    results.put(Part.COPY_BANDWIDTH, copied);
    results.put(Part.LARGE_SHARE, written / copied);
  }

  private static double gigabytesASecond(double floats, double milliseconds) {
    return floats * Float.BYTES / milliseconds / 1e6;
  }

  /** All maps at display size; how many milliseconds until the first and until the last. */
  static double[] reduceAll(PhotoMaps maps, int longestSide, ExecutorService workers, int threads) {
    long start = System.nanoTime();
    double[] times = new double[2];
    maps.reduceAll(longestSide, map -> {
      times[1] = (System.nanoTime() - start) / 1e6;
      times[0] = times[0] == 0 ? times[1] : times[0];
    }, () -> false, workers, threads);
    return times;
  }

  private static Photo enlarged(Photo photo) {
    int[] rgb = new int[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      int row = y * photo.height() / HEIGHT;
      for (int x = 0; x < WIDTH; x++) {
        rgb[y * WIDTH + x] = photo.argb(x * photo.width() / WIDTH, row);
      }
    }
    return Photo.ofRgb(WIDTH, HEIGHT, rgb);
  }
}
