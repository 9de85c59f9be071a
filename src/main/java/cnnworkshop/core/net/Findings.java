package cnnworkshop.core.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects what the rules find in one network. */
final class Findings {

  private final NetworkSpec spec;
  private final List<Finding> all = new ArrayList<>();

  Findings(NetworkSpec spec) {
    this.spec = spec;
  }

  /** At a layer; its name goes before the arguments. */
  void add(int layer, Finding.Severity severity, String key, Object... arguments) {
    List<Object> withName = new ArrayList<>();
    withName.add(label(layer));
    withName.addAll(Arrays.asList(arguments));
    all.add(new Finding(layer, severity, key, withName));
  }

  void fault(int layer, String key, Object... arguments) {
    add(layer, Finding.Severity.FAULT, key, arguments);
  }

  void warning(int layer, String key, Object... arguments) {
    add(layer, Finding.Severity.WARNING, key, arguments);
  }

  void note(int layer, String key, Object... arguments) {
    add(layer, Finding.Severity.NOTE, key, arguments);
  }

  /** A fault of the network as a whole. */
  void faultOfAll(String key, Object... arguments) {
    all.add(new Finding(-1, Finding.Severity.FAULT, key, Arrays.asList(arguments)));
  }

  boolean hasFault(int layer) {
    return all.stream().anyMatch(f -> f.layer() == layer && f.severity() == Finding.Severity.FAULT);
  }

  /** What a layer is called in a sentence: its name, or its number in the list if it has none. */
  String label(int layer) {
    String name = spec.layers().get(layer).name();
    return name == null || name.isBlank() ? String.valueOf(layer + 1) : name;
  }

  /** In order of the layers, the worst first. */
  List<Finding> sorted() {
    return all.stream().sorted(Comparator.comparingInt(Finding::layer).thenComparing(Finding::severity)).toList();
  }
}
