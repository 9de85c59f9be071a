package cnnworkshop.core.camera.opencv;

import cnnworkshop.core.image.Photo;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;

/** Writes videos for tests: Motion-JPEG in an AVI file, which stands in for a camera. */
public final class TestVideo {

  private TestVideo() {}

  /** @param frames all of the same size, with even sides */
  public static Path write(Path file, double picturesPerSecond, List<Photo> frames) {
    Loader.getPlatform();
    try (PointerScope scope = new PointerScope()) {
      Size size = new Size(frames.get(0).width(), frames.get(0).height());
      VideoWriter writer = new VideoWriter();
      int code = VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G');
      if (!writer.open(file.toString(), opencv_videoio.CAP_OPENCV_MJPEG, code, picturesPerSecond, size, true)) {
        throw new AssertionError("could not write " + file);
      }
      writer.set(opencv_videoio.VIDEOWRITER_PROP_QUALITY, 100);
      frames.forEach(frame -> writer.write(mat(frame)));
      writer.release();
    }
    return file;
  }

  private static Mat mat(Photo photo) {
    byte[] bgr = new byte[photo.width() * photo.height() * 3];
    for (int i = 0; i < bgr.length; i += 3) {
      int pixel = photo.argb(i / 3 % photo.width(), i / 3 / photo.width());
      bgr[i] = (byte) pixel;
      bgr[i + 1] = (byte) (pixel >> 8);
      bgr[i + 2] = (byte) (pixel >> 16);
    }
    Mat mat = new Mat(photo.height(), photo.width(), opencv_core.CV_8UC3);
    mat.data().put(bgr);
    return mat;
  }
}
