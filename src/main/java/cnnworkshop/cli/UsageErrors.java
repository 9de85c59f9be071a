package cnnworkshop.cli;

import cnnworkshop.core.text.Texts;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what is wrong with a command line, and in another where help is. */
final class UsageErrors implements IParameterExceptionHandler {

  private final Texts texts;

  UsageErrors(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(sentence(e));
    line.getErr().println(texts.get("cli.usage.help", line.getCommandSpec().qualifiedName()));
    return Main.MISUSED;
  }

  private String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return texts.get("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return texts.get("cli.usage.missing",
          missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", ")));
    }
    if (e.getArgSpec() != null) {
      return texts.get("cli.usage.value", name(e.getArgSpec()), e.getValue() == null ? "" : e.getValue());
    }
    return texts.get("cli.usage.other", e.getMessage());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
