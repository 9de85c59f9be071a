package cnnworkshop.core.camera.opencv;

import cnnworkshop.core.camera.Camera;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.camera.CameraFailure.Kind;
import cnnworkshop.core.image.Photo;
import java.io.File;
import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * A camera by OpenCV's {@code VideoCapture}: a device, or a video in its place.
 *
 * <p>A file begins anew at its end, and plays at its own rate. What can be read differs from system to system;
 * Motion-JPEG in an AVI file can everywhere. OpenCV says neither why a device can't be opened nor which there are:
 * where the system shows its devices as files (Linux), it is asked first.
 */
public final class OpenCvCamera implements Camera {

  /** The first camera of a machine. */
  public static final String FIRST = "0";

  private static final double USUAL_RATE = 25;
  private static final double HIGHEST_RATE = 240;

  /** What is looked through. */
  private enum Medium { DEVICE, FILE, ADDRESS }

  private final String source;
  private final Medium medium;
  private final VideoPace pace;
  private final Mat picture = new Mat();
  private VideoCapture capture;
  private double rate;
  /** How many pictures have come since the device, or the file at its beginning, was opened. */
  private long came;
  private boolean ended;

  private OpenCvCamera(String source, VideoPace pace) {
    this.source = source;
    this.pace = pace;
    this.medium = source.matches("\\d{1,4}") ? Medium.DEVICE
        : source.contains("://") ? Medium.ADDRESS : Medium.FILE;
  }

  /** Loads the native library; to be called where no other is being loaded meanwhile. */
  public static void loadNatives() {
    // See CascadeDetector: Loader comes first.
    Loader.getPlatform();
    Loader.load(opencv_videoio.class);
  }

  /**
   * Opens a camera.
   *
   * @param source a device's number from 0, the path of a video file, or an address
   * @throws CameraFailure if there is none that can be opened
   */
  public static OpenCvCamera open(String source) throws CameraFailure {
    return open(source, VideoPace.realTime());
  }

  /** @param pace how fast the pictures of a file come; devices have a pace of their own */
  static OpenCvCamera open(String source, VideoPace pace) throws CameraFailure {
    OpenCvCamera camera = new OpenCvCamera(source, pace);
    try {
      camera.begin();
      return camera;
    } catch (CameraFailure e) {
      camera.close();
      throw e;
    }
  }

  private void begin() throws CameraFailure {
    capture = new VideoCapture();
    came = 0;
    boolean open = switch (medium) {
      case DEVICE -> beginDevice();
      case FILE -> beginFile();
      case ADDRESS -> capture.open(source);
    };
    if (!open) {
      throw failure(medium == Medium.DEVICE ? Kind.UNAVAILABLE : Kind.NOT_A_VIDEO);
    }
    double told = capture.get(opencv_videoio.CAP_PROP_FPS);
    // The comparison is false for the NaN and the nonsense some formats tell.
    rate = told > 0 && told <= HIGHEST_RATE ? told : USUAL_RATE;
  }

  private boolean beginDevice() throws CameraFailure {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    if (linux && !new File("/dev/video" + Integer.parseInt(source)).exists()) {
      throw failure(Kind.NONE);
    }
    return capture.open(Integer.parseInt(source));
  }

  private boolean beginFile() throws CameraFailure {
    // OpenCV's own reader first: asked for any reader, OpenCV tells standard error of each that can't.
    if (capture.open(source, opencv_videoio.CAP_OPENCV_MJPEG)) {
      return true;
    }
    // A name such as img_%03d.png stands for many files.
    if (!source.contains("%") && !new File(source).isFile()) {
      throw failure(Kind.NO_FILE);
    }
    return capture.open(source);
  }

  @Override
  public void advance() throws CameraFailure {
    if (medium == Medium.FILE) {
      pace.await(rate);
    }
    boolean next = !ended && capture.grab();
    if (!next && !ended && medium == Medium.FILE && came > 0) {
      capture.close();
      begin();
      next = capture.grab();
    }
    if (!next) {
      Kind kind = ended || came > 0 ? Kind.ENDED : medium == Medium.DEVICE ? Kind.SILENT : Kind.NOT_A_VIDEO;
      ended = true;
      throw failure(kind);
    }
    came++;
  }

  @Override
  public Photo frame() throws CameraFailure {
    if (came == 0 || capture == null) {
      throw new IllegalStateException("no picture yet");
    }
    if (!capture.retrieve(picture) || picture.empty()) {
      throw failure(medium == Medium.DEVICE ? Kind.ENDED : Kind.NOT_A_VIDEO);
    }
    return photo();
  }

  /** OpenCV's rows are blue, green, red a pixel, or greys, 8 bits each. */
  private Photo photo() {
    int width = picture.cols();
    int height = picture.rows();
    int channels = picture.channels();
    if (picture.depth() != opencv_core.CV_8U || channels != 1 && channels != 3) {
      throw new IllegalStateException("pictures of type " + picture.type());
    }
    int[] rgb = new int[width * height];
    byte[] row = new byte[width * channels];
    for (int y = 0; y < height; y++) {
      BytePointer data = picture.ptr(y);
      data.get(row);
      for (int x = 0; x < width; x++) {
        int at = x * channels;
        int blue = row[at] & 0xFF;
        int green = channels == 1 ? blue : row[at + 1] & 0xFF;
        int red = channels == 1 ? blue : row[at + 2] & 0xFF;
        rgb[y * width + x] = red << 16 | green << 8 | blue;
      }
    }
    return Photo.ofRgb(width, height, rgb);
  }

  private CameraFailure failure(Kind kind) {
    return new CameraFailure(kind, source);
  }

  @Override
  public void close() {
    ended = true;
    if (capture != null) {
      capture.release();
      capture.close();
      capture = null;
    }
    picture.close();
  }
}
