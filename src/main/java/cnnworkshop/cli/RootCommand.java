package cnnworkshop.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself, when its arguments name no command: says what there is. */
@Command(name = "cnn-workshop", description = "cli.root.description", footer = "cli.root.footer")
final class RootCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "cli.help")
  private boolean help;

  @Option(names = {"-V", "--version"}, descriptionKey = "cli.root.version")
  private boolean version;

  @Override
  public Integer call() {
    if (version) {
      spec.commandLine().getOut().println(ProgramVersion.line());
      return Main.DONE;
    }
    spec.commandLine().usage(spec.commandLine().getErr(), CommandLine.Help.Ansi.OFF);
    return Main.MISUSED;
  }
}
