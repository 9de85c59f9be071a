package cnnworkshop.core.lesson;

import java.util.List;
import java.util.stream.Collectors;

/** What parts of lessons say, without their looks: for searching and for screen readers. Formulas are left as LaTeX. */
public final class PlainText {

  private PlainText() {}

  /** Runs of text, one after another. */
  public static String of(List<Inline> content) {
    return content.stream().map(PlainText::of).collect(Collectors.joining());
  }

  /** All of a page's text but its title; blocks stand on lines of their own. */
  public static String of(Lesson lesson) {
    return ofBlocks(lesson.blocks());
  }

  private static String ofBlocks(List<Block> blocks) {
    return blocks.stream().map(PlainText::of).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String of(Inline inline) {
    if (inline instanceof Inline.Words words) {
      return words.text();
    } else if (inline instanceof Inline.Formula formula) {
      return formula.latex();
    } else if (inline instanceof Inline.Term term) {
      return term.text();
    } else if (inline instanceof Inline.Opens opens) {
      return opens.text();
    }
    return ((Inline.Web) inline).text();
  }

  private static String of(Block block) {
    if (block instanceof Block.Heading heading) {
      return of(heading.content());
    } else if (block instanceof Block.Paragraph paragraph) {
      return of(paragraph.content());
    } else if (block instanceof Block.Items items) {
      return items.items().stream().map(PlainText::ofBlocks).collect(Collectors.joining("\n"));
    } else if (block instanceof Block.Formula formula) {
      return formula.latex();
    } else if (block instanceof Block.CodeLines lines) {
      return lines.code();
    } else if (block instanceof Block.Table table) {
      return row(table.head()) + "\n" + table.rows().stream().map(PlainText::row).collect(Collectors.joining("\n"));
    } else if (block instanceof Block.Question question) {
      return of(question.question()) + "\n"
          + question.answers().stream().map(answer -> of(answer.text())).collect(Collectors.joining("\n"));
    }
    return "";
  }

  private static String row(List<List<Inline>> cells) {
    return cells.stream().map(PlainText::of).collect(Collectors.joining(" "));
  }
}
