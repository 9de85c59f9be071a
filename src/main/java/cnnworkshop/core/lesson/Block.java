package cnnworkshop.core.lesson;

import java.util.List;
import java.util.Map;

/** A part of a lesson that stands on its own. Immutable. */
public sealed interface Block {

  /** A heading within the page; {@code level}: 2 or 3. */
  record Heading(int level, List<Inline> content) implements Block {}

  /** A paragraph. */
  record Paragraph(List<Inline> content) implements Block {}

  /** Points one after another, each of blocks; {@code numbered}: whether their order counts. */
  record Items(boolean numbered, List<List<Block>> items) implements Block {}

  /** A formula on a line of its own, in LaTeX. */
  record Formula(String latex) implements Block {}

  /** Lines of code. */
  record CodeLines(String code) implements Block {}

  /** A table: its head and rows, each of as many cells. */
  record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {}

  /**
   * A place for something to do.
   *
   * @param name which demo
   * @param settings what it begins with
   */
  record DemoPlace(String name, Map<String, String> settings) implements Block {}

  /**
   * A question with answers to choose from.
   *
   * @param id names it within the course, for keeping what was answered
   * @param question what is asked
   * @param answers two or more; one or more are right
   */
  record Question(String id, List<Inline> question, List<Answer> answers) implements Block {

    /** One answer, whether it is right, and what is said when it is chosen. */
    public record Answer(List<Inline> text, boolean right, List<Inline> reply) {}
  }
}
