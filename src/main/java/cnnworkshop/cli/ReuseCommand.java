package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.DrawnFaces;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureFolder;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.reuse.Familiarity;
import cnnworkshop.core.reuse.Lesson;
import cnnworkshop.core.reuse.Race;
import cnnworkshop.core.reuse.RaceResults;
import cnnworkshop.core.reuse.ReuseTraining;
import cnnworkshop.core.reuse.ReuseTraining.Outcome;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingTask;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cuts a trained network, puts a new head on it and trains that on another task; or has ways of doing so race. */
@Command(name = "reuse", header = "cli.reuse.header", description = "cli.reuse.description")
final class ReuseCommand implements Callable<Integer> {

  private static final int DRAWN_FACES = 3000;
  private static final long DRAWN_FACES_SEED = 1;

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Mixin
  private DataOptions data;

  @Mixin
  private ReuseOptions options;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "cli.model")
  private Path model;

  @Option(names = "--per-class", paramLabel = "N", split = ",", descriptionKey = "cli.reuse.per-class")
  private List<Integer> perClass;

  @Option(names = "--seed", paramLabel = "N", split = ",", descriptionKey = "cli.reuse.seed")
  private List<Long> seeds = List.of(1L);

  @Option(names = "--race", paramLabel = "scratch|frozen|fine_tuned|as_cut", split = ",",
      descriptionKey = "cli.reuse.race")
  private List<Entrant> race;

  @Option(names = "--json", descriptionKey = "cli.json")
  private boolean json;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "cli.reuse.csv")
  private Path csv;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.reuse.out")
  private Path out;

  /** Test pictures of classes that are not to be learned; null if there are none. */
  private LabelledPictures strangers;

  ReuseCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException, InterruptedException {
    if ((race == null) == (out == null) || out != null && seeds.size() > 1 || race == null && csv != null) {
      throw new CommandFailure("cli.reuse.one-of");
    }
    for (Path file : new Path[] {out, csv}) {
      if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
        throw new CommandFailure("cli.train.no-folder", file.toAbsolutePath().getParent().toString());
      }
    }
    try (Network base = workbench.network(model, common.threads())) {
      TrainingTask task = task(base.spec());
      Cut cut = options.cut(base.spec(), task);
      float[] trained = base.parameters(0, cut.kept());
      if (!common.quiet()) {
        workbench.err().println(workbench.texts().get("cli.reuse.cut", base.info().name(),
            base.spec().layers().get(cut.kept() - 1).name(), cut.kept(), cut.frozen(), task.available(), task.tested()));
      }
      if (race == null) {
        return train(cut, trained, task);
      }
      return race(cut, trained, task);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("cli.train.settings", String.valueOf(e.getMessage()));
    }
  }

  private TrainingTask task(NetworkSpec base) throws UserFailure, IOException {
    return switch (data.task) {
      case FACES -> FaceTask.of(data.inWords(), new EvaluationFaces(workbench, common.quiet()).read(data.needed()),
          List.of());
      case DRAWN_FACES -> FaceTask.of(data.inWords(), DrawnFaces.of(DRAWN_FACES, DRAWN_FACES_SEED), List.of());
      case CIFAR10, SHAPES10, PICTURES -> {
        PictureFolder.Settings usual = PictureFolder.Settings.USUAL;
        PictureSets sets = PictureSets.read(data, workbench, common.quiet(), new PictureFolder.Settings(
            base.input().height(), base.input().channels(), usual.testShare(), usual.seed()));
        say(sets.faults());
        boolean grey = base.input().channels() == 1;
        strangers = sets.others() == null || !grey ? sets.others() : sets.others().inGrey();
        yield grey
            ? new PictureTask(data.inWords(), sets.training().inGrey(), sets.test().inGrey(), sets.faults())
            : new PictureTask(data.inWords(), sets.training(), sets.test(), sets.faults());
      }
    };
  }

  private void say(List<DataFailure> faults) {
    if (!common.quiet()) {
      new RowFaults(workbench).say(workbench.texts().get("cli.train.left-out"), faults);
    }
  }

  private int train(Cut cut, float[] trained, TrainingTask task)
      throws UserFailure, IOException, InterruptedException {
    int pictures = perClass == null ? task.available() : pictures(task, perClass.get(0));
    Outcome outcome = run(cut, trained, task, pictures, seeds.get(0));
    try (Network network = outcome.network()) {
      network.save(out, outcome.info());
      workbench.err().println(workbench.texts().get("cli.reuse.saved", out.toString(), words(task, outcome.accuracy()),
          outcome.seconds(), outcome.speedUp()));
      if (strangers != null && task instanceof PictureTask own && own.test().size() > 0) {
        sayFamiliarity(network, own, own.training().part(pictures, seeds.get(0)));
      }
    }
    return outcome.reason() == TrainingEvent.Reason.DIVERGED ? Main.FAILED : Main.DONE;
  }

  /** How many pictures are taken for neither of the classes: those of the classes, and those of others. */
  private void sayFamiliarity(Network network, PictureTask task, LabelledPictures learned) {
    Familiarity familiarity = Familiarity.of(network, learned);
    workbench.err().println(workbench.texts().get("cli.reuse.neither", strange(familiarity, network, task.test()),
        strange(familiarity, network, strangers)));
  }

  private static double strange(Familiarity familiarity, Network network, LabelledPictures pictures) {
    return Arrays.stream(familiarity.distances(network, pictures)).filter(distance -> distance > 1).count()
        / (double) pictures.size();
  }

  private int race(Cut cut, float[] trained, TrainingTask task)
      throws UserFailure, IOException, InterruptedException {
    Race planned = new Race(perClass == null ? List.of(10, 30, 100, 300) : perClass, race, seeds);
    RaceResults results = RaceResults.NONE;
    for (Race.Heat heat : planned.heats()) {
      Cut theirs = heat.entrant().of(cut);
      int pictures = pictures(task, heat.perClass());
      Outcome outcome = run(theirs, heat.entrant().reuses() ? trained : null, task, pictures, heat.seed());
      outcome.network().close();
      results = results.with(new RaceResults.Result(heat, pictures,
          outcome.accuracy() == null ? Double.NaN : outcome.accuracy(), outcome.seconds(), outcome.speedUp()));
      if (!common.quiet()) {
        workbench.err().println(workbench.texts().get("cli.reuse.heat", name(heat.entrant()), heat.perClass(),
            heat.seed(), words(task, outcome.accuracy()), outcome.seconds(), outcome.speedUp()));
      }
    }
    if (csv != null) {
      results.csv(csv);
    }
    print(planned, results, task);
    return Main.DONE;
  }

  private Outcome run(Cut cut, float[] trained, TrainingTask task, int pictures, long seed)
      throws UserFailure, IOException, InterruptedException {
    TrainingTask.Part part = task.part(pictures, 0, seed);
    ReuseTraining training =
        new ReuseTraining(workbench.backend(common.threads()), cut, trained, options.lesson(task));
    return training.run(task, part, "reused", seed, new TrainingControl(), () -> false, new ReuseTraining.Listener() {
      @Override
      public void frozenLayers(int done, int all) {}

      @Override
      public void told(TrainingEvent event) {}
    });
  }

  /** As many as there are, if fewer. */
  private static int pictures(TrainingTask task, int ofEachClass) {
    int all = task instanceof PictureTask pictures ? ofEachClass * pictures.classNames().size() : ofEachClass;
    return Math.min(all, task.available());
  }

  private void print(Race planned, RaceResults results, TrainingTask task) {
    Json write = new Json();
    Table table = Table.ofColumns("lrrrr").row(workbench.texts().get("cli.reuse.entrant"),
        workbench.texts().get("cli.reuse.pictures"), workbench.texts().get("cli.reuse.measure"),
        workbench.texts().get("cli.reuse.seconds"), workbench.texts().get("cli.reuse.speed-up"));
    for (int number : planned.perClass()) {
      for (Entrant entrant : planned.entrants()) {
        RaceResults.Summary summary = results.of(entrant, number).orElseThrow();
        if (json) {
          ObjectNode node = write.object();
          node.put("entrant", name(entrant)).put("per_class", number).put("runs", summary.runs())
              .put("mean", summary.mean()).put("spread", summary.spread()).put("seconds", summary.seconds())
              .put("cache_speed_up", summary.speedUp());
          workbench.out().println(write.line(node));
        } else {
          table.row(name(entrant), String.valueOf(number),
              words(task, summary.mean()) + (summary.runs() > 1 ? " ± " + words(task, summary.spread()) : ""),
              String.format(Locale.ROOT, "%.1f", summary.seconds()),
              String.format(Locale.ROOT, "%.0f×", summary.speedUp()));
        }
      }
    }
    if (!json) {
      table.lines().forEach(workbench.out()::println);
    }
  }

  private static String name(Entrant entrant) {
    return entrant.name().toLowerCase(Locale.ROOT);
  }

  private static String words(TrainingTask task, Double measure) {
    if (measure == null || measure.isNaN()) {
      return "-";
    }
    return task instanceof PictureTask ? String.format(Locale.ROOT, "%.1f %%", 100 * measure)
        : String.format(Locale.ROOT, "%.2f px", measure);
  }
}
