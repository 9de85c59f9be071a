package cnnworkshop.core.lesson;

import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads lessons written in Markdown. Beside plain Markdown with tables they have
 * <ul>
 * <li>{@code [words](term:KEY)}, which opens a definition of the glossary,
 * <li>{@code [words](open:TARGET)}, which opens a tab or page,
 * <li>{@code $x^2$} and {@code $$…$$}: formulas in LaTeX,
 * <li>a fenced block {@code demo NAME} with lines {@code key=value}: a place for something to do,
 * <li>a fenced block {@code question ID}: what is asked, then {@code - answer :: reply} or, for a right one,
 * {@code + answer :: reply}.
 * </ul>
 * A mistake is told with its line and spoils no more than what it stands in. One parser reads all pages of a course,
 * so that no question's name is there twice.
 */
public final class LessonParser {

  private static final Parser MARKDOWN =
      Parser.builder().extensions(Extensions.ALL).includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  private final InlineReader inlines;
  private final FenceReader fences;

  /**
   * @param terms keys of the glossary
   * @param demos names of the demos there are
   * @param pages names of the course's pages
   */
  public LessonParser(Set<String> terms, Set<String> demos, Set<String> pages) {
    inlines = new InlineReader(Set.copyOf(terms), Set.copyOf(pages));
    fences = new FenceReader(inlines, demos);
  }

  /**
   * Reads a page.
   *
   * @param id what the page is called in links
   * @param file the file's name, for mistakes
   * @param markdown what is in it
   * @param mistakes where mistakes are added
   */
  public Lesson parse(String id, String file, String markdown, List<LessonFailure> mistakes) {
    Faults faults = new Faults(file, 0, mistakes);
    Node document = MARKDOWN.parse(markdown);
    String title = id;
    if (document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
      title = PlainText.of(inlines.children(heading, faults));
      heading.unlink();
    } else {
      faults.add(Kind.NO_TITLE, 1, id);
    }
    return new Lesson(id, title, blocks(document, faults));
  }

  private List<Block> blocks(Node parent, Faults faults) {
    List<Block> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read(node, faults, found);
    }
    return List.copyOf(found);
  }

  private void read(Node node, Faults faults, List<Block> found) {
    if (node instanceof Heading heading) {
      found.add(new Block.Heading(Math.min(3, Math.max(2, heading.getLevel())), inlines.children(heading, faults)));
    } else if (node instanceof Paragraph) {
      found.add(new Block.Paragraph(inlines.children(node, faults)));
    } else if (node instanceof ListBlock list) {
      found.add(items(list, faults));
    } else if (node instanceof FormulaSyntax.OwnLines formula) {
      if (!formula.closed) {
        faults.add(Kind.OPEN_FORMULA, formula, formula.latex.lines().findFirst().orElse(""));
      }
      found.add(new Block.Formula(formula.latex));
    } else if (node instanceof FencedCodeBlock fence) {
      fences.read(fence, faults).ifPresent(found::add);
    } else if (node instanceof IndentedCodeBlock code) {
      found.add(new Block.CodeLines(code.getLiteral().stripTrailing()));
    } else if (node instanceof TableBlock table) {
      found.add(table(table, faults));
    } else {
      faults.add(Kind.UNSUPPORTED, node, node.getClass().getSimpleName());
      found.addAll(blocks(node, faults));
    }
  }

  private Block items(ListBlock list, Faults faults) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(blocks(item, faults));
    }
    return new Block.Items(list instanceof OrderedList, List.copyOf(items));
  }

  private Block table(TableBlock table, Faults faults) {
    List<List<Inline>> head = cells(table.getFirstChild().getFirstChild(), faults);
    List<List<List<Inline>>> rows = new ArrayList<>();
    if (table.getLastChild() instanceof TableBody body) {
      for (Node row = body.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(cells(row, faults));
      }
    }
    return new Block.Table(head, List.copyOf(rows));
  }

  private List<List<Inline>> cells(Node row, Faults faults) {
    List<List<Inline>> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(inlines.children(cell, faults));
    }
    return List.copyOf(cells);
  }
}
