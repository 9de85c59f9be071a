package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.op.Pooling;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Max and average pooling over numbers and over a face's feature map, which one moves pixel by pixel. Settings:
 * {@code source=face} begins with the face.
 */
public final class PoolingDemo implements Demo {

  private static final int MOST = 5;
  private static final int FILTERS = 32;

  private final Texts texts;
  private final PoolingModel model;
  private final PlayStage stage = new PlayStage();
  private final CellGrid input;
  private final CellGrid output;
  private final Label inputTitle = new Label();
  private final Label outputTitle = new Label();

  /** @param settings as above */
  public PoolingDemo(DemoTools tools, Map<String, String> settings) {
    this.texts = tools.texts();
    this.model = new PoolingModel(texts, tools.lab(), () -> tools.samples().get().get(0), tools.failures());
    this.input = new CellGrid(texts.locale());
    this.output = new CellGrid(texts.locale());
    if ("face".equals(settings.get("source"))) {
      model.sourceProperty().set(PoolingModel.Source.FACE);
    }
    stage.add(settings());
    stage.addGrowing(grids());
    stage.add(moves());
    stage.add(PlayStage.words(model.guess().verdictProperty(), "play-verdict"));
    stage.add(PlayStage.words(model.words().summaryProperty(), "play-result"));
    stage.add(PlayStage.words(model.words().outputProperty(), "play-line"));
    stage.add(PlayStage.words(model.words().sizeProperty(), "play-line"));
    model.shownProperty().addListener((p, before, now) -> show(model.seenProperty().get()));
    show(model.seenProperty().get());
  }

  private Node settings() {
    Map<PoolingModel.Source, String> sources = new LinkedHashMap<>();
    sources.put(PoolingModel.Source.NUMBERS, texts.get("learn.pooling.source.numbers"));
    sources.put(PoolingModel.Source.FACE, texts.get("learn.pooling.source.face"));
    Map<Pooling.Kind, String> kinds = new LinkedHashMap<>();
    kinds.put(Pooling.Kind.MAX, texts.get("learn.pooling.kind.max"));
    kinds.put(Pooling.Kind.AVERAGE, texts.get("learn.pooling.kind.average"));
    Map<PoolingPattern, String> patterns = new LinkedHashMap<>();
    patterns.put(PoolingPattern.SPOTS, texts.get("learn.pooling.pattern.spots"));
    patterns.put(PoolingPattern.STROKE, texts.get("learn.pooling.pattern.stroke"));
    patterns.put(PoolingPattern.DIGITS, texts.get("learn.pooling.pattern.digits"));
    CheckBox same = new CheckBox(texts.get("learn.pooling.same"));
    same.selectedProperty().bindBidirectional(model.sameProperty());
    Node pattern = PlayStage.choices(texts.get("learn.pooling.pattern"), patterns, model.patternProperty());
    Node filter = PlayStage.number(texts.get("learn.pooling.filter"), 1, FILTERS, NumberSetting.Steps.WHOLE,
        texts.locale(), model.filterProperty());
    only(pattern, PoolingModel.Source.NUMBERS);
    only(filter, PoolingModel.Source.FACE);
    return PlayStage.controls(
        PlayStage.choices(texts.get("learn.pooling.source"), sources, model.sourceProperty()), pattern, filter,
        PlayStage.choices(texts.get("learn.pooling.kind"), kinds, model.kindProperty()),
        PlayStage.number(texts.get("learn.pooling.window"), 1, MOST, NumberSetting.Steps.WHOLE, texts.locale(),
            model.windowProperty()),
        PlayStage.number(texts.get("learn.pooling.stride"), 1, MOST, NumberSetting.Steps.WHOLE, texts.locale(),
            model.strideProperty()),
        same);
  }

  /** Shows a control only for one kind of input. */
  private void only(Node control, PoolingModel.Source source) {
    control.visibleProperty().bind(model.sourceProperty().isEqualTo(source));
    control.managedProperty().bind(control.visibleProperty());
  }

  private Node grids() {
    input.setFocusTraversable(true);
    input.setAccessibleRole(AccessibleRole.NODE);
    input.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (arrow(event, model::move)) {
        event.consume();
      } else if (event.getCode() == KeyCode.HOME) {
        model.back();
        event.consume();
      }
    });
    input.setOnCell((row, column) -> {});
    output.setFocusTraversable(true);
    output.setAccessibleRole(AccessibleRole.NODE);
    output.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (arrow(event, (columns, rows) -> model.choose(model.row() + rows, model.column() + columns))) {
        event.consume();
      } else if (event.getCode() == KeyCode.SPACE) {
        model.name();
        event.consume();
      }
    });
    output.setOnCell((row, column) -> {
      model.choose(row, column);
      model.name();
    });
    HBox both = new HBox(titled(inputTitle, input), titled(outputTitle, output));
    both.getStyleClass().add("play-pair");
    return both;
  }

  private static VBox titled(Label title, CellGrid grid) {
    title.getStyleClass().add("play-title");
    title.setWrapText(true);
    title.setLabelFor(grid);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox box = new VBox(title, grid);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(0);
    return box;
  }

  /** Takes an arrow key: columns and rows to go. */
  private interface Way {
    void go(int columns, int rows);
  }

  private static boolean arrow(KeyEvent event, Way way) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> way.go(-1, 0);
      case RIGHT, KP_RIGHT -> way.go(1, 0);
      case UP, KP_UP -> way.go(0, -1);
      case DOWN, KP_DOWN -> way.go(0, 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Node moves() {
    Button guess = new Button();
    guess.setId("pooling-guess");
    guess.textProperty().bind(Bindings.when(model.guess().openProperty())
        .then(texts.get("learn.pooling.see")).otherwise(texts.get("learn.pooling.guess")));
    guess.setOnAction(event -> {
      if (model.guess().isOpen()) {
        model.endGuess();
      } else {
        model.beginGuess();
      }
    });
    guess.disableProperty().bind(model.sourceProperty().isEqualTo(PoolingModel.Source.FACE));
    Button back = new Button(texts.get("learn.pooling.back"));
    back.setOnAction(event -> model.back());
    back.disableProperty().bind(model.guess().openProperty());
    FlowPane row = PlayStage.controls(new Label(texts.get("learn.pooling.move")),
        move("learn-move-left", "←", texts.get("learn.pooling.left"), -1, 0),
        move("learn-move-right", "→", texts.get("learn.pooling.right"), 1, 0),
        move("learn-move-up", "↑", texts.get("learn.pooling.up"), 0, -1),
        move("learn-move-down", "↓", texts.get("learn.pooling.down"), 0, 1), back, guess);
    return row;
  }

  private Button move(String id, String sign, String name, int columns, int rows) {
    Button button = new Button(sign);
    button.setId(id);
    button.setAccessibleText(name);
    button.setOnAction(event -> model.move(columns, rows));
    button.disableProperty().bind(model.guess().openProperty());
    return button;
  }

  private void show(PoolingSeen seen) {
    if (seen == null) {
      return;
    }
    float high = 0;
    for (float value : seen.inputBefore()) {
      high = Math.max(high, value);
    }
    int rows = seen.outputRows();
    int columns = seen.outputColumns();
    Pooling pooling = seen.pooling();
    input.show(seen.side(), seen.side(), seen.input(), 0, high);
    input.frame(pooling.vertical().first(model.row(), seen.side()), pooling.horizontal().first(model.column(), seen.side()),
        pooling.vertical().size(), pooling.horizontal().size(),
        pooling.kind() == Pooling.Kind.MAX ? seen.place(model.row(), model.column()) : -1);
    output.show(rows, columns, seen.output(), 0, high);
    output.frame(model.row(), model.column(), 1, 1, -1);
    CellMark[] marks = new CellMark[seen.output().length];
    Arrays.setAll(marks, i -> model.guess().mark(i, seen.changed()[i]));
    output.mark(marks);
    inputTitle.setText(texts.get("learn.pooling.input", seen.channels(), seen.side(), seen.side()));
    outputTitle.setText(texts.get("learn.pooling.pooled", seen.channels(), rows, columns));
    input.setAccessibleText(texts.get("learn.pooling.input.accessible", model.words().summaryProperty().get()));
    output.setAccessibleText(texts.get("learn.pooling.output.accessible", model.words().outputProperty().get()));
  }

  /** For tests. */
  PoolingModel model() {
    return model;
  }

  @Override
  public Node node() {
    return stage;
  }

  @Override
  public ObservableStringValue reading() {
    return model.words().readingProperty();
  }

  @Override
  public List<SourceCut> sources() {
    return List.of(new SourceCut("op/Pooling.java", "public float at("),
        new SourceCut("op/Pooling.java", "public int place("));
  }
}
