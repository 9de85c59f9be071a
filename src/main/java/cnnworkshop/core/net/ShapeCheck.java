package cnnworkshop.core.net;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/**
 * What a network comes to before it is built: shapes, numbers of parameters, memory and work of each layer, and what
 * is wrong with it or unwise in it. Takes microseconds; nothing is computed with pictures.
 *
 * <p>Shapes follow DL4J: with "same" padding an axis has ⌈input / stride⌉ outputs, otherwise
 * ⌊(input + 2 · padding − extent) / stride⌋ + 1.
 *
 * @param layers one for each layer of the network
 * @param findings in order of the layers, the worst of each first
 */
public record ShapeCheck(List<LayerCheck> layers, List<Finding> findings) {

  /** More parameters than this are a fault: with what training keeps beside them, they fill 3 GB. */
  public static final long MOST_PARAMETERS = 200_000_000;

  public ShapeCheck {
    layers = List.copyOf(layers);
    findings = List.copyOf(findings);
  }

  /** A network for whatever number of outputs it has. */
  public static ShapeCheck of(NetworkSpec spec) {
    return of(spec, OptionalInt.empty());
  }

  /**
   * A network for a certain task.
   *
   * @param outputs how many outputs the task needs: its classes, or its coordinates
   */
  public static ShapeCheck of(NetworkSpec spec, int outputs) {
    return of(spec, OptionalInt.of(outputs));
  }

  private static ShapeCheck of(NetworkSpec spec, OptionalInt outputs) {
    Findings findings = new Findings(spec);
    SettingRules.check(spec, findings);
    List<LayerCheck> layers = new ShapeWalk(spec, findings).layers();
    OrderRules.check(spec, outputs, findings);
    ShapeCheck check = new ShapeCheck(layers, List.of());
    if (check.parameters() > MOST_PARAMETERS) {
      findings.fault(check.largestLayer(), "net.fault.too-many-parameters", check.parameters(), MOST_PARAMETERS);
    }
    return new ShapeCheck(layers, findings.sorted());
  }

  /** Whether the network can be built and trained. */
  public boolean ok() {
    return findings.stream().noneMatch(f -> f.severity() == Finding.Severity.FAULT);
  }

  /** What is to be said about a layer; −1: about the network as a whole. */
  public List<Finding> findings(int layer) {
    return findings.stream().filter(f -> f.layer() == layer).toList();
  }

  /** How many numbers training can change, as far as the shapes are known. */
  public long parameters() {
    return sum(LayerCheck::parameters);
  }

  /** Memory of all layers' outputs for one picture, in bytes, as far as the shapes are known. */
  public long activationBytes() {
    return sum(LayerCheck::activationBytes);
  }

  /** Multiply-adds of one picture on the way forward, as far as the shapes are known. */
  public long multiplyAdds() {
    return sum(LayerCheck::multiplyAdds);
  }

  private int largestLayer() {
    int largest = 0;
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).parameters() > layers.get(largest).parameters()) {
        largest = i;
      }
    }
    return largest;
  }

  /** In doubles, which are exact up to 9 · 10¹⁵ and do not wrap beyond it. */
  private long sum(ToLongFunction<LayerCheck> number) {
    return (long) layers.stream().mapToDouble(layer -> (double) number.applyAsLong(layer)).sum();
  }
}
