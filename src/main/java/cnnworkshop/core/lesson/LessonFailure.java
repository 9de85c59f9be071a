package cnnworkshop.core.lesson;

import cnnworkshop.core.UserFailure;

/** A mistake in a lesson's file, with the line it stands in; {@link #kind()} says which. */
public final class LessonFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** What is wrong. {0}: file, {1}: line, from 1; {2}: what it is about. */
  public enum Kind {
    /** The file is not there or can't be read. */
    MISSING("lesson.failure.missing"),
    /** A page does not begin with {@code # Title}. */
    NO_TITLE("lesson.failure.no-title"),
    /** There is no demo of that name. */
    UNKNOWN_DEMO("lesson.failure.unknown-demo"),
    /** A line of a demo is not {@code key=value}. */
    BAD_SETTING("lesson.failure.bad-setting"),
    /** The glossary has no such term. */
    UNKNOWN_TERM("lesson.failure.unknown-term"),
    /** A term of the glossary has no name or no definition, or is there twice. */
    BAD_TERM("lesson.failure.bad-term"),
    /** There is no page of that name. */
    UNKNOWN_PAGE("lesson.failure.unknown-page"),
    /** A link is neither {@code term:}, {@code open:} nor an address in the web. */
    UNKNOWN_LINK("lesson.failure.unknown-link"),
    /** A question has no answer that is right. */
    NO_RIGHT_ANSWER("lesson.failure.no-right-answer"),
    /** A question has fewer than two answers, or nothing is asked. */
    INCOMPLETE_QUESTION("lesson.failure.incomplete-question"),
    /** An answer has no reply after {@code ::}. */
    NO_REPLY("lesson.failure.no-reply"),
    /** A question has no name, or one that another question has. */
    BAD_QUESTION_NAME("lesson.failure.bad-question-name"),
    /** A formula has no end. */
    OPEN_FORMULA("lesson.failure.open-formula"),
    /** Something lessons have no place for, such as HTML. */
    UNSUPPORTED("lesson.failure.unsupported");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;
  private final int line;

  /**
   * @param kind what is wrong
   * @param file the file's name
   * @param line from 1
   * @param about the name or words that are wrong
   */
  LessonFailure(Kind kind, String file, int line, String about) {
    super(kind.key, null, file, line, about);
    this.kind = kind;
    this.line = line;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** The line it stands in, from 1. */
  public int line() {
    return line;
  }
}
