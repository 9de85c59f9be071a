package cnnworkshop.cli;

import cnnworkshop.core.AppFolders;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the layers of a network; without one, what the program runs on and where it keeps things. */
@Command(name = "info", header = "cli.info.header", description = "cli.info.description")
final class InfoCommand implements Callable<Integer> {

  private static final double BYTES_PER_GIGABYTE = 1L << 30;

  private final Workbench workbench;
  private final Texts texts;
  private final Json json = new Json();

  @Mixin
  private CommonOptions common;

  @Option(names = "--json", descriptionKey = "cli.json")
  private boolean asJson;

  @Parameters(paramLabel = "MODEL", arity = "0..1", descriptionKey = "cli.info.model")
  private Path model;

  InfoCommand(Workbench workbench) {
    this.workbench = workbench;
    this.texts = workbench.texts();
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    Backend backend = workbench.backend(common.threads());
    if (model == null) {
      if (asJson) {
        workbench.out().println(json.page(programAsJson(backend.description())));
      } else {
        program(backend.description()).lines().forEach(workbench.out()::println);
      }
      return Main.DONE;
    }
    try (Network network = workbench.network(model, common.threads())) {
      if (asJson) {
        workbench.out().println(json.page(networkAsJson(network)));
      } else {
        new NetworkTable(texts).lines(network).forEach(workbench.out()::println);
      }
    }
    return Main.DONE;
  }

  private Table program(Backend.Description backend) {
    Machine machine = Machine.here();
    AppFolders folders = workbench.folders();
    return Table.ofColumns("ll")
        .row(texts.get("cli.info.program"),
            ProgramVersion.number().orElse(texts.get("cli.info.program.unpacked")))
        .row(texts.get("cli.info.java"), machine.java())
        .row(texts.get("cli.info.system"), machine.system())
        .row(texts.get("cli.info.processor"), texts.get("cli.info.processor.value", machine.processor(), machine.cores()))
        .row(texts.get("cli.info.backend"), backend.library())
        .row(texts.get("cli.info.natives"), backend.natives())
        .row(texts.get("cli.info.path"), path(backend))
        .row(texts.get("cli.info.device"), device(backend))
        .row(texts.get("cli.info.threads"), String.valueOf(backend.threads()))
        .row(texts.get("cli.info.settings"), folders.settings().toString())
        .row(texts.get("cli.info.log"), folders.log().toString())
        .row(texts.get("cli.info.cache"), folders.cache().toString());
  }

  private String path(Backend.Description backend) {
    if (backend.gpu().isPresent()) {
      return texts.get("cli.info.path.cuda");
    }
    return backend.fastPath() ? texts.get("cli.info.path.onednn") : texts.get("cli.info.path.plain");
  }

  private String device(Backend.Description backend) {
    return backend.gpu().map(gpu -> texts.get("cli.info.device.gpu", gpu.name(), gpu.memoryBytes() / BYTES_PER_GIGABYTE,
        gpu.driver(), gpu.capability())).orElseGet(() -> texts.get("cli.info.device.cpu"));
  }

  private ObjectNode programAsJson(Backend.Description backend) {
    Machine machine = Machine.here();
    AppFolders folders = workbench.folders();
    ObjectNode node = json.object();
    node.put("version", ProgramVersion.number().orElse(null));
    node.put("java", machine.java());
    node.put("system", machine.system());
    node.put("processor", machine.processor());
    node.put("cores", machine.cores());
    node.put("backend", backend.library());
    node.put("natives", backend.natives());
    node.put("onednn", backend.fastPath());
    node.put("threads", backend.threads());
    backend.gpu().ifPresentOrElse(gpu -> {
      ObjectNode device = node.putObject("gpu");
      device.put("name", gpu.name());
      device.put("memoryBytes", gpu.memoryBytes());
      device.put("driver", gpu.driver());
      device.put("capability", gpu.capability());
    }, () -> node.putNull("gpu"));
    node.put("settings", folders.settings().toString());
    node.put("log", folders.log().toString());
    node.put("cache", folders.cache().toString());
    return node;
  }

  private ObjectNode networkAsJson(Network network) {
    NetworkSpec spec = network.spec();
    ObjectNode node = json.object();
    node.put("name", network.info().name());
    node.put("task", network.info().task().name().toLowerCase(Locale.ROOT));
    node.set("input", shape(spec.input()));
    node.putArray("values").add(spec.scale().of(0)).add(spec.scale().of(1));
    node.put("parameters", network.parameterCount());
    ArrayNode labels = node.putArray("labels");
    network.info().labels().forEach(labels::add);
    ObjectNode record = node.putObject("record");
    network.info().record().forEach(record::put);
    ArrayNode layers = node.putArray("layers");
    SpecWords words = new SpecWords(texts);
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      ObjectNode one = layers.addObject();
      one.put("name", layer.name());
      one.put("kind", words.kind(layer));
      one.put("settings", words.settings(layer));
      one.set("output", shape(network.outputShapes().get(i)));
      one.put("parameters", NetworkTable.parameters(network, i));
    }
    return node;
  }

  private ArrayNode shape(Shape shape) {
    return json.whole(shape.channels(), shape.height(), shape.width());
  }
}
