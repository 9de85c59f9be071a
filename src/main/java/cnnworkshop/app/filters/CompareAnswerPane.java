package cnnworkshop.app.filters;

import cnnworkshop.app.control.ClassBars;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a network says of a picture: its points on what it sees, or a bar a class below it. */
final class CompareAnswerPane extends VBox {

  private static final double PICTURE_EM = 19.5;

  private final Texts texts;
  private final ComparePicture picture = new ComparePicture(PICTURE_EM);
  private final ClassBars bars;
  private final Label numbers = CompareControls.words("");

  CompareAnswerPane(Texts texts) {
    this.texts = texts;
    this.bars = new ClassBars(texts);
    getStyleClass().add("compare-answer");
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(picture, bars, numbers);
    show(null, null);
  }

  /**
   * Shows an answer.
   *
   * @param answer null for none
   * @param origin from where lines lead to the points; null for none
   */
  void show(CompareAnswer answer, Keypoints origin) {
    boolean classes = answer != null && answer.kind() == CompareAnswer.Kind.CLASSES;
    boolean unnamed = answer != null && answer.kind() == CompareAnswer.Kind.NUMBERS;
    bars.show(classes ? answer.names() : List.of(), classes ? answer.outputs() : new float[0]);
    numbers.setText(unnamed ? texts.get("filters.compare.answer.numbers", answer.outputs().length) : "");
    for (var node : List.of(bars, numbers)) {
      node.setVisible(node == bars ? classes : unnamed);
      node.setManaged(node.isVisible());
    }
    if (answer == null) {
      picture.show(null, null, null, "");
      return;
    }
    String name = answer.subject().name();
    picture.show(answer.picture(), answer.points(), answer.points() == null ? null : origin,
        answer.points() == null ? texts.get("filters.compare.answer.seen", name, answer.shape().toString())
            : texts.get("filters.compare.answer.points", name));
  }
}
