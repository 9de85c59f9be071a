package cnnworkshop.cli;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.AnswerKind;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.ExplanationTable;
import cnnworkshop.core.inspect.Heat;
import cnnworkshop.core.inspect.HeatPicture;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An answer of a network to a picture, about to be explained.
 *
 * @param network asked
 * @param square what it looks at, on the photo
 * @param view what it sees, values 0..1, [channel, row, column]
 * @param outputs what it says to that
 * @param name of the point or class, for files
 * @param explained which of its answers
 */
record Explanation(Network network, FaceSquare square, float[] view, float[] outputs, String name,
    Explained explained) {

  private static final double OPACITY = 0.6;
  private static final int LONGEST_SIDE = 768;

  /** What of a network's answers can be explained. */
  static AnswerKind kind(Network network) {
    return AnswerKind.of(network.spec(), network.info().task(), outputs(network));
  }

  /**
   * Takes what a network sees of a photo.
   *
   * @param point a point's name as in the Kaggle files; null for the nose's tip
   * @param className a class's name or number; null for the most probable
   * @throws CommandFailure if the network has neither points nor classes, or not that one
   */
  static Explanation of(Network network, Photo photo, FaceSquare square, String point, String className,
      Explained.Direction direction) throws CommandFailure {
    Shape input = network.spec().input();
    AnswerKind kind = kind(network);
    if (kind == AnswerKind.NONE) {
      throw new CommandFailure("cli.explain.no-answers", input + " → " + outputs(network));
    }
    float[] view = new FaceView(square, input.height()).sample(photo, input.channels());
    float[] outputs = network.predict(view, 1);
    if (kind == AnswerKind.CLASSES) {
      int number = classNumber(network, className, outputs);
      return new Explanation(network, square, view, outputs, names(network).get(number), new Explained.OfClass(number));
    }
    Keypoint wanted = point(point);
    return new Explanation(network, square, view, outputs, wanted.fileName(),
        new Explained.OfPoint(wanted, direction));
  }

  private static Keypoint point(String name) throws CommandFailure {
    if (name == null) {
      return Keypoint.NOSE_TIP;
    }
    return Arrays.stream(Keypoint.values()).filter(point -> point.fileName().equalsIgnoreCase(name)).findFirst()
        .orElseThrow(() -> new CommandFailure("cli.explain.no-point", name,
            Arrays.stream(Keypoint.values()).map(Keypoint::fileName).collect(Collectors.joining(", "))));
  }

  private static int classNumber(Network network, String name, float[] probabilities) throws CommandFailure {
    if (name == null) {
      return IntStream.range(0, probabilities.length).reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
    }
    List<String> names = names(network);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name) || String.valueOf(i).equals(name)) {
        return i;
      }
    }
    throw new CommandFailure("cli.explain.no-class", name, String.join(", ", names));
  }

  /** Names of all classes: numbers from 0 if the network's file has none. */
  private static List<String> names(Network network) {
    int count = outputs(network).size();
    List<String> labels = network.info().labels();
    return labels.size() == count ? labels : IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private static Shape outputs(Network network) {
    return network.outputShapes().get(network.outputShapes().size() - 1);
  }

  /** What stands for each of the network's answers, by name. */
  Map<String, Explained> columns() {
    return explained instanceof Explained.OfPoint ? ExplanationTable.ofPoints()
        : ExplanationTable.ofClasses(names(network));
  }

  Shape shape() {
    return network.spec().input();
  }

  /** Writes what the network sees under its heat, enlarged, with its points, and the heat alone. */
  List<Path> write(Path folder, String kind, Heat overlay, Heat alone) throws IOException {
    Path over = file(folder, kind, ".png");
    HeatPicture picture = new HeatPicture(HeatPicture.over(HeatPicture.input(shape(), view), overlay, OPACITY),
        LONGEST_SIDE);
    if (explained instanceof Explained.OfPoint) {
      picture.withPoints(Keypoints.ofTargets(outputs, 0));
    }
    PngFile.write(over, picture.photo());
    Path heat = file(folder, kind, "-heat.png");
    PngFile.write(heat, Photo.ofRgb(alone.width(), alone.height(), alone.scale().paint(alone.values(), alone.range())));
    return List.of(over, heat);
  }

  /** A file beside the others; names of classes may hold what no file name can. */
  Path file(Path folder, String kind, String ending) {
    return folder.resolve(kind + "-" + name.replaceAll("[^\\p{L}\\p{N}._-]", "_") + ending);
  }

  /** What was looked at and what was said, for a line of JSON. */
  void describe(ObjectNode node, Json json) {
    node.set("box", json.array(square.left(), square.top(), square.side(), square.side()));
    node.put("turn", Json.rounded(square.turnDegrees()));
    if (explained instanceof Explained.OfPoint of) {
      Keypoints points = Keypoints.ofTargets(outputs, 0);
      node.put("point", name);
      node.set("answer", json.array(points.x(of.point()), points.y(of.point())));
    } else if (explained instanceof Explained.OfClass of) {
      node.put("class", name);
      node.put("answer", Json.rounded(outputs[of.number()]));
    }
  }

  /** The largest face's square, laid anew by the network's first answer. */
  static FaceSquare largestFace(Network network, Photo photo, List<FaceSquare> found) throws CommandFailure {
    if (found.isEmpty()) {
      throw new CommandFailure("cli.explain.no-face");
    }
    return new KeypointPredictor(network).detected(photo, found.get(0)).square();
  }
}
