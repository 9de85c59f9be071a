package cnnworkshop.app.learn;

import cnnworkshop.core.op.Edge;

/** What a sliding filter may do at the ends of its input. */
enum Ends {
  /** It stays inside. */
  VALID,
  /** It reaches over, and finds zeros. */
  ZERO,
  /** It reaches over, and finds the input mirrored. */
  MIRROR;

  /** What it finds; without meaning for {@link #VALID}. */
  Edge edge() {
    return this == MIRROR ? Edge.MIRROR : Edge.ZERO;
  }

  /** Its name in a lesson's settings; {@link #VALID} if there is no such. */
  static Ends named(String name) {
    return switch (name.strip()) {
      case "zero" -> ZERO;
      case "mirror" -> MIRROR;
      default -> VALID;
    };
  }
}
