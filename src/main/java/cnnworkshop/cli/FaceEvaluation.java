package cnnworkshop.cli;

import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.KeypointError;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.net.DoubtScale;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.train.DoubtCalibration;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A keypoint network's errors on annotated faces, as JSON. */
final class FaceEvaluation {

  private static final long SEED = 1;

  private final Json json = new Json();

  /** How well the network's own doubt tells faces that are off from others, with covered, shifted and turned views. */
  ObjectNode doubt(Network network, List<FaceSample> faces) {
    List<DoubtCalibration.Outcome> outcomes = DoubtCalibration.outcomes(network, faces, SEED);
    DoubtScale scale = network.info().doubtScale().orElse(DoubtScale.USUAL);
    long off = outcomes.stream().filter(DoubtCalibration.Outcome::isOff).count();
    long guesses = outcomes.stream().filter(o -> scale.doubt(o.spread()) >= DoubtScale.GUESS).count();
    ObjectNode node = json.object();
    node.put("views", outcomes.size());
    node.put("off_by_more_than_px", DoubtScale.OFF_PIXELS);
    node.put("share_off", Json.rounded((double) off / outcomes.size()));
    node.put("share_called_guess", Json.rounded((double) guesses / outcomes.size()));
    node.put("roc_area", Json.rounded(DoubtCalibration.areaUnderCurve(outcomes)));
    ArrayNode reliability = node.putArray("said_and_true");
    for (int tenth = 0; tenth < 10; tenth += 2) {
      double from = tenth / 10.0;
      List<DoubtCalibration.Outcome> those = outcomes.stream()
          .filter(o -> scale.doubt(o.spread()) >= from && scale.doubt(o.spread()) < from + 0.2).toList();
      if (!those.isEmpty()) {
        double said = those.stream().mapToDouble(o -> scale.doubt(o.spread())).average().orElse(0);
        double was = those.stream().mapToDouble(o -> o.isOff() ? 1 : 0).average().orElse(0);
        reliability.add(json.array(said, was, those.size()));
      }
    }
    return node;
  }

  /** The error over all coordinates and of each point, in pixels of the view, with the mean face's beside it. */
  ObjectNode result(List<JudgedFace> faces) {
    KeypointError error = JudgedFace.error(faces);
    KeypointError meanFace = JudgedFace.meanFaceError(faces);
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
