package cnnworkshop.app.learn;

import cnnworkshop.app.learn.QuestionModel.Verdict;
import cnnworkshop.core.lesson.Block.Question.Answer;
import cnnworkshop.core.lesson.PlainText;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A question with its answers to choose from; the reply stands below, and one may try again. */
final class QuestionPane extends VBox {

  private final QuestionModel model;
  private final InlineText inlines;
  private final Texts texts;
  private final VBox reply = new VBox();

  QuestionPane(QuestionModel model, InlineText inlines, Texts texts) {
    this.model = model;
    this.inlines = inlines;
    this.texts = texts;
    getStyleClass().add("question");
    setId("question-" + model.question().id());
    Label heading = new Label(texts.get(model.hasSeveralRight() ? "learn.question.several" : "learn.question"),
        new FontIcon(Material2AL.HELP_OUTLINE));
    heading.getStyleClass().add("question-heading");
    VBox answers = new VBox();
    answers.getStyleClass().add("question-answers");
    answers.setAccessibleText(PlainText.of(model.question().question()));
    ToggleGroup group = new ToggleGroup();
    List<Answer> all = model.question().answers();
    for (int i = 0; i < all.size(); i++) {
      answers.getChildren().add(answer(i, all.get(i), group));
    }
    Button check = new Button(texts.get("learn.question.check"));
    check.setAccessibleHelp(PlainText.of(model.question().question()));
    check.disableProperty().bind(model.canCheckProperty().not());
    check.setOnAction(event -> model.check());
    reply.getStyleClass().add("question-reply");
    reply.managedProperty().bind(reply.visibleProperty());
    reply.setFocusTraversable(true);
    getChildren().addAll(heading, inlines.flow(model.question().question()), answers, check, reply);
    model.verdictProperty().addListener((p, before, now) -> showReply());
    showReply();
  }

  private Node answer(int number, Answer answer, ToggleGroup group) {
    ButtonBase choice;
    if (model.hasSeveralRight()) {
      CheckBox box = new CheckBox();
      box.setSelected(model.isChosen(number));
      box.selectedProperty().addListener((p, before, now) -> model.choose(number, now));
      choice = box;
    } else {
      RadioButton button = new RadioButton();
      button.setToggleGroup(group);
      button.setSelected(model.isChosen(number));
      button.selectedProperty().addListener((p, before, now) -> model.choose(number, now));
      choice = button;
    }
    choice.setAccessibleText(PlainText.of(answer.text()));
    choice.setMinWidth(USE_PREF_SIZE);
    choice.getStyleClass().add("question-choice");
    TextFlow text = inlines.flow(answer.text());
    text.setOnMouseClicked(event -> {
      choice.requestFocus();
      choice.fire();
    });
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(choice, text);
    row.getStyleClass().add("question-answer");
    return row;
  }

  private void showReply() {
    Verdict verdict = model.verdictProperty().get();
    reply.setVisible(verdict != Verdict.NONE);
    reply.getChildren().clear();
    if (verdict == Verdict.NONE) {
      return;
    }
    Label word = switch (verdict) {
      case RIGHT -> new Label(texts.get("learn.question.right"), new FontIcon(Material2AL.CHECK_CIRCLE));
      case INCOMPLETE -> new Label(texts.get("learn.question.incomplete"), new FontIcon(Material2MZ.REMOVE_CIRCLE_OUTLINE));
      default -> new Label(texts.get("learn.question.wrong"), new FontIcon(Material2AL.HIGHLIGHT_OFF));
    };
    word.getStyleClass().add(verdict == Verdict.RIGHT ? "reply-right" : "reply-wrong");
    word.setWrapText(true);
    reply.getChildren().add(word);
    model.replied().forEach(answer -> reply.getChildren().add(inlines.flow(answer.reply())));
    reply.setAccessibleText(word.getText() + " "
        + model.replied().stream().map(answer -> PlainText.of(answer.reply())).collect(Collectors.joining(" ")));
  }
}
