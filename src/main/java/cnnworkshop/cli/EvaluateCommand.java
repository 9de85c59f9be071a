package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.Network;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes how far a keypoint network is off on annotated faces, in pixels of the 96×96 view. */
@Command(name = "evaluate", header = "cli.evaluate.header", description = "cli.evaluate.description")
final class EvaluateCommand implements Callable<Integer> {

  private final Workbench workbench;
  private final Json json = new Json();

  @Mixin
  private CommonOptions common;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @Option(names = "--data", paramLabel = "FILE|FOLDER", required = true, descriptionKey = "cli.evaluate.data")
  private Path data;

  @Option(names = "--sheet", paramLabel = "PNG", descriptionKey = "cli.evaluate.sheet")
  private Path sheet;

  EvaluateCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    List<FaceSample> faces = new EvaluationFaces(workbench, common.quiet()).read(data);
    try (Network network = workbench.keypointNetwork(model, common.threads())) {
      List<JudgedFace> judged = JudgedFace.all(network, faces);
      if (sheet != null) {
        PngFile.write(sheet, new PredictionSheet().picture(judged));
      }
      workbench.out().println(json.page(result(judged)));
    }
    return Main.DONE;
  }

  private ObjectNode result(List<JudgedFace> faces) {
    KeypointError error = new KeypointError();
    KeypointError meanFace = new KeypointError();
    for (JudgedFace face : faces) {
      error.add(face.predicted(), face.truth());
      meanFace.add(FaceLayout.MEAN_FACE.toArray(), face.truth());
    }
    ObjectNode result = json.object();
    result.put("n", error.pictures());
    result.put("rmse_px", Json.rounded(error.rmse()));
    result.put("mean_face_rmse_px", Json.rounded(meanFace.rmse()));
    ObjectNode points = result.putObject("points_rmse_px");
    for (Keypoint point : Keypoint.values()) {
      points.put(point.fileName(), Json.rounded(error.rmse(point)));
    }
    return result;
  }
}
