package cnnworkshop.app.train;

import cnnworkshop.app.train.RunsTable.Listing;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The runs that were kept: a table whose chosen runs are drawn in the chart, what is to be known of them, and what can
 * be done with them. Keys: F2 renames, Delete deletes.
 */
public final class RunsPane extends VBox {

  private final RunsModel model;
  private final RunExports exports;
  private final RunActions actions;
  private final RunPlaces places;
  private final Supplier<WritableImage> chart;
  private final Texts texts;
  private final Predicate<Question> confirmed;
  private final RunsTable table;
  private final RunSpreadTable spreads;
  private final RunDetails details;

  /**
   * @param actions what can be done with a run elsewhere
   * @param places asks where to write
   * @param chart draws the chart with the chosen runs
   */
  public RunsPane(RunsModel model, RunExports exports, RunActions actions, RunPlaces places, RunWords words,
      Supplier<WritableImage> chart, Texts texts) {
    this(model, exports, actions, places, words, chart, texts, null);
  }

  /** @param confirmed asks a person before something is lost; null asks in a dialog */
  RunsPane(RunsModel model, RunExports exports, RunActions actions, RunPlaces places, RunWords words,
      Supplier<WritableImage> chart, Texts texts, Predicate<Question> confirmed) {
    this.model = model;
    this.exports = exports;
    this.actions = actions;
    this.places = places;
    this.chart = chart;
    this.texts = texts;
    this.confirmed = confirmed == null ? question -> question.isAnsweredYes(this) : confirmed;
    this.table = new RunsTable(model, words, texts);
    this.spreads = new RunSpreadTable(model, words, texts);
    this.details = new RunDetails(model, words, texts, () -> table.table().requestFocus());
    getStyleClass().add("runs-pane");
    getStylesheets().add(RunsPane.class.getResource("/assets/styles/train-runs.css").toExternalForm());
    ScrollPane body = new ScrollPane(new RunsBody(new StackPane(table, spreads), details));
    body.getStyleClass().add("runs-body");
    body.setFitToWidth(true);
    body.setFitToHeight(true);
    body.setFocusTraversable(false);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(header(), leftOut(), body);
    // Before the table, which takes F2 for itself.
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node header() {
    Label heading = new Label(texts.get("train.runs"));
    heading.getStyleClass().add("ws-heading");
    FlowPane header = new FlowPane(heading, listings());
    header.getChildren().addAll(buttons());
    header.getStyleClass().add("runs-header");
    return header;
  }

  private Node listings() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox(listing(group, "train.runs.all", "left-pill"), listing(group, "train.runs.best", "center-pill"),
        listing(group, "train.runs.spreads", "right-pill"));
    row.getStyleClass().add("runs-listings");
    group.selectToggle(group.getToggles().get(0));
    group.selectedToggleProperty().addListener((property, before, now) -> {
      if (now == null) {
        // One of them is always chosen.
        group.selectToggle(before);
      } else {
        show(group.getToggles().indexOf(now));
      }
    });
    show(0);
    return row;
  }

  private ToggleButton listing(ToggleGroup group, String key, String shape) {
    ToggleButton button = new ToggleButton(texts.get(key));
    button.setToggleGroup(group);
    button.getStyleClass().add(shape);
    return button;
  }

  private void show(int listing) {
    boolean overSeeds = listing == 2;
    table.setVisible(!overSeeds);
    spreads.setVisible(overSeeds);
    if (!overSeeds) {
      table.show(listing == 1 ? Listing.BEST : Listing.ALL);
    }
  }

  private List<Node> buttons() {
    Button use = named("train.use", "train.use.hint", Material2AL.CHECK_CIRCLE_OUTLINE, () -> actions.use(chosen()));
    use.disableProperty().bind(when(() -> chosen() == null || !model.hasWeights(chosen())));
    Button reopen = named("train.runs.reopen", "train.runs.reopen.hint", Material2MZ.RESTORE,
        () -> actions.reopen(chosen()));
    reopen.disableProperty().bind(when(() -> chosen() == null));
    Button rename = small("train.runs.rename", "train.runs.rename.hint", Material2AL.EDIT, details::rename);
    rename.disableProperty().bind(when(() -> chosen() == null));
    Button delete = small("train.delete", "train.delete.hint", Material2AL.DELETE_OUTLINE, this::delete);
    delete.disableProperty().bind(when(() -> deletable().isEmpty()));
    return List.of(use, reopen, rename, delete, export());
  }

  private Button named(String key, String hintKey, Ikon icon, Runnable action) {
    Button button = small(key, hintKey, icon, action);
    button.setText(texts.get(key));
    return button;
  }

  /** A button without a name to see: what it does is in its tooltip. */
  private Button small(String key, String hintKey, Ikon icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(hintKey)));
    button.setOnAction(event -> action.run());
    return button;
  }

  private MenuButton export() {
    MenuItem picture = item("train.runs.export.picture", this::exportPicture);
    picture.disableProperty().bind(Bindings.isEmpty(model.charted()));
    MenuButton export = new MenuButton(texts.get("train.runs.export"), new FontIcon(Material2MZ.SAVE_ALT),
        item("train.runs.export.curves", () -> export("csv", exports::curves)),
        item("train.runs.export.runs", () -> export("json", exports::runs)), picture);
    export.setAccessibleText(texts.get("train.runs.export"));
    export.setTooltip(new Tooltip(texts.get("train.runs.export.hint")));
    export.disableProperty().bind(Bindings.isEmpty(model.runs()));
    return export;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private Node leftOut() {
    Label line = new Label();
    line.textProperty().bind(model.leftOutProperty());
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.getStyleClass().add("runs-left-out");
    line.visibleProperty().bind(model.leftOutProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private BooleanBinding when(Callable<Boolean> condition) {
    return Bindings.createBooleanBinding(condition, model.selected());
  }

  /** The one run that is chosen; null if none or several are. */
  private RunRecord chosen() {
    return model.selected().size() == 1 ? model.selected().get(0) : null;
  }

  private List<RunRecord> deletable() {
    return model.selected().stream().filter(run -> !model.isRunning(run)).toList();
  }

  private void delete() {
    List<RunRecord> runs = deletable();
    if (!runs.isEmpty() && confirmed.test(new Question(question(runs), texts.get("train.delete")))) {
      runs.forEach(model::delete);
      table.table().requestFocus();
    }
  }

  private String question(List<RunRecord> runs) {
    return runs.size() == 1 ? texts.get("train.delete.question", runs.get(0).name())
        : texts.get("train.runs.delete.question", runs.size());
  }

  /** Those that are chosen; all if none are. */
  private void export(String extension, BiConsumer<List<RunRecord>, Path> writing) {
    List<RunRecord> runs = List.copyOf(model.selected().isEmpty() ? model.runs() : model.selected());
    String name = runs.size() == 1 ? fileName(runs.get(0).name()) : texts.get("train.runs.export.name.runs");
    places.saveAs(name + "." + extension, extension).ifPresent(file -> writing.accept(runs, file));
  }

  private void exportPicture() {
    places.saveAs(texts.get("train.runs.export.name.picture") + ".png", "png")
        .ifPresent(file -> exports.picture(photo(chart.get()), file));
  }

  private static Photo photo(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return Photo.ofRgb(width, height, argb);
  }

  /** What some system does not allow in the name of a file is left out. */
  private static String fileName(String name) {
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F2 && chosen() != null) {
      details.rename();
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE && event.getTarget() == table.table()) {
      delete();
      event.consume();
    }
  }
}
