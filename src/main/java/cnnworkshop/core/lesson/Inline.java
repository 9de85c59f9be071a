package cnnworkshop.core.lesson;

/** A run of text within a block. Immutable. */
public sealed interface Inline {

  /** How letters look. */
  enum Style { PLAIN, STRONG, EMPHASIS, CODE }

  /** Words. */
  record Words(String text, Style style) implements Inline {}

  /** A formula within a line, in LaTeX. */
  record Formula(String latex) implements Inline {}

  /** Words that open the short definition of a term; {@code term}: its key in the glossary. */
  record Term(String text, String term) implements Inline {}

  /**
   * Words that open a tab in the state the text speaks of.
   *
   * @param target such as {@code train?data=shapes10&network=cnn}, {@code photo?sample=0} or {@code learn/pooling}
   */
  record Opens(String text, String target) implements Inline {}

  /** Words with an address in the web, which is shown, not opened. */
  record Web(String text, String address) implements Inline {}
}
