package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.HoldOut;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.Finding;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.Speed;
import cnnworkshop.core.train.TimeBudget;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network: a progress bar, a line an epoch, a checkpoint beside the result. */
@Command(name = "train", header = "cli.train.header", description = "cli.train.description")
final class TrainCommand implements Callable<Integer> {

  private static final int SECONDS_TO_STOP = 60;
  private static final int DRAWN_FACES = 3000;
  /** As many as the time allows, if nothing is said: a short training of few pictures fills its time too. */
  private static final int MOST_EPOCHS = 200;

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Mixin
  private DataOptions data;

  @Mixin
  private TrainOptions options;

  @Option(names = "--start", paramLabel = "MODEL", descriptionKey = "cli.train.start")
  private Path start;

  @Option(names = "--resume", paramLabel = "CHECKPOINT", descriptionKey = "cli.train.resume")
  private Path resume;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "cli.train.out")
  private Path out;

  private TrainingPlan plan;
  private ProgressBar bar;

  TrainCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException, InterruptedException {
    // Asked for before anything is computed: an hour of training must not end at a wrong folder.
    if (!Files.isDirectory(out.toAbsolutePath().getParent())) {
      throw new CommandFailure("cli.train.no-folder", out.toAbsolutePath().getParent().toString());
    }
    plan = plan();
    if (options.time != null) {
      fitToTime();
    }
    try (TrainableNetwork trained =
        workbench.backend(common.threads()).create(plan.spec(), plan.updater(), plan.settings().seed())) {
      if (start != null) {
        startFrom(trained);
      }
      TrainingSession session = new TrainingSession(trained, plan.data(), plan.heldOut(), plan.test(),
          plan.settings(), this::show);
      if (resume != null) {
        resume(session);
      }
      return train(session, trained);
    }
  }

  private TrainingPlan plan() throws UserFailure, IOException {
    try {
      return switch (data.task) {
        case FACES -> faces(new EvaluationFaces(workbench, common.quiet()).read(data.needed()));
        case DRAWN_FACES -> faces(DrawnFaces.of(TrainOptions.or(options.pictures, DRAWN_FACES), options.seed));
        case CIFAR10, SHAPES10, PICTURES -> pictures(PictureSets.read(data, workbench, common.quiet()));
      };
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("cli.train.settings", String.valueOf(e.getMessage()));
    }
  }

  /** Measures this machine, and trains as many epochs as fit; if even a few do not, on fewer pictures. */
  private void fitToTime() throws UserFailure, IOException, InterruptedException {
    int samples = plan.data().size();
    Speed speed = Speed.measure(workbench.backend(common.threads()), plan.spec(), plan.updater(), plan.data(),
        plan.settings().batchSize(), () -> false);
    TimeBudget.Proposal proposal = new TimeBudget(speed.training(), plan.judgedAnEpoch(), speed.judging())
        .propose(options.time, samples, TrainOptions.or(options.epochs, MOST_EPOCHS));
    say(workbench.texts().get(proposal.fits() ? "cli.train.time-set" : "cli.train.time-short", speed.training(),
        proposal.pictures(), proposal.epochs(), Math.round(proposal.seconds())));
    options.epochs = proposal.epochs();
    if (proposal.pictures() < samples) {
      options.pictures = (int) Math.round(proposal.pictures() / (1 - options.holdOut));
    }
    plan = plan();
  }

  private TrainingPlan faces(List<FaceSample> faces) {
    return new FaceTraining(HoldOut.ofPeople(faces, options.holdOut, options.seed), options, workbench.texts(),
        this::say);
  }

  private TrainingPlan pictures(PictureSets pictures) throws UserFailure {
    if (!common.quiet()) {
      new RowFaults(workbench).say(workbench.texts().get("cli.train.left-out"), pictures.faults());
    }
    Shape input = new Shape(pictures.training().channels(), pictures.training().height(), pictures.training().width());
    int classes = pictures.training().classNames().size();
    NetworkSpec spec = options.over(new NamedNetwork(TrainOptions.or(options.network, "suggested_cnn"),
        new NetworkTemplates(workbench.folders().settings().resolve("networks"))).spec().fitted(input, classes));
    if (spec.loss() != NetworkSpec.Loss.CROSS_ENTROPY) {
      throw new CommandFailure("cli.train.no-classifier", spec.name());
    }
    for (Finding finding : ShapeCheck.of(spec, classes).findings()) {
      if (finding.severity() == Finding.Severity.FAULT) {
        throw new CommandFailure(finding.key(), finding.arguments().toArray());
      }
      say(workbench.texts().get(finding.key(), finding.arguments().toArray()));
    }
    return new ClassTraining(spec, pictures, options, workbench.texts(), this::say);
  }

  /** Takes the weights of a trained network with the same layers. */
  private void startFrom(TrainableNetwork trained) throws UserFailure {
    try (Network model = workbench.backend(common.threads()).open(start)) {
      if (!(model instanceof TrainableNetwork other) || model.parameterCount() != trained.parameterCount()
          || !model.outputShapes().equals(trained.outputShapes())) {
        throw new CommandFailure("cli.train.other-start", start.toString(), plan.spec().name());
      }
      trained.setParameters(other.parameters());
    }
  }

  private void resume(TrainingSession session) throws CommandFailure {
    try {
      session.resume(resume);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure("cli.train.bad-checkpoint", resume.toString(), String.valueOf(e.getMessage()));
    }
  }

  private int train(TrainingSession session, TrainableNetwork trained) throws IOException, InterruptedException {
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
      Reason reason = session.run(out.resolveSibling(out.getFileName() + ".checkpoint"));
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
      trained.save(out, plan.describe(trained, session, record(session)));
      say(workbench.texts().get("cli.train.saved", out.toString(), session.bestEpoch()));
      return reason == Reason.COMPLETE || reason == Reason.OUT_OF_PATIENCE ? Main.DONE : Main.FAILED;
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

  private Map<String, String> record(TrainingSession session) {
    TrainingSettings settings = plan.settings();
    Map<String, String> record = new LinkedHashMap<>();
    record.put("data", data.inWords());
    record.put("epochs", session.bestEpoch() + " of " + settings.epochs());
    record.put("batch", String.valueOf(settings.batchSize()));
    record.put("updater", plan.updater().toString());
    record.put("learning rate", settings.learningRate().toString());
    if (plan.updater() instanceof Updater.Nesterov) {
      record.put("momentum", settings.momentum().toString());
    }
    record.put("averaging", String.valueOf(settings.averaging()));
    if (start != null) {
      record.put("started from", String.valueOf(start.getFileName()));
    }
    record.put("seed", String.valueOf(settings.seed()));
    return record;
  }

  private void show(TrainingEvent event) {
    if (common.quiet()) {
      return;
    }
    if (event instanceof TrainingEvent.Step step) {
      if (bar == null) {
        bar = new ProgressBarBuilder().setInitialMax((long) plan.settings().epochs() * step.stepsAnEpoch())
            .setTaskName("train").setConsumer(new ConsoleProgressBarConsumer(workbench.err())).build();
      }
      bar.stepTo((long) (step.epoch() - 1) * step.stepsAnEpoch() + step.step());
    } else if (event instanceof TrainingEvent.Epoch e) {
      say(plan.line(e));
    }
  }

  private void say(String line) {
    if (!common.quiet()) {
      workbench.err().println(line);
    }
  }
}
