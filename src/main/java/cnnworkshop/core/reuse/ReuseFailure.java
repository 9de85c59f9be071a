package cnnworkshop.core.reuse;

import cnnworkshop.core.UserFailure;

/** A network could not be reused as was asked. */
public final class ReuseFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param key the text key of a sentence that says what happened and what to do
   * @param cause what went wrong underneath, or null
   * @param arguments what fills the sentence's places
   */
  public ReuseFailure(String key, Throwable cause, Object... arguments) {
    super(key, cause, arguments);
  }
}
