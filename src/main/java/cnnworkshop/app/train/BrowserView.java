package cnnworkshop.app.train;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The browser: which part above, classes on the left, pictures in the middle, the opened one on the right. */
final class BrowserView {

  private final BrowserModel model;
  private final Texts texts;
  private final BrowserGrid grid;
  private final ListView<BrowserGroup> groups = new ListView<>();
  private final BorderPane root = new BorderPane();

  BrowserView(BrowserModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.grid = new BrowserGrid(texts);
    root.getStyleClass().add("browser");
    root.getStylesheets().add(BrowserView.class.getResource("/assets/styles/train-data.css").toExternalForm());
    root.setTop(parts());
    SplitPane looking = new SplitPane(groups(), pictures(), new BrowserDetail(model, texts));
    looking.setDividerPositions(0.2, 0.68);
    SplitPane.setResizableWithParent(looking.getItems().get(0), false);
    SplitPane.setResizableWithParent(looking.getItems().get(2), false);
    looking.visibleProperty().bind(model.partProperty().isNotEqualTo(BrowserModel.Part.LEFT_OUT));
    ListView<String> leftOut = leftOut();
    leftOut.visibleProperty().bind(looking.visibleProperty().not());
    root.setCenter(new StackPane(looking, leftOut));
  }

  /** What the window shows. */
  Parent root() {
    return root;
  }

  /** Gives the keys to the pictures. */
  void focus() {
    grid.requestFocus();
  }

  private Node parts() {
    ToggleGroup toggles = new ToggleGroup();
    Map<BrowserModel.Part, ToggleButton> buttons = new EnumMap<>(BrowserModel.Part.class);
    for (BrowserModel.Part part : BrowserModel.Part.values()) {
      ToggleButton button = new ToggleButton();
      button.textProperty().bind(Bindings.createStringBinding(() -> label(part), model.nameProperty(),
          model.groupsProperty(), model.leftOutProperty()));
      button.setToggleGroup(toggles);
      button.setUserData(part);
      buttons.put(part, button);
    }
    buttons.get(BrowserModel.Part.TRAINING).getStyleClass().add(Styles.LEFT_PILL);
    buttons.get(BrowserModel.Part.TEST).getStyleClass().add(Styles.CENTER_PILL);
    buttons.get(BrowserModel.Part.LEFT_OUT).getStyleClass().add(Styles.RIGHT_PILL);
    toggles.selectToggle(buttons.get(model.partProperty().get()));
    toggles.selectedToggleProperty().addListener((p, before, now) -> {
      if (now == null) {
        before.setSelected(true);
      } else {
        model.partProperty().set((BrowserModel.Part) now.getUserData());
      }
    });
    model.partProperty().addListener((p, before, now) -> toggles.selectToggle(buttons.get(now)));
    HBox row = new HBox();
    row.getChildren().addAll(buttons.values());
    row.getStyleClass().add("browser-parts");
    return row;
  }

  private String label(BrowserModel.Part part) {
    return switch (part) {
      case TRAINING -> texts.get("train.browser.training", model.count(part));
      case TEST -> texts.get("train.browser.test", model.count(part));
      case LEFT_OUT -> texts.get("train.browser.left-out", model.count(part));
    };
  }

  private Node groups() {
    groups.getStyleClass().add("browser-groups");
    groups.setAccessibleText(texts.get("train.browser.groups"));
    groups.setCellFactory(list -> new BrowserGroupCell(texts));
    model.groupsProperty().addListener((p, before, now) -> show(now));
    show(model.groupsProperty().get());
    groups.getSelectionModel().selectedIndexProperty().addListener((p, before, now) -> {
      // While the list gets other items nothing is selected for a moment.
      if (now.intValue() >= 0) {
        model.groupProperty().set(now.intValue());
      }
    });
    model.groupProperty().addListener((p, before, now) -> groups.getSelectionModel().select(now.intValue()));
    return groups;
  }

  private void show(List<BrowserGroup> all) {
    int selected = model.groupProperty().get();
    groups.getItems().setAll(all);
    groups.getSelectionModel().select(selected);
  }

  private Node pictures() {
    model.picturesProperty().addListener((p, before, now) -> grid.show(now));
    grid.show(model.picturesProperty().get());
    grid.selectedProperty().bindBidirectional(model.openedProperty());
    Label empty = new Label(texts.get("train.browser.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("ws-muted");
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(model.picturesProperty().map(shown -> shown.size() == 0));
    Label caption = new Label();
    caption.getStyleClass().add("browser-caption");
    caption.textProperty().bind(Bindings.createStringBinding(this::caption, grid.hoveredProperty(),
        model.pictureProperty(), model.picturesProperty()));
    BorderPane pane = new BorderPane(new StackPane(grid, empty));
    pane.setBottom(caption);
    pane.getStyleClass().add("browser-pictures");
    return pane;
  }

  private String caption() {
    int hovered = grid.hoveredProperty().get();
    if (hovered >= 0 && hovered < model.picturesProperty().get().size()) {
      return model.picturesProperty().get().get(hovered).caption();
    }
    return model.pictureProperty().get() == null
        ? texts.get("train.browser.grid", model.picturesProperty().get().size())
        : model.pictureProperty().get().caption();
  }

  private ListView<String> leftOut() {
    ListView<String> list = new ListView<>();
    list.getStyleClass().add("browser-left-out");
    list.setAccessibleText(texts.get("train.browser.left-out-list"));
    Label none = new Label(texts.get("train.browser.nothing-left-out"));
    none.getStyleClass().add("ws-muted");
    list.setPlaceholder(none);
    list.setCellFactory(view -> new ListCell<>() {
      {
        setWrapText(true);
        setPrefWidth(0);
      }

      @Override
      protected void updateItem(String sentence, boolean isEmpty) {
        super.updateItem(sentence, isEmpty);
        setText(isEmpty ? null : sentence);
      }
    });
    model.leftOutProperty().addListener((p, before, now) -> list.getItems().setAll(now));
    list.getItems().setAll(model.leftOutProperty().get());
    return list;
  }
}
