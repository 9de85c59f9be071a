package cnnworkshop.app.filters;

import cnnworkshop.app.control.PatchPicture;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole network: a row a layer, with some of its maps and what is to be said of all of them. */
final class DrillNetworkPane extends StackPane {

  private final DrillModel model;
  private final DrillWords words;
  private final ListView<Integer> list = new ListView<>();
  private boolean following;

  DrillNetworkPane(DrillModel model, Texts texts) {
    this.model = model;
    this.words = new DrillWords(texts);
    getStyleClass().add("drill-network");
    list.setAccessibleText(texts.get("filters.maps.layers"));
    list.setCellFactory(view -> new LayerCell());
    list.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> {
      if (!following && now != null && now != model.placeProperty().get().layer()) {
        model.choose(model.placeProperty().get().withLayer(now));
      }
    });
    list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        model.down();
        event.consume();
      }
    });
    getChildren().add(list);
    model.source().mapsProperty().addListener((p, before, now) -> show());
    model.stripsProperty().addListener((p, before, now) -> list.refresh());
    model.placeProperty().addListener((p, before, now) -> select());
    show();
  }

  /** What takes the keys. */
  Node main() {
    return list;
  }

  private void show() {
    DrillMaps maps = model.source().mapsProperty().get();
    int count = maps == null ? 0 : maps.layers().size();
    following = true;
    if (list.getItems().size() != count) {
      list.getItems().setAll(IntStream.range(0, count).boxed().toList());
    } else {
      list.refresh();
    }
    following = false;
    select();
  }

  private void select() {
    following = true;
    int layer = model.placeProperty().get().layer();
    if (layer < list.getItems().size() && list.getSelectionModel().getSelectedIndex() != layer) {
      list.getSelectionModel().select(layer);
    }
    following = false;
  }

  /** A layer. */
  private final class LayerCell extends ListCell<Integer> {

    private final Label name = new Label();
    private final Label kind = new Label();
    private final Label facts = new Label();
    private final HBox strip = new HBox();
    private final VBox box = new VBox(new HBox(name, kind), strip, facts);

    LayerCell() {
      name.getStyleClass().add("drill-name");
      name.setMinWidth(Label.USE_PREF_SIZE);
      kind.getStyleClass().add("drill-kind");
      facts.getStyleClass().add("drill-facts");
      for (Label label : List.of(kind, facts)) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
      }
      strip.getStyleClass().add("drill-strip");
      box.getStyleClass().add("drill-layer");
      box.getChildren().get(0).getStyleClass().add("drill-title");
      // As wide as the list, whatever the layer's strip would like.
      setPrefWidth(0);
      addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
        if (!isEmpty() && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
          model.down();
        }
      });
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
      super.updateItem(number, empty);
      DrillMaps maps = model.source().mapsProperty().get();
      if (empty || number == null || maps == null || number >= maps.layers().size()) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      DrillLayer layer = maps.layers().get(number);
      name.setText(layer.spec().name());
      kind.setText(words.kind(layer.spec()) + " · " + words.shape(layer.shape()));
      facts.setText(words.zeros(layer) + " · " + words.range(layer));
      List<List<Photo>> strips = model.stripsProperty().get();
      strip.getChildren().setAll((number < strips.size() ? strips.get(number) : List.<Photo>of()).stream()
          .map(photo -> picture(photo, layer.isFlat())).toList());
      setGraphic(box);
      setAccessibleText(words.layer(layer));
    }

    private PatchPicture picture(Photo photo, boolean flat) {
      PatchPicture picture = new PatchPicture();
      picture.getStyleClass().add(flat ? "drill-units" : "drill-map");
      picture.show(photo, "");
      return picture;
    }
  }
}
