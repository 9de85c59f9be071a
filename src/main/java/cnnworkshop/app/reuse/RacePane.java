package cnnworkshop.app.reuse;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Who races, with how many pictures, how often; the buttons that start and stop; and how far it is. */
final class RacePane extends VBox {

  private final CutAndRaceModel model;
  private final RaceChoices choices;
  private final Texts texts;

  RacePane(CutAndRaceModel model, Texts texts) {
    this.model = model;
    this.choices = model.choices();
    this.texts = texts;
    getStyleClass().add("reuse-group");
    Label heading = new Label(texts.get("reuse.race"));
    heading.getStyleClass().add("ws-heading");
    getChildren().addAll(heading, entrants(), numbers(), buttons(),
        ReuseParts.words(Bindings.createStringBinding(() -> model.idle().get() ? model.whyNoRace().get() : "",
            model.idle(), model.whyNoRace()), "reuse-fault"),
        progress());
  }

  private Node entrants() {
    List<Node> boxes = new ArrayList<>();
    boxes.add(label("reuse.race.who"));
    for (Entrant entrant : Entrant.values()) {
      CheckBox box = ReuseParts.check(model.words().entrant(entrant), choices.entrantProperty(entrant));
      box.setTooltip(new Tooltip(model.words().hint(entrant)));
      boxes.add(box);
    }
    return ReuseParts.row(boxes.toArray(Node[]::new));
  }

  private Node numbers() {
    List<Node> boxes = new ArrayList<>();
    boxes.add(label("reuse.race.numbers"));
    for (int number : RaceChoices.NUMBERS) {
      CheckBox box = ReuseParts.check(texts.get("reuse.race.number", number), choices.numberProperty(number));
      box.setAccessibleText(texts.get("reuse.race.number.accessible", number));
      BooleanBinding lacking = choices.mostProperty().lessThan(number);
      box.disableProperty().bind(lacking);
      boxes.add(box);
    }
    Label few = new Label();
    few.getStyleClass().add("ws-muted");
    few.textProperty().bind(Bindings.createStringBinding(() -> texts.get("reuse.race.most",
        choices.mostProperty().get()), choices.mostProperty()));
    int highest = RaceChoices.NUMBERS.get(RaceChoices.NUMBERS.size() - 1);
    boxes.add(ReuseParts.shownIf(few, choices.mostProperty().lessThan(highest)
        .and(choices.mostProperty().greaterThan(0))));
    return ReuseParts.row(boxes.toArray(Node[]::new));
  }

  private Label label(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("reuse-label");
    return label;
  }

  private NumberSetting ofOnce() {
    NumberSetting once = ReuseParts.number(texts, texts.get("reuse.race.once-number"), 1, 1000, Steps.WHOLE,
        choices.onceProperty());
    Runnable limit = () -> once.setLimits(1, Math.max(1, choices.mostProperty().get()));
    choices.mostProperty().addListener((p, before, now) -> {
      if (now.intValue() > 0) {
        limit.run();
      }
    });
    if (choices.mostProperty().get() > 0) {
      limit.run();
    }
    return once;
  }

  private Node buttons() {
    Button race = button("reuse.race.start", "reuse.race.start.hint", ReuseKeys.RACE, model::startRace);
    race.getStyleClass().add("accent");
    race.setGraphic(new FontIcon(Material2MZ.PLAY_ARROW));
    race.disableProperty().bind(model.idle().not().or(model.whyNoRace().isNotEmpty()));
    Button once = button("reuse.race.once", "reuse.race.once.hint", ReuseKeys.ONCE, model::trainOnce);
    once.disableProperty().bind(model.idle().not().or(model.whyNoTraining().isNotEmpty()));
    Button stop = button("reuse.race.stop", "reuse.race.stop.hint", ReuseKeys.STOP, model::stop);
    stop.setGraphic(new FontIcon(Material2MZ.STOP));
    stop.disableProperty().bind(model.race().stateProperty().isEqualTo(RaceModel.State.IDLE));
    NumberSetting seeds = ReuseParts.number(texts, texts.get("reuse.race.seeds"), 1, RaceChoices.MOST_SEEDS,
        Steps.WHOLE, choices.seedsProperty());
    return ReuseParts.row(race, seeds, once, ofOnce(), stop);
  }

  private Button button(String key, String hintKey, ReuseKeys keys, Runnable action) {
    return ReuseParts.button(texts.get(key),
        texts.get("reuse.tooltip", texts.get(hintKey), keys.combination().getDisplayText()),
        Material2MZ.MODEL_TRAINING, action);
  }

  private Node progress() {
    RaceModel race = model.race();
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(race.progressProperty());
    bar.setAccessibleText(texts.get("reuse.race.progress"));
    bar.getStyleClass().add("reuse-bar");
    ReuseParts.shownIf(bar, race.stateProperty().isNotEqualTo(RaceModel.State.IDLE));
    Label line = new Label();
    line.textProperty().bind(race.lineProperty());
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox row = new HBox(bar, line);
    row.getStyleClass().add("reuse-progress");
    return row;
  }
}
