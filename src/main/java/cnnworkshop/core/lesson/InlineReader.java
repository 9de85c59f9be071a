package cnnworkshop.core.lesson;

import cnnworkshop.core.lesson.Inline.Style;
import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads runs of text.
 *
 * @param terms keys of the glossary
 * @param pages names of the course's pages
 */
record InlineReader(Set<String> terms, Set<String> pages) {

  private static final String TERM = "term:";
  private static final String OPEN = "open:";
  private static final String PAGE = "learn/";

  /** Knows paragraphs only, so that an answer such as "2. is larger" is no list. */
  private static final Parser ONE_LINE = Parser.builder().extensions(List.of(Extensions.FORMULAS))
      .enabledBlockTypes(Set.of()).includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  /** What is in a block, in order. */
  List<Inline> children(Node parent, Faults faults) {
    List<Inline> found = new ArrayList<>();
    children(parent, Style.PLAIN, faults, found);
    return List.copyOf(found);
  }

  /** What is in some text. */
  List<Inline> text(String markdown, Faults faults) {
    Node paragraph = ONE_LINE.parse(markdown).getFirstChild();
    return paragraph == null ? List.of() : children(paragraph, faults);
  }

  private void children(Node parent, Style style, Faults faults, List<Inline> found) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read(node, style, faults, found);
    }
  }

  private void read(Node node, Style style, Faults faults, List<Inline> found) {
    if (node instanceof Text text) {
      words(text.getLiteral(), style, found);
    } else if (node instanceof SoftLineBreak) {
      words(" ", style, found);
    } else if (node instanceof HardLineBreak) {
      words("\n", style, found);
    } else if (node instanceof Code code) {
      words(code.getLiteral(), Style.CODE, found);
    } else if (node instanceof Emphasis) {
      children(node, style == Style.STRONG ? Style.STRONG : Style.EMPHASIS, faults, found);
    } else if (node instanceof StrongEmphasis) {
      children(node, Style.STRONG, faults, found);
    } else if (node instanceof FormulaSyntax.InLine formula) {
      found.add(new Inline.Formula(formula.latex));
    } else if (node instanceof Link link) {
      link(link, style, faults, found);
    } else {
      faults.add(Kind.UNSUPPORTED, node, node.getClass().getSimpleName());
      children(node, style, faults, found);
    }
  }

  private void link(Link link, Style style, Faults faults, List<Inline> found) {
    String text = PlainText.of(children(link, faults));
    String to = link.getDestination();
    if (to.startsWith(TERM) && terms.contains(to.substring(TERM.length()))) {
      found.add(new Inline.Term(text, to.substring(TERM.length())));
    } else if (to.startsWith(OPEN + PAGE) && !pages.contains(to.substring(OPEN.length() + PAGE.length()))) {
      faults.add(Kind.UNKNOWN_PAGE, link, to.substring(OPEN.length() + PAGE.length()));
      words(text, style, found);
    } else if (to.startsWith(OPEN) && to.length() > OPEN.length()) {
      found.add(new Inline.Opens(text, to.substring(OPEN.length())));
    } else if (to.startsWith("http://") || to.startsWith("https://")) {
      found.add(new Inline.Web(text, to));
    } else {
      boolean term = to.startsWith(TERM);
      faults.add(term ? Kind.UNKNOWN_TERM : Kind.UNKNOWN_LINK, link, term ? to.substring(TERM.length()) : to);
      words(text, style, found);
    }
  }

  /** Words of one style that follow each other are one run. */
  private static void words(String text, Style style, List<Inline> found) {
    if (!found.isEmpty() && found.get(found.size() - 1) instanceof Inline.Words before && before.style() == style) {
      found.set(found.size() - 1, new Inline.Words(before.text() + text, style));
    } else if (!text.isEmpty()) {
      found.add(new Inline.Words(text, style));
    }
  }
}
