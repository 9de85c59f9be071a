package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same face seen ten times: as it is, mirrored, and shifted, scaled and turned a little either way, half of them
 * mirrored. A face's points belong to the same places in all of them.
 */
final class Looks {

  /** How a look differs from the view: pixels right and down, size, degrees, and whether it is mirrored. */
  private record Look(double right, double down, double size, double turn, boolean mirrored) {}

  private static final List<Look> ALL = List.of(
      new Look(0, 0, 1, 0, false), new Look(0, 0, 1, 0, true),
      new Look(4, 0, 1, 0, false), new Look(-4, 0, 1, 0, true),
      new Look(0, 4, 1, 0, false), new Look(0, -4, 1, 0, true),
      new Look(0, 0, 1.08, 0, false), new Look(0, 0, 1 / 1.08, 0, true),
      new Look(0, 0, 1, 8, false), new Look(0, 0, 1, -8, true));

  /** How many looks there are. */
  static final int COUNT = ALL.size();

  private static final int SIZE = FaceView.SIZE;
  private static final int PIXELS = SIZE * SIZE;
  /** The view and what lies around it, for all looks to stay inside. */
  private static final int WIDE = 144;
  private static final double MARGIN = (WIDE - SIZE) / 2.0;
  /** Finer sampling of large photos would cost more than the network, and the looks need not be exact. */
  private static final int SAMPLES_A_PIXEL = 6;

  private final float[] inputs = new float[COUNT * PIXELS];

  /** @param square the first look is exactly its view */
  Looks(Photo photo, FaceSquare square) {
    System.arraycopy(new FaceView(square).sample(photo, 1), 0, inputs, 0, PIXELS);
    Photo wide = wide(photo, square);
    for (int i = 1; i < COUNT; i++) {
      float[] seen = i == 1 ? Arrays.copyOf(inputs, PIXELS) : view(ALL.get(i)).sample(wide, 1);
      if (ALL.get(i).mirrored) {
        FaceView.mirror(seen);
      }
      System.arraycopy(seen, 0, inputs, i * PIXELS, PIXELS);
    }
  }

  /** Greys 0..1, [look, row, column]. */
  float[] inputs() {
    return inputs;
  }

  /** What a network says of the looks, brought back to pixels of the view. */
  List<Keypoints> answers(float[] outputs) {
    List<Keypoints> answers = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      answers.add(answer(i, outputs, i));
    }
    return answers;
  }

  /** Greys 0..1 of one look, [row, column]. */
  float[] input(int look) {
    return Arrays.copyOfRange(inputs, look * PIXELS, (look + 1) * PIXELS);
  }

  /**
   * What a network says of one look, brought back to pixels of the view.
   *
   * @param outputs of a batch
   * @param place of the look in the batch, from 0
   */
  Keypoints answer(int look, float[] outputs, int place) {
    Keypoints seen = Keypoints.ofTargets(outputs, place * Keypoints.NUMBERS);
    Look how = ALL.get(look);
    Keypoints unmirrored = how.mirrored ? seen.flipped(SIZE) : seen;
    return look < 2 ? unmirrored : unmirrored.toPhoto(view(how)).shifted(-MARGIN, -MARGIN);
  }

  private static Photo wide(Photo photo, FaceSquare square) {
    FaceSquare around = new FaceSquare(square.centerX(), square.centerY(), square.side() * WIDE / SIZE,
        square.turnDegrees());
    float[] greys = new FaceView(around, WIDE).sample(photo, 1, SAMPLES_A_PIXEL);
    for (int i = 0; i < greys.length; i++) {
      greys[i] *= 255;
    }
    return Photo.ofGrey(WIDE, WIDE, greys);
  }

  private static FaceView view(Look look) {
    double middle = (WIDE - 1) / 2.0;
    return new FaceView(new FaceSquare(middle + look.right, middle + look.down, SIZE * look.size, look.turn));
  }
}
