package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Glossary;
import cnnworkshop.core.lesson.Inline;
import cnnworkshop.core.lesson.PlainText;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.scilab.forge.jlatexmath.ParseException;

/** Makes text of runs: words, formulas, terms that open their definition, and links. */
final class InlineText {

  private final Glossary glossary;
  private final Consumer<String> open;
  private final TermPopup popup;
  private final Texts texts;

  /**
   * @param glossary where terms are defined
   * @param open follows a link
   */
  InlineText(Glossary glossary, Consumer<String> open, Texts texts) {
    this.glossary = glossary;
    this.open = open;
    this.texts = texts;
    this.popup = new TermPopup(this, texts);
  }

  /** A paragraph. */
  TextFlow flow(List<Inline> content) {
    TextFlow flow = new TextFlow();
    content.forEach(inline -> flow.getChildren().add(node(inline)));
    flow.getStyleClass().add("lesson-flow");
    flow.setAccessibleText(PlainText.of(content));
    flow.setMinWidth(0);
    return flow;
  }

  /** A formula; its LaTeX as it is written if it can't be read. */
  Node formula(String latex, boolean display) {
    try {
      return new FormulaView(latex, FormulaOutline.of(latex, display));
    } catch (ParseException e) {
      Text wrong = words(texts.get("learn.formula.wrong", latex), "lesson-code");
      wrong.getStyleClass().add("formula-wrong");
      return wrong;
    }
  }

  /** Takes away the definition that is open. */
  void closePopup() {
    popup.hide();
  }

  private Node node(Inline inline) {
    if (inline instanceof Inline.Words run) {
      return words(run.text(), switch (run.style()) {
        case PLAIN -> "lesson-plain";
        case STRONG -> "lesson-strong";
        case EMPHASIS -> "lesson-emphasis";
        case CODE -> "lesson-code";
      });
    } else if (inline instanceof Inline.Formula formula) {
      return formula(formula.latex(), false);
    } else if (inline instanceof Inline.Term term) {
      return term(term);
    } else if (inline instanceof Inline.Opens opens) {
      LinkText link = new LinkText(opens.text(), self -> open.accept(opens.target()));
      link.getStyleClass().add("lesson-open");
      return link;
    }
    Inline.Web web = (Inline.Web) inline;
    return words(web.address().endsWith(web.text()) ? web.text() : texts.get("learn.web", web.text(), web.address()),
        "lesson-web");
  }

  private Node term(Inline.Term term) {
    Glossary.Entry entry = glossary.entry(term.term()).orElseThrow();
    LinkText link = new LinkText(term.text(), self -> popup.show(self, entry));
    link.getStyleClass().add("lesson-term");
    link.setAccessibleHelp(PlainText.of(entry.definition()));
    return link;
  }

  private static Text words(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().addAll("lesson-words", style);
    return text;
  }
}
