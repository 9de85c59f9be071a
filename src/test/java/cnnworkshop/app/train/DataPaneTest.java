package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.Cifar10Download;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPaneTest extends FxTest {

  @TempDir
  private Path folder;
  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final List<Throwable> failures = new ArrayList<>();
  private final SimpleBooleanProperty locked = new SimpleBooleanProperty();
  private Path answer;
  private DataModel model;
  private DataPane pane;

  /** Downloads are asked for, but none begins. */
  private void open(double width, String style) {
    Work work = new Work(Runnable::run);
    DownloadModel download = new DownloadModel(texts, Cifar10Download.Source.OFFICIAL, folder.resolve("archive"), work,
        thread -> {}, Runnable::run, System::nanoTime, failures::add);
    model = new DataModel(texts, download, work, Runnable::run, Runnable::run, Runnable::run, failures::add);
    Places places = new Places() {
      @Override
      public Optional<Path> folder() {
        return Optional.ofNullable(answer);
      }

      @Override
      public Optional<Path> archive() {
        return Optional.ofNullable(answer);
      }

      @Override
      public Optional<Path> table() {
        return Optional.ofNullable(answer);
      }
    };
    pane = onFx(() -> new DataPane(model, texts, places, locked, () -> PictureAugmentation.USUAL));
    runFx(() -> {
      pane.setStyle(style);
      pane.setMaxWidth(width);
    });
    show(new StackPane(pane), width + 20, 700);
  }

  @Test
  void aSourceIsChosenAndReadByKeysAlone() throws Exception {
    open(300, "");
    answer = new DataFiles(folder).pictures(10);
    runFx(() -> chooser().requestFocus());
    settle();
    for (int i = 0; i < DataSource.values().length - 1; i++) {
      robot().push(KeyCode.DOWN);
      settle();
    }
    DataSource chosen = onFx(() -> model.chosenProperty().get());
    assertThat(chosen).isEqualTo(DataSource.PICTURES);
    runFx(() -> button("Open folder…").requestFocus());
    robot().push(KeyCode.SPACE);
    settle();
    String name = onFx(() -> model.taskProperty().get().name());
    assertThat(name).isEqualTo("own");
    boolean said = onFx(() -> nodes(pane).anyMatch(n -> n instanceof Labeled l && l.getText() != null
        && l.getText().startsWith("own: 16 pictures")));
    assertThat(said).isTrue();
  }

  @Test
  void onlyWhatBelongsToTheSourceIsThere() {
    open(300, "");
    assertThat(slidersAndFields()).containsExactly(1, 1);
    runFx(() -> model.choose(DataSource.CIFAR10));
    settle();
    assertThat(slidersAndFields()).as("the address").containsExactly(0, 1);
    List<String> buttons = onFx(() -> shown(Button.class).stream().map(Button::getText)
        .filter(t -> t != null).toList());
    assertThat(buttons).contains("Open archive…", "Open folder…", "Download").doesNotContain("Cancel", "Resume",
        "Use the downloaded archive");
    runFx(() -> button("Download").fire());
    settle();
    List<String> running = onFx(() -> shown(Button.class).stream().map(Button::getText).toList());
    assertThat(running).contains("Cancel").doesNotContain("Download");
  }

  private List<Integer> slidersAndFields() {
    return onFx(() -> List.of(shown(Slider.class).size(), shown(TextField.class).size()));
  }

  // D24
  @Test
  void aPersonWhoOpensThePythonVersionReadsWhichFileToGet() throws Exception {
    open(300, "");
    runFx(() -> model.choose(DataSource.SHAPES10));
    runFx(() -> model.choose(DataSource.CIFAR10));
    answer = new DataFiles(folder).pickles();
    settle();
    runFx(() -> button("Open folder…").fire());
    settle();
    List<String> sentences = onFx(() -> shown(Labeled.class).stream().map(Labeled::getText)
        .filter(t -> t != null).toList());
    assertThat(sentences).anyMatch(t -> t.contains("Python version") && t.contains("cifar-10-binary.tar.gz"))
        .anyMatch(t -> t.startsWith("Still in use: Shapes-10:"));
  }

  @Test
  void whileATrainingRunsWhatItLearnsFromStaysButCanBeLookedAt() throws Exception {
    open(300, "");
    answer = new DataFiles(folder).pictures(5);
    runFx(() -> model.take(DataSource.PICTURES, answer));
    runFx(() -> locked.set(true));
    settle();
    boolean chooserOff = onFx(() -> chooser().isDisabled());
    boolean openOff = onFx(() -> button("Open folder…").isDisabled());
    boolean lookOn = onFx(() -> !button("Look at the pictures…").isDisabled());
    assertThat(List.of(chooserOff, openOff, lookOn)).containsExactly(true, true, true);
    boolean modelLocked = onFx(() -> model.lockedProperty().get());
    assertThat(modelLocked).isTrue();
  }

  @Test
  void theBrowserOpensOnWhatIsThereAndFollowsIt() throws Exception {
    open(300, "");
    Path pictures = new DataFiles(folder).pictures(5);
    runFx(() -> model.take(DataSource.PICTURES, pictures));
    settle();
    runFx(() -> button("Look at the pictures…").fire());
    settle();
    Stage browser = onFx(() -> browsers().get(0));
    String title = onFx(browser::getTitle);
    assertThat(title).isEqualTo("own: the pictures");
    runFx(() -> button("Look at the pictures…").fire());
    int windows = onFx(() -> browsers().size());
    assertThat(windows).as("one is enough").isEqualTo(1);
    Path table = new DataFiles(folder).kaggle(5);
    runFx(() -> model.take(DataSource.FACES, table));
    String after = onFx(browser::getTitle);
    assertThat(after).isEqualTo("training.csv: the pictures");
    runFx(browser::hide);
  }

  private static List<Stage> browsers() {
    return Window.getWindows().stream().filter(w -> w instanceof Stage s && s.getTitle() != null
        && s.getTitle().endsWith(": the pictures")).map(w -> (Stage) w).toList();
  }

  // D39
  @Test
  void everyControlOfEverySourceHasAName() {
    open(300, "");
    for (DataSource source : DataSource.values()) {
      runFx(() -> {
        if (source.needsPlace()) {
          model.choose(source);
        }
      });
      settle();
      List<Node> unnamed = onFx(() -> nodes(pane).filter(n -> n instanceof Button || n instanceof TextField
          || n instanceof Slider || n instanceof ComboBox).filter(n -> n.getAccessibleText() == null
              && !(n instanceof Button b && b.getText() != null && !b.getText().isBlank())).toList());
      assertThat(unnamed).as(source.name()).isEmpty();
    }
  }

  @Test
  void nothingIsWiderThanTheColumnWithLargeType() {
    open(420, "-fx-font-size: 21px");
    for (DataSource source : List.of(DataSource.CIFAR10, DataSource.FACES, DataSource.PICTURES)) {
      runFx(() -> model.choose(source));
      settle();
      double over = onFx(() -> nodes(pane).filter(n -> (n instanceof Button || n instanceof TextField) && n.isVisible())
          .mapToDouble(n -> pane.sceneToLocal(n.localToScene(n.getBoundsInLocal())).getMaxX()).max().orElse(0));
      assertThat(over).as(source.name()).isLessThanOrEqualTo(421);
    }
  }

  private ComboBox<?> chooser() {
    return shown(ComboBox.class).get(0);
  }

  private Button button(String text) {
    return shown(Button.class).stream().filter(b -> text.equals(b.getText())).findFirst().orElseThrow();
  }

  private <T extends Node> List<T> shown(Class<T> type) {
    return nodes(pane).filter(type::isInstance).filter(Node::isVisible).map(type::cast).toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent && node.isVisible()
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(DataPaneTest::nodes))
        : Stream.of(node);
  }
}
