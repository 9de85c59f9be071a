package cnnworkshop.app.reuse;

import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The part of the Reuse tab where a network is cut and ways of learning race. */
final class CutAndRaceView {

  /** How often the model is asked to listen: as often as a chart needs to look live. */
  private static final Duration LISTENING = Duration.millis(100);

  private static final double COLUMN_SHARE = 0.23;

  private final CutAndRaceModel model;
  private final Texts texts;
  private final Map<ReuseKeys, Runnable> keys = new EnumMap<>(ReuseKeys.class);
  private final SplitPane root;

  CutAndRaceView(CutAndRaceModel model, Texts texts, ReusePlaces places) {
    this.model = model;
    this.texts = texts;
    ScrollPane column = ReuseParts.scroll(new ReuseColumn(model, texts, places));
    column.getStyleClass().add("reuse-side");
    RaceCharts charts = new RaceCharts(model.race(), texts);
    VBox place = new VBox(cut(), new RacePane(model, texts), plan(), charts,
        new ResultsRow(model, charts, texts, places), new RaceTable(model.race(), model.words(), texts));
    place.getStyleClass().add("reuse-place");
    root = new SplitPane(column, ReuseParts.scroll(place));
    root.setDividerPositions(COLUMN_SHARE);
    SplitPane.setResizableWithParent(column, false);
    root.getStyleClass().add("cut-and-race");
    root.getStylesheets().add(CutAndRaceView.class.getResource("/assets/styles/reuse.css").toExternalForm());
    keys.put(ReuseKeys.RACE, model::startRace);
    keys.put(ReuseKeys.ONCE, model::trainOnce);
    keys.put(ReuseKeys.STOP, model::stop);
    keys.put(ReuseKeys.EXERCISE, this::startExercise);
    keys.put(ReuseKeys.USUAL, model.cut()::usual);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    Timeline listening = new Timeline(new KeyFrame(LISTENING, event -> model.listen()));
    listening.setCycleCount(Animation.INDEFINITE);
    // A tab that is not shown need not draw, but the end of a training is noticed all the same.
    listening.play();
    model.opened();
  }

  private void startExercise() {
    if (model.idle().get()) {
      model.exercise().start();
    }
  }

  private void key(KeyEvent event) {
    for (Map.Entry<ReuseKeys, Runnable> entry : keys.entrySet()) {
      if (entry.getKey().combination().match(event)) {
        entry.getValue().run();
        event.consume();
        return;
      }
    }
  }

  private Node cut() {
    CutPicture picture = new CutPicture(model.cut(), model.words(), texts);
    ScrollPane scroll = new CutScroll(picture, model.cut());
    ReuseParts.shownIf(scroll, Bindings.isNotNull(model.cut().planProperty()));
    Label heading = new Label(texts.get("reuse.cut"));
    heading.getStyleClass().add("ws-heading");
    VBox box = new VBox(heading, scroll, new CutLayerPane(model.cut(), model.words(), texts),
        ReuseParts.words(Bindings.createStringBinding(this::trains, model.cut().planProperty()), "reuse-trains"),
        ReuseParts.words(model.whyNoTraining(), "reuse-fault"));
    box.getStyleClass().add("reuse-group");
    return box;
  }

  private String trains() {
    CutPlan plan = model.cut().planProperty().get();
    return plan == null || !plan.ok() ? "" : texts.get("reuse.trains", plan.trained(), plan.parameters(),
        plan.kept(), plan.base().spec().layers().size());
  }

  private Node plan() {
    return ReuseParts.words(Bindings.createStringBinding(() -> model.race().shownProperty().get() == null ? ""
        : model.words().plan(model.race().shownProperty().get()), model.race().shownProperty()), "reuse-plan");
  }

  Parent root() {
    return root;
  }
}
