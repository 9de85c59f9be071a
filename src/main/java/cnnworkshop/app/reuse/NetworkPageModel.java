package cnnworkshop.app.reuse;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.SpecWords;
import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is to be said of the loaded network: what it is, where it came from, what can be done with it. On the UI thread. */
final class NetworkPageModel {

  private static final int BYTES_A_NUMBER = 4;

  /** A line of facts. */
  record Fact(String name, String value) {}

  /** A layer. */
  record Layer(String name, String kind, String settings, String output, String parameters) {}

  /**
   * Something the program can or can't do with it.
   *
   * @param tab the id of the tab it is about
   * @param possible whether it can
   * @param sentence what, or why not
   */
  record Use(String tab, boolean possible, String sentence) {}

  /**
   * The whole page.
   *
   * @param name what the network is called
   * @param facts about it
   * @param card what its file says of its training, as it is written there
   * @param layers in order
   * @param uses one for each tab
   */
  record Page(String name, List<Fact> facts, List<Fact> card, List<Layer> layers, List<Use> uses) {}

  private final ReuseTools tools;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page");

  NetworkPageModel(ReuseTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    tools.inference().networkProperty().addListener((p, before, now) -> write());
    tools.inference().fileProperty().addListener((p, before, now) -> write());
    write();
  }

  /** The page; null while no network is loaded. */
  ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  private void write() {
    LoadedNetwork network = tools.inference().networkProperty().get();
    page.set(network == null ? null : new Page(network.name(), facts(network, tools.inference().fileProperty().get()),
        network.info().record().entrySet().stream().map(entry -> new Fact(entry.getKey(), entry.getValue())).toList(),
        layers(network), uses(network)));
  }

  private List<Fact> facts(LoadedNetwork network, Path file) {
    NetworkSpec spec = network.spec();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("reuse.network.task", texts.get(switch (network.info().task()) {
      case KEYPOINTS -> "reuse.network.task.keypoints";
      case CLASSES -> "reuse.network.task.classes";
      case OTHER -> "reuse.network.task.other";
    }, network.outputShape().size())));
    if (!network.info().labels().isEmpty()) {
      facts.add(fact("reuse.network.labels", String.join(", ", network.info().labels())));
    }
    facts.add(fact("reuse.network.input", texts.get(spec.input().channels() == 1 ? "reuse.network.input.grey"
        : spec.input().channels() == 3 ? "reuse.network.input.colour" : "reuse.network.input.channels",
        spec.input().width(), spec.input().height(), spec.input().channels())));
    facts.add(fact("reuse.network.values", texts.get("reuse.network.values.from-to", spec.scale().of(0), spec.scale().of(1))));
    facts.add(fact("reuse.network.parameters", texts.get("reuse.network.parameters.count", network.parameterCount(),
        (double) network.parameterCount() * BYTES_A_NUMBER / 1e6)));
    facts.add(fact("reuse.network.file", file == null ? texts.get("reuse.network.file.none") : file.toString()));
    return facts;
  }

  private Fact fact(String key, String value) {
    return new Fact(texts.get(key), value);
  }

  private List<Layer> layers(LoadedNetwork network) {
    SpecWords words = new SpecWords(texts);
    ShapeCheck check = ShapeCheck.of(network.spec());
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < network.spec().layers().size(); i++) {
      LayerSpec layer = network.spec().layers().get(i);
      long parameters = check.layers().get(i).parameters();
      layers.add(new Layer(layer.name(), words.kind(layer), words.settings(layer),
          network.outputShapes().get(i).toString(),
          parameters == 0 ? "" : texts.get("cli.info.count", parameters)));
    }
    return layers;
  }

  private List<Use> uses(LoadedNetwork network) {
    Shape input = network.spec().input();
    boolean photos = input.channels() == 1 || input.channels() == 3;
    boolean foreign = network.spec().layers().stream().anyMatch(LayerSpec.Other.class::isInstance);
    boolean keptForeign = network.spec().layers().subList(0, Cut.usual(network.spec())).stream()
        .anyMatch(LayerSpec.Other.class::isInstance);
    String seen = network.info().task() == Task.KEYPOINTS ? "reuse.network.use.points"
        : network.info().task() == Task.CLASSES ? "reuse.network.use.classes" : "reuse.network.use.maps";
    return List.of(
        new Use("photo", photos, texts.get(photos ? seen : "reuse.network.use.no-photo", input.channels())),
        new Use("filters", true, texts.get("reuse.network.use.filters")),
        new Use("train", !foreign, texts.get(foreign ? "reuse.network.use.no-train" : "reuse.network.use.train")),
        new Use("reuse", !keptForeign,
            texts.get(keptForeign ? "reuse.network.use.no-reuse" : "reuse.network.use.reuse")));
  }
}
