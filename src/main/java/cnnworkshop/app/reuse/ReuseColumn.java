package cnnworkshop.app.reuse;

import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.app.train.DataPane;
import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The column of what is reused, the new task, the new head and how it learns. */
final class ReuseColumn extends VBox {

  private static final int MOST_STEPS = 5000;
  private static final double HIGHEST_RATE = 0.1;
  private static final double LOWEST_RATE = 1e-5;

  private final CutAndRaceModel model;
  private final Texts texts;

  ReuseColumn(CutAndRaceModel model, Texts texts, ReusePlaces places) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("reuse-column");
    getChildren().addAll(
        ReuseParts.group(texts.get("reuse.group.base"), base(), exercise()),
        ReuseParts.group(texts.get("reuse.group.task"), new DataPane(model.task().data(), texts, places.data(),
            new SimpleBooleanProperty(false), this::augmentation), classes()),
        ReuseParts.group(texts.get("reuse.group.head"), new HeadPane(model.head(), texts)),
        ReuseParts.group(texts.get("reuse.group.lesson"), lesson()));
  }

  private Augmentation augmentation() {
    NewTask task = model.task().taskProperty().get();
    return model.lesson().lesson(task == null ? PictureAugmentation.NONE : task.whole().unchanged()).augmentation();
  }

  private Node base() {
    return ReuseParts.words(Bindings.createStringBinding(() -> model.base().get() == null
        ? texts.get("reuse.base.none") : texts.get("reuse.base", model.base().get().name(),
            model.base().get().spec().layers().size(), model.base().get().parameterCount()), model.base()),
        "reuse-base");
  }

  private Node exercise() {
    ExerciseModel exercise = model.exercise();
    Button start = ReuseParts.button(texts.get("reuse.exercise"),
        texts.get("reuse.tooltip", texts.get("reuse.exercise.hint"), ReuseKeys.EXERCISE.combination().getDisplayText()),
        Material2AL.LIGHTBULB, exercise::start);
    start.setWrapText(true);
    start.setMinWidth(0);
    start.setMaxWidth(Double.MAX_VALUE);
    start.setMinHeight(USE_PREF_SIZE);
    start.disableProperty().bind(model.idle().not());
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(exercise.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("reuse.exercise.work"));
    Button stop = ReuseParts.button(texts.get("reuse.exercise.stop"), texts.get("reuse.exercise.stop"),
        Material2MZ.STOP, exercise::stop);
    VBox running = ReuseParts.shownIf(new VBox(bar, stop), exercise.runningProperty());
    running.getStyleClass().add("reuse-inner");
    VBox box = new VBox(start, running, ReuseParts.words(exercise.lineProperty(), "reuse-note"));
    box.getStyleClass().add("reuse-inner");
    return box;
  }

  private Node classes() {
    FlowPane boxes = ReuseParts.row();
    Runnable show = () -> boxes.getChildren().setAll(model.task().classes().stream().map(choice ->
        (Node) ReuseParts.check(choice.name(), choice.chosenProperty())).toList());
    model.task().classes().addListener((ListChangeListener<ClassChoice>) change -> show.run());
    show.run();
    Label heading = ReuseParts.words(texts.get("reuse.classes"), "reuse-label");
    VBox box = new VBox(heading, boxes);
    box.getStyleClass().add("reuse-inner");
    return ReuseParts.shownIf(box, Bindings.isNotEmpty(model.task().classes()));
  }

  private Node lesson() {
    LessonModel lesson = model.lesson();
    CheckBox flip = new CheckBox(texts.get("reuse.lesson.flip"));
    flip.setAccessibleText(texts.get("reuse.lesson.flip"));
    flip.setSelected(lesson.flipProperty().get() > 0);
    flip.selectedProperty().addListener((p, before, now) -> lesson.flipProperty().set(now ? 0.5 : 0));
    flip.setTooltip(new Tooltip(texts.get("reuse.lesson.changes.hint")));
    VBox box = new VBox(
        ReuseParts.number(texts, texts.get("reuse.lesson.steps"), 1, MOST_STEPS, Steps.WHOLE, lesson.stepsProperty()),
        ReuseParts.number(texts, texts.get("reuse.lesson.rate"), LOWEST_RATE, HIGHEST_RATE, Steps.TENFOLD,
            lesson.learningRateProperty()), flip,
        ReuseParts.number(texts, texts.get("reuse.lesson.shift"), 0, PictureAugmentation.Change.SHIFT.highest(),
            Steps.WHOLE, lesson.shiftProperty()));
    box.getStyleClass().add("reuse-inner");
    return box;
  }
}
