package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.KaggleCsv;
import cnnworkshop.core.data.KaggleLookup;
import cnnworkshop.core.data.KaggleSubmission;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers Kaggle's facial keypoints competition: a file of the coordinates its lookup table asks for. */
@Command(name = "submission", header = "cli.submission.header", description = "cli.submission.description")
final class SubmissionCommand implements Callable<Integer> {

  private static final int AT_ONCE = 32;
  private static final int PIXELS = FaceView.SIZE * FaceView.SIZE;

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @Option(names = "--test", paramLabel = "FILE", required = true, descriptionKey = "cli.submission.test")
  private Path test;

  @Option(names = "--lookup", paramLabel = "FILE", required = true, descriptionKey = "cli.submission.lookup")
  private Path lookup;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "cli.submission.out")
  private Path out;

  SubmissionCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure("cli.submission.no-folder", folder.toString());
    }
    KaggleLookup asked = KaggleLookup.read(lookup);
    say("cli.submission.left-out", lookup, asked.faults());
    if (asked.rows().isEmpty()) {
      throw new CommandFailure("cli.submission.nothing-asked", lookup.toString());
    }
    KaggleCsv.Content pictures = KaggleCsv.readNumbered(test);
    say("cli.kaggle.left-out", test, pictures.faults());
    if (pictures.rows().isEmpty()) {
      throw new CommandFailure("cli.submission.no-pictures", test.toString());
    }
    KaggleSubmission submission;
    try (Network network = workbench.keypointNetwork(model, common.threads())) {
      submission = new KaggleSubmission(asked.rows(), answers(network, pictures.rows()));
    }
    submission.write(out);
    List<CommandFailure> unanswered = submission.withoutAnswer().stream().map(this::sentence).toList();
    say("cli.submission.mean-face", out, unanswered);
    if (!common.quiet()) {
      workbench.err().println(workbench.texts().get("cli.submission.done", out.toString(), asked.rows().size(),
          submission.withoutAnswer().stream().mapToInt(KaggleSubmission.Unanswered::rows).sum()));
    }
    boolean complete = asked.faults().isEmpty() && pictures.faults().isEmpty() && unanswered.isEmpty();
    return complete ? Main.DONE : Main.FAILED;
  }

  /** Said to the quiet as well: it is what went wrong. */
  private void say(String heading, Path table, List<? extends UserFailure> faults) {
    new RowFaults(workbench).say(workbench.texts().get(heading, table.toString(), faults.size()), faults);
  }

  private CommandFailure sentence(KaggleSubmission.Unanswered picture) {
    return new CommandFailure("cli.submission.unanswered", picture.line(), test.toString(), picture.imageId(),
        picture.rows());
  }

  /** Where the network sees the points of each picture, by ImageId, in pixels of the picture. */
  private Map<String, Keypoints> answers(Network network, List<KaggleCsv.Row> pictures) throws CommandFailure {
    Map<String, Keypoints> answers = new HashMap<>();
    try (ProgressBar bar = common.quiet() ? null : progressBar(pictures.size())) {
      for (int from = 0; from < pictures.size(); from += AT_ONCE) {
        List<KaggleCsv.Row> batch = pictures.subList(from, Math.min(pictures.size(), from + AT_ONCE));
        float[] outputs = network.predict(inputs(batch), batch.size());
        for (int i = 0; i < batch.size(); i++) {
          Keypoints points = Keypoints.ofTargets(outputs, i * Keypoints.NUMBERS);
          if (!DoubleStream.of(points.toArray()).allMatch(Double::isFinite)) {
            throw new CommandFailure("cli.submission.no-number", batch.get(i).imageId());
          }
          answers.put(batch.get(i).imageId(), points);
        }
        if (bar != null) {
          bar.stepBy(batch.size());
        }
      }
    }
    return answers;
  }

  private ProgressBar progressBar(int pictures) {
    return new ProgressBarBuilder().setInitialMax(pictures).setTaskName("submission")
        .setConsumer(new ConsoleProgressBarConsumer(workbench.err())).build();
  }

  /** The pictures as the network looks at them: whole, as {@code evaluate} shows them. */
  private static float[] inputs(List<KaggleCsv.Row> pictures) {
    float[] inputs = new float[pictures.size() * PIXELS];
    for (int i = 0; i < pictures.size(); i++) {
      Photo photo = pictures.get(i).toPhoto();
      float[] view = new FaceView(FaceSquare.middleOf(photo)).sample(photo, 1);
      System.arraycopy(view, 0, inputs, i * PIXELS, PIXELS);
    }
    return inputs;
  }
}
