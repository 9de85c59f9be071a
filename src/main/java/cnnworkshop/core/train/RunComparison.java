package cnnworkshop.core.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs beside one another: in what they differ, how far chance alone makes them differ, and which is best. */
public final class RunComparison {

  private final List<RunRecord> runs;

  /** @param runs in the order to show them */
  public RunComparison(List<RunRecord> runs) {
    this.runs = List.copyOf(runs);
  }

  /**
   * A setting in which runs differ.
   *
   * @param setting what it is called
   * @param values its value in each run, in their order
   */
  public record Difference(String setting, List<String> values) {

    public Difference {
      values = List.copyOf(values);
    }
  }

  /**
   * Runs that differ in nothing but their seeds.
   *
   * @param runs at least two, in their order
   * @param measure what is quoted
   * @param mean of their results
   * @param deviation their standard deviation, with one less than the runs as divisor
   */
  public record Spread(List<RunRecord> runs, Measure measure, double mean, double deviation) {

    public Spread {
      runs = List.copyOf(runs);
    }
  }

  /**
   * The runs on the same pictures.
   *
   * @param data the pictures' name
   * @param measure what is quoted
   * @param standings the best first
   */
  public record Board(String data, Measure measure, List<Standing> standings) {

    public Board {
      standings = List.copyOf(standings);
    }
  }

  /**
   * A run's place.
   *
   * @param rank from 1; the same for equal results
   * @param result what is quoted of the kept weights
   */
  public record Standing(int rank, RunRecord run, double result) {}

  /**
   * The settings that are not the same in all runs, then the layers. A run without a layer has a dash.
   *
   * @param layerWords a layer's kind and settings in words
   */
  public List<Difference> differences(Texts texts, Function<LayerSpec, String> layerWords) {
    List<Difference> differences = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (differ(runs.stream().map(run -> setting.value(run.setup())))) {
        differences.add(new Difference(setting.label().in(texts),
            runs.stream().map(run -> setting.words(run.setup()).in(texts)).toList()));
      }
    }
    int before = differences.size();
    for (String layer : layerNames()) {
      List<Optional<LayerSpec>> layers = runs.stream().map(run -> layer(run, layer)).toList();
      if (differ(layers.stream())) {
        differences.add(new Difference(layer, layers.stream()
            .map(spec -> spec.map(layerWords).orElseGet(() -> texts.get("train.runs.value.no-layer"))).toList()));
      }
    }
    if (differences.size() == before && differ(runs.stream().map(run -> run.setup().network().layers()))) {
      differences.add(new Difference(texts.get("train.runs.setting.order"), runs.stream()
          .map(run -> run.setup().network().layers().stream().map(LayerSpec::name).collect(Collectors.joining(", ")))
          .toList()));
    }
    return differences;
  }

  private static boolean differ(Stream<?> values) {
    return values.distinct().count() > 1;
  }

  /** The longest network's names first: the others' mostly have their places among them. */
  private Set<String> layerNames() {
    return runs.stream().map(run -> run.setup().network().layers())
        .sorted(Comparator.<List<LayerSpec>>comparingInt(List::size).reversed())
        .flatMap(List::stream).map(LayerSpec::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<LayerSpec> layer(RunRecord run, String name) {
    return run.setup().network().layers().stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /** Mean and spread over runs that differ in their seeds alone. Only those count that ran their course. */
  public List<Spread> spreads() {
    Map<List<Object>, List<RunRecord>> alike = new LinkedHashMap<>();
    runs.stream().filter(RunRecord::ranItsCourse).filter(run -> run.result().isPresent())
        .forEach(run -> alike.computeIfAbsent(butSeeds(run.setup()), key -> new ArrayList<>()).add(run));
    return alike.values().stream().filter(group -> group.size() > 1).map(RunComparison::spread).toList();
  }

  /** Everything that is not chance; a network's name is not a setting of it. */
  private static List<Object> butSeeds(RunSetup setup) {
    List<Object> values = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (!setting.isSeed() && setting != Setting.NETWORK) {
        values.add(setting.value(setup));
      }
    }
    values.add(setup.network().layers());
    values.add(setup.network().loss());
    return values;
  }

  private static Spread spread(List<RunRecord> group) {
    double mean = group.stream().mapToDouble(run -> run.result().orElseThrow()).average().orElseThrow();
    double squares = group.stream().mapToDouble(run -> Math.pow(run.result().orElseThrow() - mean, 2)).sum();
    return new Spread(group, group.get(0).setup().measure(), mean, Math.sqrt(squares / (group.size() - 1)));
  }

  /**
   * The best runs, one board for each set of pictures: results on different ones say nothing about each other. Runs
   * without a result are left out.
   */
  public List<Board> boards() {
    record Judged(String data, Measure measure, boolean tested, int pictures) {}
    Map<Judged, List<RunRecord>> together = new LinkedHashMap<>();
    for (RunRecord run : runs) {
      if (run.result().isPresent()) {
        RunSetup.Data data = run.setup().data();
        boolean tested = run.curve().best().orElseThrow().isTested();
        together.computeIfAbsent(
            new Judged(data.name(), run.setup().measure(), tested, tested ? data.tested() : data.heldOut()),
            key -> new ArrayList<>()).add(run);
      }
    }
    List<Board> boards = new ArrayList<>();
    together.forEach((judged, some) ->
        boards.add(new Board(judged.data(), judged.measure(), standings(some, judged.measure()))));
    return boards;
  }

  private static List<Standing> standings(List<RunRecord> some, Measure measure) {
    List<RunRecord> sorted = some.stream()
        .sorted(Comparator.comparing(run -> run.result().orElseThrow(), measure.bestFirst())).toList();
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      double result = sorted.get(i).result().orElseThrow();
      boolean equal = i > 0 && standings.get(i - 1).result() == result;
      standings.add(new Standing(equal ? standings.get(i - 1).rank() : i + 1, sorted.get(i), result));
    }
    return standings;
  }
}
