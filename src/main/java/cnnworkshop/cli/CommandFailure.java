package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;

/** A command can't do what its arguments ask for. */
final class CommandFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param key the text key of the sentence
   * @param arguments what fills its places
   */
  CommandFailure(String key, Object... arguments) {
    super(key, null, arguments);
  }
}
