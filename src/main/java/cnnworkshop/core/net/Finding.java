package cnnworkshop.core.net;

import java.util.List;

/**
 * Something to say about a network's settings, as a text key and its arguments.
 *
 * @param layer the layer it stands at, numbered as in {@link NetworkSpec#layers()}; −1 if it is about all of them
 * @param severity whether the network can be built as it is
 * @param key the text key of a plain sentence
 * @param arguments what fills the sentence's {@code {0}}, {@code {1}}, …; {@code {0}} is the layer's name
 */
public record Finding(int layer, Severity severity, String key, List<Object> arguments) {

  /** How bad it is. */
  public enum Severity {
    /** The network can't be built or trained. */
    FAULT,
    /** It can, but it hardly does what was wanted. */
    WARNING,
    /** Good to know. */
    NOTE
  }

  public Finding {
    arguments = List.copyOf(arguments);
  }
}
