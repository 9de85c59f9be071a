package cnnworkshop.cli;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.export.JavaSource;
import cnnworkshop.core.export.KerasSource;
import cnnworkshop.core.export.WeightFiles;
import cnnworkshop.core.net.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a network for other programs: as a DL4J zip, its numbers, or its layers as source. */
@Command(name = "export", header = "cli.export.header", description = "cli.export.description")
final class ExportCommand implements Callable<Integer> {

  /** The formats as they are called on the command line. */
  enum Format { DL4J, CSV, NPY, JAVA, KERAS }

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--format", paramLabel = "dl4j|csv|npy|java|keras", required = true,
      descriptionKey = "cli.export.format")
  private Format format;

  @Option(names = "--out", paramLabel = "FILE|FOLDER", required = true, descriptionKey = "cli.export.out")
  private Path out;

  @Parameters(paramLabel = "MODEL", descriptionKey = "cli.export.model")
  private Path model;

  ExportCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    try (Network network = workbench.network(model, common.threads())) {
      write(network).forEach(workbench.out()::println);
    }
    return Main.DONE;
  }

  private List<Path> write(Network network) throws UserFailure, IOException {
    return switch (format) {
      case DL4J -> {
        network.save(out, network.info());
        yield List.of(out);
      }
      case CSV -> WeightFiles.csv(network, out);
      case NPY -> WeightFiles.npy(network, out);
      case JAVA -> source(JavaSource.of(network.spec(), className()));
      case KERAS -> source(KerasSource.of(network.spec()));
    };
  }

  /** A public class and its file have the same name. */
  private String className() throws CommandFailure {
    String file = String.valueOf(out.getFileName());
    String name = JavaSource.className(file);
    if (!file.equals(name + ".java")) {
      throw new CommandFailure("cli.export.java-name", file, name + ".java");
    }
    return name;
  }

  private List<Path> source(String source) throws IOException {
    FreshFile.write(out.toAbsolutePath(), stream -> stream.write(source.getBytes(StandardCharsets.UTF_8)));
    return List.of(out);
  }
}
