package cnnworkshop.cli;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.train.ClassJudge;
import cnnworkshop.core.train.Verdict;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** A classifier's loss, accuracy and confusion on pictures with classes, as JSON. */
final class ClassEvaluation {

  private final LabelledPictures pictures;
  private final Json json = new Json();

  ClassEvaluation(LabelledPictures pictures) {
    this.pictures = pictures;
  }

  /**
   * @param model the network's file, to name it
   * @throws CommandFailure if the network takes other pictures or knows another number of classes
   */
  ObjectNode result(Network network, Path model) throws CommandFailure {
    Shape input = new Shape(pictures.channels(), pictures.height(), pictures.width());
    List<Shape> shapes = network.outputShapes();
    Shape output = shapes.get(shapes.size() - 1);
    int classes = pictures.classNames().size();
    if (!network.spec().input().equals(input) || output.size() != classes) {
      throw new CommandFailure("cli.evaluate.other-network", model.toString(), network.spec().input() + " → " + output,
          input + " → " + classes);
    }
    ClassJudge judge = new ClassJudge(pictures);
    Verdict verdict = judge.judge(network);
    ObjectNode result = json.object();
    result.put("n", pictures.size());
    result.put("loss", Json.rounded(verdict.loss()));
    result.put("accuracy", Json.rounded(verdict.measure()));
    ArrayNode names = result.putArray("classes");
    pictures.classNames().forEach(names::add);
    ArrayNode rows = result.putArray("confusion");
    for (int[] row : judge.confusion(verdict.outputs())) {
      ArrayNode cells = rows.addArray();
      for (int count : row) {
        cells.add(count);
      }
    }
    return result;
  }
}
