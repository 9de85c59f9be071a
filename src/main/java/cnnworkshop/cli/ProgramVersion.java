package cnnworkshop.cli;

import java.util.Optional;

/** Which version of the program this is. */
final class ProgramVersion {

  private static final String NAME = "CNN Workshop";

  private ProgramVersion() {}

  /** The number in the jar's manifest; none if the program runs from folders. */
  static Optional<String> number() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }

  /** Name and number. */
  static String line() {
    return number().map(number -> NAME + " " + number).orElse(NAME);
  }
}
