package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The game of {@link FilterGame}: a map, four filters, and after the guess the maps of all four. */
final class FilterGamePane extends HBox {

  private final FirstLayerModel model;
  private final Texts texts;
  private final FilterGame game;
  private final LabPicture map = new LabPicture(24, 16);
  private final List<LabPicture> icons = new ArrayList<>();
  private final FlowPane truth = new FlowPane();

  FilterGamePane(FirstLayerModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    game = new FilterGame(texts, new Random().nextLong());
    getStyleClass().add("lab-row");
    truth.getStyleClass().add("lab-answers");
    map.setAccessibleText(texts.get("learn.first.game.map"));
    for (int i = 0; i < FilterGame.CHOICES; i++) {
      icons.add(new LabPicture(4.5));
    }
    Button next = new Button(texts.get("learn.first.game.next"));
    next.setOnAction(event -> game.next());
    HBox buttons = new HBox(next, LabStage.words(game.scoreProperty()));
    buttons.getStyleClass().add("lab-buttons");
    Label key = LabStage.words(texts.get("learn.first.filter.key"));
    key.getStyleClass().add("ws-muted");
    VBox side = new VBox(new LabGuessPane(game.guess(), texts, icons::get), key, truth, buttons);
    side.getStyleClass().addAll("lab-column", "lab-words");
    side.setMinWidth(0);
    HBox.setHgrow(side, Priority.ALWAYS);
    HBox.setHgrow(map, Priority.ALWAYS);
    getChildren().addAll(map, side);
    model.looksProperty().addListener((p, before, now) -> game.start(now.divided().maps().maps()));
    game.roundsProperty().addListener((p, before, now) -> show());
    game.guess().answeredProperty().addListener((p, before, now) -> reveal());
    if (model.looksProperty().get() != null) {
      game.start(model.looksProperty().get().divided().maps().maps());
    }
  }

  private void show() {
    Filters filters = model.looksProperty().get().filters();
    for (int i = 0; i < icons.size(); i++) {
      icons.get(i).show(filters.spec().filter().columns(), filters.spec().filter().rows(),
          FilterIcon.paint(filters, game.filters().get(i)));
    }
    FeatureMaps maps = model.looksProperty().get().divided().maps().maps();
    map.show(maps.shape().width(), maps.shape().height(), LabMaps.paint(maps, game.filter()));
    reveal();
  }

  /** What each of the four makes of the face, once the guess is made. */
  private void reveal() {
    truth.getChildren().clear();
    if (!game.guess().answeredProperty().get()) {
      return;
    }
    FeatureMaps maps = model.looksProperty().get().divided().maps().maps();
    for (int filter : game.filters()) {
      LabPicture picture = new LabPicture(7);
      picture.show(maps.shape().width(), maps.shape().height(), LabMaps.paint(maps, filter));
      picture.setAccessibleText(texts.get("learn.first.game.map-of", filter));
      Node words = new Label(texts.get("learn.first.game.map-of", filter));
      truth.getChildren().add(new VBox(picture, words));
    }
  }
}
