package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;

/**
 * A face on a photo with its keypoints.
 *
 * @param square where the network looked last: the square its answer is relative to
 * @param source who placed the square
 * @param keypoints in pixels of the upright photo; may lie outside it
 * @param doubt how far they can be believed
 */
public record Face(FaceSquare square, Source source, Keypoints keypoints, Doubt doubt) {

  /** Who placed a face's square. */
  public enum Source {
    /** A face detector, then the network's own first answer. */
    DETECTOR,
    /** A person. */
    GIVEN,
    /** Nobody: it is the whole picture. */
    WHOLE
  }
}
