package cnnworkshop.core.inspect;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The workshop's sheet of test faces, 4×4 in one picture: what was annotated as rings, what the network says as
 * crosses, and under each annotated face its RMSE in pixels of the 96×96 view.
 */
public final class PredictionSheet {

  /** How many faces a sheet has. */
  public static final int FACES = 16;

  private static final int ACROSS = 4;
  private static final int FACE = 3 * FaceView.SIZE;
  private static final int GAP = 8;
  private static final int PAPER = 0xFFFFFFFF;
  private static final PixelDigits DIGITS = new PixelDigits(3, 0xFF202020);

  private PredictionSheet() {}

  /**
   * Some faces that stand for all: evenly spread from the best predicted to the worst, at most {@value #FACES}. Faces
   * that are not annotated come last.
   */
  public static List<JudgedFace> choose(List<JudgedFace> faces) {
    List<JudgedFace> sorted = faces.stream().sorted(Comparator.comparingDouble(JudgedFace::rmse)).toList();
    if (sorted.size() <= FACES) {
      return sorted;
    }
    return IntStream.range(0, FACES)
        .mapToObj(i -> sorted.get((int) ((long) i * (sorted.size() - 1) / (FACES - 1)))).toList();
  }

  /**
   * Draws faces in the order they come.
   *
   * @param faces at least one
   */
  public static Photo picture(List<JudgedFace> faces) {
    int across = Math.min(ACROSS, faces.size());
    int down = (faces.size() + across - 1) / across;
    boolean annotated = faces.stream().anyMatch(JudgedFace::isAnnotated);
    int rowHeight = FACE + (annotated ? GAP + DIGITS.height() : 0) + GAP;
    int width = GAP + across * (FACE + GAP);
    int height = GAP + down * rowHeight;
    int[] sheet = new int[Math.multiplyExact(width, height)];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < faces.size(); i++) {
      int left = GAP + i % across * (FACE + GAP);
      int top = GAP + i / across * rowHeight;
      face(sheet, width, left, top, faces.get(i));
    }
    return Photo.ofRgb(width, height, sheet);
  }

  private static void face(int[] sheet, int width, int left, int top, JudgedFace face) {
    int[] picture = JudgedFacePicture.of(face, FACE).argb(0, 0, FACE, FACE);
    for (int y = 0; y < FACE; y++) {
      System.arraycopy(picture, y * FACE, sheet, (top + y) * width + left, FACE);
    }
    double rmse = face.rmse();
    if (Double.isFinite(rmse)) {
      DIGITS.write(sheet, width, left, top + FACE + GAP, String.format(Locale.ROOT, "%.2f", rmse));
    }
  }
}
