package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.OneAnswer;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the faces of pictures and their 15 points: one JSON object a line and picture. */
@Command(name = "predict", header = "cli.predict.header", description = "cli.predict.description")
final class PredictCommand implements Callable<Integer> {

  private final Workbench workbench;
  private final Json json = new Json();

  @Mixin
  private CommonOptions common;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @ArgGroup
  private Where where = new Where();

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "cli.predict.files")
  private List<Path> files;

  /** Where the network looks, if not where a detector finds faces. */
  private static final class Where {

    @Option(names = "--face", paramLabel = "x,y,w,h", converter = Box.Converter.class,
        descriptionKey = "cli.predict.face")
    private List<Box> boxes = List.of();

    @Option(names = "--whole", descriptionKey = "cli.predict.whole")
    private boolean whole;
  }

  PredictCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    int code = Main.DONE;
    try (Network network = workbench.keypointNetwork(model, common.threads())) {
      KeypointPredictor predictor = new KeypointPredictor(network);
      OneAnswer oneAnswer = new OneAnswer();
      for (Path file : files) {
        try {
          Photo photo = workbench.photos().load(file);
          List<Face> faces = faces(predictor, file, photo);
          faces.forEach(face -> oneAnswer.add(List.of(file, face.square()),
              face.keypoints().toView(new FaceView(face.square()))));
          workbench.out().println(json.line(result(file, photo, faces)));
          workbench.out().flush();
        } catch (UserFailure e) {
          workbench.complain(e);
          code = Main.FAILED;
        }
      }
      if (oneAnswer.suspected() && !common.quiet()) {
        workbench.err().println(workbench.texts().get("cli.predict.one-answer"));
      }
    }
    return code;
  }

  private List<Face> faces(KeypointPredictor predictor, Path file, Photo photo) throws IOException {
    if (where.whole) {
      return List.of(predictor.given(photo, FaceSquare.middleOf(photo), Face.Source.WHOLE));
    }
    if (!where.boxes.isEmpty()) {
      return where.boxes.stream().map(box -> predictor.given(photo, box.square(), Face.Source.GIVEN)).toList();
    }
    List<Face> faces = workbench.faces().detect(photo).stream()
        .map(square -> predictor.detected(photo, square))
        .toList();
    if (faces.isEmpty() && !common.quiet()) {
      workbench.err().println(workbench.texts().get("cli.predict.no-face", file.toString()));
    }
    return faces;
  }

  private ObjectNode result(Path file, Photo photo, List<Face> faces) {
    ObjectNode result = json.object();
    result.put("file", file.toString());
    result.put("width", photo.width());
    result.put("height", photo.height());
    ArrayNode list = result.putArray("faces");
    faces.forEach(face -> list.add(face(face)));
    return result;
  }

  private ObjectNode face(Face face) {
    FaceSquare square = face.square();
    ObjectNode node = json.object();
    node.set("box", json.array(square.left(), square.top(), square.side(), square.side()));
    node.put("turn", Json.rounded(square.turnDegrees()));
    node.put("source", face.source().name().toLowerCase(Locale.ROOT));
    node.put("doubt", Json.rounded(face.doubt().probability()));
    node.put("guess", face.doubt().isGuess());
    ObjectNode points = node.putObject("keypoints");
    for (Keypoint point : Keypoint.values()) {
      points.set(point.fileName(), json.array(face.keypoints().x(point), face.keypoints().y(point)));
    }
    return node;
  }
}
