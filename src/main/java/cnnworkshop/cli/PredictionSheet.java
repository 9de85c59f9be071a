package cnnworkshop.cli;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A contact sheet of annotated faces, from the best predicted to the worst: what was annotated as blue rings,
 * what the network says as vermilion crosses.
 */
final class PredictionSheet {

  private static final int ACROSS = 8;
  private static final int MOST = 64;
  private static final int ZOOM = 2;
  private static final int CELL = FaceView.SIZE * ZOOM;
  private static final int GAP = 4;
  private static final int PAPER = 0xFFFFFF;
  private static final int ANNOTATED = 0x0072B2;
  private static final int PREDICTED = 0xD55E00;

  private static final String[] RING = {".###.", "#...#", "#...#", "#...#", ".###."};
  private static final String[] CROSS = {"#...#", ".#.#.", "..#..", ".#.#.", "#...#"};

  /**
   * The sheet. Of more faces than fit, some are shown that stand for all: evenly spread from the best to the worst.
   *
   * @param faces at least one
   */
  Photo picture(List<JudgedFace> faces) {
    List<JudgedFace> sorted = faces.stream().sorted(Comparator.comparingDouble(JudgedFace::rmse)).toList();
    int count = Math.min(MOST, sorted.size());
    int across = Math.min(ACROSS, count);
    int down = (count + across - 1) / across;
    int width = GAP + across * (CELL + GAP);
    int height = GAP + down * (CELL + GAP);
    int[] sheet = new int[width * height];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < count; i++) {
      int rank = count == 1 ? 0 : (int) ((long) i * (sorted.size() - 1) / (count - 1));
      Cell cell = new Cell(sheet, width, GAP + i % across * (CELL + GAP), GAP + i / across * (CELL + GAP));
      cell.draw(sorted.get(rank));
    }
    return Photo.ofRgb(width, height, sheet);
  }

  /** One face's place on the sheet. */
  private record Cell(int[] sheet, int sheetWidth, int left, int top) {

    void draw(JudgedFace face) {
      for (int y = 0; y < CELL; y++) {
        for (int x = 0; x < CELL; x++) {
          int grey = Math.round(255 * face.view()[y / ZOOM * FaceView.SIZE + x / ZOOM]);
          set(x, y, grey << 16 | grey << 8 | grey);
        }
      }
      for (int i = 0; i < face.truth().length; i += 2) {
        mark(RING, face.truth()[i], face.truth()[i + 1], ANNOTATED);
        mark(CROSS, face.predicted()[i], face.predicted()[i + 1], PREDICTED);
      }
    }

    private void mark(String[] shape, double viewX, double viewY, int colour) {
      if (!Double.isFinite(viewX + viewY)) {
        return;
      }
      // The centre of a view pixel lies in the middle of the ZOOM sheet pixels it covers.
      long x0 = Math.round((viewX + 0.5) * ZOOM - 0.5) - shape.length / 2;
      long y0 = Math.round((viewY + 0.5) * ZOOM - 0.5) - shape.length / 2;
      for (int y = 0; y < shape.length; y++) {
        for (int x = 0; x < shape.length; x++) {
          if (shape[y].charAt(x) == '#') {
            set(x0 + x, y0 + y, colour);
          }
        }
      }
    }

    /** What falls outside the face's picture is left out. */
    private void set(long x, long y, int colour) {
      if (x >= 0 && y >= 0 && x < CELL && y < CELL) {
        sheet[(int) ((top + y) * sheetWidth + left + x)] = colour;
      }
    }
  }
}
