package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Something said of a run; what is cut off is in the tooltip. The best run has a star. */
final class RunCell extends TableCell<RunRow, RunRecord> {

  private final Function<RunRecord, String> text;
  private final Texts texts;
  private final Predicate<RunRecord> best;

  RunCell(Function<RunRecord, String> text, Texts texts, Predicate<RunRecord> best) {
    this.text = text;
    this.texts = texts;
    this.best = best;
    setTextOverrun(OverrunStyle.ELLIPSIS);
  }

  @Override
  protected void updateItem(RunRecord run, boolean empty) {
    super.updateItem(run, empty);
    if (empty || run == null) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    String words = text.apply(run);
    boolean starred = best.test(run);
    String full = starred ? texts.get("train.runs.best.of", words, run.setup().data().name()) : words;
    setText(words);
    setGraphic(starred ? star() : null);
    setTooltip(new Tooltip(full));
    setAccessibleText(full);
  }

  private static FontIcon star() {
    FontIcon star = new FontIcon(Material2MZ.STAR);
    star.getStyleClass().add("run-star");
    return star;
  }
}
