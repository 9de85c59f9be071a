package cnnworkshop.app.shell;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.net.ComputeOn;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The menus File, View and Help. */
final class MenuRow {

  /** What menu items set off beside what the ViewModel does. */
  interface Commands {
    /** Lets the person choose pictures. */
    void openPictures();

    /** Lets the person choose a network. */
    void openNetwork();

    /** The other of light and dark. */
    void toggleDark();

    /** Shows the overview of keys. */
    void showKeys();

    /** Shows what this program is and what it is made of. */
    void showAbout();

    /** Ends the program. */
    void quit();
  }

  private final ShellViewModel model;
  private final Settings settings;
  private final Texts texts;
  private final Commands commands;
  private final MenuBar bar = new MenuBar();

  MenuRow(ShellViewModel model, Texts texts, Commands commands) {
    this.model = model;
    this.settings = model.settings();
    this.texts = texts;
    this.commands = commands;
    bar.getMenus().addAll(file(), view(), help());
    bar.setAccessibleText(texts.get("shell.menu"));
  }

  Node root() {
    return bar;
  }

  private Menu file() {
    Menu menu = new Menu(texts.get("shell.menu.file"));
    menu.getItems().addAll(
        item(texts.get("shell.menu.open-picture"), ShellKeys.OPEN_PICTURE, commands::openPictures),
        recent(texts.get("shell.menu.recent-pictures"), settings.recentPictures(), model::openRecentPicture),
        new SeparatorMenuItem(),
        item(texts.get("shell.menu.open-network"), ShellKeys.OPEN_NETWORK, commands::openNetwork),
        shipped(),
        recent(texts.get("shell.menu.recent-networks"), settings.recentNetworks(), model::openRecentNetwork),
        new SeparatorMenuItem(),
        item(texts.get("shell.menu.quit"), ShellKeys.QUIT, commands::quit));
    return menu;
  }

  private Menu shipped() {
    Menu menu = new Menu(texts.get("shell.menu.shipped"));
    for (ShippedModels.Model each : ShippedModels.Model.values()) {
      menu.getItems().add(item(texts.get(switch (each) {
        case KEYPOINTS -> "shell.menu.shipped.keypoints";
        case CIFAR10 -> "shell.menu.shipped.cifar10";
      }), null, () -> model.openShipped(each)));
    }
    return menu;
  }

  private Menu view() {
    Menu menu = new Menu(texts.get("shell.menu.view"));
    CheckMenuItem motion = new CheckMenuItem(texts.get("shell.menu.reduce-motion"));
    motion.selectedProperty().bindBidirectional(settings.reducedMotionProperty());
    menu.getItems().addAll(
        item(texts.get("shell.menu.toggle-dark"), ShellKeys.TOGGLE_DARK, commands::toggleDark),
        theme(),
        new SeparatorMenuItem(),
        item(texts.get("shell.menu.type-larger"), ShellKeys.TYPE_LARGER, settings::enlargeType),
        item(texts.get("shell.menu.type-smaller"), ShellKeys.TYPE_SMALLER, settings::reduceType),
        item(texts.get("shell.menu.type-normal"), ShellKeys.TYPE_NORMAL, settings::resetType),
        new SeparatorMenuItem(),
        motion);
    if (model.isGpuOffered()) {
      menu.getItems().addAll(new SeparatorMenuItem(), computeOn());
    }
    return menu;
  }

  private Menu computeOn() {
    return choice(texts.get("shell.menu.compute-on"), settings.computeOnProperty(),
        List.of(ComputeOn.GPU_IF_THERE, ComputeOn.CPU),
        on -> texts.get(on == ComputeOn.CPU ? "settings.compute-on.cpu" : "settings.compute-on.gpu"));
  }

  private Menu theme() {
    return choice(texts.get("shell.menu.theme"), settings.themeProperty(), List.of(Settings.Theme.values()),
        this::themeName);
  }

  private static <T> Menu choice(String name, ObjectProperty<T> chosen, List<T> values, Function<T, String> nameOf) {
    Menu menu = new Menu(name);
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      RadioMenuItem item = new RadioMenuItem(nameOf.apply(value));
      item.setToggleGroup(group);
      item.setSelected(chosen.get() == value);
      item.setOnAction(event -> chosen.set(value));
      chosen.addListener((p, was, is) -> item.setSelected(is == value));
      menu.getItems().add(item);
    }
    return menu;
  }

  private String themeName(Settings.Theme theme) {
    return switch (theme) {
      case SYSTEM -> texts.get("settings.theme.system");
      case LIGHT -> texts.get("settings.theme.light");
      case DARK -> texts.get("settings.theme.dark");
    };
  }

  private Menu help() {
    Menu menu = new Menu(texts.get("shell.menu.help"));
    menu.getItems().addAll(
        item(texts.get("shell.menu.keys"), ShellKeys.SHOW_KEYS, commands::showKeys),
        item(texts.get("shell.menu.about"), null, commands::showAbout));
    return menu;
  }

  private Menu recent(String name, ObservableList<String> paths, Consumer<String> open) {
    Menu menu = new Menu(name);
    Runnable fill = () -> {
      List<MenuItem> items = paths.stream().map(path -> recentItem(path, open)).toList();
      menu.getItems().setAll(items);
      menu.getItems().addAll(new SeparatorMenuItem(),
          item(texts.get("shell.menu.forget-recent"), null, model::forgetRecent));
      menu.setDisable(paths.isEmpty());
    };
    paths.addListener((ListChangeListener<String>) change -> fill.run());
    fill.run();
    return menu;
  }

  private MenuItem recentItem(String path, Consumer<String> open) {
    String shown = Settings.path(path).filter(file -> file.getNameCount() > 1).map(MenuRow::fileInFolder).orElse(path);
    MenuItem item = item(shown, null, () -> open.accept(path));
    // An underscore in a file's name is no mnemonic.
    item.setMnemonicParsing(false);
    return item;
  }

  private static String fileInFolder(Path file) {
    return file.getFileName() + " — " + file.getParent().getFileName();
  }

  private static MenuItem item(String name, KeyCombination key, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setAccelerator(key);
    item.setOnAction(event -> action.run());
    return item;
  }
}
