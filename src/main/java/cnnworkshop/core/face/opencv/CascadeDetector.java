package cnnworkshop.core.face.opencv;

import cnnworkshop.core.face.CandidateDetector;
import cnnworkshop.core.face.FaceCandidate;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Finds upright, near-frontal faces with OpenCV's cascade {@code haarcascade_frontalface_alt2}.
 *
 * <p>Looks at the photo's greys, histogram equalised, reduced to at most 800 pixels; faces from a tenth of the
 * shorter side on. The cascade is read from memory and pixels are handed over as bytes: OpenCV opens no file, so
 * the names of folders don't matter. Confined to the thread that uses it; {@link #close()} gives native memory back.
 *
 * <p>Its box is laid to the square of the training pictures ({@link cnnworkshop.core.face.FaceLayout}) by a fixed
 * shift and scale, measured on 534 training pictures. What remains, as standard deviations: sideways and up and
 * down 0.017 of the side, logarithm of the side 0.075, tilt 7.1° (the box has none).
 *
 * <p>A candidate's sureness is 1 − 1 / (windows that agree).
 */
public final class CascadeDetector implements CandidateDetector, AutoCloseable {

  private static final String CASCADE = "/assets/detector/haarcascade_frontalface_alt2.xml";
  private static final int LONGEST_SIDE = 800;
  private static final double SCALE_STEP = 1.1;
  private static final int NEIGHBOURS = 4;
  private static final double SMALLEST_FACE = 0.1;
  /** The cascade's own window, in pixels. */
  private static final int WINDOW = 20;

  /** Where the training square's middle lies from the box's, in sides of the square, and how much larger it is. */
  private static final double RIGHTWARD = -0.004;
  private static final double DOWNWARD = 0.002;
  private static final double ENLARGED = 1.09;

  private final CascadeClassifier cascade;

  /** @throws IOException if the cascade is missing from the program or OpenCV refuses it */
  public CascadeDetector() throws IOException {
    // Loading JavaCPP's own library initialises Pointer, and initialising Pointer asks Loader: a thread that begins
    // with Pointer and one that begins with Loader, as ND4J does, would wait for each other for ever.
    Loader.getPlatform();
    cascade = new CascadeClassifier();
    // Temporary native objects end with the scope; the cascade, made before it, stays.
    try (PointerScope scope = new PointerScope();
        InputStream in = CascadeDetector.class.getResourceAsStream(CASCADE)) {
      if (in == null) {
        throw new IOException("missing resource " + CASCADE);
      }
      BytePointer xml = new BytePointer(new String(in.readAllBytes(), StandardCharsets.UTF_8), "UTF-8");
      FileStorage storage = new FileStorage(xml, FileStorage.READ | FileStorage.MEMORY);
      if (!cascade.read(storage.getFirstTopLevelNode())) {
        throw new IOException("not a cascade: " + CASCADE);
      }
    }
  }

  @Override
  public List<FaceCandidate> candidates(Photo photo) {
    Photo small = photo.reducedTo(LONGEST_SIDE);
    int shorter = Math.min(small.width(), small.height());
    if (shorter < WINDOW) {
      return List.of();
    }
    double scaleX = (double) photo.width() / small.width();
    double scaleY = (double) photo.height() / small.height();
    List<FaceCandidate> found = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      Mat grey = equalised(small);
      RectVector faces = new RectVector();
      IntPointer counts = new IntPointer();
      int smallest = Math.max(WINDOW, (int) Math.round(SMALLEST_FACE * shorter));
      cascade.detectMultiScale2(grey, faces, counts, SCALE_STEP, NEIGHBOURS, 0,
          new Size(smallest, smallest), new Size());
      for (int i = 0; i < faces.size(); i++) {
        found.add(laid(faces.get(i), counts.get(i), scaleX, scaleY));
      }
    }
    return found;
  }

  private static Mat equalised(Photo photo) {
    float[] greys = photo.planes(1, 0, 0, photo.width(), photo.height());
    byte[] bytes = new byte[greys.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(greys[i] * 255);
    }
    Mat grey = new Mat(photo.height(), photo.width(), opencv_core.CV_8UC1);
    grey.data().put(bytes);
    opencv_imgproc.equalizeHist(grey, grey);
    return grey;
  }

  private static FaceCandidate laid(Rect box, int neighbours, double scaleX, double scaleY) {
    double side = box.width() * Math.sqrt(scaleX * scaleY) * ENLARGED;
    double x = (box.x() + box.width() / 2.0) * scaleX - 0.5;
    double y = (box.y() + box.height() / 2.0) * scaleY - 0.5;
    FaceSquare square = new FaceSquare(x + RIGHTWARD * side, y + DOWNWARD * side, side, 0);
    return new FaceCandidate(square, 1 - 1.0 / neighbours);
  }

  @Override
  public void close() {
    cascade.close();
  }
}
