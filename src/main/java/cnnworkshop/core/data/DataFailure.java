package cnnworkshop.core.data;

import cnnworkshop.core.UserFailure;

/** A data set could not be used. */
public final class DataFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param key the text key of the sentence for a person
   * @param cause what was thrown underneath, or null
   * @param arguments what fills the sentence's places
   */
  public DataFailure(String key, Throwable cause, Object... arguments) {
    super(key, cause, arguments);
  }
}
