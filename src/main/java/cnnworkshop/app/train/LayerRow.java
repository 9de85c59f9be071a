package cnnworkshop.app.train;

import cnnworkshop.core.net.Finding;
import cnnworkshop.core.net.LayerCheck;
import cnnworkshop.core.net.LayerSpec;
import java.util.List;

/**
 * One layer in the list of a network.
 *
 * @param index its place, from 0
 * @param listed its settings as the person made them
 * @param trained its settings as they will be trained: a drop rate may be scaled
 * @param check shapes and numbers for one picture
 * @param batchBytes memory of its outputs for one batch
 * @param findings what is to be said about it, the worst first
 * @param fixed whether it is the layer of the answers: it stays the last, and its units follow the data
 */
public record LayerRow(int index, LayerSpec listed, LayerSpec trained, LayerCheck check, long batchBytes,
    List<Finding> findings, boolean fixed) {

  public LayerRow {
    findings = List.copyOf(findings);
  }

  /** What kind of layer it is. */
  public LayerKind kind() {
    return LayerKind.of(listed);
  }

  /** The worst that is to be said; null for nothing. */
  public Finding.Severity worst() {
    return findings.isEmpty() ? null : findings.get(0).severity();
  }
}
