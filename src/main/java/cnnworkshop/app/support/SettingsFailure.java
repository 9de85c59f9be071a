package cnnworkshop.app.support;

import cnnworkshop.core.UserFailure;
import java.io.IOException;

/** The settings could not be read or written. */
public final class SettingsFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** @param cause what the system said */
  public SettingsFailure(IOException cause) {
    super("settings.not-saved", cause, String.valueOf(cause.getMessage()));
  }
}
