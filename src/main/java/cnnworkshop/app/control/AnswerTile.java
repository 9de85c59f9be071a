package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.text.NumberFormat;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A test picture, what it is, and the classes a network thinks likeliest: green and checked if right, else red. */
public final class AnswerTile extends VBox {

  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double SIDE_EM = 5;
  private static final double ENLARGED = 4;

  private final Em em = new Em(this::requestLayout);
  private final ImageView picture = new ImageView();

  /**
   * @param names of the likeliest classes, the likeliest first; empty if the network has not said anything yet
   * @param probabilities of them, 0..1
   */
  public AnswerTile(Texts texts, Photo photo, String truth, List<String> names, List<Double> probabilities) {
    getStyleClass().add("answer-tile");
    setAlignment(Pos.TOP_CENTER);
    picture.setImage(HardPixels.enlarged(PixelImage.of(photo), ENLARGED));
    picture.setPreserveRatio(true);
    Label truthLabel = new Label(truth);
    truthLabel.getStyleClass().add("answer-truth");
    getChildren().addAll(em, picture, truthLabel);
    NumberFormat percent = NumberFormat.getPercentInstance(texts.locale());
    boolean right = !names.isEmpty() && names.get(0).equals(truth);
    if (!names.isEmpty()) {
      truthLabel.setGraphic(new FontIcon(right ? Material2AL.CHECK : Material2AL.CLOSE));
    }
    pseudoClassStateChanged(RIGHT, right);
    pseudoClassStateChanged(WRONG, !names.isEmpty() && !right);
    for (int i = 0; i < names.size(); i++) {
      getChildren().add(guess(names.get(i), probabilities.get(i), percent, i == 0));
    }
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(names.isEmpty() ? texts.get("train.answer.unanswered", truth)
        : texts.get(right ? "train.answer.right" : "train.answer.wrong", truth, names.get(0), probabilities.get(0)));
  }

  private static StackPane guess(String name, double probability, NumberFormat percent, boolean likeliest) {
    Region bar = new Region();
    bar.getStyleClass().add("answer-bar");
    Label label = new Label(name);
    if (likeliest) {
      label.getStyleClass().add("answer-likeliest");
    }
    Label number = new Label(percent.format(probability));
    HBox row = new HBox(label, new Region(), number);
    HBox.setHgrow(row.getChildren().get(1), javafx.scene.layout.Priority.ALWAYS);
    row.getStyleClass().add("answer-row");
    label.setMinWidth(0);
    number.setMinWidth(USE_PREF_SIZE);
    StackPane cell = new StackPane(bar, row);
    cell.setAlignment(Pos.CENTER_LEFT);
    bar.maxWidthProperty().bind(cell.widthProperty().multiply(probability));
    return cell;
  }

  @Override
  protected void layoutChildren() {
    picture.setFitWidth(em.px(SIDE_EM));
    super.layoutChildren();
  }
}
