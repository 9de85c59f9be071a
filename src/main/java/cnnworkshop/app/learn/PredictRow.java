package cnnworkshop.app.learn;

import cnnworkshop.app.learn.PredictModel.State;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Where one predicts: buttons that ask, then the question with a field, then what is said to the answer. */
final class PredictRow extends VBox {

  private final PredictModel model;
  private final TextField field = new TextField();
  private final FlowPane asks = new FlowPane();

  PredictRow(PredictModel model, Texts texts) {
    this.model = model;
    getStyleClass().add("predict");
    Label head = new Label(texts.get("learn.conv.predict"));
    head.setGraphic(new FontIcon(Material2AL.HELP_OUTLINE));
    head.getStyleClass().add("predict-head");
    asks.getStyleClass().add("predict-line");
    asks.getChildren().add(head);
    Label question = words("predict-question");
    question.textProperty().bind(model.questionProperty());
    field.getStyleClass().add("predict-field");
    field.accessibleTextProperty().bind(Bindings.when(model.questionProperty().isEmpty())
        .then(texts.get("learn.conv.predict")).otherwise(model.questionProperty()));
    field.setOnAction(event -> model.answer(field.getText()));
    Button check = new Button(texts.get("learn.conv.check"));
    check.getStyleClass().add("accent");
    check.setOnAction(event -> model.answer(field.getText()));
    Button give = new Button(texts.get("learn.conv.show-me"));
    give.setOnAction(event -> model.show());
    FlowPane answer = new FlowPane(field, check, give);
    answer.getStyleClass().add("predict-line");
    shownIf(question, model.questionProperty().isNotEmpty());
    shownIf(answer, Bindings.equal(model.stateProperty(), State.ASKED));
    Label reply = words("predict-reply");
    reply.textProperty().bind(model.replyProperty());
    shownIf(reply, model.replyProperty().isNotEmpty());
    FontIcon verdict = new FontIcon(Material2AL.CHECK_CIRCLE);
    model.stateProperty().addListener((p, before, now) -> {
      boolean right = now == State.RIGHT;
      verdict.setIconCode(right ? Material2AL.CHECK_CIRCLE : Material2AL.CANCEL);
      verdict.getStyleClass().setAll("ikonli-font-icon", right ? "predict-right" : "predict-wrong");
      reply.setGraphic(right || now == State.WRONG ? verdict : null);
      if (now == State.ASKED) {
        field.clear();
        field.requestFocus();
      }
    });
    getChildren().addAll(asks, question, answer, reply);
  }

  private static Label words(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static void shownIf(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /** Adds a button that asks something. */
  PredictRow ask(String name, Runnable action) {
    Button button = new Button(name);
    button.setOnAction(event -> action.run());
    asks.getChildren().add(button);
    return this;
  }
}
