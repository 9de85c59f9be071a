package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceTrainingData;
import cnnworkshop.core.data.HoldOut;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.FaceJudge;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the keypoint network on annotated faces: a progress bar, a line an epoch, a checkpoint beside the result. */
@Command(name = "train", header = "cli.train.header", description = "cli.train.description")
final class TrainCommand implements Callable<Integer> {

  /** What can be trained. */
  enum TrainingTask { FACES }

  /** Networks that can be trained. */
  enum TrainedNetwork { KEYPOINTS }

  private static final int SECONDS_TO_STOP = 60;

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--task", paramLabel = "faces", required = true, descriptionKey = "cli.train.task")
  private TrainingTask task;

  @Option(names = "--network", paramLabel = "keypoints", descriptionKey = "cli.train.network")
  private TrainedNetwork network = TrainedNetwork.KEYPOINTS;

  @Option(names = "--data", paramLabel = "FILE|FOLDER", required = true, descriptionKey = "cli.train.data")
  private Path data;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.train.epochs", converter = PositiveNumber.class)
  private int epochs = 60;

  @Option(names = "--batch", paramLabel = "N", descriptionKey = "cli.train.batch", converter = PositiveNumber.class)
  private int batch = 64;

  @Option(names = "--learning-rate", paramLabel = "RATE", descriptionKey = "cli.train.learning-rate")
  private double learningRate = 8e-4;

  @Option(names = "--final-rate", paramLabel = "RATE", descriptionKey = "cli.train.final-rate")
  private double finalRate = 2e-5;

  @Option(names = "--warm-up", paramLabel = "SHARE", descriptionKey = "cli.train.warm-up")
  private double warmUp = 0.06;

  @Option(names = "--averaging", paramLabel = "SHARE", descriptionKey = "cli.train.averaging")
  private double averaging = 0.995;

  @Option(names = "--dropout", paramLabel = "RATE", arity = "4", descriptionKey = "cli.train.dropout")
  private double[] dropout = {0, 0, 0, 0.5};

  @Option(names = "--change", paramLabel = "KIND=AMOUNT", descriptionKey = "cli.train.change")
  private Map<FaceAugmentation.Change, Double> changes = new LinkedHashMap<>();

  @Option(names = "--hold-out", paramLabel = "SHARE", descriptionKey = "cli.train.hold-out")
  private double holdOut = 0.1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.train.seed")
  private long seed = 1;

  @Option(names = "--resume", paramLabel = "CHECKPOINT", descriptionKey = "cli.train.resume")
  private Path resume;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "cli.train.out")
  private Path out;

  private ProgressBar bar;

  TrainCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException, InterruptedException {
    // Asked for before anything is computed: an hour of training must not end at a wrong folder.
    if (!java.nio.file.Files.isDirectory(out.toAbsolutePath().getParent())) {
      throw new CommandFailure("cli.train.no-folder", out.toAbsolutePath().getParent().toString());
    }
    HoldOut faces = HoldOut.ofPeople(new EvaluationFaces(workbench, common.quiet()).read(data), holdOut, seed);
    say("cli.train.faces", faces.training().size(), faces.checking().size());
    FaceAugmentation augmentation = augmentation();
    Backend backend = workbench.backend(common.threads());
    try (TrainableNetwork trained =
        backend.create(Presets.keypoints(dropout), new Backend.Updater.Adam(), seed)) {
      TrainingSession session = new TrainingSession(trained, new FaceTrainingData(faces.training(), augmentation),
          faces.checking().isEmpty() ? null : new FaceJudge(faces.checking()), settings(), this::show);
      if (resume != null) {
        resume(session);
      }
      return train(session, trained, faces, augmentation);
    }
  }

  private FaceAugmentation augmentation() throws CommandFailure {
    FaceAugmentation augmentation = FaceAugmentation.USUAL;
    for (var change : changes.entrySet()) {
      try {
        augmentation = augmentation.with(change.getKey(), change.getValue());
      } catch (IllegalArgumentException e) {
        throw new CommandFailure("cli.train.settings", String.valueOf(e.getMessage()));
      }
    }
    return augmentation;
  }

  private TrainingSettings settings() throws CommandFailure {
    try {
      return new TrainingSettings(epochs, batch, new Schedule.Cosine(learningRate, finalRate, warmUp), averaging, seed);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("cli.train.settings", String.valueOf(e.getMessage()));
    }
  }

  private void resume(TrainingSession session) throws CommandFailure {
    try {
      session.resume(resume);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure("cli.train.bad-checkpoint", resume.toString(), String.valueOf(e.getMessage()));
    }
  }

  private int train(TrainingSession session, TrainableNetwork trained, HoldOut faces,
      FaceAugmentation augmentation) throws IOException, InterruptedException {
    CountDownLatch saved = new CountDownLatch(1);
    // Ctrl-C: the JVM waits for this thread, and it for the best weights to be on disk.
    Thread atExit = new Thread(() -> {
      session.stop();
      try {
        saved.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      Reason reason = session.run(checkpoint());
      if (reason == Reason.DIVERGED && session.bestEpoch() == 0) {
        workbench.err().println(workbench.texts().get("cli.train.diverged-at-once"));
        return Main.FAILED;
      }
      if (reason == Reason.DIVERGED) {
        workbench.err().println(workbench.texts().get("cli.train.diverged", session.bestEpoch()));
      }
      if (session.bestEpoch() == 0) {
        workbench.err().println(workbench.texts().get("cli.train.stopped-at-once"));
        return Main.FAILED;
      }
      trained.save(out, new ModelInfo("keypoints", Task.KEYPOINTS, List.of(), record(session, faces, augmentation)));
      say("cli.train.saved", out.toString(), session.bestEpoch());
      return reason == Reason.COMPLETE ? Main.DONE : Main.FAILED;
    } finally {
      if (bar != null) {
        bar.close();
      }
      saved.countDown();
      removeHook(atExit);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down: the hook has done its work.
      return;
    }
  }

  private Path checkpoint() {
    return out.resolveSibling(out.getFileName() + ".checkpoint");
  }

  private Map<String, String> record(TrainingSession session, HoldOut faces, FaceAugmentation augmentation) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("data", data.getFileName() + ", " + faces.training().size() + " pictures");
    record.put("held out", faces.checking().size() + " pictures of people not trained on");
    record.put("rmse_px held out", String.format(Locale.ROOT, "%.3f", session.bestScore()));
    record.put("epochs", session.bestEpoch() + " of " + epochs);
    record.put("batch", String.valueOf(batch));
    record.put("updater", "Adam, warm-up then cosine, " + learningRate + " to " + finalRate);
    record.put("averaging", String.valueOf(averaging));
    record.put("dropout", java.util.Arrays.toString(dropout));
    record.put("augmentation", augmentation.amounts().entrySet().stream()
        .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue()).collect(Collectors.joining(", ")));
    record.put("seed", String.valueOf(seed));
    return record;
  }

  private void show(TrainingEvent event) {
    if (common.quiet()) {
      return;
    }
    if (event instanceof TrainingEvent.Step step) {
      if (bar == null) {
        bar = new ProgressBarBuilder().setInitialMax((long) epochs * step.stepsAnEpoch()).setTaskName("train")
            .setConsumer(new ConsoleProgressBarConsumer(workbench.err())).build();
      }
      bar.stepTo((long) (step.epoch() - 1) * step.stepsAnEpoch() + step.step());
    } else if (event instanceof TrainingEvent.Epoch e) {
      say("cli.train.epoch", e.epoch(), e.trainingLoss(), e.score(), e.learningRate(), e.picturesPerSecond(),
          e.best() ? 1 : 0);
    }
  }

  private void say(String key, Object... arguments) {
    if (!common.quiet()) {
      workbench.err().println(workbench.texts().get(key, arguments));
    }
  }
}
