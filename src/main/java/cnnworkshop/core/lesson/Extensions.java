package cnnworkshop.core.lesson;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;

/** What lessons have beyond plain Markdown. */
final class Extensions {

  static final Extension FORMULAS = new FormulaSyntax();
  static final List<Extension> ALL = List.of(FORMULAS, TablesExtension.create());

  private Extensions() {}
}
