package cnnworkshop.cli;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a network is, in lines: its name and input, what its file says of it, and a table of its layers. */
final class NetworkTable {

  private static final Set<String> FOLLOWED = Set.of("mean", "var");

  private final Texts texts;

  NetworkTable(Texts texts) {
    this.texts = texts;
  }

  /** The lines, from the top. */
  List<String> lines(Network network) {
    NetworkSpec spec = network.spec();
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("cli.info.network", network.info().name(), spec.input().toString(), network.parameterCount(),
        spec.scale().of(0), spec.scale().of(1)));
    network.info().record().forEach((key, value) -> lines.add(texts.get("cli.info.record", key, value)));
    Table table = Table.ofColumns("lllrr").row(texts.get("cli.info.column.layer"), texts.get("cli.info.column.kind"),
        texts.get("cli.info.column.settings"), texts.get("cli.info.column.output"),
        texts.get("cli.info.column.parameters"));
    SpecWords words = new SpecWords(texts);
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      long parameters = parameters(network, i);
      table.row(layer.name(), words.kind(layer), words.settings(layer), network.outputShapes().get(i).toString(),
          parameters == 0 ? "" : texts.get("cli.info.count", parameters));
    }
    lines.add("");
    table.lines().forEach(lines::add);
    return lines;
  }

  /** How many numbers of a layer training can change: those that only follow the pictures are not counted. */
  static long parameters(Network network, int layer) {
    return network.parameterArrays(layer).stream().filter(array -> !FOLLOWED.contains(array.name()))
        .mapToLong(array -> array.values().length).sum();
  }
}
