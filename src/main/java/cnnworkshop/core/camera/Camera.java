package cnnworkshop.core.camera;

import cnnworkshop.core.image.Photo;

/**
 * An open camera. Whoever opened it goes on from picture to picture without a break, since a camera keeps a few that
 * were not fetched and would hand out old ones; only those that are looked at are decoded. Confined to one thread at
 * a time; {@link #close()} gives the device back to others, and its light goes off.
 */
public interface Camera extends AutoCloseable {

  /**
   * Goes on to the camera's next picture and waits until it is there.
   *
   * @throws CameraFailure if none comes; the camera is of no more use then, but still has to be closed
   */
  void advance() throws CameraFailure;

  /**
   * The picture gone to last, upright, as the camera sees it (not mirrored).
   *
   * @throws CameraFailure if it can't be decoded
   * @throws IllegalStateException before the first {@link #advance()}
   */
  Photo frame() throws CameraFailure;

  @Override
  void close();
}
