package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model file of ours of a network of another program, and says what it is. */
@Command(name = "import", header = "cli.import.header", description = "cli.import.description")
final class ImportCommand implements Callable<Integer> {

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--labels", paramLabel = "NAME", split = ",", descriptionKey = "cli.import.labels")
  private List<String> labels = List.of();

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "cli.import.out")
  private Path out;

  @Parameters(paramLabel = "FILE", descriptionKey = "cli.import.file")
  private Path file;

  ImportCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    try (Network network = workbench.backend(common.threads()).open(file)) {
      network.save(out, info(network));
      if (!common.quiet()) {
        new NetworkTable(workbench.texts()).lines(network).forEach(workbench.err()::println);
      }
    }
    workbench.out().println(out);
    return Main.DONE;
  }

  private ModelInfo info(Network network) throws CommandFailure {
    ModelInfo own = network.info();
    if (labels.isEmpty()) {
      return own;
    }
    List<Shape> shapes = network.outputShapes();
    int outputs = shapes.get(shapes.size() - 1).size();
    if (labels.size() != outputs) {
      throw new CommandFailure("cli.import.other-labels", labels.size(), outputs);
    }
    return new ModelInfo(own.name(), own.task(), labels, own.record(), own.doubtScale());
  }
}
