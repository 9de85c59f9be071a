package cnnworkshop.core.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model file says of itself beside its weights.
 *
 * @param name what the network is called
 * @param task what its outputs mean
 * @param labels the names of its classes, in order of the outputs; empty if it has none
 * @param record how it was trained and how well it does, in the order to show; may be empty
 * @param doubtScale of a keypoint network: what the spread of its answers is worth; empty if nobody measured it
 */
public record ModelInfo(String name, Task task, List<String> labels, Map<String, String> record,
    Optional<DoubtScale> doubtScale) {

  /** What a network's outputs mean. */
  public enum Task {
    /** 30 numbers: the 15 keypoints of a 1×96×96 face view. */
    KEYPOINTS,
    /** One probability a class. */
    CLASSES,
    /** Anything else: maps can be shown, answers can't be named. */
    OTHER
  }

  public ModelInfo {
    labels = List.copyOf(labels);
    record = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(record));
  }

  /** Without a measured doubt. */
  public ModelInfo(String name, Task task, List<String> labels, Map<String, String> record) {
    this(name, task, labels, record, Optional.empty());
  }

  /** The same with a measured doubt. */
  public ModelInfo with(DoubtScale measured) {
    return new ModelInfo(name, task, labels, record, Optional.of(measured));
  }
}
