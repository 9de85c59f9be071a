package cnnworkshop.cli;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerCost;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What each layer of the networks that come with the program costs in a step of training. */
final class LayerTimes {

  private static final int BATCH = 64;
  private static final int FACE_BATCH = 128;
  private static final String FACES = "keypoints";

  private record Costs(NetworkSpec network, int batch, List<LayerCost> layers) {}

  private final List<Costs> all = new ArrayList<>();

  /** @param rounds steps of each network; the median counts */
  static LayerTimes measure(Backend backend, int rounds) {
    LayerTimes times = new LayerTimes();
    for (String name : Presets.names()) {
      NetworkSpec network = Presets.byName(name).orElseThrow();
      int batch = name.equals(FACES) ? FACE_BATCH : BATCH;
      try (TrainableNetwork trained = backend.create(network, new Updater.Adam(), 1)) {
        times.all.add(new Costs(network, batch, trained.layerCosts(batch, rounds)));
      }
    }
    return times;
  }

  /** A table for each network whose layers could be told apart. */
  List<String> lines(Texts texts) {
    List<String> lines = new ArrayList<>();
    for (Costs costs : all) {
      if (!costs.layers.isEmpty()) {
        lines.add("");
        lines.addAll(table(costs, texts).lines());
      }
    }
    return lines;
  }

  private static Table table(Costs costs, Texts texts) {
    Table table = Table.ofColumns("lrr").row(texts.get("cli.bench.layers", costs.network.name(), costs.batch),
        texts.get("cli.bench.layers.forward"), texts.get("cli.bench.layers.backward"));
    for (int i = 0; i < costs.layers.size(); i++) {
      table.row(costs.network.layers().get(i).name(),
          texts.get("cli.bench.layers.value", costs.layers.get(i).forward()),
          texts.get("cli.bench.layers.value", costs.layers.get(i).backward()));
    }
    return table.row(texts.get("cli.bench.layers.all"),
        texts.get("cli.bench.layers.value", costs.layers.stream().mapToDouble(LayerCost::forward).sum()),
        texts.get("cli.bench.layers.value", costs.layers.stream().mapToDouble(LayerCost::backward).sum()));
  }

  /** Adds the milliseconds of each layer to a page of results, network by network. */
  void addTo(ObjectNode page) {
    ObjectNode networks = page.putObject("layers");
    for (Costs costs : all) {
      ArrayNode layers = networks.putArray(costs.network.name());
      for (int i = 0; i < costs.layers.size(); i++) {
        layers.addObject().put("layer", costs.network.layers().get(i).name())
            .put("forward_ms", Json.rounded(costs.layers.get(i).forward()))
            .put("backward_ms", Json.rounded(costs.layers.get(i).backward()));
      }
    }
  }
}
