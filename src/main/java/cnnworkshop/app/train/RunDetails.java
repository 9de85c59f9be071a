package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is to be known of the chosen runs: all of one, of several what they differ in. */
final class RunDetails extends StackPane {

  private final RunsModel model;
  private final RunWords words;
  private final Label nothing;
  private final RunNotes notes;
  private final GridPane facts = new GridPane();
  private final ScrollPane one;
  private final RunDifferences differences;
  private List<RunRecord> shown = List.of();

  /** @param done where the focus goes when a name or a note is finished */
  RunDetails(RunsModel model, RunWords words, Texts texts, Runnable done) {
    this.model = model;
    this.words = words;
    getStyleClass().add("run-details");
    nothing = new Label(texts.get("train.runs.choose"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("run-choose");
    nothing.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    notes = new RunNotes(model, texts, done);
    facts.getStyleClass().add("run-facts");
    one = new ScrollPane(new VBox(notes, facts));
    ((VBox) one.getContent()).getStyleClass().add("run-page");
    one.setFitToWidth(true);
    one.setAccessibleText(texts.get("train.runs.about"));
    differences = new RunDifferences(words, texts);
    getChildren().addAll(nothing, one, differences);
    model.selected().addListener((ListChangeListener<RunRecord>) change -> show());
    show();
  }

  /** Goes to the name of the one run that is chosen. */
  void rename() {
    one.setVvalue(0);
    notes.rename();
  }

  private void show() {
    List<RunRecord> now = List.copyOf(model.selected());
    boolean same = now.equals(shown);
    shown = now;
    notes.show(now.size() == 1 ? now.get(0) : null);
    if (same && one.isVisible() == (now.size() == 1)) {
      return;
    }
    if (now.size() == 1) {
      tell(now.get(0));
    } else if (now.size() > 1) {
      differences.show(now);
    }
    only(now.isEmpty() ? nothing : now.size() == 1 ? one : differences);
  }

  private void only(Node node) {
    for (Node child : List.of(nothing, one, differences)) {
      child.setVisible(child == node);
      child.setManaged(child == node);
    }
  }

  private void tell(RunRecord run) {
    facts.getChildren().clear();
    int line = 0;
    for (RunWords.Fact fact : words.facts(run, model.isRunning(run))) {
      Label label = new Label(fact.label());
      label.getStyleClass().add("ws-muted");
      label.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(fact.value());
      value.setWrapText(true);
      label.setLabelFor(value);
      facts.addRow(line++, label, value);
    }
  }
}
