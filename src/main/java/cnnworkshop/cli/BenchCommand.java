package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.WindowCost;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures, on this machine, what a person waits for. */
@Command(name = "bench", header = "cli.bench.header", description = "cli.bench.description")
final class BenchCommand implements Callable<Integer> {

  private final Workbench workbench;

  @Mixin
  private CommonOptions common;

  @Option(names = "--json", descriptionKey = "cli.json")
  private boolean asJson;

  @Option(names = "--rounds", paramLabel = "N", descriptionKey = "cli.bench.rounds", converter = PositiveNumber.class)
  private int rounds = 7;

  @Option(names = "--no-window", descriptionKey = "cli.bench.no-window")
  private boolean noWindow;

  private final WindowCost.Meter window;

  /** @param window measures what a window costs a training */
  BenchCommand(Workbench workbench, WindowCost.Meter window) {
    this.workbench = workbench;
    this.window = window;
  }

  @Override
  public Integer call() throws UserFailure, IOException {
    Measurements results;
    try (Bench bench = new Bench(workbench, common, rounds)) {
      boolean[] hasWindow = new boolean[1];
      results = bench.run(() -> hasWindow[0] = !noWindow && window.prepare());
      bench.training();
      if (hasWindow[0]) {
        bench.window(window);
      } else if (!noWindow) {
        workbench.err().println(workbench.texts().get("cli.bench.no-display"));
      }
    }
    // Started by the bench, so this only asks.
    Backend backend = workbench.backend(common.threads());
    LayerTimes layers = LayerTimes.measure(backend, rounds);
    if (asJson) {
      ObjectNode page = asJson(results, backend.description());
      layers.addTo(page);
      workbench.out().println(new Json().page(page));
    } else {
      write(results, backend.description());
      layers.lines(workbench.texts()).forEach(workbench.out()::println);
    }
    return Main.DONE;
  }

  private void write(Measurements results, Backend.Description backend) {
    Texts texts = workbench.texts();
    Machine machine = Machine.here();
    workbench.out().println(texts.get("cli.bench.machine", machine.processor(), machine.cores(), backend.natives(),
        backend.threads(), backend.fastPath() ? 1 : 0));
    Table table = Table.ofColumns("lrl");
    for (Map.Entry<Part, Double> result : results.values().entrySet()) {
      table.row(texts.get(result.getKey().textKey()), texts.get("cli.bench.value", result.getKey().shown(result.getValue())),
          texts.get(result.getKey().unitKey()));
    }
    table.lines().forEach(workbench.out()::println);
  }

  private static ObjectNode asJson(Measurements results, Backend.Description backend) {
    Machine machine = Machine.here();
    ObjectNode node = new Json().object();
    node.put("processor", machine.processor());
    node.put("cores", machine.cores());
    node.put("system", machine.system());
    node.put("java", machine.java());
    node.put("natives", backend.natives());
    node.put("onednn", backend.fastPath());
    node.put("threads", backend.threads());
    results.values().forEach((part, value) -> node.put(part.jsonName(), Json.rounded(value)));
    return node;
  }
}
