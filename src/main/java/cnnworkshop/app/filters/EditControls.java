package cnnworkshop.app.filters;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.EditedFilter;
import cnnworkshop.core.inspect.FilterEdits;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.op.NamedKernel;
import cnnworkshop.core.text.Texts;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column in which a filter is chosen and changed. */
final class EditControls extends VBox {

  private final EditModel model;
  private final Texts texts;
  private final EditWords words;
  private final EditNumbers numbers;
  private final EditStrip strip;
  private final Label summary = line();
  private final Label title = new Label();
  private final NumberSetting scale;
  private final TextField bias = new TextField();
  private final CheckBox off;
  private final ScaleLegend legend;
  private final Label state = line();
  private boolean following;

  EditControls(EditModel model, EditSourceModel source, Texts texts, FiltersPlaces places) {
    this.model = model;
    this.texts = texts;
    words = new EditWords(texts);
    numbers = new EditNumbers(texts.locale());
    strip = new EditStrip(model::choose);
    scale = new NumberSetting(texts.get("filters.edit.scale"), -EditModel.MOST_SCALE, EditModel.MOST_SCALE,
        NumberSetting.Steps.EVEN, texts.locale());
    off = new CheckBox(texts.get("filters.edit.off"));
    legend = new ScaleLegend(texts);
    getStyleClass().add("edit-controls");
    title.getStyleClass().add("ws-heading");
    TitledPane other = new TitledPane(texts.get("filters.edit.source"), new EditSourcePane(source, texts, places));
    other.setExpanded(false);
    getChildren().addAll(strip, summary, title, new EditChannels(model, texts), kernel(), legend, named(), scale(),
        biasRow(), off, state, buttons(), other);
    model.editsProperty().addListener((p, before, now) -> show());
    model.chosenProperty().addListener((p, before, now) -> show());
    show();
  }

  private static Label line() {
    Label line = new Label();
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.getStyleClass().add("ws-muted");
    line.managedProperty().bind(line.textProperty().isNotEmpty());
    return line;
  }

  /** A button with a name and a tooltip. */
  static Button button(Texts texts, String key, String longKey, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(longKey)));
    button.setOnAction(event -> action.run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Node kernel() {
    ScrollPane scroll = new ScrollPane(new EditKernelGrid(model, texts));
    scroll.getStyleClass().addAll("edit-scroll", "edit-kernel-scroll");
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(USE_PREF_SIZE);
    return scroll;
  }

  private Node named() {
    MenuButton put = new MenuButton(texts.get("filters.edit.put"));
    put.setAccessibleText(texts.get("filters.edit.put"));
    put.setMaxWidth(Double.MAX_VALUE);
    for (NamedKernel kernel : NamedKernel.values()) {
      MenuItem item = new MenuItem(words.of(kernel));
      item.setOnAction(event -> model.put(kernel));
      put.getItems().add(item);
    }
    ToggleGroup group = new ToggleGroup();
    RadioButton every = new RadioButton();
    every.textProperty().bind(model.editsProperty().map(
        now -> texts.get("filters.edit.put.every", now.original().channels())).orElse(""));
    RadioButton one = new RadioButton(texts.get("filters.edit.put.seen"));
    for (RadioButton choice : new RadioButton[] {every, one}) {
      choice.setToggleGroup(group);
      choice.setWrapText(true);
      choice.setMinHeight(USE_PREF_SIZE);
    }
    (model.everyChannelProperty().get() ? every : one).setSelected(true);
    every.selectedProperty().addListener((p, before, now) -> model.everyChannelProperty().set(now));
    VBox channels = new VBox(every, one);
    channels.getStyleClass().add("edit-choice");
    shownWithChannels(channels, model.editsProperty());
    Label note = line();
    note.textProperty().bind(model.noteProperty());
    VBox box = new VBox(put, channels, note);
    box.getStyleClass().add("edit-choice");
    return box;
  }

  /** Shown only if the filters have more than one channel. */
  static void shownWithChannels(Node node, ObservableValue<FilterEdits> edits) {
    var several = edits.map(now -> now.original().channels() > 1).orElse(false);
    node.visibleProperty().bind(several);
    node.managedProperty().bind(several);
  }

  private Node scale() {
    scale.valueProperty().addListener((p, before, now) -> {
      if (!following) {
        model.setScale(now.doubleValue());
      }
    });
    // Whatever the hand did until it lets go is one step to take back.
    scale.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> model.settle());
    scale.addEventFilter(KeyEvent.KEY_RELEASED, event -> model.settle());
    return scale;
  }

  private Node biasRow() {
    Label label = new Label(texts.get("filters.edit.bias"));
    label.setLabelFor(bias);
    bias.setAccessibleText(texts.get("filters.edit.bias"));
    bias.getStyleClass().add("number-field");
    bias.setTooltip(new Tooltip());
    bias.setOnAction(event -> takeBias());
    bias.focusedProperty().addListener((p, before, focused) -> {
      if (!focused) {
        takeBias();
      }
    });
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox row = new HBox(label, room, bias);
    row.getStyleClass().add("edit-row");
    var has = model.editsProperty().map(now -> now.original().spec().bias()).orElse(false);
    row.visibleProperty().bind(has);
    row.managedProperty().bind(has);
    return row;
  }

  /** What is no number goes back to the one before; what was not touched keeps digits that are not shown. */
  private void takeBias() {
    if (model.editsProperty().get() != null && !bias.getText().equals(numbers.of(model.filter().bias()))) {
      numbers.read(bias.getText()).ifPresent(model::setBias);
      bias.setText(numbers.of(model.filter().bias()));
    }
  }

  private Node buttons() {
    off.setOnAction(event -> model.setOff(off.isSelected()));
    FlowPane buttons = new FlowPane(
        button(texts, "filters.edit.others-off", "filters.edit.others-off.long", model::switchOthersOff),
        button(texts, "filters.edit.all-on", "filters.edit.all-on.long", model::switchAllOn),
        button(texts, "filters.edit.reset", "filters.edit.reset.long", model::reset));
    buttons.getStyleClass().add("edit-buttons");
    return buttons;
  }

  private void show() {
    FilterEdits edits = model.editsProperty().get();
    if (edits == null) {
      return;
    }
    int chosen = model.chosenProperty().get();
    EditedFilter filter = edits.filter(chosen);
    // A filter that is off is seen as it would be if it were on.
    Filters pictures = edits.allOn().edited();
    strip.show(FilterPicture.asTheyAre(pictures), bits(edits.count(), edits::isChanged),
        bits(edits.count(), i -> edits.filter(i).off()), i -> words.filter(edits, i));
    strip.choose(chosen);
    summary.setText(words.summary(edits));
    title.setText(words.filter(edits, chosen));
    following = true;
    scale.valueProperty().set(filter.scale());
    following = false;
    bias.setText(numbers.of(filter.bias()));
    bias.getTooltip().setText(numbers.exact(filter.bias()));
    off.setSelected(filter.off());
    float most = EditKernelGrid.reach(filter.weights());
    legend.show(ColourScale.SIGNED, new ValueRange(-most, most));
    state.setText(filter.off() ? texts.get("filters.edit.state.off")
        : filter.scale() != 1 ? texts.get("filters.edit.state.scaled", numbers.of(filter.scale())) : "");
  }

  private static BitSet bits(int count, IntPredicate which) {
    return IntStream.range(0, count).filter(which).collect(BitSet::new, BitSet::set, BitSet::or);
  }
}
