package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** Something to choose: its name, and below it what it is, in as many lines as that takes. */
final class CompareListCell<T> extends ListCell<T> {

  private static final double SCROLL_BAR_EM = 1.5;

  private final Function<T, String> naming;
  private final Function<T, String> words;
  private final Em em = new Em(this::requestLayout);
  private final Label name = CompareControls.words("");
  private final Label about = CompareControls.words("");
  private final VBox box = new VBox(em, name, about);

  /**
   * @param naming its name
   * @param words what it is
   */
  CompareListCell(Function<T, String> naming, Function<T, String> words) {
    this.naming = naming;
    this.words = words;
    name.getStyleClass().add("compare-name");
    about.getStyleClass().add("compare-about");
    // As wide as the list, so that its words wrap.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(naming.apply(item));
    about.setText(words.apply(item));
    setGraphic(box);
    setAccessibleText(name.getText() + ". " + about.getText());
  }

  /** A list asks its cells for their height without saying how wide they will be. */
  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() == null || getListView() == null) {
      return super.computePrefHeight(width);
    }
    double inside = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - em.px(SCROLL_BAR_EM);
    return snappedTopInset() + box.prefHeight(Math.max(1, inside)) + snappedBottomInset();
  }
}
