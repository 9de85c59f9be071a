package cnnworkshop;

import cnnworkshop.app.WorkshopApp;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.train.TrainingBench;
import cnnworkshop.cli.Main;
import cnnworkshop.core.AppFolders;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Where the program starts: the window without arguments or with {@code --open FILE}, {@code --tab NAME},
 * {@code --camera NUMBER} and {@code --device cpu}, the command line with any others. A plain main class, since an
 * {@code Application} can't be one on the class path.
 */
public final class Launcher {

  private static final Set<String> WINDOW_OPTIONS = Set.of("--open", "--tab", "--camera", "--device");

  /** JavaFX's logger, held fast: one that is let go loses its filter. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Launcher() {}

  /** Starts the program. */
  public static void main(String[] args) {
    AppFolders folders = AppFolders.ofThisMachine();
    // Logback reads it when the first class asks for a logger, so nothing that logs comes before.
    System.setProperty("cnnworkshop.log.directory", folders.log().toString());
    if (!opensWindow(args)) {
      System.exit(Main.run(args, new TrainingBench(Appearance::dressLight)));
    }
    // Off the window's way: the window chooses natives again before it loads them, and reads the theme once more.
    Thread early = new Thread(() -> {
      Appearance.readAhead();
      NativePath.choose(folders.cache());
    }, "early");
    early.setDaemon(true);
    early.start();
    // "Unsupported JavaFX configuration: classes were loaded from 'unnamed module'": that is how this program is built.
    JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    try {
      Application.launch(WorkshopApp.class, args);
    } catch (UnsupportedOperationException e) {
      // No display to open a window on.
      System.err.println(Texts.load(Locale.getDefault()).get("app.failure.no-window", e.getMessage()));
      System.exit(Main.FAILED);
    }
  }

  /** Whether the arguments are those of the window: pairs of one of its options and a value. */
  static boolean opensWindow(String[] args) {
    if (args.length % 2 != 0) {
      return false;
    }
    for (int i = 0; i < args.length; i += 2) {
      if (!WINDOW_OPTIONS.contains(args[i])) {
        return false;
      }
    }
    return true;
  }
}
