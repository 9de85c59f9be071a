package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.AnnotatedFaces;
import cnnworkshop.core.data.Cifar10;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.PictureFolder;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.OneAnswer;
import cnnworkshop.core.inspect.JudgedFace;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.inspect.PredictionSheet;
import cnnworkshop.core.net.Network;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes how well a network does: a keypoint network on annotated faces, a classifier on pictures with classes. */
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

  @Option(names = "--doubt", descriptionKey = "cli.evaluate.doubt")
  private boolean doubt;

  EvaluateCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    workbench.out().println(json.page(holdsClasses() ? classes() : faces()));
    return Main.DONE;
  }

  private boolean holdsClasses() {
    return Cifar10.looksLike(data) || !AnnotatedFaces.looksLike(data) && PictureFolder.looksLike(data);
  }

  private ObjectNode classes() throws UserFailure, IOException {
    PictureSets pictures = Cifar10.looksLike(data) ? PictureSets.cifar10(data) : PictureSets.folder(data);
    if (!common.quiet()) {
      new RowFaults(workbench).say(workbench.texts().get("cli.train.left-out"), pictures.faults());
    }
    if (model == null) {
      throw new CommandFailure("cli.evaluate.model-needed", data.toString());
    }
    try (Network network = workbench.network(model, common.threads())) {
      return new ClassEvaluation(pictures.test().size() > 0 ? pictures.test() : pictures.training())
          .result(network, model);
    }
  }

  private ObjectNode faces() throws UserFailure, IOException {
    List<FaceSample> faces = new EvaluationFaces(workbench, common.quiet()).read(data);
    try (Network network = workbench.keypointNetwork(model, common.threads())) {
      List<JudgedFace> judged = JudgedFace.all(network, faces);
      if (sheet != null) {
        PngFile.write(sheet, PredictionSheet.picture(PredictionSheet.choose(judged)));
      }
      FaceEvaluation evaluation = new FaceEvaluation();
      ObjectNode result = evaluation.result(judged);
      if (doubt) {
        result.set("doubt", evaluation.doubt(network, faces));
      }
      tellOfOneAnswer(judged);
      return result;
    }
  }

  private void tellOfOneAnswer(List<JudgedFace> judged) {
    OneAnswer oneAnswer = new OneAnswer();
    for (int i = 0; i < judged.size(); i++) {
      oneAnswer.add(i, Keypoints.of(judged.get(i).predicted()));
    }
    if (oneAnswer.suspected() && !common.quiet()) {
      workbench.err().println(workbench.texts().get("cli.predict.one-answer"));
    }
  }
}
