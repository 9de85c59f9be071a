package cnnworkshop.app.photo;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceSquare;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The points of a picture's faces as text, in pixels of the upright picture. Numbers are written with a dot, whatever
 * the locale.
 *
 * @param picture the picture's name
 * @param width its width in pixels
 * @param height its height in pixels
 * @param faces the faces
 */
record PointsFile(String picture, int width, int height, List<Face> faces) {

  /** Writes CSV, or JSON if the file's name ends so; first to a temporary name. */
  void write(Path file) throws IOException {
    boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    byte[] content = (json ? json() : csv()).getBytes(StandardCharsets.UTF_8);
    FreshFile.write(file.toAbsolutePath(), out -> out.write(content));
  }

  /** A line a face: the columns of the Kaggle files, after which face it is, how it was found and its square. */
  String csv() {
    StringBuilder text = new StringBuilder("face,source,center_x,center_y,side,turn,doubt");
    for (Keypoint point : Keypoint.values()) {
      text.append(',').append(point.fileName()).append("_x,").append(point.fileName()).append("_y");
    }
    text.append('\n');
    for (int i = 0; i < faces.size(); i++) {
      Face face = faces.get(i);
      FaceSquare square = face.square();
      text.append(i + 1).append(',').append(source(face));
      for (double number : new double[] {square.centerX(), square.centerY(), square.side(), square.turnDegrees(),
          face.doubt().probability()}) {
        text.append(',').append(rounded(number));
      }
      for (double number : face.keypoints().toArray()) {
        text.append(',').append(rounded(number));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The same as {@code predict} prints, in one object. */
  String json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode().put("file", picture).put("width", width).put("height", height);
    ArrayNode list = root.putArray("faces");
    for (Face face : faces) {
      FaceSquare square = face.square();
      ObjectNode node = list.addObject();
      node.putArray("box").add(rounded(square.left())).add(rounded(square.top())).add(rounded(square.side()))
          .add(rounded(square.side()));
      node.put("turn", rounded(square.turnDegrees())).put("source", source(face))
          .put("doubt", rounded(face.doubt().probability()));
      ObjectNode points = node.putObject("keypoints");
      for (Keypoint point : Keypoint.values()) {
        points.putArray(point.fileName()).add(rounded(face.keypoints().x(point)))
            .add(rounded(face.keypoints().y(point)));
      }
    }
    return root.toPrettyString() + "\n";
  }

  private static String source(Face face) {
    return face.source().name().toLowerCase(Locale.ROOT);
  }

  /** A thousandth of a pixel is finer than any of these numbers is true. */
  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
