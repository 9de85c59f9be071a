package cnnworkshop.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.PhotoFailure;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

class ShellViewTest extends FxTest {

  @TempDir
  Path folder;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final Messages messages = new Messages(texts, Runnable::run);
  private final Work work = new Work(Runnable::run);
  private final List<Path> opened = new ArrayList<>();
  private final List<ShippedModels.Model> shipped = new ArrayList<>();
  private final List<KeyCode> keysInSecondTab = new ArrayList<>();
  private Settings settings;
  private ShellView shell;

  @Test
  void aNetworkThatShipsIsOneMenuItemAway() {
    MenuBar bar = (MenuBar) shell.root().lookup(".menu-bar");
    runFx(() -> item(bar.getMenus().get(0), texts.get("shell.menu.shipped.cifar10")).fire());
    assertThat(shipped).containsExactly(ShippedModels.Model.CIFAR10);
  }

  private static MenuItem item(Menu menu, String name) {
    for (MenuItem each : menu.getItems()) {
      if (name.equals(each.getText())) {
        return each;
      }
      MenuItem deeper = each instanceof Menu inner ? item(inner, name) : null;
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }

  @BeforeEach
  void open() {
    runFx(() -> {
      settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
      ShellActions actions = new ShellActions() {
        @Override
        public void openPictures(List<Path> files) {
          opened.addAll(files);
        }

        @Override
        public void openNetwork(Path file) {
          opened.add(file);
        }

        @Override
        public void openShipped(ShippedModels.Model model) {
          shipped.add(model);
        }
      };
      ShellViewModel model =
          new ShellViewModel(settings, new SimpleObjectProperty<LoadedNetwork>(), work, texts, actions, true);
      ShellTab tab = new ShellTab("photo", "Photo", Material2OutlinedMZ.PHOTO,
          () -> new StackPane(new Button("in the tab")), () -> List.of(new ShellTab.KeyHint("Ctrl+O", "Open")));
      ShellTab second = new ShellTab("second", "Second", Material2OutlinedMZ.PHOTO, () -> {
        StackPane content = new StackPane();
        content.setOnKeyPressed(event -> keysInSecondTab.add(event.getCode()));
        return content;
      }, List::of);
      shell = new ShellView(model, List.of(tab, second), "", messages, texts, new ShellView.Surroundings() {
        @Override
        public List<Path> choosePictures() {
          return List.of(Path.of("a.png"));
        }

        @Override
        public Optional<Path> chooseNetwork() {
          return Optional.of(Path.of("a.zip"));
        }

        @Override
        public void toggleDark() {
          settings.themeProperty().set(Settings.Theme.DARK);
        }

        @Override
        public void quit() {}
      });
    });
    show(shell.root(), 1000, 700);
  }

  @AfterEach
  void close() {
    timer.shutdownNow();
  }

  @Test
  void theFirstTabIsShown() {
    assertThat(texts()).contains("in the tab", "Photo");
  }

  @Test
  void theKeysOfATabWorkAsSoonAsItIsChosen() {
    robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot().push(KeyCode.HOME);
    settle();
    assertThat(keysInSecondTab).contains(KeyCode.HOME);
  }

  @Test
  void everythingTheKeyboardReachesHasAName() {
    runFx(() -> messages.note("something"));
    settle();
    List<Node> nameless = onFx(() -> all(shell.root()).stream().filter(Node::isFocusTraversable).filter(Node::isVisible)
        .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank())
        .filter(n -> !(n instanceof Labeled l && l.getText() != null && !l.getText().isBlank())).toList());
    assertThat(nameless).isEmpty();
  }

  @Test
  void whatCouldNotBeDoneIsSaidInASentence() {
    runFx(() -> messages.show(new PhotoFailure(PhotoFailure.Kind.EMPTY, "holiday.jpg", "", null)));
    settle();
    assertThat(onFx(() -> all(shell.root()).stream().map(Node::getAccessibleText).toList()))
        .anyMatch(text -> text != null && text.contains("holiday.jpg"));
  }

  @Test
  void runningWorkIsNamedAndCanBeStopped() {
    AtomicBoolean stopped = new AtomicBoolean();
    Work.Piece piece = onFx(() -> work.start("Counting sheep", () -> stopped.set(true)));
    settle();
    assertThat(texts()).anyMatch(text -> text.contains("Counting sheep"));
    runFx(piece::stop);
    assertThat(stopped).isTrue();
    runFx(piece::done);
    settle();
    assertThat(texts()).noneMatch(text -> text.contains("Counting sheep"));
  }

  @Test
  void openingAsksAndHandsOn() {
    runFx(shell::openPictures);
    runFx(shell::openNetwork);
    assertThat(opened).containsExactly(Path.of("a.png"), Path.of("a.zip"));
  }

  @Test
  void theOverviewListsTheKeysOfTheTabAndTheLicencesAreThere() {
    runFx(shell::showKeys);
    settle();
    assertThat(texts()).contains("Ctrl+O");
    runFx(shell::showAbout);
    settle();
    assertThat(texts()).anyMatch(text -> text.contains("never leave"));
    snapshot(shell.root(), "about");
  }

  @Test
  void onWhatNetworksComputeIsChosenInTheMenuAndCountsFromTheNextStartOn() {
    List<MenuItem> choices = onFx(() -> all(shell.root()).stream().filter(MenuBar.class::isInstance)
        .flatMap(bar -> ((MenuBar) bar).getMenus().stream()).flatMap(menu -> menu.getItems().stream())
        .filter(item -> texts.get("shell.menu.compute-on").equals(item.getText()))
        .flatMap(item -> ((Menu) item).getItems().stream()).toList());
    assertThat(choices).extracting(MenuItem::getText).containsExactly("GPU, if there is one", "CPU");
    assertThat(choices).extracting(item -> ((RadioMenuItem) item).isSelected()).containsExactly(true, false);

    runFx(() -> choices.get(1).fire());
    settle();

    assertThat(settings.computeOnProperty().get()).isEqualTo(ComputeOn.CPU);
    assertThat(onFx(() -> all(shell.root()).stream().map(Node::getAccessibleText).toList()))
        .anyMatch(text -> text != null && text.contains("next start"));
  }

  private List<String> texts() {
    return onFx(() -> all(shell.root()).stream().filter(Labeled.class::isInstance).filter(ShellViewTest::visible)
        .map(n -> ((Labeled) n).getText()).filter(t -> t != null).toList());
  }

  private static boolean visible(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return !(node instanceof MenuButton);
  }

  private static List<Node> all(Parent parent) {
    List<Node> nodes = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      nodes.add(child);
      if (child instanceof Parent p) {
        nodes.addAll(all(p));
      }
    }
    return nodes;
  }
}
