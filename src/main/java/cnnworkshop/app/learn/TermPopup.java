package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Glossary;
import cnnworkshop.core.text.Texts;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** The definition of a term, on a card below it; Escape or a click elsewhere takes it away. */
final class TermPopup {

  private final Popup popup = new Popup();
  private final InlineText inlines;
  private final Texts texts;

  TermPopup(InlineText inlines, Texts texts) {
    this.inlines = inlines;
    this.texts = texts;
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
  }

  /** Shows a definition below the words it belongs to. */
  void show(Node words, Glossary.Entry entry) {
    popup.hide();
    Label name = new Label(entry.name());
    name.getStyleClass().add("term-name");
    VBox card = new VBox(name, inlines.flow(entry.definition()));
    card.getStyleClass().addAll("term-card");
    card.getStylesheets().add(LearnView.STYLES);
    card.setAccessibleText(texts.get("learn.term", entry.name()));
    popup.getContent().setAll(card);
    Bounds on = words.localToScreen(words.getBoundsInLocal());
    if (on != null) {
      popup.show(words, on.getMinX(), on.getMaxY());
    }
  }

  void hide() {
    popup.hide();
  }
}
