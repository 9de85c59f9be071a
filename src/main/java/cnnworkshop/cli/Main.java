package cnnworkshop.cli;

import cnnworkshop.core.AppFolders;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.WindowCost;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The command line: puts the commands together and turns what they throw into a line and an exit code. */
public final class Main {

  /** Everything was done. */
  public static final int DONE = 0;
  /** Something could not be done; a line on standard error says what. */
  public static final int FAILED = 1;
  /** The command line could not be understood; nothing was done. */
  public static final int MISUSED = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private final Workbench workbench;
  private final WindowCost.Meter window;

  /**
   * A command line that works with what {@code workbench} gives.
   *
   * @param window measures what a window costs a training, for {@code bench}
   */
  Main(Workbench workbench, WindowCost.Meter window) {
    this.workbench = workbench;
    this.window = window;
  }

  /**
   * Runs one command line.
   *
   * @param args the arguments after the program's name
   * @param window measures what a window costs a training: no command knows windows
   * @return the process's exit code: {@link #DONE}, {@link #FAILED} or {@link #MISUSED}
   */
  public static int run(String[] args, WindowCost.Meter window) {
    AppFolders folders = AppFolders.ofThisMachine();
    // File names and names of people are not ASCII; what reads our output expects UTF-8 whatever the locale says.
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Workbench.BackendStart start = (threads, computeOn) -> {
      NativePath.choose(folders.cache());
      return Dl4jBackend.start(threads, computeOn);
    };
    try (Workbench workbench = new Workbench(Texts.load(Locale.getDefault()), out, err, folders, start)) {
      return new Main(workbench, window).execute(args);
    }
  }

  /** The commands, in the order help lists them. */
  private List<Callable<Integer>> commands() {
    return List.of(
        new PredictCommand(workbench),
        new MapsCommand(workbench),
        new FiltersCommand(workbench),
        new OcclusionCommand(workbench),
        new SaliencyCommand(workbench),
        new EvaluateCommand(workbench),
        new TrainCommand(workbench),
        new ReuseCommand(workbench),
        new SubmissionCommand(workbench),
        new ImportCommand(workbench),
        new ExportCommand(workbench),
        new InfoCommand(workbench),
        new BenchCommand(workbench, window));
  }

  int execute(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    commands().forEach(line::addSubcommand);
    new HelpTexts(workbench.texts()).applyTo(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(workbench.out(), true));
    line.setErr(new PrintWriter(workbench.err(), true));
    line.setParameterExceptionHandler(new UsageErrors(workbench.texts()));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    line.setExecutionStrategy(parsed -> {
      if (parsed.hasSubcommand()) {
        workbench.computeOn(parsed.subcommand().matchedOptionValue(CommonOptions.DEVICE, ComputeOn.GPU_IF_THERE));
      }
      return new CommandLine.RunLast().execute(parsed);
    });
    int code;
    try {
      code = line.execute(args);
    } catch (LinkageError | OutOfMemoryError e) {
      code = failed(e);
    }
    workbench.out().flush();
    if (workbench.out().checkError() && code == DONE) {
      // The disk is full or the program that reads our output has gone: what it got is not everything.
      code = FAILED;
    }
    return code;
  }

  private int failed(Throwable e) {
    if (e instanceof UserFailure failure) {
      LOG.info("{}", failure.key(), failure);
    } else {
      LOG.error("command failed", e);
    }
    workbench.complain(e);
    return FAILED;
  }
}
