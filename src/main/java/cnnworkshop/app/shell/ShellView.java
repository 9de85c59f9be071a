package cnnworkshop.app.shell;

import cnnworkshop.app.support.Messages;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The window's frame: tabs and menus above, the chosen tab, the status line below, messages over it. */
public final class ShellView {

  /** What only the surroundings of the view can do. */
  public interface Surroundings {
    /** Asks the person for pictures. */
    List<Path> choosePictures();

    /** Asks the person for a model file. */
    Optional<Path> chooseNetwork();

    /** The other of light and dark. */
    void toggleDark();

    /** Ends the program. */
    void quit();
  }

  private final StackPane root = new StackPane();
  private final ShellViewModel model;
  private final Texts texts;
  private final List<ShellTab> tabs;
  private final Surroundings surroundings;
  private final Overlay overlay;
  private final TabRow tabRow;

  /**
   * @param tabs the finished tabs, in order; at least one
   * @param firstTab the id of the tab to begin with; an unknown one stands for the first
   */
  public ShellView(ShellViewModel model, List<ShellTab> tabs, String firstTab, Messages messages, Texts texts,
      Surroundings surroundings) {
    this.model = model;
    this.texts = texts;
    this.tabs = List.copyOf(tabs);
    this.surroundings = surroundings;
    overlay = new Overlay(texts, model.settings().reducedMotionProperty());
    tabRow = new TabRow(this.tabs, texts);

    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(tabRow.buttons(), gap, new MenuRow(model, texts, new MenuCommands()).root());
    top.getStyleClass().add("shell-top");

    BorderPane frame = new BorderPane(tabRow.place());
    frame.setTop(top);
    frame.setBottom(new StatusLine(model, texts).root());
    var cards = new MessagesView(messages, texts, overlay).root();
    StackPane.setAlignment(cards, Pos.BOTTOM_RIGHT);
    root.getStyleClass().add("shell");
    root.getChildren().addAll(frame, cards, overlay.root());

    model.settings().computeOnProperty().addListener(
        (p, before, now) -> messages.note(texts.get("settings.compute-on.restart")));
    tabRow.selectedProperty().addListener((p, before, now) -> model.settings().tabProperty().set(now.id()));
    tabRow.select(firstTab);
    root.sceneProperty().addListener((p, before, scene) -> {
      if (scene != null) {
        addKeys(scene);
        // Once the window is there: what takes the focus before would lose it again.
        Platform.runLater(tabRow::takeFocus);
      }
    });
  }

  private void addKeys(Scene scene) {
    scene.getAccelerators().putAll(ShellKeys.otherTypeKeys(model.settings()));
    for (int i = 0; i < tabs.size(); i++) {
      int index = i;
      scene.getAccelerators().put(ShellKeys.tab(i), () -> tabRow.select(index));
    }
  }

  /** Shows the tab of that id. */
  public void showTab(String id) {
    tabRow.select(id);
  }

  /** Shows the overview of keys. */
  public void showKeys() {
    overlay.show(texts.get("shell.keys.title"), new KeysView(texts, tabs).root());
  }

  /** Shows what the program is, and the licences of what it is made of. */
  public void showAbout() {
    overlay.show(texts.get("shell.about.title"), new AboutView(texts).root());
  }

  /** Lets the person choose pictures, and opens them. */
  public void openPictures() {
    model.openPictures(surroundings.choosePictures());
  }

  /** Lets the person choose a model file, and opens it. */
  public void openNetwork() {
    surroundings.chooseNetwork().ifPresent(model::openNetwork);
  }

  /** What goes into the scene. */
  public Parent root() {
    return root;
  }

  private final class MenuCommands implements MenuRow.Commands {
    @Override
    public void openPictures() {
      ShellView.this.openPictures();
    }

    @Override
    public void openNetwork() {
      ShellView.this.openNetwork();
    }

    @Override
    public void toggleDark() {
      surroundings.toggleDark();
    }

    @Override
    public void showKeys() {
      ShellView.this.showKeys();
    }

    @Override
    public void showAbout() {
      ShellView.this.showAbout();
    }

    @Override
    public void quit() {
      surroundings.quit();
    }
  }
}
