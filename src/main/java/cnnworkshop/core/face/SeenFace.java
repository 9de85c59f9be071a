package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.util.List;

/**
 * A face as the keypoint network sees it, and the network's plain answer to exactly that view.
 *
 * @param photo where the face is
 * @param square around it
 * @param view greys 0..1 of the 96×96 view, [row, column]; not to be changed
 * @param points the answer, in pixels of the view
 */
public record SeenFace(Photo photo, FaceSquare square, float[] view, Keypoints points) {

  /**
   * The largest face of a photo, its square laid anew from a first answer; the photo's middle if there is none. To be
   * called by the thread that owns the network; takes some tenths of a second.
   *
   * @throws IOException if the face detector's weights are missing from the program
   */
  public static SeenFace largest(Network network, Photo photo) throws IOException {
    List<FaceSquare> faces = TinyFaceDetector.load().detect(photo);
    if (faces.isEmpty()) {
      return through(network, photo, FaceSquare.middleOf(photo));
    }
    SeenFace first = through(network, photo, faces.get(0));
    return through(network, photo, FaceLayout.around(first.points.toPhoto(new FaceView(first.square))));
  }

  private static SeenFace through(Network network, Photo photo, FaceSquare square) {
    float[] view = new FaceView(square).sample(photo, 1);
    return new SeenFace(photo, square, view, Keypoints.ofTargets(network.predict(view, 1), 0));
  }
}
