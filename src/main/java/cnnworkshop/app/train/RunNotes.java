package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A run's name and notes, to be changed. They are kept when the focus leaves, with Enter (the name) or Ctrl+Enter (the
 * notes), and when nothing was typed for a second, so that nothing is lost whatever happens next.
 */
final class RunNotes extends VBox {

  private static final Duration PAUSE = Duration.seconds(1);
  private static final int LINES = 3;

  private final RunsModel model;
  private final TextField name = new TextField();
  private final TextArea notes = new TextArea();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final Runnable done;
  private RunRecord shown;

  /** @param done what follows Enter: the focus goes back to where it came from */
  RunNotes(RunsModel model, Texts texts, Runnable done) {
    this.model = model;
    this.done = done;
    getStyleClass().add("run-notes");
    name.setAccessibleText(texts.get("train.runs.name.of"));
    Label nameLabel = new Label(texts.get("train.runs.name.of"));
    nameLabel.setLabelFor(name);
    notes.setAccessibleText(texts.get("train.runs.notes"));
    notes.setPromptText(texts.get("train.runs.notes.prompt"));
    notes.setWrapText(true);
    notes.setPrefRowCount(LINES);
    Label notesLabel = new Label(texts.get("train.runs.notes"));
    notesLabel.setLabelFor(notes);
    getChildren().addAll(nameLabel, name, notesLabel, notes);

    name.focusedProperty().addListener((p, before, now) -> keepUnless(now));
    notes.focusedProperty().addListener((p, before, now) -> keepUnless(now));
    notes.textProperty().addListener((p, before, now) -> pause.playFromStart());
    pause.setOnFinished(event -> keepNotes());
    sceneProperty().addListener((p, before, now) -> keepUnless(now != null));
    name.addEventFilter(KeyEvent.KEY_PRESSED, this::nameKey);
    notes.addEventFilter(KeyEvent.KEY_PRESSED, this::notesKey);
  }

  /** Another run, or the same as it is now; null for none. What was typed for the one before is kept. */
  void show(RunRecord run) {
    RunRecord before = shown;
    boolean same = before != null && run != null && before.id().equals(run.id());
    if (!same) {
      keep();
    }
    shown = run;
    if (run != null) {
      // What is being typed is newer than what is kept.
      if (!same || name.getText().equals(before.name())) {
        name.setText(run.name());
      }
      if (!same || notes.getText().equals(before.notes())) {
        notes.setText(run.notes());
      }
    }
    pause.stop();
    if (same && !notes.getText().equals(run.notes())) {
      pause.playFromStart();
    }
  }

  /** Goes to the name and chooses all of it. */
  void rename() {
    name.requestFocus();
    name.selectAll();
  }

  /** Keeps what was typed. */
  void keep() {
    keepNotes();
    keepName();
  }

  private void keepUnless(boolean stays) {
    if (!stays) {
      keep();
    }
  }

  private void keepNotes() {
    pause.stop();
    if (shown != null) {
      model.note(shown.id(), notes.getText());
    }
  }

  private void keepName() {
    if (shown == null) {
      return;
    }
    if (name.getText().isBlank()) {
      name.setText(shown.name());
    } else {
      model.rename(shown.id(), name.getText());
    }
  }

  private void nameKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      keepName();
      event.consume();
      done.run();
    } else if (event.getCode() == KeyCode.ESCAPE && shown != null) {
      name.setText(shown.name());
      event.consume();
      done.run();
    }
  }

  private void notesKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      keepNotes();
      event.consume();
      done.run();
    } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      // A text area takes Tab for itself; with Control it lets the focus go on, so that nobody is caught in it.
      event.consume();
      notes.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, event.getCharacter(), event.getText(), KeyCode.TAB,
          event.isShiftDown(), true, false, false));
    }
  }
}
