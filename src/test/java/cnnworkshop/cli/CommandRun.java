package cnnworkshop.cli;

import cnnworkshop.core.AppFolders;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.train.WindowCost;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A command line that was run in this process: what it wrote and how it ended. */
record CommandRun(int code, String out, String err) {

  /** Runs a command line as a person with an English locale would. */
  static CommandRun of(Path folder, Object... args) {
    return of(folder, Locale.ENGLISH, (threads, computeOn) -> {
      NativePath.choose(null);
      return Dl4jBackend.start(threads, computeOn);
    }, args);
  }

  /**
   * @param folder where settings, logs and copies of models go
   * @param args made into text by {@code toString}
   */
  static CommandRun of(Path folder, Locale locale, Workbench.BackendStart start, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AppFolders folders = new AppFolders(folder.resolve("settings"), folder.resolve("log"), folder.resolve("cache"),
        List.of());
    int code;
    try (Workbench workbench = new Workbench(Texts.load(locale), stream(out), stream(err), folders, start)) {
      code = new Main(workbench, new NoWindow()).execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }
    return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Tests of commands open no window; its figures are made up. */
  private static final class NoWindow implements WindowCost.Meter {
    @Override
    public boolean prepare() {
      return true;
    }

    @Override
    public WindowCost measure(Backend backend, int rounds) {
      return new WindowCost(1000, 950, 17, 20, 250);
    }
  }
}
