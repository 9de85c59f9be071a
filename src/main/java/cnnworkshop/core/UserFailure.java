package cnnworkshop.core;

import java.util.Arrays;
import java.util.List;

/**
 * Something a person asked for could not be done, for a reason they can understand and act on.
 *
 * <p>It carries a text key and its arguments instead of a sentence: what a person reads sits in the
 * text bundle ({@code assets/texts.properties}), where {@code Texts.sentence} looks it up. What went
 * wrong underneath, if anything did, is the {@linkplain #getCause() cause} and goes to the log.
 */
public abstract class UserFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key the text key of a plain sentence that says what happened and what to do
   * @param cause what went wrong underneath, or null
   * @param arguments what fills the sentence's {@code {0}}, {@code {1}}, …
   */
  protected UserFailure(String key, Throwable cause, Object... arguments) {
    super(key + " " + Arrays.toString(arguments), cause);
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** The text key of the sentence for a person. */
  public final String key() {
    return key;
  }

  /** What fills the sentence's places, in order. */
  public final List<Object> arguments() {
    return List.of(arguments);
  }
}
