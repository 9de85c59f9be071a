package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.control.ChartRun;
import cnnworkshop.app.support.Messages;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunComparison.Difference;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsPaneTest extends FxTest {

  @TempDir
  Path folder;

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final List<String> asked = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private RunStore store;
  private RunsModel model;
  private RunsPane pane;

  private void open(double width, String style, RunRecord... runs) throws Exception {
    store = new RunStore(folder.resolve("runs"));
    for (RunRecord run : runs) {
      store.save(run);
    }
    model = new RunsModel(store, texts, Runnable::run, Runnable::run, e -> done.add("failure " + e));
    pane = onFx(() -> {
      model.reload();
      RunActions actions = new RunActions() {
        @Override
        public void use(RunRecord run) {
          done.add("use " + run.name());
        }

        @Override
        public void reopen(RunRecord run) {
          done.add("reopen " + run.name());
        }
      };
      return new RunsPane(model, new RunExports(texts, new Messages(texts, Runnable::run), Runnable::run), actions,
          (name, extension) -> {
            asked.add(name);
            return Optional.of(folder.resolve("out." + extension));
          }, new RunWords(texts, ZoneOffset.UTC), () -> new WritableImage(4, 3), texts, question -> {
            asked.add(question.text());
            return true;
          });
    });
    runFx(() -> pane.setStyle(style));
    show(pane, width, 280);
  }

  private void openThree() throws Exception {
    open(1000, "", TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.7), TrainedRuns.classes(3, 0.6));
  }

  @Test
  void runsAreChosenAndLaidOverEachOtherByKeys() throws Exception {
    openThree();
    focusFirstRun();
    assertThat(chosen()).containsExactly("cnn 3");

    push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(chosen()).containsExactlyInAnyOrder("cnn 3", "cnn 2");
    assertThat(model.charted()).extracting(ChartRun::name).containsExactly("cnn 2", "cnn 3");
    assertThat(rows(differences())).containsExactly("Result", "Seed of the data", "Seed");

    push(KeyCode.DOWN);
    assertThat(chosen()).containsExactly("cnn 1");
    assertThat(showing(TextField.class, "Name").getText()).isEqualTo("cnn 1");
  }

  @Test
  void aRunIsRenamedWithF2AndEnter() throws Exception {
    openThree();
    focusFirstRun();
    push(KeyCode.F2);
    robot().write("better");
    push(KeyCode.ENTER);
    assertThat(store.load("run-3").name()).isEqualTo("better");
    assertThat(chosen()).containsExactly("better");
    boolean back = onFx(() -> table().isFocused());
    assertThat(back).as("the keys go on in the table").isTrue();
  }

  @Test
  void escapeLeavesTheNameAsItWas() throws Exception {
    openThree();
    focusFirstRun();
    push(KeyCode.F2);
    robot().write("worse");
    assertThat(showing(TextField.class, "Name").getText()).isEqualTo("worse");
    push(KeyCode.ESCAPE);
    assertThat(store.load("run-3").name()).isEqualTo("cnn 3");
    assertThat(showing(TextField.class, "Name").getText()).isEqualTo("cnn 3");
  }

  @Test
  void notesAreKeptWithControlEnterAndWhenTheFocusLeaves() throws Exception {
    openThree();
    focusFirstRun();
    TextArea notes = showing(TextArea.class, "Notes");
    runFx(notes::requestFocus);
    settle();
    robot().write("one");
    push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(store.load("run-3").notes()).isEqualTo("one");

    runFx(() -> {
      notes.requestFocus();
      notes.end();
    });
    settle();
    robot().write(" two");
    push(KeyCode.TAB);
    boolean still = onFx(notes::isFocused);
    assertThat(still).as("Tab is not caught in the notes").isFalse();
    assertThat(store.load("run-3").notes()).isEqualTo("one two");
  }

  @Test
  void whatIsBeingTypedBelongsToItsRunWhenAnotherIsChosen() throws Exception {
    openThree();
    focusFirstRun();
    TextArea notes = showing(TextArea.class, "Notes");
    runFx(() -> {
      notes.requestFocus();
      notes.setText("of three");
      model.compare(List.of(run("run-1")));
    });
    settle();
    assertThat(store.load("run-3").notes()).isEqualTo("of three");
    assertThat(store.load("run-1").notes()).isEmpty();
    assertThat(notes.getText()).isEmpty();
    assertThat(chosen()).containsExactly("cnn 1");
  }

  @Test
  void aRunIsDeletedWithDeleteAfterAQuestion() throws Exception {
    openThree();
    focusFirstRun();
    push(KeyCode.DELETE);
    assertThat(asked).singleElement().satisfies(question -> assertThat(question).contains("cnn 3"));
    assertThat(model.runs()).extracting(RunRecord::name).containsExactly("cnn 2", "cnn 1");

    push(KeyCode.CONTROL, KeyCode.A);
    push(KeyCode.DELETE);
    assertThat(asked.get(1)).contains("2 runs");
    assertThat(model.runs()).isEmpty();
  }

  @Test
  void deleteInANameOrNoteDeletesALetter() throws Exception {
    openThree();
    focusFirstRun();
    push(KeyCode.F2);
    push(KeyCode.DELETE);
    assertThat(asked).isEmpty();
    assertThat(model.runs()).hasSize(3);
  }

  @Test
  void theNetworkAndTheSettingsOfOneRunAreTakenOver() throws Exception {
    openThree();
    Files.write(store.weights("run-3"), new byte[1]);
    assertThat(button("Use this network").isDisabled()).as("nothing is chosen").isTrue();
    focusFirstRun();
    press(button("Use this network"));
    press(button("Settings from this run"));
    assertThat(done).containsExactly("use cnn 3", "reopen cnn 3");

    runFx(() -> table().getSelectionModel().selectAll());
    assertThat(button("Use this network").isDisabled()).as("which one?").isTrue();
    assertThat(button("Settings from this run").isDisabled()).isTrue();
    runFx(() -> model.compare(List.of(run("run-2"))));
    assertThat(button("Use this network").isDisabled()).as("it has no weights").isTrue();
  }

  @Test
  void weightsThatCameWithTheEndOfATrainingCanBeUsed() throws Exception {
    openThree();
    focusFirstRun();
    assertThat(button("Use this network").isDisabled()).isTrue();
    Files.write(store.weights("run-3"), new byte[1]);
    runFx(model::reload);
    assertThat(button("Use this network").isDisabled()).isFalse();
  }

  @Test
  void theBestAreListedBestFirstWithTheirPlaces() throws Exception {
    openThree();
    press(button("Best"));
    assertThat(names()).containsExactly("cnn 2", "cnn 3", "cnn 1");
    press(button("All runs"));
    assertThat(names()).containsExactly("cnn 3", "cnn 2", "cnn 1");
    press(button("All runs"));
    boolean stays = onFx(() -> ((ToggleButton) button("All runs")).isSelected());
    assertThat(stays).as("one of them is always chosen").isTrue();
  }

  @Test
  void aColumnSortsByItsNumbersAndAResultIsBestFirst() throws Exception {
    open(1000, "", TrainedRuns.classes(1, 0.5), TrainedRuns.points(2, 11.5), TrainedRuns.points(10, 1.9),
        TrainedRuns.classes(4, 0.6));
    runFx(() -> table().getSortOrder().add(column("Result")));
    assertThat(names()).containsExactly("cnn 4", "cnn 1", "keypoints 10", "keypoints 2");
    runFx(() -> table().getSortOrder().setAll(List.of(column("Seed"))));
    assertThat(names()).containsExactly("cnn 1", "keypoints 2", "cnn 4", "keypoints 10");
  }

  @Test
  void runsThatDifferInTheirSeedsAloneAreListedWithMeanAndSpread() throws Exception {
    openThree();
    press(button("Over seeds"));
    TableView<?> spreads = onFx(() -> all(TableView.class).stream()
        .filter(t -> t.isVisible() && "Over seeds".equals(t.getAccessibleText())).findFirst().orElseThrow());
    assertThat(spreads.getItems()).hasSize(1);
    runFx(() -> {
      spreads.requestFocus();
      spreads.getSelectionModel().select(0);
    });
    settle();
    assertThat(model.charted()).extracting(ChartRun::name).containsExactly("cnn 1", "cnn 2", "cnn 3");
    assertThat(onFx(() -> all(Label.class).stream().map(Label::getText).toList()))
        .anySatisfy(text -> assertThat(text).contains("3 runs: 60.0 ± 10.0 %"));
  }

  @Test
  void whatIsChosenStaysChosenWhenRunsComeAndGo() throws Exception {
    openThree();
    runFx(() -> model.compare(List.of(run("run-1"), run("run-3"))));
    runFx(() -> model.begin(TrainedRuns.begun(4, "cnn 4", Presets.cnn(), 4000)));
    assertThat(names()).containsExactly("cnn 4", "cnn 3", "cnn 2", "cnn 1");
    assertThat(tableChoice()).containsExactlyInAnyOrder("run-1", "run-3");
    runFx(() -> model.add(TrainedRuns.epoch(1, 0.9)));
    assertThat(tableChoice()).containsExactlyInAnyOrder("run-1", "run-3");
    runFx(() -> model.delete(run("run-3")));
    assertThat(tableChoice()).containsExactly("run-1");
    assertThat(chosen()).containsExactly("cnn 1");
  }

  @Test
  void theChosenRunsAreExportedAndWithoutAnyAllAre() throws Exception {
    openThree();
    export(0);
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(1 + 3 * 2);
    runFx(() -> {
      model.rename("run-2", "a/b: best?");
      model.compare(List.of(run("run-2")));
    });
    export(0);
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(1 + 2);
    export(1);
    assertThat(Files.readString(folder.resolve("out.json"))).contains("run-2").doesNotContain("run-1");
    export(2);
    assertThat(folder.resolve("out.png")).exists();
    assertThat(asked).containsExactly("runs.csv", "a-b- best-.csv", "a-b- best-.json", "chart.png");
  }

  // D39
  @Test
  void everythingThatTakesTheFocusHasAName() throws Exception {
    openThree();
    focusFirstRun();
    List<Node> unnamed = onFx(() -> all(Node.class).stream().filter(n -> n.isFocusTraversable()
        && (n.getAccessibleText() == null || n.getAccessibleText().isBlank())
        && !(n instanceof ButtonBase b && b.getText() != null && !b.getText().isBlank())).toList());
    assertThat(unnamed).isEmpty();
  }

  @Test
  void nothingIsCutOffWhereItIsNarrowAndTypeIsLarge() throws Exception {
    open(600, "-fx-font-size: 21px", TrainedRuns.classes(1, 0.5));
    focusFirstRun();
    double right = onFx(() -> all(ButtonBase.class).stream().filter(Node::isVisible)
        .mapToDouble(n -> n.localToScene(n.getBoundsInLocal()).getMaxX()).max().orElse(0));
    assertThat(right).isLessThanOrEqualTo(600);
  }

  private void export(int item) {
    runFx(() -> all(MenuButton.class).get(0).getItems().get(item).fire());
    settle();
  }

  private void focusFirstRun() {
    runFx(() -> {
      table().requestFocus();
      table().getSelectionModel().clearAndSelect(0);
    });
    settle();
  }

  private void push(KeyCode... keys) {
    robot().push(keys);
    settle();
  }

  private void press(ButtonBase button) {
    runFx(button::requestFocus);
    settle();
    push(KeyCode.SPACE);
  }

  private List<String> chosen() {
    return onFx(() -> model.selected().stream().map(RunRecord::name).toList());
  }

  private List<String> tableChoice() {
    return onFx(() -> table().getSelectionModel().getSelectedItems().stream().map(RunRow::id).toList());
  }

  private List<String> names() {
    return onFx(() -> table().getItems().stream().map(row -> row.run().name()).toList());
  }

  private RunRecord run(String id) {
    return model.runs().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private TableView<RunRow> table() {
    return all(TableView.class).get(0);
  }

  private TableView<?> differences() {
    return all(TableView.class).stream().filter(t -> "What the chosen runs differ in".equals(t.getAccessibleText()))
        .findFirst().orElseThrow();
  }

  private List<String> rows(TableView<?> table) {
    return onFx(() -> table.getItems().stream()
        .map(item -> ((Difference) item).setting()).toList());
  }

  private TableColumn<RunRow, ?> column(String title) {
    return table().getColumns().stream().filter(c -> title.equals(c.getText())).findFirst().orElseThrow();
  }

  private ButtonBase button(String text) {
    return onFx(() -> all(ButtonBase.class).stream().filter(b -> text.equals(b.getText())).findFirst().orElseThrow());
  }

  private <T extends Node> T showing(Class<T> type, String name) {
    return onFx(() -> all(type).stream().filter(n -> name.equals(n.getAccessibleText())).findFirst().orElseThrow());
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return nodes(pane).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(RunsPaneTest::nodes))
        : Stream.of(node);
  }
}
