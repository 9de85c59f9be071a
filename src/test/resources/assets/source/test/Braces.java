class Braces {
  int field = Math.max(1, 2);

  /** A brace } in a comment. */
  static String braces() {
    // and } here
    /* and } here */
    return "}" + '}' + "\"}";
  }

  int last;
}
