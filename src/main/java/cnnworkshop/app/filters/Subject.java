package cnnworkshop.app.filters;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Shape;

/**
 * What the loaded network is looking at: the photo of the Photo tab, through its square.
 *
 * @param name what a person knows the picture by
 * @param photo its pixels
 * @param square the part the network sees; null for the middle of the photo
 */
public record Subject(String name, Photo photo, FaceSquare square) {

  /** Whether a network of that input can look at photos: a square of one or three channels. */
  public static boolean fits(Shape input) {
    return input.height() == input.width() && (input.channels() == 1 || input.channels() == 3);
  }

  /**
   * What a network sees of it.
   *
   * @param input the network's, one that {@link #fits}
   * @return values 0..1, [channel, row, column]
   */
  public float[] seenBy(Shape input) {
    return view(input).sample(photo, input.channels());
  }

  /** Where a network's view lies on the photo. */
  public FaceView view(Shape input) {
    return new FaceView(square == null ? FaceSquare.middleOf(photo) : square, input.height());
  }
}
