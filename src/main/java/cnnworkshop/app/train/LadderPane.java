package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.text.Texts;
import java.util.Collections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The ladder as four cards side by side: what to do, why, and what it came to. */
final class LadderPane extends ScrollPane {

  /** In em: a card that is narrower is all short lines. */
  private static final double LEAST_CARD_WIDTH = 13;

  private final TrainViewModel model;
  private final Texts texts;
  private final GridPane cards = new GridPane();
  private final Em em = new Em(this::layOut);
  private int columns;

  LadderPane(TrainViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    Label intro = new Label();
    intro.setText(texts.get("train.ladder.intro"));
    intro.setWrapText(true);
    Label elsewhere = new Label(texts.get("train.ladder.classes-only"));
    elsewhere.setWrapText(true);
    cards.getStyleClass().add("ladder-cards");
    em.setManaged(false);
    VBox content = new VBox(intro, cards, elsewhere, em);
    content.getStyleClass().add("ladder");
    for (Node one : new Node[] {intro, cards}) {
      one.visibleProperty().bind(model.ladder().availableProperty());
      one.managedProperty().bind(one.visibleProperty());
    }
    elsewhere.visibleProperty().bind(model.ladder().availableProperty().not());
    elsewhere.managedProperty().bind(elsewhere.visibleProperty());
    setContent(content);
    setFitToWidth(true);
    model.ladder().steps().addListener((ListChangeListener<LadderModel.Step>) change -> show());
    widthProperty().addListener((p, before, now) -> layOut());
    show();
  }

  private void show() {
    columns = 0;
    cards.getChildren().setAll(model.ladder().steps().stream().map(this::card).toList());
    layOut();
  }

  /** All steps side by side if there is room, else two by two or one below the other. */
  private void layOut() {
    double room = getWidth() / em.px(LEAST_CARD_WIDTH);
    int fitting = room >= 4 ? 4 : room >= 2 ? 2 : 1;
    if (fitting == columns) {
      return;
    }
    columns = fitting;
    cards.getColumnConstraints().setAll(Collections.nCopies(columns, 100.0 / columns).stream().map(share -> {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      return column;
    }).toList());
    for (int i = 0; i < cards.getChildren().size(); i++) {
      GridPane.setConstraints(cards.getChildren().get(i), i % columns, i / columns);
    }
  }

  private Node card(LadderModel.Step step) {
    String title = texts.get(step.rung().titleKey());
    Label heading = new Label(texts.get("train.ladder.step", step.rung().ordinal() + 1, title),
        new FontIcon(step.isDone() ? Material2AL.CHECK_CIRCLE : Material2MZ.RADIO_BUTTON_UNCHECKED));
    heading.getStyleClass().add("ladder-title");
    Label why = new Label(texts.get(step.rung().whyKey()));
    why.setWrapText(true);
    why.getStyleClass().add("ladder-why");
    why.setMinHeight(Region.USE_PREF_SIZE);
    Button setUp = new Button(texts.get("train.ladder.set-up"), new FontIcon(Material2MZ.TUNE));
    setUp.setAccessibleText(texts.get("train.ladder.set-up.of", title));
    setUp.setOnAction(event -> model.take(step.rung()));
    if (step.isNext()) {
      setUp.getStyleClass().add("accent");
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox card = new VBox(heading, why, space, result(step), new HBox(setUp));
    card.getStyleClass().add("ladder-card");
    return card;
  }

  private Label result(LadderModel.Step step) {
    Label result = new Label(!step.isDone() ? texts.get("train.ladder.open")
        : step.rung() == Rung.OVERFIT || Double.isNaN(step.gain())
            ? texts.get("train.ladder.result", step.accuracy(), step.trainingLoss(), step.testLoss())
            : texts.get("train.ladder.result-gain", step.accuracy(), 100 * step.gain(), step.trainingLoss(),
                step.testLoss()));
    result.setWrapText(true);
    result.setMinHeight(Region.USE_PREF_SIZE);
    result.getStyleClass().add(step.isDone() ? "ladder-result" : "ladder-open");
    return result;
  }
}
