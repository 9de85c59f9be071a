package cnnworkshop.app.reuse;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Teaching a network one's own things: the things at the left, the picture that is looked at on the right. */
final class TeachView {

  private final HBox root = new HBox();
  private final TeachModel model;
  private final TeachLookModel look;
  private final TeachPlaces places;
  private final Texts texts;
  private final VBox things = new VBox();

  TeachView(TeachModel model, TeachLookModel look, TeachPlaces places, Texts texts) {
    this.model = model;
    this.look = look;
    this.places = places;
    this.texts = texts;
    root.getStyleClass().add("teach");
    root.getStylesheets().add(TeachView.class.getResource("/assets/styles/reuse-teach.css").toExternalForm());
    things.getStyleClass().add("teach-things");
    model.things().addListener((ListChangeListener<TeachThing>) this::take);
    model.things().forEach(thing -> things.getChildren().add(pane(thing)));
    Label intro = new Label(texts.get("reuse.teach.intro"));
    intro.setWrapText(true);
    VBox column = new VBox(intro, base(), things, more());
    column.getStyleClass().add("teach-column");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add(Styles.BG_SUBTLE);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(scroll, learn());
    left.getStyleClass().add("teach-left");
    HBox.setHgrow(left, Priority.ALWAYS);
    TeachLookPane right = new TeachLookPane(look, places, texts);
    HBox.setHgrow(right, Priority.ALWAYS);
    root.getChildren().addAll(left, right);
    model.learnedProperty().addListener((p, before, now) -> look.learn(now));
    root.sceneProperty().addListener((p, before, now) -> {
      if (now == null) {
        look.leave();
      }
    });
  }

  private void take(ListChangeListener.Change<? extends TeachThing> change) {
    while (change.next()) {
      // Changes within a thing are for its own pane.
      if (change.wasAdded() || change.wasRemoved()) {
        things.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
        for (int i = change.getFrom(); change.wasAdded() && i < change.getTo(); i++) {
          things.getChildren().add(i, pane(model.things().get(i)));
        }
      }
    }
  }

  private Node pane(TeachThing thing) {
    return new TeachThingPane(thing, model, look, places, texts);
  }

  private Node base() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(new Label(texts.get("reuse.teach.base")));
    row.getStyleClass().add("teach-buttons");
    for (TeachModel.Base each : TeachModel.Base.values()) {
      RadioButton button = new RadioButton(texts.get(switch (each) {
        case SHIPPED -> "reuse.teach.base.shipped";
        case LOADED -> "reuse.teach.base.loaded";
      }));
      button.setToggleGroup(group);
      button.setSelected(model.baseProperty().get() == each);
      button.setOnAction(event -> model.baseProperty().set(each));
      button.disableProperty().bind(model.runningProperty());
      row.getChildren().add(button);
    }
    return row;
  }

  private Node more() {
    Button more = new Button(texts.get("reuse.teach.add"), new FontIcon(Material2AL.ADD));
    more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    more.setOnAction(event -> model.addThing());
    more.disableProperty().bind(Bindings.size(model.things()).greaterThanOrEqualTo(TeachModel.MOST_THINGS)
        .or(model.runningProperty()));
    return more;
  }

  private Node learn() {
    Button teach = new Button(texts.get("reuse.teach.start"), new FontIcon(Material2MZ.SCHOOL));
    teach.getStyleClass().add(Styles.ACCENT);
    teach.setOnAction(event -> model.teach());
    teach.disableProperty().bind(model.readyProperty().not());
    Button stop = new Button(texts.get("reuse.teach.stop"), new FontIcon(Material2MZ.STOP));
    stop.setOnAction(event -> model.stop());
    stop.disableProperty().bind(model.runningProperty().not());
    Button use = new Button(texts.get("reuse.teach.use"));
    use.setOnAction(event -> model.use());
    use.disableProperty().bind(model.learnedProperty().isNull());
    Button save = new Button(texts.get("reuse.teach.save"));
    save.setOnAction(event -> places.saveNetwork(
        model.learnedProperty().get().info().name().replaceAll("\\W+", "-") + ".zip").ifPresent(model::save));
    save.disableProperty().bind(model.learnedProperty().isNull());
    for (Button button : new Button[] {teach, stop, use, save}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    FlowPane row = new FlowPane(teach, stop, use, save);
    row.getStyleClass().add("teach-buttons");
    row.setAlignment(Pos.CENTER_LEFT);
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    bar.visibleProperty().bind(model.runningProperty());
    bar.setAccessibleText(texts.get("reuse.teach.work"));
    Label line = new Label();
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.textProperty().bind(model.lineProperty());
    VBox box = new VBox(row, bar, line);
    box.getStyleClass().add("teach-learn");
    return box;
  }

  Parent root() {
    return root;
  }
}
