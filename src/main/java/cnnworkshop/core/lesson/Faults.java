package cnnworkshop.core.lesson;

import cnnworkshop.core.lesson.LessonFailure.Kind;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Where mistakes in one file are gathered, with their lines.
 *
 * @param file its name
 * @param before lines of the file before what is read
 * @param into what they are added to
 */
record Faults(String file, int before, List<LessonFailure> into) {

  void add(Kind kind, Node node, String about) {
    add(kind, line(node), about);
  }

  /** @param line from 1, of what is read */
  void add(Kind kind, int line, String about) {
    into.add(new LessonFailure(kind, file, before + line, about));
  }

  /** The same file, read from a later line on. */
  Faults after(int lines) {
    return new Faults(file, before + lines, into);
  }

  /** Parts of a line know no line of their own; the block they are in does. */
  static int line(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return spans.get(0).getLineIndex() + 1;
      }
    }
    return 1;
  }
}
