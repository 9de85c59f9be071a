package cnnworkshop.cli;

import cnnworkshop.core.text.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Lets picocli take its help from the text bundle: options name their key as {@code descriptionKey}, commands as
 * {@code header}, {@code description} and {@code footer}.
 */
final class HelpTexts {

  private static final int WIDTH = 100;

  private final Texts texts;

  HelpTexts(Texts texts) {
    this.texts = texts;
  }

  /** Fills in the texts of a command and all below it. */
  void applyTo(CommandLine line) {
    line.setUsageHelpWidth(WIDTH);
    line.setResourceBundle(new Bundle(texts));
    fill(line.getCommandSpec());
    line.getSubcommands().values().forEach(sub -> fill(sub.getCommandSpec()));
  }

  private void fill(CommandSpec command) {
    UsageMessageSpec usage = command.usageMessage();
    usage.synopsisHeading(texts.get("cli.help.usage") + " ");
    usage.parameterListHeading("%n");
    usage.optionListHeading("%n");
    usage.commandListHeading("%n" + texts.get("cli.help.commands") + "%n");
    usage.synopsisSubcommandLabel(texts.get("cli.help.command-label"));
    usage.header(looked(usage.header()));
    usage.description(looked(usage.description()));
    usage.footer(looked(usage.footer()));
    usage.footerHeading(usage.footer().length == 0 ? "" : "%n");
  }

  private String[] looked(String[] keys) {
    String[] lines = new String[keys.length];
    for (int i = 0; i < keys.length; i++) {
      lines[i] = texts.get(keys[i]);
    }
    return lines;
  }

  /** The texts as picocli asks for them. */
  private static final class Bundle extends ResourceBundle {

    private final Texts texts;

    Bundle(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
      return texts.keys().contains(key) ? texts.get(key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(texts.keys());
    }
  }
}
